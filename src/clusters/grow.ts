import { type Belonging, belongings } from "../coaction/belonging.ts";
import { type Ground, groundOf } from "../coaction/ground.ts";
import { benjaminiHochberg } from "../math/fdr.ts";
import type { PairedLayer } from "./evidence-layer.ts";

/** A group as its pairs have it. */
export interface GroupSeed {
  readonly accounts: readonly number[];
  /** Layers in which it has significant pairs, and how many: what is tested is whether others act with it in these. */
  readonly layers: ReadonlyMap<number, number>;
  /** Layers of profiles and sites in which it has significant pairs: they corroborate what an account did. */
  readonly looks?: readonly number[];
  /** It is held by looks, and what its members did is theirs one by one. */
  readonly isByLooks?: boolean;
}

/** An account that came to a group by acting with it as a whole, and what shows it. */
export interface Joined {
  readonly account: number;
  readonly layer: number;
  /** Objects of that layer on which it met the group. */
  readonly objects: readonly number[];
  /** What its profile has in common with the group beside what it did, where that counted; null: nothing. */
  readonly looks: { readonly layer: number; readonly objects: readonly number[] } | null;
  readonly expected: number;
  readonly p: number;
  /** False discovery rate among all accounts that could have joined this group. */
  readonly q: number;
}

export interface GrownGroup {
  /** Positions of the seeds it is made of, the one that took in the others first. */
  readonly seeds: readonly number[];
  readonly joined: readonly Joined[];
}

export interface GrowOptions {
  readonly minObjects: number;
  /** False discovery rate of accounts, group by group. */
  readonly level: number;
}

/** Two objects are the least, for a pair as for an account and a group. */
const LEAST_OBJECTS = 2;
/** Rounds of joining; each has as members who joined before. */
const ROUNDS = 8;

/**
 * Question: which accounts that no pair betrays act with a group as its members do, and which groups are parts of one?
 *
 * Each account that is in no group is held against each group in the layers that make the group (`coaction/belonging.ts`); the smallest
 * p of these layers counts, each divided by the layer's share of the level (weighted Bonferroni). q is weighted Benjamini-Hochberg over all accounts that
 * could have joined this group, one family a group: of those who join it, at most a share `level` is expected to be false. Who joined
 * before is asked again with itself left out and stays in the family, or each round would pay anew for what the first has found. An account that could join several
 * joins the one where its p is smallest. A group of which at least half of the accounts pass against another one is part of it. Repeated
 * with the new members until nothing changes, at most eight times; only groups that changed are asked again.
 *
 * Cost: that of `belongings` for each group, layer of it, and round.
 * Does not show: what no seed shows; and see there for shared taste.
 */
export function growGroups(
  seeds: readonly GroupSeed[],
  layers: readonly PairedLayer[],
  options: GrowOptions,
): GrownGroup[] {
  const grounds = new Map<number, Ground>();
  const groundAt = (layer: number): Ground => {
    const { timeline, windowMs } = layers[layer]!;
    const ground = grounds.get(layer) ?? groundOf(timeline, windowMs, options.minObjects);
    grounds.set(layer, ground);
    return ground;
  };
  const growing = seeds.map(
    ({ accounts, layers: own, looks = [], isByLooks = false }, i): Growing => ({
      seeds: [i],
      accounts: [...accounts],
      looks: new Set(looks),
      isByLooks,
      layers: new Map(own),
      joined: [],
      candidates: null,
    }),
  );
  for (let round = 0; round < ROUNDS; round++) {
    for (const group of growing) group.candidates ??= candidatesOf(group, groundAt, options);
    const merged = mergeParts(growing);
    const joined = joinAccounts(growing);
    if (!merged && !joined) break;
  }
  return growing.map(({ seeds: own, joined }) => ({
    seeds: own,
    joined: joined.sort((left, right) => left.account - right.account),
  }));
}

interface Growing {
  readonly seeds: number[];
  readonly accounts: number[];
  readonly layers: Map<number, number>;
  readonly looks: Set<number>;
  readonly isByLooks: boolean;
  joined: Joined[];
  /** Accounts that pass, members of other groups among them; null: to be asked. */
  candidates: Map<number, Joined> | null;
}

