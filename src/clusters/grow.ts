import { type Belonging, belongings } from "../coaction/belonging.ts";
import { type Ground, groundOf } from "../coaction/ground.ts";
import { benjaminiHochberg } from "../math/fdr.ts";
import type { PairedLayer } from "./evidence-layer.ts";

/** A group as its pairs have it. */
export interface GroupSeed {
  readonly accounts: readonly number[];
  /** Layers in which it has significant pairs: what is tested is whether others act with it in these. */
  readonly layers: readonly number[];
}

/** An account that came to a group by acting with it as a whole, and what shows it. */
export interface Joined {
  readonly account: number;
  readonly layer: number;
  /** Objects of that layer on which it met the group. */
  readonly objects: readonly number[];
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
 * p of these layers counts, times their number (Bonferroni). q is Benjamini-Hochberg over all accounts that could have joined this
 * group, one family a group: of those who join it, at most a share `level` is expected to be false. An account that could join several
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
    ({ accounts, layers: own }, i): Growing => ({
      seeds: [i],
      accounts: [...accounts],
      layers: [...own],
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
  readonly layers: number[];
  joined: Joined[];
  /** Accounts that pass, members of other groups among them; null: to be asked. */
  candidates: Map<number, Joined> | null;
}

function candidatesOf(
  { accounts, layers, joined }: Growing,
  groundAt: (layer: number) => Ground,
  { level }: GrowOptions,
): Map<number, Joined> {
  const members = new Set(accounts);
  const seeded = new Set(accounts);
  for (const { account } of joined) seeded.delete(account);
  const best = new Map<number, Belonging & { layer: number }>();
  let eligible = 0;
  for (const layer of layers) {
    const found = belongings(groundAt(layer), accounts);
    eligible = Math.max(eligible, found.eligible + joined.length);
    for (const [account, one] of found.of) {
      if (seeded.has(account) || one.objects.length < LEAST_OBJECTS) continue;
      if (one.p < (best.get(account)?.p ?? Number.POSITIVE_INFINITY)) best.set(account, { ...one, layer });
    }
  }
  const asked = [...best].sort(([left], [right]) => left - right);
  const p = Float64Array.from(asked, ([, one]) => Math.min(1, one.p * layers.length));
  const q = benjaminiHochberg(p, Math.max(asked.length, eligible));
  const passed = new Map<number, Joined>();
  for (const [i, [account, { layer, objects, expected }]] of asked.entries()) {
    if (q[i]! <= level && !members.has(account)) passed.set(account, { account, layer, objects, expected, p: p[i]!, q: q[i]! });
  }
  return passed;
}

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
    for (const layer of part.layers) if (!whole.layers.includes(layer)) whole.layers.push(layer);
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
    group.candidates = null;
  }
  return choice.size > 0;
}
