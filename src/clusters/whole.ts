import { type Alike, alikeGroups } from "../coaction/alike.ts";
import type { Touches } from "../coaction/held.ts";
import { servedAlike } from "../coaction/served.ts";
import { takersOf } from "../coaction/takers.ts";
import type { Community } from "../communities/community.ts";
import { united } from "../communities/united.ts";
import type { Actions } from "../corpus/actions.ts";
import { ALWAYS_MS } from "../corpus/trace.ts";
import { type AccountGraph, accountGraph } from "../graphs/account.ts";
import { UnionFind } from "../math/union-find.ts";
import { carryJoined, type PairKey } from "./carry.ts";
import { type HeldByLooks, heldByLooks } from "./deeds.ts";
import type { PairedLayer } from "./evidence-layer.ts";
import { type GroupSeed, growGroups, type Joined } from "./grow.ts";
import type { Deeds } from "./profile.ts";

/** A community with those who act with it as a whole, and with the other parts of the same group. */
export interface WholeGroup extends Community {
  readonly joined: readonly Joined[];
  /** Accounts of each part that was found by itself; one list where the group is of one piece. */
  readonly parts: readonly (readonly number[])[];
  /** What shows that the parts belong together; `a` and `b` are positions in `parts`. */
  readonly likenesses: readonly Likeness[];
  /** Where profiles hold it together: what its members did, tested as a whole; null where behaviour holds it, or nothing they did is beyond chance. */
  readonly deeds: Deeds | null;
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
  readonly seed: number;
}

export interface Wholes {
  readonly layers: readonly PairedLayer[];
  readonly accounts: AccountGraph;
  readonly groups: readonly WholeGroup[];
}

/** Traces that read the same deed again from another side tell nothing of their own about whole groups. */
const NARROW: ReadonlySet<string> = new Set(["fast-repost", "co-target", "co-share", "burst-hashtag"]);

/** Of two traces that read the same deed, the one in which a group has more pairs is asked who else belongs. */
const TWINS: ReadonlyMap<string, string> = new Map([
  ["co-target", "co-reply"],
  ["fast-repost", "co-repost"],
  ["hashtag-sequence", "hashtag-set"],
  ["co-hashtag", "hashtag-set"],
]);

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
  // What stands in a profile is there at any time: who has the same was not at the same place.
  const timed = (layer: number): boolean => layers[layer]!.windowMs < ALWAYS_MS;
  const traceOf = (layer: number): string => actions[layer]!.trace;
  const held = heldByLooks(
    communities.map(({ nodes }) => nodes),
    graph,
    layers,
    options,
  );
  const seeds = communities.map((community, i) => seedOf(graph, community, held[i]!, timed, traceOf, layers.length));
  const grown = growGroups(seeds, layers, { minObjects: options.minObjects, level: options.q });
  const grownAccounts = grown.map(({ seeds: own, joined }) => [
    ...own.flatMap((i) => seeds[i]!.accounts),
    ...joined.map(({ account }) => account),
  ]);
  const kinds = [
    ...besides,
    ...actions
      .filter(({ trace }, layer) => timed(layer) && !NARROW.has(trace))
      .map((columns) => ({ ...columns, name: columns.trace })),
  ];
  const { groups: wholes, likenesses } = unite(grownAccounts, kinds, options.q);
  const groups = wholes.map((parts): WholeGroup => {
    const joined = parts.flatMap((part) => grown[part]!.joined);
    const own = parts.flatMap((part) => grown[part]!.seeds).map((i) => communities[i]!);
    return {
      ...united(
        own,
        joined.map(({ account, q }) => ({ account, membership: 1 - q })),
      ),
      joined,
      parts: parts.map((part) => [...grownAccounts[part]!].sort((left, right) => left - right)),
      likenesses: likenesses
        .filter(({ a }) => parts.includes(a))
        .map((one) => ({ ...one, a: parts.indexOf(one.a), b: parts.indexOf(one.b) })),
      deeds: parts
        .flatMap((part) => grown[part]!.seeds)
        .reduce<Deeds | null>((first, i) => first ?? held[i]?.deeds ?? null, null),
    };
  });
  const joinedTo = groups.flatMap(({ joined, nodes }) => joined.map((one) => ({ one, members: nodes.map(Number) })));
  const shown = new Map<number, PairKey[]>();
  for (const one of held) {
    if (one === null || one.deeds === null) continue;
    for (const [layer, pairs] of one.met) shown.set(layer, [...(shown.get(layer) ?? []), ...pairs]);
  }
  if (joinedTo.length === 0 && shown.size === 0) return { layers, accounts: graph, groups };
  const carried = carryJoined(layers, joinedTo, actions, shown);
  return { layers: carried, accounts: accountGraph(carried.map(({ layer }) => layer)), groups };
}

