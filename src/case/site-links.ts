import type { SiteLink, SiteLinksFile } from "../corpus/site-table.ts";
import type { SiteGraph } from "../graphs/site.ts";

/** Links that the page carries at most; graphs/site.gexf holds all. */
const LINKS = 5000;

/** The links of the site graph with their arithmetic, strongest first, as the explorer reads them. */
export function siteLinks(graph: SiteGraph): SiteLinksFile {
  const links: (SiteLink & { readonly weight: number })[] = [];
  graph.forEachEdge((_, { indicators: _words, ...numbers }, a, b) => {
    links.push(a < b ? { a, b, ...numbers } : { a: b, b: a, ...numbers });
  });
  links.sort((x, y) => y.weight - x.weight || (x.a < y.a ? -1 : x.a > y.a ? 1 : x.b < y.b ? -1 : 1));
  return { total: links.length, links: links.slice(0, LINKS).map(({ weight: _weight, ...link }) => link) };
}
