import type { Under } from "../corpus/pairs.ts";
import type { Family, Forgery, LayerLetter, TraceName } from "../corpus/trace.ts";
import type { ClusterControl } from "./control.ts";
import type { TargetCrew } from "./crews/crew.ts";
import type { Following } from "./following.ts";
import type { IdentitySign } from "./identity/sign.ts";
import type { WeighedRival } from "./rivals/rival.ts";
import type { Robustness } from "./robustness.ts";

/** What a cluster comes to. `unexplained` is the only claim Marionet makes: coordinated beyond the nulls, no rival explains it. */
export type Reading = "unexplained" | "weak" | `explained:${string}`;

export type Role = "originator" | "amplifier" | "commenter";

/** How an account acts with a group: on so many objects it was where members met, how many chance would give, and the chance. */
export interface Belongs {
  readonly trace: TraceName;
  readonly objects: number;
  readonly expected: number;
  readonly p: number;
  /** False discovery rate among the accounts that were asked: all that could have joined, or those whose profile has something in common with the group. */
  readonly q: number;
  /** Traits of the profile in common with the group, where these were what it was asked for; else 0. */
  readonly traits: number;
}

/** What the accounts of a cluster held by profiles did together, tested as a whole against posts of the same kinds by others. */
export interface Deeds {
  /** Members who met another one. */
  readonly accounts: number;
  readonly meetings: number;
  readonly expected: number;
  readonly p: number;
}

/** Two parts of a cluster that do not meet in time, and the objects that both hold and few others touch. */
export interface SharedByParts {
  /** A trace, "authors" (reposted, quoted or answered), "short texts", "site indicators", or "sites served" (indicators of the sites of authors that live from it). */
  readonly kind: string;
  /** Accounts of the two parts. */
  readonly accounts: readonly [number, number];
  readonly objects: number;
  /** The first ten of them, as a person reads them. */
  readonly labels: readonly string[];
  readonly expected: number;
  readonly p: number;
  /** False discovery rate over all pairs of groups. */
  readonly q: number;
}

/** One account of a cluster. */
export interface Member {
  readonly account: number;
  readonly accountId: string;
  readonly handle: string;
  readonly role: Role;
  /** Share of consensus runs that put the account here, 0 to 1. */
  readonly membership: number;
  /** Strength of the account's evidence inside the cluster, 0 to 1; ranks accounts, never judges one. */
  readonly score: number;
  /** Part of the core: well inside, and not one who only ever acts after the others. Outsiders who imitate a group are not. */
  readonly isCore: boolean;
  /** Share of the objects it met others of the group on where it was the first of them, 0 to 1. */
  readonly firstShare: number;
  /** Where no significant pair makes it a member: what shows that it acts with the group as a whole. Else null. */
  readonly joined: Belongs | null;
  readonly posts: number;
  readonly firstMs: number;
  readonly lastMs: number;
  /** Where the cluster was found in several parts: which of `Profile.parts`. Absent in a cluster of one piece. */
  readonly part?: number;
  /** Position on the cluster's map; carries no evidence. */
  readonly x: number;
  readonly y: number;
}

/** A line between two members in one trace: a sentence with numbers. `a` and `b` index `Profile.members`. */
export interface Tie {
  readonly a: number;
  readonly b: number;
  readonly trace: TraceName;
  readonly objects: number;
  readonly coactions: number;
  readonly expected: number;
  readonly p: number;
  readonly q: number;
  readonly expectedTime: number | null;
  readonly pTime: number | null;
  /** Chance under the exogenous baseline (matched objects outside the pair's own circle); null: no baseline to be had. */
  readonly pOutside: number | null;
  readonly under: Under;
  /** q of the two accounts over all traces together. A pair stands by this or by `q`. */
  readonly qFused: number;
  /** Stands by neither: it shows how an account that joined acts with the group, and is no evidence by itself. */
  readonly isCarried: boolean;
  readonly bits: number;
  /** The count null: chance of so many objects, rare or not. */
  readonly pSharing: number;
  /** Median of time of b minus time of a. */
  readonly medianDelayMs: number;
  readonly medianGapMs: number;
}

