import { togetherness } from "../coaction/together.ts";
import { ALWAYS_MS, type Family } from "../corpus/trace.ts";
import type { AccountGraph } from "../graphs/account.ts";
import { seeded } from "../math/random.ts";
import { UnionFind } from "../math/union-find.ts";
import type { PairKey } from "./carry.ts";
import { meetingsOfPair } from "./closest.ts";
import type { PairedLayer } from "./evidence-layer.ts";
import type { Deeds } from "./profile.ts";

/** Of a group whose pairs are for the larger part held by looks alone. */
export interface HeldByLooks {
  /** Pairs of members who met, by layer of what they did. */
  readonly met: ReadonlyMap<number, readonly PairKey[]>;
  /** Where behaviour does not join it: what it did, beyond chance as a whole; null where it did not, or was not asked. */
  readonly deeds: Deeds | null;
}

/** Identity and infrastructure say who one seems to be, not what one did. */
export const isDeed = (family: Family): boolean => family !== "identity" && family !== "infrastructure";

/** Behaviour joins a group if its largest piece is three accounts or more, and at least half of all. */
export const joins = (piece: number, accounts: number): boolean => piece >= 3 && 2 * piece >= accounts;

/** Accounts of the largest piece that these links join. */
export function largestPiece(nodes: readonly string[], links: readonly { a: string; b: string }[]): number {
  const numberOf = new Map(nodes.map((node, i) => [node, i]));
  const pieces = new UnionFind(nodes.length);
  for (const { a, b } of links) pieces.join(numberOf.get(a)!, numberOf.get(b)!);
  return pieces.groups().reduce((most, piece) => Math.max(most, piece.length), 0);
}

/**
 * Which groups held by what stands in profiles, and by hardly anything that they did, act together all the same? No pair of them may
 * stand out, and all of them taken together can (`coaction/together.ts`); they were chosen without a look at what they did, so that one
 * test for each is all that is paid for (Bonferroni over such groups). Fronts are told by the links that accounts post, so a group with
 * any is not asked. Members who met must be three, and half of all.
 *
 * @param groups accounts of each group
 * @returns of each group what is known of its deeds, null where most of its pairs are held by behaviour
 */
export function heldByLooks(
  groups: readonly (readonly string[])[],
  graph: AccountGraph,
  layers: readonly PairedLayer[],
  { q, seed }: { readonly q: number; readonly seed: number },
): (HeldByLooks | null)[] {
  const held = groups.map((nodes) => {
    const { all, looks, fronts, deeds } = linksOf(nodes, graph, layers);
    const isFacade = fronts === 0 && !joins(largestPiece(nodes, deeds), nodes.length);
    return { isLooks: 2 * looks > all, isFacade };
  });
  const facades = held.filter(({ isFacade }) => isFacade).length;
  const timed = [...layers.keys()].filter((layer) => layers[layer]!.windowMs < ALWAYS_MS);
  const ask = facades > 0 ? togetherness(timed.map((layer) => layers[layer]!)) : null;
  return groups.map((nodes, i): HeldByLooks | null => {
    const { isLooks, isFacade } = held[i]!;
    if (!isLooks && !isFacade) return null;
    const members = nodes.map(Number).sort((left, right) => left - right);
    const met = pairsMet(members, timed, layers);
    if (!isFacade || ask === null) return { met, deeds: null };
    const { accounts, ...found } = ask(members, seeded(seed, "deeds", i));
    const isBeyond = found.p * facades <= q && joins(accounts.length, members.length);
    return { met, deeds: isBeyond ? { ...found, accounts: accounts.length } : null };
  });
}

/** How many pairs hold a group together, how many by their profiles alone or by fronts as well, and those that something they did stands for. */
function linksOf(
  nodes: readonly string[],
  graph: AccountGraph,
  layers: readonly PairedLayer[],
): { all: number; looks: number; fronts: number; deeds: { a: string; b: string }[] } {
  const inside = new Set(nodes);
  let all = 0;
  let looks = 0;
  let fronts = 0;
  const deeds: { a: string; b: string }[] = [];
  for (const a of nodes) {
    graph.forEachEdge(a, (_, { evidence }, source, b) => {
      if (source !== a || !inside.has(b)) return;
      const families = evidence.map(({ layer }) => layers[layer]!.layer.family);
      all++;
      if (families.every((family) => family === "identity")) looks++;
      if (families.includes("infrastructure")) fronts++;
      if (families.some(isDeed)) deeds.push({ a, b });
    });
  }
  return { all, looks, fronts, deeds };
}

function pairsMet(
  accounts: readonly number[],
  timed: readonly number[],
  layers: readonly PairedLayer[],
): Map<number, PairKey[]> {
  const met = new Map<number, PairKey[]>();
  for (const layer of timed) {
    const { timeline, index, windowMs } = layers[layer]!;
    const pairs = accounts.flatMap((a, i) =>
      accounts
        .slice(i + 1)
        .flatMap((b): PairKey[] => (meetingsOfPair(timeline, index, windowMs, a, b).length > 0 ? [[a, b]] : [])),
    );
    if (pairs.length > 0) met.set(layer, pairs);
  }
  return met;
}
