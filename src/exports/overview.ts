import type { Binning } from "../clusters/meetings.ts";
import type { Profile } from "../clusters/profile.ts";
import { LAYER_OF, type LayerLetter } from "../corpus/trace.ts";
import { discMap } from "./disc-map.ts";
import type { OverviewCluster, OverviewFile, TimelineCell } from "./explorer.ts";

/** Everything of the overview that does not come from the profiles. */
export type OverviewFacts = Omit<OverviewFile, "schema" | "clusters" | "clusterLinks" | "timeline">;

/** Pairs whose accounts are in two clusters, "C01 C02", counted by the letters of the layers they stand in. */
export type PairsBetween = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** `explorer/overview.json`: what the first screen shows. */
export function overviewFile(
  facts: OverviewFacts,
  profiles: readonly Profile[],
  binning: Binning,
  pairsBetween: PairsBetween,
): OverviewFile {
  const discs = discMap(profiles.map((profile) => profile.members.length));
  return {
    schema: 1,
    ...facts,
    clusters: profiles.map((profile, i): OverviewCluster => ({ ...clusterRow(profile), ...discs[i]! })),
    clusterLinks: clusterLinks(profiles, pairsBetween),
    timeline: { ...binning, cells: timelineCells(profiles) },
  };
}

function clusterRow(profile: Profile): Omit<OverviewCluster, "x" | "y" | "r"> {
  const layers: Partial<Record<LayerLetter, number>> = {};
  for (const { layer, share } of profile.evidence) layers[layer] = (layers[layer] ?? 0) + share;
  const { clusterId, key, name, reading, topRival, posts, observed, expected, q, stability, firstMs, lastMs } = profile;
  const accounts = profile.members.length;
  const [best] = profile.rivals;
  return {
    clusterId,
    key,
    name,
    reading,
    topRival,
    strongestRival: best === undefined ? null : { name: best.name, score: best.score },
    pControl: profile.control.p,
    accounts,
    posts,
    layers,
    observed,
    expected,
    q,
    stability,
    firstMs,
    lastMs,
  };
}

/** Pairs that the grouping cut, and sites that members of both push. */
function clusterLinks(profiles: readonly Profile[], pairsBetween: PairsBetween): OverviewFile["clusterLinks"] {
  const links: OverviewFile["clusterLinks"][number][] = [];
  for (const [key, counts] of pairsBetween) {
    const [a, b] = key.split(" ") as [string, string];
    const count = [...counts.values()].reduce((sum, own) => sum + own, 0);
    links.push({ a, b, kind: "pairs", count, byLayers: Object.fromEntries([...counts].sort()) });
  }
  const pushedBy = new Map<string, string[]>();
  for (const { clusterId, domains } of profiles) {
    for (const { domain, members } of domains) {
      if (members >= 2) pushedBy.set(domain, [...(pushedBy.get(domain) ?? []), clusterId]);
    }
  }
  const sites = new Map<string, number>();
  for (const clusters of pushedBy.values()) {
    // A site that many clusters push is a platform, not a link between them.
    if (clusters.length !== 2) continue;
    const key = clusters.join(" ");
    sites.set(key, (sites.get(key) ?? 0) + 1);
  }
  for (const [key, count] of sites) {
    const [a, b] = key.split(" ") as [string, string];
    links.push({ a, b, kind: "sites", count });
  }
  return links.sort((x, y) => (x.a + x.b + x.kind < y.a + y.b + y.kind ? -1 : 1));
}

function timelineCells(profiles: readonly Profile[]): TimelineCell[] {
  const cells: TimelineCell[] = [];
  for (const [cluster, { timeline }] of profiles.entries()) {
    const sums = new Map<string, number>();
    for (const { trace, bin, coactions } of timeline) {
      const key = `${LAYER_OF[trace]} ${bin}`;
      sums.set(key, (sums.get(key) ?? 0) + coactions);
    }
    for (const [key, coactions] of sums) {
      const [layer, bin] = key.split(" ") as [LayerLetter, string];
      cells.push([cluster, layer, Number(bin), coactions]);
    }
  }
  return cells;
}
