import { type Alike, alikeGroups, type Touches } from "../coaction/alike.ts";
import type { Community } from "../communities/community.ts";
import type { Actions } from "../corpus/actions.ts";
import { type AccountGraph, accountGraph } from "../graphs/account.ts";
import { UnionFind } from "../math/union-find.ts";
import { carryJoined } from "./carry.ts";
import type { PairedLayer } from "./evidence-layer.ts";
import { type GroupSeed, growGroups, type Joined } from "./grow.ts";

/** A community with those who act with it as a whole, and with the other parts of the same group. */
export interface WholeGroup extends Community {
  readonly joined: readonly Joined[];
  /** Accounts of each part that was found by itself; one list where the group is of one piece. */
  readonly parts: readonly (readonly number[])[];
  /** What shows that the parts belong together; `a` and `b` are positions in `parts`. */
  readonly likenesses: readonly Likeness[];
}

/** Two parts of a group that do the same things, though not at the same times. */
export interface Likeness extends Omit<Alike, "kind"> {
  /** Name of the kind of objects: a trace, or what the caller brought along. */
  readonly kind: string;
  /** Names of the first objects, where the caller brought them along. */
  readonly labels: readonly string[] | null;
}

/** Objects named of each likeness. */
const NAMED = 10;

export interface WholeOptions {
  readonly minObjects: number;
  /** False discovery rate of accounts in a group, and of groups that are one. */
  readonly q: number;
}

export interface Wholes {
  readonly layers: readonly PairedLayer[];
  readonly accounts: AccountGraph;
  readonly groups: readonly WholeGroup[];
}

/** Traces that read the same deed again from another side tell nothing of their own about whole groups. */
const NARROW: ReadonlySet<string> = new Set(["fast-repost", "co-target", "co-share"]);

/**
 * From communities of significant pairs to whole groups: accounts join that act with a group as its members do (`grow.ts`), and groups
 * become one that do the same things (`coaction/alike.ts`). Stability of a group of several parts is the mean of theirs, weighted by
 * size; membership of an account that joined is 1 - q, the chance that it belongs.
 *
 * @param besides kinds of objects that are no trace: authors taken up, indicators of the sites linked
 */
export function wholeGroups(
  graph: AccountGraph,
  communities: readonly Community[],
  layers: readonly PairedLayer[],
  actions: readonly Actions[],
  besides: readonly Touches[],
  options: WholeOptions,
): Wholes {
  const seeds = communities.map((community) => seedOf(graph, community));
  const grown = growGroups(seeds, layers, { minObjects: options.minObjects, level: options.q });
  const grownAccounts = grown.map(({ seeds: own, joined }) => [
    ...own.flatMap((i) => seeds[i]!.accounts),
    ...joined.map(({ account }) => account),
  ]);
  const kinds = [
    ...besides,
    ...actions.filter(({ trace }) => !NARROW.has(trace)).map((columns) => ({ ...columns, name: columns.trace })),
  ];
  const alike = alikeGroups(grownAccounts, kinds).filter(({ q }) => q <= options.q);
  const union = new UnionFind(grown.length);
  for (const { a, b } of alike) union.join(a, b);
  const groups = union.groups().map((parts): WholeGroup => {
    const joined = parts.flatMap((part) => grown[part]!.joined);
    const own = parts.flatMap((part) => grown[part]!.seeds).map((i) => communities[i]!);
    return {
      ...unitedOf(own, joined),
      joined,
      parts: parts.map((part) => [...grownAccounts[part]!].sort((left, right) => left - right)),
      likenesses: alike
        .filter(({ a }) => parts.includes(a))
        .map((one) => {
          const { name, labels } = kinds[one.kind]! as Touches;
          const [a, b] = [parts.indexOf(one.a), parts.indexOf(one.b)];
          const named = one.objects.slice(0, NAMED).map((object) => labels?.[object] ?? "");
          return { ...one, kind: name, a, b, labels: labels === undefined ? null : named };
        }),
    };
  });
  const joinedTo = groups.flatMap(({ joined, nodes }) => joined.map((one) => ({ one, members: nodes.map(Number) })));
  if (joinedTo.length === 0) return { layers, accounts: graph, groups };
  const carried = carryJoined(layers, joinedTo, actions);
  return { layers: carried, accounts: accountGraph(carried.map(({ layer }) => layer)), groups };
}

/** A community as it is, when nobody joins and nothing else is part of it. */
export function wholeOf(community: Community): WholeGroup {
  return { ...community, joined: [], parts: [community.nodes.map(Number)], likenesses: [] };
}

function seedOf(graph: AccountGraph, { nodes }: Community): GroupSeed {
  const inside = new Set(nodes);
  const layers = new Set<number>();
  for (const node of nodes) {
    graph.forEachEdge(node, (_, { evidence }, source, target) => {
      if (inside.has(source) && inside.has(target)) for (const { layer } of evidence) layers.add(layer);
    });
  }
  return { accounts: nodes.map(Number), layers: [...layers].sort((left, right) => left - right) };
}

function unitedOf(communities: readonly Community[], joined: readonly Joined[]): Community {
  const size = communities.reduce((sum, { nodes }) => sum + nodes.length, 0);
  const members = [
    ...communities.flatMap(({ nodes, membership }) =>
      nodes.map((node, i) => ({ account: Number(node), membership: membership[i]! })),
    ),
    ...joined.map(({ account, q }) => ({ account, membership: 1 - q })),
  ].sort((left, right) => left.account - right.account);
  return {
    nodes: members.map(({ account }) => String(account)),
    membership: members.map(({ membership }) => membership),
    stability: communities.reduce((sum, { nodes, stability }) => sum + stability * nodes.length, 0) / size,
  };
}
