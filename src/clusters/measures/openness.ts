import type { MeasureInput } from "./measure.ts";

/**
 * Is what the members act on open to everybody, or their own?
 *
 * Of the accounts that ever touched an object of the evidence, the share that is in no cluster at all, over all these objects together
 * and for the middle object (accounts of other clusters do not count: they may be another hand of the same crew); and how unequal the
 * members' parts are (Gini coefficient of acts a member, Gini 1912). In the middle object each counts by its surprise: the tag of the
 * evening, which thousands used, is no evidence, and must not make a crew's own texts look like everybody's. A public event has
 * a long tail of people who take part once; a crew has nobody beside itself, and hands out work evenly.
 *
 * What it does not show: a crew that piles on other people's popular objects looks open here. Cost: one pass over the actions on the
 * evidence.
 */
export interface Openness {
  /** Accounts of this cluster and of none that touched the evidence, and how many of them are of none. */
  readonly touched: number;
  readonly outsiders: number;
  /** Middle over objects, weighted by their bits, of the share of outsiders among those who touched it, 0 to 1. */
  readonly middle: number;
  /** Gini coefficient of acts on the evidence over members, 0: all the same. */
  readonly gini: number;
}

export function measureOpenness({ drafts, layers, evidence, clusterOf }: MeasureInput): Openness[] {
  return drafts.map((draft, cluster) => {
    const { objects, acts } = evidence[cluster]!;
    const all = new Set<number>();
    const shares: { share: number; bits: number }[] = [];
    for (const { layer, object } of objects) {
      const { timeline, bitsOf } = layers[layer]!;
      const here = new Set<number>();
      for (let i = timeline.starts[object]!; i < timeline.starts[object + 1]!; i++) here.add(timeline.account[i]!);
      let outside = 0;
      let inside = 0;
      for (const account of here) {
        if (clusterOf[account] === cluster) inside++;
        else if (clusterOf[account]! < 0) outside++;
        else continue;
        all.add(account);
      }
      shares.push({ share: outside / (inside + outside), bits: bitsOf(object) });
    }
    let outsiders = 0;
    for (const account of all) if (clusterOf[account]! < 0) outsiders++;
    const parts = new Map(draft.accounts.map((account) => [account, 0]));
    for (const { account } of acts) parts.set(account, parts.get(account)! + 1);
    return { touched: all.size, outsiders, middle: median(shares), gini: gini([...parts.values()]) };
  });
}

/** The smallest share that, with those below it, holds half of the bits. */
function median(shares: readonly { share: number; bits: number }[]): number {
  const sorted = [...shares].sort((left, right) => left.share - right.share);
  const half = sorted.reduce((sum, { bits }) => sum + bits, 0) / 2;
  let sum = 0;
  for (const { share, bits } of sorted) {
    sum += bits;
    if (sum >= half) return share;
  }
  return 0;
}

/** Sum over sorted values of (2i - n - 1) x_i / (n sum). */
function gini(values: readonly number[]): number {
  const sorted = [...values].sort((left, right) => left - right);
  const total = sorted.reduce((sum, value) => sum + value, 0);
  if (total === 0) return 0;
  const weighted = sorted.reduce((sum, value, i) => sum + (2 * (i + 1) - sorted.length - 1) * value, 0);
  return weighted / (sorted.length * total);
}
