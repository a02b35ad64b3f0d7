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
 * Publics of fewer than `LEAST` active accounts have no factor: so small a group may be what is looked for. A larger crew that is most
 * of a public pays for what it looks like, a public.
 * Cost: O(cells + publics x objects), then O(1) a pair.
 *
 * Does not show: circles of taste inside a public.
 */
export interface Publics {
  /** At least 1; 1 for accounts of two publics. */
  factor(a: number, b: number): number;
}

const LEAST = 30;

/** @param publicOf number of each account's public, 0 for unknown */
export function publics(part: Participation, publicOf: Uint32Array): Publics {
  const members: number[][] = [];
  for (let u = 0; u < part.accountCount; u++) {
    if (publicOf[u] === 0 || part.starts[u + 1] === part.starts[u]) continue;
    const own = members[publicOf[u]!];
    if (own === undefined) members[publicOf[u]!] = [u];
    else own.push(u);
  }
  const factors = new Float64Array(members.length).fill(1);
  const inside = new Uint32Array(part.objectCount);
  members.forEach((accounts, one) => {
    if (accounts.length < LEAST) return;
    inside.fill(0);
    for (const u of accounts) for (let i = part.starts[u]!; i < part.starts[u + 1]!; i++) inside[part.object[i]!]!++;
    factors[one] = Math.max(1, mixing(part, inside));
  });
  return {
    factor: (a, b) => {
      const one = publicOf[a]!;
      return one !== 0 && one === publicOf[b] && one < factors.length ? factors[one]! : 1;
    },
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
