import Graph from "graphology";
import { coAudience } from "./co-audience.ts";

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
  readonly indicators: readonly { readonly domain: string; readonly type: string; readonly value: string }[];
}

/** A value on more sites than this is context (a shared host, a theme), not evidence. */
export const INDICATOR_SITES = 20;

/**
 * Links sites by three kinds of evidence that can be forged independently: the same accounts push them beyond chance, the same texts
 * accompany them beyond chance, and they share rare indicators (log2(sites with any indicator / sites with this value) bits, the
 * strongest of each type; values on more than `INDICATOR_SITES` sites are left out and counted). Weight adds the kinds up.
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
  return { graph, commonIndicators: linkByIndicators(input, link) };
}

const NO_EVIDENCE: SiteEdge = {
  weight: 0,
  sharedAccounts: 0,
  expectedAccounts: 0,
  sharedTexts: 0,
  expectedTexts: 0,
  indicators: "",
  indicatorBits: 0,
};

/** @returns how many values were too common to count */
function linkByIndicators(
  input: SiteInput,
  link: (a: string, b: string, change: Partial<SiteEdge>, weight: number) => void,
): number {
  const known = new Set(input.domains);
  const sitesOf = new Map<string, Set<string>>();
  for (const { domain, type, value } of input.indicators) {
    if (!known.has(domain)) continue;
    const key = `${type}\u0000${value}`;
    sitesOf.set(key, (sitesOf.get(key) ?? new Set()).add(domain));
  }
  const withAny = new Set(input.indicators.map(({ domain }) => domain)).size;
  const strongest = new Map<string, Map<string, { bits: number; value: string }>>();
  let common = 0;
  for (const [key, sites] of [...sitesOf].sort(([left], [right]) => (left < right ? -1 : 1))) {
    if (sites.size > INDICATOR_SITES) common++;
    if (sites.size < 2 || sites.size > INDICATOR_SITES) continue;
    const [type, value] = key.split("\u0000") as [string, string];
    const bits = Math.log2(withAny / sites.size);
    const list = [...sites].sort();
    for (let i = 0; i < list.length; i++) {
      for (let j = i + 1; j < list.length; j++) {
        const pair = `${list[i]} ${list[j]}`;
        const types = strongest.get(pair) ?? new Map<string, { bits: number; value: string }>();
        if (bits > (types.get(type)?.bits ?? -1)) types.set(type, { bits, value });
        strongest.set(pair, types);
      }
    }
  }
  for (const [pair, types] of strongest) {
    const [a, b] = pair.split(" ") as [string, string];
    const bits = [...types.values()].reduce((sum, one) => sum + one.bits, 0);
    const words = [...types].map(([type, one]) => `${type}=${one.value}`).join("; ");
    link(a, b, { indicators: words, indicatorBits: bits }, Math.log2(1 + bits));
  }
  return common;
}
