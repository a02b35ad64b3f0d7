import { LAYER_OF } from "../corpus/trace.ts";
import { meetingsOfPair } from "./closest.ts";
import type { Draft, DraftTie } from "./draft.ts";
import type { EvidenceLayer } from "./evidence-layer.ts";
import type { TraceEvidence } from "./profile.ts";

/** One line of evidence for each trace with significant pairs inside the cluster, strongest share first. */
export function traceEvidence(draft: Draft, layers: readonly EvidenceLayer[]): TraceEvidence[] {
  const lines = layers.map((evidence, layer) => {
    const ties = draft.ties.filter((tie) => tie.layer === layer && !tie.isCarried);
    const { pairs, significance, family, forgery } = evidence.layer;
    const sum = (column: ArrayLike<number>): number => ties.reduce((total, { pair }) => total + column[pair]!, 0);
    const ordered = (column: ArrayLike<number>): number[] =>
      ties.map(({ pair }) => column[pair]!).sort((left, right) => left - right);
    const qs = ordered(significance.q);
    const gaps = ordered(pairs.medianGapMs);
    const { trace } = pairs;
    return {
      bits: sum(significance.bits),
      line: {
        trace,
        layer: LAYER_OF[trace],
        family,
        forgery,
        windowMs: evidence.windowMs,
        pairs: ties.length,
        accounts: new Set(ties.flatMap(({ a, b }) => [a, b])).size,
        objects: objectsMet(evidence, ties),
        coactions: sum(pairs.coactions),
        observed: sum(pairs.objects),
        expected: sum(significance.expected),
        qBest: qs[0] ?? 1,
        qMedian: qs[qs.length >> 1] ?? 1,
        medianGapMs: gaps[gaps.length >> 1] ?? 0,
      },
    };
  });
  const total = lines.reduce((sum, { bits }) => sum + bits, 0);
  return lines
    .filter(({ line }) => line.pairs > 0)
    .sort((left, right) => right.bits - left.bits || (left.line.trace < right.line.trace ? -1 : 1))
    .map(({ bits, line }, i) => ({ id: `E${i + 1}`, ...line, share: bits / total }));
}

/** Distinct objects on which any of these pairs met. */
function objectsMet({ timeline, index, windowMs }: EvidenceLayer, ties: readonly DraftTie[]): number {
  const met = new Set<number>();
  for (const { a, b } of ties) {
    for (const { object } of meetingsOfPair(timeline, index, windowMs, a, b)) met.add(object);
  }
  return met.size;
}
