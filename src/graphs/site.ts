import Graph from "graphology";
import { coAudience } from "./co-audience.ts";
import { type Indicator, sharedIndicators, sitesByValue } from "./shared-indicators.ts";

export interface SiteNode {
  readonly label: string;
  readonly accounts: number;
  readonly posts: number;
  readonly indicators: number;
}

/** Why two sites are linked; each kind keeps its own arithmetic. */
export interface SiteEdge {
  weight: number;
  /** Accounts that push both, and how many chance would give. 0 where that kind of evidence is absent. */
  sharedAccounts: number;
  expectedAccounts: number;
  /** Texts published with links to both. */
  sharedTexts: number;
  expectedTexts: number;
  /** Rare indicators in common, in words, and their rarity in bits. */
  indicators: string;
  indicatorBits: number;
  /** False discovery rate of so many bits among all pairs of sites; 1 without indicators in common. */
  indicatorQ: number;
}

export type SiteGraph = Graph<SiteNode, SiteEdge>;

export interface SiteInput {
  readonly domains: readonly string[];
  /** Post by post: the site (index into `domains`), the account, the text (-1 for none). */
  readonly site: Uint32Array;
  readonly account: Uint32Array;
  readonly text: Int32Array;
  readonly accountCount: number;
  readonly textCount: number;
  readonly indicators: readonly Indicator[];
}

/** A value on more sites than this is context (a shared host, a theme) and links nobody by itself, only beside others. */
export const INDICATOR_SITES = 20;

/**
 * Links sites by three kinds of evidence that can be forged independently: the same accounts push them beyond chance, the same texts
 * accompany them beyond chance, and they share indicators (`shared-indicators.ts`), either one that no more than `INDICATOR_SITES` sites
 * have, or several that are beyond chance together. One rare value alone may well be chance: `indicatorQ` says so. Weight adds the kinds up.
 */
export function siteGraph(input: SiteInput, q: number): { graph: SiteGraph; commonIndicators: number } {
  const graph: SiteGraph = new Graph({ type: "undirected" });
  const accounts = input.domains.map(() => new Set<number>());
  const posts = new Uint32Array(input.domains.length);
  for (let i = 0; i < input.site.length; i++) {
    accounts[input.site[i]!]!.add(input.account[i]!);
    posts[input.site[i]!]!++;
  }
  const carried = new Map<string, number>();
  for (const { domain } of input.indicators) carried.set(domain, (carried.get(domain) ?? 0) + 1);
  for (const [i, domain] of input.domains.entries()) {
    const indicators = carried.get(domain) ?? 0;
    graph.addNode(domain, { label: domain, accounts: accounts[i]!.size, posts: posts[i]!, indicators });
  }
  const link = (a: string, b: string, change: Partial<SiteEdge>, weight: number): void => {
    graph.updateUndirectedEdge(a, b, (edge) => ({
      ...NO_EVIDENCE,
      ...edge,
      ...change,
      weight: (edge.weight ?? 0) + weight,
    }));
  };
  const count = input.domains.length;
  for (const one of coAudience("co-domain", input.site, count, input.account, input.accountCount, q)) {
    const change = { sharedAccounts: one.shared, expectedAccounts: one.expected };
    link(input.domains[one.a]!, input.domains[one.b]!, change, Math.log2(1 + one.bits));
  }
  const withText = [...input.site.keys()].filter((i) => input.text[i]! >= 0);
  const site = Uint32Array.from(withText, (i) => input.site[i]!);
  const text = Uint32Array.from(withText, (i) => input.text[i]!);
  for (const one of coAudience("same-text", site, count, text, input.textCount, q)) {
    const change = { sharedTexts: one.shared, expectedTexts: one.expected };
    link(input.domains[one.a]!, input.domains[one.b]!, change, Math.log2(1 + one.bits));
  }
  return { graph, commonIndicators: linkByIndicators(input, q, link) };
}

const NO_EVIDENCE: SiteEdge = {
  weight: 0,
  sharedAccounts: 0,
  expectedAccounts: 0,
  sharedTexts: 0,
  expectedTexts: 0,
  indicators: "",
  indicatorBits: 0,
  indicatorQ: 1,
};

/** @returns how many values were too common to link by themselves */
function linkByIndicators(
  input: SiteInput,
  q: number,
  link: (a: string, b: string, change: Partial<SiteEdge>, weight: number) => void,
): number {
  const known = new Set(input.domains);
  const values = sitesByValue(input.indicators);
  for (const { a, b, words, bits, rarest, q: found } of sharedIndicators(values)) {
    // Sites that are not shown are background all the same.
    if (!known.has(a) || !known.has(b) || (rarest > INDICATOR_SITES && found > q)) continue;
    // What every site has links none.
    if (bits === 0) continue;
    link(a, b, { indicators: words, indicatorBits: bits, indicatorQ: found }, Math.log2(1 + bits));
  }
  return values.filter(({ sites }) => sites.length > INDICATOR_SITES).length;
}
