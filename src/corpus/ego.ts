import type { EvidenceAccount } from "./evidence.ts";

/** One account: what the export says of it, when and what it posts, which clusters it is in, and whom it meets beyond chance. */
export interface EgoAnswer {
  readonly account: EgoAccount;
  /** Every cluster it is in, the one it is deepest in first. */
  readonly clusters: readonly {
    readonly clusterId: string;
    readonly name: string;
    readonly reading: string;
    readonly role: string;
    readonly membership: number;
    readonly isCore: boolean;
  }[];
  /** Posts by hour of the week in UTC, Monday 00 first. */
  readonly rhythm: readonly number[];
  readonly kinds: readonly Share[];
  /** Programs it posted with, as exported; empty where the export names none. */
  readonly clients: Listed;
  /** As exported; empty where the export names none. */
  readonly languages: Listed;
  readonly domains: Listed;
  /** Its significant pairs, most surprising first; `pairTotal` says how many there are. */
  readonly pairs: readonly EgoPair[];
  readonly pairTotal: number;
  /** Accounts it has significant pairs with, the most surprising pair first. */
  readonly neighbours: readonly EgoNeighbour[];
  readonly neighbourTotal: number;
  /** Asked for depth 2: pairs of the neighbours listed, with each other and with accounts further out; else null. */
  readonly second: {
    readonly neighbours: readonly EgoNeighbour[];
    readonly neighbourTotal: number;
    readonly pairs: readonly EgoPair[];
    readonly pairTotal: number;
  } | null;
}

export interface EgoAccount extends EvidenceAccount {
  readonly bio: string | null;
  readonly location: string | null;
  readonly followers: number | null;
  readonly following: number | null;
  readonly declaredPosts: number | null;
  readonly verified: boolean | null;
}

export interface Share {
  readonly what: string;
  readonly posts: number;
}

/** The first of a list by posts, and how many there are in all. */
export interface Listed {
  readonly total: number;
  readonly rows: readonly Share[];
}

export interface EgoNeighbour {
  readonly account: number;
  readonly accountId: string;
  readonly handle: string | null;
  readonly clusterId: string | null;
}

/** Two accounts in one trace; `a` is the account in the centre, or the neighbour where the pair lies further out. */
export interface EgoPair {
  readonly a: number;
  readonly b: number;
  readonly trace: string;
  readonly objects: number;
  readonly coactions: number;
  readonly expected: number;
  readonly q: number;
  readonly qFused: number;
  readonly bits: number;
}
