import type { RivalMeasurement, RivalName, WeighedRival } from "./rival.ts";

/**
 * How well does a rival explain a cluster? One figure after the other shifts the odds, and none of them can do so without bound.
 *
 * score = 1 / (1 + exp(-(base + sum of weight * lean))): the naive Bayes sum of log-odds (Good 1950, "Probability and the Weighing of
 * Evidence"), with each figure's say capped at its weight. A figure that the export does not hold has no say. The weights are judgement
 * (methods, section 5: hypotheses, not findings), set on simulated worlds and checked on real exports read by hand.
 *
 * What it does not show: a probability. Figures lean on each other, so that two of the same kind count twice; and a rival that nobody
 * thought of has no score at all.
 */
export interface Clue {
  /** What was measured, in words a newsroom understands. */
  readonly what: string;
  /** As a person reads it; null: the export does not hold it. */
  readonly value: string | null;
  /** What this rival would lead one to expect, in words. */
  readonly expected: string;
  /** From -1 (speaks against it) to 1 (speaks for it); see `lean`. */
  readonly lean: number;
  /** Log-odds at lean 1. */
  readonly weight: number;
  /** Log-odds at lean -1, where missing it says more, or less, than finding it; else `weight`. */
  readonly weightAgainst?: number;
}

/** Leans smaller than this point neither way. */
const UNDECIDED = 0.2;

/** Straight from -1 at `against` to 1 at `full`, and no further; `against` may be the larger. */
export function lean(value: number, against: number, full: number): number {
  return Math.max(-1, Math.min(1, (2 * (value - against)) / (full - against) - 1));
}

/** Straight from 0 at `none` to 1 at `full`, for a figure whose lack says nothing. */
export function leanFor(value: number, none: number, full: number): number {
  return Math.max(0, lean(value, 2 * none - full, full));
}

/**
 * @param noun the rival as it stands in a sentence: "Fans of the same thing"
 * @param base log-odds before anything is measured; negative, since explaining a cluster takes evidence
 */
export function weighClues(name: RivalName, noun: string, base: number, clues: readonly Clue[]): WeighedRival {
  let odds = base;
  const measurements: RivalMeasurement[] = [];
  const sides: { for: string[]; against: string[] } = { for: [], against: [] };
  for (const { what, value, expected, lean: leaning, weight, weightAgainst = weight } of clues) {
    if (value === null) {
      measurements.push({ what, value: "not measured", expected, points: "neither" });
      continue;
    }
    odds += leaning * (leaning < 0 ? weightAgainst : weight);
    // What has no weight on its side cannot point there.
    const says = Math.abs(leaning) < UNDECIDED || (leaning < 0 ? weightAgainst : weight) === 0;
    const points = says ? "neither" : leaning > 0 ? "for" : "against";
    measurements.push({ what, value, expected, points });
    if (points !== "neither") sides[points].push(`${what} (${value})`);
  }
  const score = 1 / (1 + Math.exp(-odds));
  return { name, score, sentence: sentenceOf(noun, score, sides), measurements };
}

function sentenceOf(
  noun: string,
  score: number,
  sides: { for: readonly string[]; against: readonly string[] },
): string {
  const reasons = [
    ...(sides.for.length > 0 ? [`for it: ${sides.for.join(", ")}`] : []),
    ...(sides.against.length > 0 ? [`against it: ${sides.against.join(", ")}`] : []),
  ];
  const verdict =
    score >= 0.5 ? "would explain this" : score >= 0.2 ? "would explain it in part" : "would not explain it";
  return `${noun} ${verdict} (${score.toFixed(2)})${reasons.length > 0 ? `; ${reasons.join("; ")}` : ""}.`;
}

/** "12 of 14", or null where nothing was there to be counted. */
export function countOf(part: number, whole: number): string | null {
  return whole === 0 ? null : `${part} of ${whole}`;
}

/** "0.82", or null. */
export function shareText(share: number | null): string | null {
  return share === null ? null : share.toFixed(2);
}
