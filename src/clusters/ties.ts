import { UNDER } from "../corpus/pairs.ts";
import type { Draft, DraftTie } from "./draft.ts";
import type { EvidenceLayer } from "./evidence-layer.ts";
import type { Tie } from "./profile.ts";

/** Significant pairs of a cluster as lines with numbers, strongest first. */
export function tiesOf(draft: Draft, layers: readonly EvidenceLayer[]): Tie[] {
  const index = new Map(draft.accounts.map((account, i) => [account, i]));
  return draft.ties
    .map((tie) => tieFrom(tie, index, layers))
    .sort(
      (left, right) =>
        right.bits - left.bits || left.a - right.a || left.b - right.b || (left.trace < right.trace ? -1 : 1),
    );
}

export function tieOf(tie: DraftTie, draft: Draft, layers: readonly EvidenceLayer[]): Tie {
  return tieFrom(tie, new Map(draft.accounts.map((account, i) => [account, i])), layers);
}

function tieFrom(
  { a, b, layer, pair, isCarried }: DraftTie,
  index: ReadonlyMap<number, number>,
  layers: readonly EvidenceLayer[],
): Tie {
  const { pairs, significance, fusedQ } = layers[layer]!.layer;
  const assessable = !Number.isNaN(significance.pTime[pair]!);
  return {
    a: index.get(a)!,
    b: index.get(b)!,
    trace: pairs.trace,
    objects: pairs.objects[pair]!,
    coactions: pairs.coactions[pair]!,
    expected: significance.expected[pair]!,
    p: significance.p[pair]!,
    q: significance.q[pair]!,
    pSharing: significance.pSharing[pair]!,
    expectedTime: assessable ? significance.expectedTime[pair]! : null,
    pTime: assessable ? significance.pTime[pair]! : null,
    pOutside: Number.isNaN(significance.pOutside[pair]!) ? null : significance.pOutside[pair]!,
    under: UNDER[significance.under[pair]!]!,
    qFused: fusedQ[pair]!,
    isCarried,
    bits: significance.bits[pair]!,
    medianDelayMs: pairs.medianDelayMs[pair]!,
    medianGapMs: pairs.medianGapMs[pair]!,
  };
}