function candidatesOf(
  { accounts, layers, looks, isByLooks, joined }: Growing,
  groundAt: (layer: number) => Ground,
  { level }: GrowOptions,
): Map<number, Joined> {
  if (layers.size === 0) return new Map();
  const members = new Set(accounts);
  const seeded = new Set(accounts);
  for (const { account } of joined) seeded.delete(account);
  const deeds = [...sharesOf(layers)].map(([layer, share]): Asked => {
    return { layer, share, found: belongings(groundAt(layer), accounts, isByLooks ? 1 : 2) };
  });
  const looked = bestOf(
    [...looks].map((layer): Asked => ({ layer, share: 1, found: belongings(groundAt(layer), accounts) })),
    1,
  );
  const passed = new Map<number, Joined>();
  const judge = (asked: readonly Candidate[], weightOf: (account: number) => number, eligible: number): void => {
    const p = Float64Array.from(asked, ({ account, deed }) => Math.min(1, deed.p / weightOf(account)));
    const q = benjaminiHochberg(p, Math.max(asked.length, eligible));
    for (const [i, { account, deed, look }] of asked.entries()) {
      if (q[i]! > level || members.has(account)) continue;
      const { layer, objects, expected } = deed;
      const shown = look === null ? null : { layer: look.layer, objects: look.objects };
      passed.set(account, { account, layer, objects, expected, looks: shown, p: deed.p, q: q[i]! });
    }
  };
  // Two families that share no account: those with a trait of the group, and all others.
  const alike = new Map([...looked].filter(([account]) => !seeded.has(account)));
  const others = candidates(bestOf(deeds, LEAST_OBJECTS), seeded).filter(({ account }) => !alike.has(account));
  const dealt = levelsOf(accounts, [...layers.keys()].map(groundAt));
  judge(others, dealt.weightOf, dealt.eligible + joined.length);
  judge(candidates(bestOf(deeds, 1), seeded, alike), () => 1, alike.size);
  return passed;
}

type Best = Belonging & { readonly layer: number };

interface Candidate {
  readonly account: number;
  readonly deed: Best;
  readonly look: Best | null;
}

/** @param among where given, only these are asked, and what they look like is noted */
function candidates(
  deeds: ReadonlyMap<number, Best>,
  seeded: ReadonlySet<number>,
  among?: ReadonlyMap<number, Best>,
): Candidate[] {
  return [...deeds]
    .filter(([account]) => !seeded.has(account) && (among === undefined || among.has(account)))
    .sort(([left], [right]) => left - right)
    .map(([account, deed]) => ({ account, deed, look: among?.get(account) ?? null }));
}

/** One layer's answers, and its share of the level. */
interface Asked {
  readonly layer: number;
  readonly share: number;
  readonly found: ReadonlyMap<number, Belonging>;
}

/** How each account belongs by the layer that shows it best, p divided by the layer's share. */
function bestOf(asked: readonly Asked[], leastObjects: number): Map<number, Best> {
  const best = new Map<number, Best>();
  for (const { layer, share, found } of asked) {
    for (const [account, one] of found) {
      if (one.objects.length < leastObjects) continue;
      const p = Math.min(1, one.p / share);
      if (p < (best.get(account)?.p ?? Number.POSITIVE_INFINITY)) best.set(account, { ...one, layer, p });
    }
  }
  return best;
}

/** Share of the level that is dealt to the layers of a group alike, so that none that speaks at all is deaf. */
const ALIKE = 0.1;

/** Each layer's share of the level, mostly by the significant pairs that the group has in it. */
function sharesOf(layers: ReadonlyMap<number, number>): Map<number, number> {
  const all = [...layers.values()].reduce((sum, pairs) => sum + pairs, 0);
  return new Map([...layers].map(([layer, pairs]) => [layer, ALIKE / layers.size + (1 - ALIKE) * (pairs / all)]));
}

/** Share of the level that is kept for accounts of publics in which the group has nobody. */
const ELSEWHERE = 0.1;
/** Publics of fewer accounts that could join are taken together. */
const LEAST_PUBLIC = 30;

