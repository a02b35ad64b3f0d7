import type { Community } from "./community.ts";

/**
 * Communities that are one, with accounts that came to them. Stability is the mean of theirs, weighted by size: the whole was never
 * looked for as such in the resampled network.
 */
export function united(
  communities: readonly Community[],
  more: readonly { readonly account: number; readonly membership: number }[] = [],
): Community {
  const size = communities.reduce((sum, { nodes }) => sum + nodes.length, 0);
  const mean = (read: (community: Community) => number): number =>
    communities.reduce((sum, community) => sum + read(community) * community.nodes.length, 0) / size;
  const members = [
    ...communities.flatMap(({ nodes, membership }) =>
      nodes.map((node, i) => ({ account: Number(node), membership: membership[i]! })),
    ),
    ...more,
  ].sort((left, right) => left.account - right.account);
  return {
    nodes: members.map(({ account }) => String(account)),
    membership: members.map(({ membership }) => membership),
    stability: mean(({ stability }) => stability),
    beyondResolution: mean(({ beyondResolution }) => beyondResolution),
  };
}
