import { matchAccounts } from "../clusters/matched-accounts.ts";
import type { CompareAnswer, CompareSide } from "../corpus/compare.ts";
import type { Share } from "../corpus/ego.ts";
import { commonOf, matchables, sideFacts } from "../store/compare-sides.ts";
import { NAME_SHAPES, nameShape } from "../text/name-shape.ts";
import type { CaseSource } from "./case-source.ts";

/** Bars of the time axis that both sides share. */
const BINS = 80;

/** Two clusters, or a cluster and random accounts matched to it (`right` null), measured alike on the same axes. */
export async function compare(source: CaseSource, left: string, right: string | null): Promise<CompareAnswer> {
  const { store, overview } = source;
  const startMs = overview.firstMs ?? 0;
  const binMs = Math.max(1, Math.ceil(((overview.lastMs ?? startMs) - startMs + 1) / BINS));
  const axis = { startMs, binMs, bins: BINS, q: overview.q };
  const members = await matchables(store, left);
  const own = members.map(({ account }) => account);
  const drawn = right === null ? matchAccounts(members, await matchables(store, null), overview.seed) : null;
  const others = drawn?.accounts ?? (await matchables(store, right)).map(({ account }) => account);
  const side = async (clusterId: string | null, accounts: readonly number[]): Promise<CompareSide> => {
    const { handles, ...facts } = await sideFacts(store, accounts, axis);
    return { clusterId, accounts: accounts.length, ...facts, names: shapesOf(handles) };
  };
  return {
    left: await side(left, own),
    right: await side(right, others),
    matching: drawn?.matching ?? null,
    startMs,
    binMs,
    common: await commonOf(store, own, others, overview.q),
  };
}

/** In the order in which shapes are told apart. */
function shapesOf(handles: readonly string[]): Share[] {
  const counts = new Map(NAME_SHAPES.map((shape) => [shape, 0]));
  for (const handle of handles) {
    const shape = nameShape(handle);
    counts.set(shape, (counts.get(shape) ?? 0) + 1);
  }
  return [...counts].map(([what, posts]) => ({ what, posts }));
}
