import type { Layer } from "../graphs/layer.ts";
import { benjaminiHochberg } from "../math/fdr.ts";
import { meetingsOfPair } from "./closest.ts";
import type { PairedLayer } from "./evidence-layer.ts";

/**
 * Question: which pairs of accounts with a common trait in their profiles count?
 *
 * Two families of tests, a false discovery rate for each (Benjamini-Hochberg in disjoint groups):
 * - pairs that stand out by what they did: chosen without a look at profiles, so that only they need be paid for ("independent filtering",
 *   Bourgon, Gentleman and Huber 2010, doi 10.1073/pnas.0914005107). One trait is enough to support what is there already.
 * - all others: paid for among all pairs that could have been, and traits in two places of the profile are asked for. One picture, or one
 *   description with all its links, is one act of copying.
 *
 * Cost: O(pairs). Does not show: that the profiles are false.
 *
 * @param place where each object of the trace is seen
 * @param behaved pairs that stand out in any trace of behaviour, as `pairsOf` gives them
 */
export function corroboration(one: PairedLayer, place: Uint8Array, behaved: ReadonlySet<number>, q: number): Layer {
  const { pairs, significance } = one.layer;
  const supports = Array.from({ length: pairs.count }, (_, i) => behaved.has(keyOf(pairs.a[i]!, pairs.b[i]!)));
  const level = new Float64Array(pairs.count);
  const judge = (group: boolean, tested: number): void => {
    const chosen = [...supports.keys()].filter((i) => supports[i] === group);
    const found = benjaminiHochberg(
      Float64Array.from(chosen, (i) => significance.p[i]!),
      Math.max(chosen.length, tested),
    );
    for (const [k, i] of chosen.entries()) level[i] = found[k]!;
  };
  judge(true, behaved.size);
  judge(false, significance.tested);
  const kept = [...supports.keys()].filter(
    (i) => level[i]! <= q && (supports[i] || placesOf(one, place, pairs.a[i]!, pairs.b[i]!) >= 2),
  );
  // Among an account's own pairs the same holds: those that its behaviour has singled out are few.
  const qAccount = significance.qAccount.map((own, i) => (supports[i] ? level[i]! : own));
  return {
    ...one.layer,
    significance: { ...significance, q: level, qAccount },
    fusedQ: level,
    fusedQAccount: qAccount,
    kept: Uint32Array.from(kept),
  };
}

/** Pairs that stand out in any of these layers. */
export function pairsOf(layers: readonly PairedLayer[]): Set<number> {
  const found = new Set<number>();
  for (const { layer } of layers) {
    for (const i of layer.kept) found.add(keyOf(layer.pairs.a[i]!, layer.pairs.b[i]!));
  }
  return found;
}

/** Exact up to 67 million accounts. */
const keyOf = (a: number, b: number): number => a * 2 ** 26 + b;

function placesOf({ timeline, index, windowMs }: PairedLayer, place: Uint8Array, a: number, b: number): number {
  return new Set(meetingsOfPair(timeline, index, windowMs, a, b).map(({ object }) => place[object]!)).size;
}