/**
 * Which groups are parts of one: those that hold the same (`coaction/alike.ts`); then those of the united ones that serve authors whose
 * sites are run together (`coaction/served.ts`); then those that take up the same third group; then a group with those it takes up, where it is most of their public (`coaction/takers.ts`). Only when all takers of a group are
 * one can they be most of its public. United ones are told by their largest parts.
 *
 * @returns positions in `groups` that make up each united one; `a` and `b` of a likeness are such positions
 */
function unite(
  groups: readonly (readonly number[])[],
  kinds: readonly Touches[],
  level: number,
): { groups: number[][]; likenesses: Likeness[] } {
  const union = new UnionFind(groups.length);
  const likenesses: Likeness[] = [];
  const note = ({ name, labels }: NamedKind, { kind: _, ...one }: Omit<Alike, "kind"> & { kind?: number }): void => {
    const named = one.objects.slice(0, NAMED).map((object) => labels?.[object] ?? "");
    likenesses.push({ ...one, kind: name, labels: labels === undefined ? null : named });
    union.join(one.a, one.b);
  };
  for (const one of alikeGroups(groups, kinds)) if (one.q <= level) note(kinds[one.kind]!, one);
  const noteUnited = (
    find: (accounts: readonly (readonly number[])[]) => readonly Omit<Alike, "kind">[],
    kind: NamedKind,
  ) => {
    const parted = union.groups();
    const largest = parted.map((parts) =>
      parts.reduce((best, part) => (groups[part]!.length > groups[best]!.length ? part : best)),
    );
    for (const one of find(parted.map((parts) => parts.flatMap((part) => groups[part]!)))) {
      if (one.q > level) continue;
      const [a, b] = [largest[one.a]!, largest[one.b]!];
      note(kind, { ...one, a: Math.min(a, b), b: Math.max(a, b) });
    }
  };
  const authors = kinds.filter(({ accountOf }) => accountOf !== undefined);
  for (const { sites } of kinds) {
    if (sites === undefined) continue;
    for (const kind of authors)
      noteUnited((accounts) => servedAlike(accounts, kind, sites), { name: "sites served", labels: sites.labels });
  }
  for (const wanted of ["same third", "closed loop"] as const) {
    for (const kind of authors)
      noteUnited((accounts) => takersOf(accounts, kind).filter(({ how }) => how === wanted), kind);
  }
  return { groups: union.groups(), likenesses };
}

/** Objects of one kind, and what a person reads for each. */
type NamedKind = Pick<Touches, "name" | "labels">;

/** A community as it is, when nobody joins and nothing else is part of it. */
export function wholeOf(community: Community): WholeGroup {
  return { ...community, joined: [], parts: [community.nodes.map(Number)], likenesses: [], deeds: null };
}

/** Bursts are asked who else belongs only where nothing else made the group: crowds attend them across groups (`seed-groups.ts`). */
function seedOf(
  graph: AccountGraph,
  { nodes }: Community,
  held: HeldByLooks | null,
  timed: (layer: number) => boolean,
  traceOf: (layer: number) => string,
  layerCount: number,
): GroupSeed {
  const inside = new Set(nodes);
  const pairs = new Map<number, number>();
  for (const node of nodes) {
    graph.forEachEdge(node, (_, { evidence }, source, target) => {
      if (inside.has(source) && inside.has(target))
        for (const { layer } of evidence) pairs.set(layer, (pairs.get(layer) ?? 0) + 1);
    });
  }
  // Not fronts: they are told by the links that accounts post, and so are no second opinion on what these did.
  const looks = [...pairs.keys()].filter((layer) => traceOf(layer) === "shared-profile");
  // Held by looks: asked is whatever its members did, mostly that in which they met.
  if (held !== null) {
    for (let layer = 0; layer < layerCount; layer++) {
      if (timed(layer)) pairs.set(layer, 1 + (held.met.get(layer)?.length ?? 0));
    }
  }
  const own = [...pairs].filter(([layer]) => timed(layer)).sort(([left], [right]) => left - right);
  const others = own.filter(([layer]) => traceOf(layer) !== "burst-hashtag");
  const asked = others.length > 0 ? others : own;
  const pairsBy = new Map(asked.map(([layer, count]) => [traceOf(layer), count]));
  const isLesser = ([layer, count]: readonly [number, number]): boolean => {
    const trace = traceOf(layer);
    for (const [narrow, wide] of TWINS) {
      if (trace === narrow && count <= (pairsBy.get(wide) ?? 0)) return true;
      if (trace === wide && count < (pairsBy.get(narrow) ?? 0)) return true;
    }
    return false;
  };
  return {
    accounts: nodes.map(Number),
    layers: new Map(asked.filter((one) => !isLesser(one))),
    looks,
    isByLooks: held !== null,
  };
}
