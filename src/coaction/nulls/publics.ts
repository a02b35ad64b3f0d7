import type { Participation } from "../participation.ts";

/**
 * Question: how much oftener do two accounts of one public (one platform, one language) meet, because they see little else?
 *
 * The degree-preserving null lets everybody meet everybody. Who reads Urdu meets those who read Urdu: with a share s of all activity,
 * and no contact outside, 1 / s times as often as that null expects, and the two meetings that make a pair 1 / s^2 times. So it is
 * measured, public by public: with n_oS of the n_o accounts of object o in public S,
 *     R_S = mean over o of n_oS (n_oS - 1) / (n_o (n_o - 1))  /  (mean over o of n_oS / n_o)^2,   objects of two accounts or more,
 * which is 1 where publics mix and 1 / s where they do not. Rates of the nulls are multiplied by it for pairs within S where it is above
 * 1. Every object counts once, since the small ones, which tell most, mix least.
 *
 * Where strangers hardly meet, most pairs that could be are no serious candidates, and a level spread over all of them alike buries small
 * publics twice. So the level is dealt out beforehand, by who could be whom and never by who met whom (weighted Benjamini-Hochberg,
 * Genovese, Roeder and Wasserman 2006, doi 10.1093/biomet/93.3.509): each public gets a part by its accounts, pairs across publics get
 * `ACROSS` at most. p divided by the pair's weight, whose mean over all pairs is 1 or less, is what q is computed from.
 *
 * Publics of fewer than `LEAST` active accounts have no factor: so small a group may be what is looked for. A larger crew that is most
 * of a public pays for what it looks like, a public.
 * Cost: O(cells + publics x objects), then O(1) a pair.
 *
 * Does not show: circles of taste inside a public.
 */
export interface Publics {
  /** At least 1; 1 for accounts of two publics. */
  factor(a: number, b: number): number;
  /** Share of the level that falls to this pair, as a multiple of an even share. */
  weight(a: number, b: number): number;
}

const LEAST = 30;
const ACROSS = 0.1;

/**
 * @param publicOf number of each account's public, 0 for unknown
 * @param minObjects objects that an account needs for its pairs to be tested
 */
export function publics(part: Participation, publicOf: Uint16Array, minObjects: number): Publics {
  const members: number[][] = [];
  for (let u = 0; u < part.accountCount; u++) {
    if (publicOf[u] === 0 || part.starts[u + 1] === part.starts[u]) continue;
    const own = members[publicOf[u]!];
    if (own === undefined) members[publicOf[u]!] = [u];
    else own.push(u);
  }
  const factors = new Float64Array(members.length).fill(1);
  const eligible = new Float64Array(members.length);
  const inside = new Uint32Array(part.objectCount);
  const degree = (u: number): number => part.starts[u + 1]! - part.starts[u]!;
  members.forEach((accounts, one) => {
    if (accounts.length < LEAST) return;
    inside.fill(0);
    for (const u of accounts) for (let i = part.starts[u]!; i < part.starts[u + 1]!; i++) inside[part.object[i]!]!++;
    factors[one] = Math.max(1, mixing(part, inside));
    eligible[one] = accounts.filter((u) => degree(u) >= minObjects).length;
  });
  let all = 0;
  for (let u = 0; u < part.accountCount; u++) if (degree(u) >= minObjects) all++;
  const { within, across } = weights(eligible, all);
  const common = (a: number, b: number): number => {
    const one = publicOf[a]!;
    return one === publicOf[b] && one < eligible.length && eligible[one]! > 0 ? one : 0;
  };
  return {
    factor: (a, b) => {
      const one = common(a, b);
      return one === 0 ? 1 : factors[one]!;
    },
    weight: (a, b) => {
      const one = common(a, b);
      return one === 0 ? across : within[one]!;
    },
  };
}

/** Weights of pairs within each public and of all other pairs, from how many accounts of each can be tested. */
function weights(eligible: Float64Array, all: number): { within: Float64Array; across: number } {
  const pairsOf = (n: number): number => (n * (n - 1)) / 2;
  const total = pairsOf(all);
  const accounts = eligible.reduce((sum, n) => sum + n, 0);
  const pairsAcross = total - eligible.reduce((sum, n) => sum + pairsOf(n), 0);
  if (accounts === 0 || total === 0) return { within: new Float64Array(eligible.length).fill(1), across: 1 };
  // Accounts of no public have pairs of the second kind alone.
  const budgetAcross = Math.min(pairsAcross / total, ACROSS + (1 - accounts / all));
  return {
    within: eligible.map((n) => (n > 1 ? (((1 - budgetAcross) * n) / accounts) * (total / pairsOf(n)) : 1)),
    across: pairsAcross > 0 ? (budgetAcross * total) / pairsAcross : 1,
  };
}

function mixing({ popularity, objectCount }: Participation, inside: Uint32Array): number {
  let objects = 0;
  let pairs = 0;
  let share = 0;
  for (let o = 0; o < objectCount; o++) {
    const n = popularity[o]!;
    if (n < 2) continue;
    objects++;
    share += inside[o]! / n;
    pairs += (inside[o]! * (inside[o]! - 1)) / (n * (n - 1));
  }
  return share > 0 ? (pairs * objects) / share ** 2 : 1;
}
