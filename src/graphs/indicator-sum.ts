import type { CommonIndicator } from "../corpus/site-table.ts";
import { kindOfIndicator } from "./shared-indicators.ts";

/** One value that two sites have in common, and what it adds. */
export interface IndicatorPart extends CommonIndicator {
  readonly kind: string;
  /** log2(sites with indicators / sites with this value). */
  readonly bits: number;
  /** False: another value of the same kind is rarer, and only the rarest counts. */
  readonly counts: boolean;
}

/**
 * Question: what do the indicators that two sites have in common add up to, so that a reader can do the sum again by hand?
 *
 * Each value in common on k of the N sites with
 * indicators is worth log2(N / k) bits; of each kind the rarest counts (an address, its network and its name servers are one kind), and
 * kinds add up. The same sum as `sharedIndicators`, taken apart (sources there). O(values log values).
 *
 * Does not show: who runs the sites, nor chance; a value can be rare here and common elsewhere.
 */
export function indicatorSum(
  common: readonly CommonIndicator[],
  withAny: number,
): { readonly parts: readonly IndicatorPart[]; readonly bits: number } {
  const seen = new Set<string>();
  const parts = [...common]
    .sort((x, y) => x.sites - y.sites || (x.type < y.type ? -1 : x.type > y.type ? 1 : x.value < y.value ? -1 : 1))
    .map((one): IndicatorPart => {
      const kind = kindOfIndicator(one.type);
      const counts = !seen.has(kind);
      seen.add(kind);
      return { ...one, kind, bits: Math.log2(withAny / one.sites), counts };
    });
  return { parts, bits: parts.reduce((sum, part) => sum + (part.counts ? part.bits : 0), 0) };
}
