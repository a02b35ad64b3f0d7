import { type SiteGraph, siteGraph } from "../graphs/site.ts";
import type { Store } from "../store/database.ts";
import type { ObservedTrace } from "../traces/observe.ts";

/** Sites drawn at most; the rest is counted. */
const SITES = 2000;

/**
 * The site graph of a case: sites that members of clusters link to and sites that carry indicators, linked by shared accounts, shared
 * texts and rare indicators.
 *
 * @param siteNames name of each object of the site trace
 * @param clusterOf cluster number of each account, -1 for none
 */
export async function caseSites(
  store: Store,
  sites: ObservedTrace | undefined,
  siteNames: readonly string[],
  texts: ObservedTrace | undefined,
  clusterOf: Int32Array,
  q: number,
): Promise<{ graph: SiteGraph; leftOut: number; commonIndicators: number }> {
  const indicators = await store.rows<{ domain: string; type: string; value: string }>(
    `select distinct domain, indicator_type as type, indicator_value as value from indicators order by all`,
  );
  const withIndicator = new Set(indicators.map(({ domain }) => domain));
  const members = siteNames.map(() => new Set<number>());
  if (sites !== undefined) {
    for (let i = 0; i < sites.actions.count; i++) {
      const account = sites.actions.account[i]!;
      if (clusterOf[account]! >= 0) members[sites.actions.object[i]!]!.add(account);
    }
  }
  const found = siteNames
    .map((domain, object) => ({ domain, object, members: members[object]!.size }))
    .filter(({ domain, members: count }) => count > 0 || withIndicator.has(domain))
    .sort((left, right) => right.members - left.members || (left.domain < right.domain ? -1 : 1));
  const linked = new Set(found.map(({ domain }) => domain));
  const unlinked = [...withIndicator].filter((domain) => !linked.has(domain));
  const shown = found.slice(0, SITES);
  const domains = [...shown.map(({ domain }) => domain), ...unlinked.slice(0, Math.max(0, SITES - shown.length))];
  const rows = siteRows(sites, texts, new Map(shown.map(({ object }, i) => [object, i])));
  const { graph, commonIndicators } = siteGraph(
    { domains, ...rows, accountCount: clusterOf.length, textCount: texts?.actions.objectCount ?? 0, indicators },
    q,
  );
  return { graph, leftOut: found.length + unlinked.length - domains.length, commonIndicators };
}

function siteRows(
  sites: ObservedTrace | undefined,
  texts: ObservedTrace | undefined,
  shown: ReadonlyMap<number, number>,
): { site: Uint32Array; account: Uint32Array; text: Int32Array } {
  if (sites === undefined) return { site: new Uint32Array(), account: new Uint32Array(), text: new Int32Array() };
  const { actions } = sites;
  const textOfPost = new Map<number, number>();
  if (texts !== undefined) {
    for (let i = 0; i < texts.actions.count; i++) textOfPost.set(texts.actions.post[i]!, texts.actions.object[i]!);
  }
  const kept: number[] = [];
  for (let i = 0; i < actions.count; i++) if (shown.has(actions.object[i]!)) kept.push(i);
  return {
    site: Uint32Array.from(kept, (i) => shown.get(actions.object[i]!)!),
    account: Uint32Array.from(kept, (i) => actions.account[i]!),
    text: Int32Array.from(kept, (i) => textOfPost.get(actions.post[i]!) ?? -1),
  };
}
