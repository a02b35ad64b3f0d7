import { panjerTail, reachFor } from "./surprise.ts";

/**
 * Question: what is the chance that n actions, dealt from a pool of actions, are worth so much in all?
 *
 * `law[k]` is the share of the pool that is worth k steps of a grid, k >= 1; all the rest is worth nothing. Dealt with replacement, which
 * has the longer tail. Up to `FEW` actions the n-fold convolution is exact; beyond, the number of actions that are worth anything,
 * binomial (n, P), is at most Poisson (-n log(1 - P)), and the sum is compound Poisson (`panjerTail`).
 * Cost: O(n x length of the law squared) once for each n, then O(1).
 */
export class DealtLaw {
  private readonly law: Float64Array;
  private readonly hit: number;
  /** Chances of each sum for k actions, at k. */
  private readonly sums: Float64Array[] = [Float64Array.of(1)];
  /** By number of actions, and by how far they go (`reachFor`). */
  private readonly tails = new Map<number | undefined, Map<number, Float64Array>>();

  constructor(law: Float64Array) {
    this.hit = law.reduce((sum, share, k) => (k === 0 ? sum : sum + share), 0);
    this.law = law;
  }

  /** How many of n actions are worth anything by chance. */
  expected(n: number): number {
    return n * this.hit;
  }

  tail(n: number, sum: number): number {
    if (sum <= 0) return 1;
    const reach = n <= FEW ? undefined : reachFor(sum);
    const byActions = this.tails.get(reach) ?? new Map<number, Float64Array>();
    this.tails.set(reach, byActions);
    const tail = byActions.get(n) ?? (n <= FEW ? this.exact(n) : this.bound(n, reach));
    byActions.set(n, tail);
    // An exact tail ends where no sum is larger; the bound is not computed to its end.
    if (sum < tail.length) return tail[sum]!;
    return n <= FEW ? 0 : tail.at(-1)!;
  }

  private exact(n: number): Float64Array {
    const { law, sums } = this;
    while (sums.length <= n) {
      const before = sums.at(-1)!;
      const after = new Float64Array(before.length + law.length - 1);
      for (let s = 0; s < before.length; s++) after[s]! += before[s]! * (1 - this.hit);
      for (let k = 1; k < law.length; k++) {
        if (law[k] === 0) continue;
        for (let s = 0; s < before.length; s++) after[s + k]! += before[s]! * law[k]!;
      }
      sums.push(after);
    }
    const tail = Float64Array.from(sums[n]!);
    for (let s = tail.length - 2; s >= 0; s--) tail[s]! += tail[s + 1]!;
    return tail;
  }

  private bound(n: number, reach: number | undefined): Float64Array {
    const rate = -n * Math.log1p(-Math.min(this.hit, ALMOST_SURE));
    const jumps = [...this.law.keys()].filter((k) => k > 0 && this.law[k]! > 0);
    return panjerTail({ jumps, g: jumps.map((k) => (rate * this.law[k]!) / this.hit) }, reach);
  }
}

const FEW = 32;
/** Above, -log(1 - P) would be infinite. */
const ALMOST_SURE = 0.999;
