import type { Profile } from "../clusters/profile.ts";
import { clusterColor, toGexf } from "../exports/gexf.ts";
import type { AccountGraph } from "../graphs/account.ts";
import type { ContentGraph } from "../graphs/content.ts";
import type { Layer } from "../graphs/layer.ts";
import { layOutGraph, type Positions } from "../graphs/layout.ts";
import type { SiteGraph } from "../graphs/site.ts";

interface AccountNames {
  /** Id and handle of each account of the graph. */
  readonly idOf: (account: number) => string;
  readonly handleOf: (account: number) => string;
}

/** graphs/account.gexf: accounts with significant pairs, coloured by cluster, every layer's count on the edge. */
export function accountGexf(
  graph: AccountGraph,
  layers: readonly Layer[],
  profiles: readonly Profile[],
  names: AccountNames,
  seed: number,
): string {
  const memberOf = new Map<number, { rank: number; profile: Profile; index: number }>();
  for (const [rank, profile] of profiles.entries()) {
    for (const [index, member] of profile.members.entries()) memberOf.set(member.account, { rank, profile, index });
  }
  const { at } = positionsOf(graph.nodes(), edgesOf(graph), seed);
  return toGexf(
    graph,
    (key, { account }) => {
      const found = memberOf.get(account);
      const member = found?.profile.members[found.index];
      return {
        label: names.handleOf(account),
        ...at(key),
        size: member === undefined ? 3 : 3 + Math.sqrt(member.posts),
        color: clusterColor(found?.rank ?? Number.POSITIVE_INFINITY),
        attributes: {
          account_id: names.idOf(account),
          cluster: found?.profile.clusterId ?? "",
          reading: found?.profile.reading ?? "",
          role: member?.role ?? "",
          membership: member?.membership ?? 0,
          score: member?.score ?? 0,
          posts: member?.posts ?? 0,
        },
      };
    },
    ({ weight, evidence }) => {
      const counts: Record<string, number> = {};
      let smallest = 1;
      for (const { layer, pair } of evidence) {
        counts[layers[layer]!.pairs.trace] = layers[layer]!.pairs.objects[pair]!;
        smallest = Math.min(smallest, layers[layer]!.significance.q[pair]!);
      }
      return { weight, q: smallest, ...counts };
    },
  );
}

/** graphs/content.gexf */
export function contentGexf(graph: ContentGraph, clusterIds: readonly string[], seed: number): string {
  const { at } = positionsOf(graph.nodes(), edgesOf(graph), seed);
  return toGexf(
    graph,
    (key, { label, trace, accounts, members, cluster }) => ({
      label,
      ...at(key),
      size: 3 + 2 * Math.sqrt(members),
      color: clusterColor(cluster === "" ? Number.POSITIVE_INFINITY : clusterIds.indexOf(cluster)),
      attributes: { trace, accounts, members, cluster },
    }),
    (edge) => ({ ...edge }),
  );
}

/** graphs/site.gexf */
export function siteGexf(graph: SiteGraph, seed: number): string {
  const { at } = positionsOf(graph.nodes(), edgesOf(graph), seed);
  return toGexf(
    graph,
    (key, { label, accounts, posts, indicators }) => ({
      label,
      ...at(key),
      size: 3 + 2 * Math.sqrt(accounts),
      color: clusterColor(7),
      attributes: { accounts, posts, indicators },
    }),
    (edge) => ({ ...edge }),
  );
}

interface WeightedEdge {
  readonly source: string;
  readonly target: string;
  readonly weight: number;
}

function edgesOf(graph: AccountGraph | ContentGraph | SiteGraph): WeightedEdge[] {
  const edges: WeightedEdge[] = [];
  (graph as ContentGraph).forEachEdge((_, { weight }, source, target) => edges.push({ source, target, weight }));
  return edges;
}

function positionsOf(
  nodes: readonly string[],
  edges: readonly WeightedEdge[],
  seed: number,
): { at: (key: string) => { x: number; y: number } } {
  const index = new Map(nodes.map((node, i) => [node, i]));
  const positions: Positions = layOutGraph(
    nodes.length,
    {
      from: edges.map((edge) => index.get(edge.source)!),
      to: edges.map((edge) => index.get(edge.target)!),
      weight: edges.map((edge) => edge.weight),
    },
    seed,
  );
  return { at: (key) => ({ x: positions.x[index.get(key)!]!, y: positions.y[index.get(key)!]! }) };
}