/**
 * How the level is dealt over the accounts that could join, before looking at what any of them did (weighted Benjamini-Hochberg, as in
 * `coaction/nulls/publics.ts`): by how many of the group are of each public, with a part for all others. Weights are 1 on average.
 */
function levelsOf(
  accounts: readonly number[],
  grounds: readonly Ground[],
): { weightOf: (account: number) => number; eligible: number } {
  const publics = grounds[0]!.publicOf;
  const active = new Uint32Array(publics.reduce((most, one) => Math.max(most, one), 0) + 1);
  const members = new Set(accounts);
  const isOpen = (u: number): boolean =>
    !members.has(u) && grounds.some((ground) => objectsOf(ground, u) >= ground.minObjects);
  for (let u = 0; u < publics.length; u++) if (isOpen(u)) active[publics[u]!]!++;
  // Accounts of no public to speak of, and of none, are one.
  const publicOf = (u: number): number => (active[publics[u]!]! >= LEAST_PUBLIC ? publics[u]! : 0);
  const open = new Float64Array(active.length);
  const own = new Float64Array(active.length);
  let eligible = 0;
  for (let one = 0; one < active.length; one++) {
    open[active[one]! >= LEAST_PUBLIC ? one : 0]! += active[one]!;
    eligible += active[one]!;
  }
  let known = 0;
  for (const account of accounts) {
    if (open[publicOf(account)] === 0) continue;
    own[publicOf(account)]!++;
    known++;
  }
  const within = open.reduce((sum, count, one) => (own[one]! > 0 ? sum + count : sum), 0);
  const elsewhere = known === 0 ? 1 : within < eligible ? ELSEWHERE : 0;
  return {
    eligible,
    weightOf: (account) => {
      const one = publicOf(account);
      if (own[one] === 0) return (elsewhere * eligible) / (eligible - within);
      return ((1 - elsewhere) * own[one]! * eligible) / (known * open[one]!);
    },
  };
}

const objectsOf = ({ part }: Ground, account: number): number => part.starts[account + 1]! - part.starts[account]!;

/** Smaller groups go into larger ones. */
function mergeParts(growing: Growing[]): boolean {
  let changed = false;
  const bySize = [...growing].sort(
    (left, right) => left.accounts.length - right.accounts.length || byFirst(left, right),
  );
  for (const part of bySize) {
    let whole: Growing | null = null;
    let most = 0;
    for (const other of growing) {
      if (other === part || other.candidates === null || isSmaller(other, part)) continue;
      const passing = part.accounts.filter((account) => other.candidates!.has(account)).length;
      if (passing * 2 < part.accounts.length || passing <= most) continue;
      most = passing;
      whole = other;
    }
    if (whole === null) continue;
    whole.seeds.push(...part.seeds);
    whole.accounts.push(...part.accounts);
    whole.joined.push(...part.joined);
    for (const [layer, pairs] of part.layers) whole.layers.set(layer, (whole.layers.get(layer) ?? 0) + pairs);
    for (const layer of part.looks) whole.looks.add(layer);
    whole.candidates = null;
    growing.splice(growing.indexOf(part), 1);
    changed = true;
  }
  return changed;
}

const byFirst = (left: Growing, right: Growing): number => right.seeds[0]! - left.seeds[0]!;

const isSmaller = (one: Growing, other: Growing): boolean =>
  one.accounts.length < other.accounts.length ||
  (one.accounts.length === other.accounts.length && byFirst(one, other) < 0);

function joinAccounts(growing: readonly Growing[]): boolean {
  const taken = new Set(growing.flatMap(({ accounts }) => accounts));
  const choice = new Map<number, { group: Growing; one: Joined }>();
  for (const group of growing) {
    for (const [account, one] of group.candidates ?? []) {
      if (taken.has(account)) continue;
      const known = choice.get(account);
      if (known === undefined || one.p < known.one.p) choice.set(account, { group, one });
    }
  }
  for (const [account, { group, one }] of choice) {
    group.accounts.push(account);
    group.joined.push(one);
    group.layers.set(one.layer, (group.layers.get(one.layer) ?? 0) + 1);
    group.candidates = null;
  }
  return choice.size > 0;
}
