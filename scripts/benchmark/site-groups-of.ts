import { type GroupedSite, type SiteGroupOptions, siteGroups } from "../../src/clusters/site-groups.ts";
import { siteGraph } from "../../src/graphs/site.ts";

/** Something known of a site that another may have, too. */
export interface SiteIndicator {
  readonly domain: string;
  readonly type: string;
  readonly value: string;
}

export interface IndicatorGroups {
  readonly sites: readonly GroupedSite[];
  /** Values on so many sites that they link none by themselves (`INDICATOR_SITES`). */
  readonly commonValues: number;
  /** Sites that share any value with another, rare enough to link. */
  readonly linked: number;
}

/**
 * Groups of sites where nobody's posts are known: Marionet's site graph and grouping, from indicators alone.
 *
 * @param domains every site, also those without indicators
 */
export function siteGroupsOf(
  domains: readonly string[],
  indicators: readonly SiteIndicator[],
  options: SiteGroupOptions,
): IndicatorGroups {
  const { graph, commonIndicators } = siteGraph(
    {
      domains: [...domains].sort(),
      site: new Uint32Array(),
      account: new Uint32Array(),
      text: new Int32Array(),
      accountCount: 0,
      textCount: 0,
      indicators,
    },
    options.q,
  );
  const linked = graph.filterNodes((domain) => graph.degree(domain) > 0).length;
  return { sites: siteGroups(graph, options), commonValues: commonIndicators, linked };
}