/** What one trace contributes to a cluster: one line of the evidence list, E1, E2, ... */
export interface TraceEvidence {
  /** "E1", the handle that sentences cite. */
  readonly id: string;
  readonly trace: TraceName;
  readonly layer: LayerLetter;
  readonly family: Family;
  readonly forgery: Forgery;
  readonly windowMs: number;
  /** Significant pairs inside the cluster in this trace, and how many of its accounts they join. */
  readonly pairs: number;
  readonly accounts: number;
  /** Over those pairs: distinct objects met on, pairs of actions, sum of objects over pairs, and the sum expected. */
  readonly objects: number;
  readonly coactions: number;
  readonly observed: number;
  readonly expected: number;
  /** Smallest and median q of its pairs. */
  readonly qBest: number;
  readonly qMedian: number;
  readonly medianGapMs: number;
  /** Share of the cluster's evidence, in bits, 0 to 1. */
  readonly share: number;
}

export interface TopObject {
  readonly trace: TraceName;
  readonly object: number;
  readonly label: string;
  /** Members and all accounts that touched it. */
  readonly members: number;
  readonly accounts: number;
  readonly coactions: number;
}

/** A post as a person must be able to look it up. */
export interface PostRef {
  readonly post: number;
  readonly postId: string;
  readonly account: number;
  readonly timeMs: number;
  readonly text: string | null;
  readonly file: string;
  readonly row: number;
}

export interface SurprisingPair {
  readonly tie: Tie;
  /** The object that surprises most, and the two posts on it. */
  readonly label: string;
  readonly left: PostRef;
  readonly right: PostRef;
}

export interface Profile {
  /** Rank as text, "C01": stable within the case. */
  readonly clusterId: string;
  /** Hash of the five strongest members' ids: what verdicts hang on across runs. */
  readonly key: string;
  readonly name: string;
  readonly reading: Reading;
  /** Why the reading is not `unexplained`, or null. */
  readonly weakBecause: string | null;
  readonly topRival: string | null;
  /** All rivals, the one that explains most first. */
  readonly rivals: readonly WeighedRival[];
  readonly control: ClusterControl;
  readonly robustness: Robustness;
  /** How many members only ever join in, and whom they follow. */
  readonly following: Following;
  readonly identity: readonly IdentitySign[];
  /** Where the members answer the same authors again and again; else null. */
  readonly crew: TargetCrew | null;
  readonly posts: number;
  readonly firstMs: number;
  readonly lastMs: number;
  /** Sum over significant pairs and traces of objects acted on together, and what the joint null expects for the same pairs. */
  readonly observed: number;
  readonly expected: number;
  readonly q: number;
  readonly stability: number;
  readonly bits: number;
  readonly members: readonly Member[];
  /** Accounts of each part that was found by itself, largest first; one where the cluster is of one piece. */
  readonly parts: readonly number[];
  /** Where profiles hold it together: what its accounts did, as a whole; null where behaviour holds it, or what they did is not beyond chance. */
  readonly deeds: Deeds | null;
  /** What makes the parts one, the surest first. */
  readonly sharedByParts: readonly SharedByParts[];
  /** Strongest first, at most TIES_KEPT; `tiesTotal` says how many there are. */
  readonly ties: readonly Tie[];
  readonly tiesTotal: number;
  readonly evidence: readonly TraceEvidence[];
  readonly objects: readonly TopObject[];
  /** Most posts first, the first twenty; `domainsTotal` says how many there are. */
  readonly domainsTotal: number;
  readonly domains: readonly { readonly domain: string; readonly posts: number; readonly members: number }[];
  /** As exported, else guessed from a sample of texts: then `guessed` is true and `posts` counts the sample. */
  readonly languages: readonly { readonly language: string; readonly posts: number; readonly guessed: boolean }[];
  /** Authors whose posts the members answered together; named as targets, never as members; the first five of `targetsTotal`. */
  readonly targetsTotal: number;
  readonly targets: readonly { readonly accountId: string; readonly posts: number; readonly members: number }[];
  /** Co-actions of members by trace and bin of the case's timeline; sparse. */
  readonly timeline: readonly { readonly trace: TraceName; readonly bin: number; readonly coactions: number }[];
  /** 168 counts of the members' posts, hour of week in UTC, Monday 00 first; and of the accounts in no cluster. */
  readonly rhythm: readonly number[];
  readonly rhythmOthers: readonly number[];
  readonly surprising: readonly SurprisingPair[];
}
