import type { Forgery } from "../corpus/trace.ts";
import { UnionFind } from "../math/union-find.ts";
import type { Draft, DraftTie } from "./draft.ts";
import type { EvidenceLayer } from "./evidence-layer.ts";
import type { ForgeryLine, Robustness } from "./robustness.ts";

const COSTS: readonly Forgery[] = ["free", "cheap", "effort", "costly"];

/**
 * Question: does the cluster hang on one kind of mark, or on marks that a stranger could have left to frame it?
 *
 * Its pairs are taken away trace by trace, then all whose mark is free or cheap to forge, and its members joined again by what stays
 * (union-find). Nothing is tested or grouped anew: a pair that stays is as significant as before. Cost: O(pairs x traces).
 *
 * Every trace of today's catalogue is free or cheap (`src/traces/`), since each can be left by doing what others do in public; then
 * `membersBeyondCheap` is 0, and who acts first (`acting-order.ts`) is the only thing in the posts that an outsider cannot copy.
 */
export function robustnessOf(draft: Draft, layers: readonly EvidenceLayer[]): Robustness {
  const used = [...new Set(draft.ties.map((tie) => tie.layer))].sort((x, y) => x - y);
  const bits = new Map(used.map((layer) => [layer, 0]));
  // Carried pairs are no evidence; they only join an account that belongs to the group as a whole.
  for (const { layer, pair, isCarried } of draft.ties) {
    if (!isCarried) bits.set(layer, bits.get(layer)! + layers[layer]!.layer.significance.bits[pair]!);
  }
  const total = [...bits.values()].reduce((sum, one) => sum + one, 0);
  const forgery: ForgeryLine[] = [];
  for (const cost of COSTS) {
    const own = used.filter((layer) => layers[layer]!.layer.forgery === cost);
    if (own.length === 0) continue;
    forgery.push({
      cost,
      families: [...new Set(own.map((layer) => layers[layer]!.layer.family))].sort(),
      share: total > 0 ? own.reduce((sum, layer) => sum + bits.get(layer)!, 0) / total : 0,
    });
  }
  const beyond = piecesOf(draft, (tie) => COSTS.indexOf(layers[tie.layer]!.layer.forgery) >= COSTS.indexOf("effort"));
  return {
    withoutTrace: used.map((layer) => ({
      trace: layers[layer]!.layer.pairs.trace,
      left: (piecesOf(draft, (tie) => tie.layer !== layer)[0] ?? 0) / draft.accounts.length,
    })),
    forgery,
    membersBeyondCheap: beyond.reduce((sum, size) => sum + size, 0),
  };
}

/** Sizes of the pieces of two members or more that these pairs join, largest first. */
function piecesOf(draft: Draft, keep: (tie: DraftTie) => boolean): number[] {
  const index = new Map(draft.accounts.map((account, i) => [account, i]));
  const joined = new UnionFind(draft.accounts.length);
  for (const tie of draft.ties) if (keep(tie)) joined.join(index.get(tie.a)!, index.get(tie.b)!);
  return joined
    .groups()
    .map((group) => group.length)
    .filter((size) => size > 1)
    .sort((left, right) => right - left);
}
