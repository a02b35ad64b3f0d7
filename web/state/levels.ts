import { formatCount } from "../../src/text/figures.ts";

/**
 * Steps of the threshold: round numbers that can be cited, evenly spread on a logarithmic scale.
 */

/** Below this, q orders pairs, but no slider needs it: no null model is trusted so far out. */
const SMALLEST_LEVEL = 1e-12;
const MANTISSAS = [1, 1.5, 2, 3, 5, 7] as const;

/**
 * From the decade of the smallest q there is (at least SMALLEST_LEVEL) up to where the case is complete; ascending.
 *
 * @param wanted levels that must be among them: the case's own, and the one asked for
 */
export function levelSteps(smallest: number, largest: number, wanted: readonly number[]): readonly number[] {
  // So many pairs of q 0 that no others came.
  if (largest === 0) return [0];
  const first = Math.floor(Math.log10(Math.max(smallest, SMALLEST_LEVEL)) + 1e-9);
  const steps = new Set<number>([largest, ...wanted.filter((level) => level <= largest)]);
  for (let decade = Math.min(first, Math.floor(Math.log10(largest))); decade <= 0; decade++) {
    // From the digits, so that 3e-7 is the number a person types.
    for (const mantissa of MANTISSAS) {
      const level = Number(`${mantissa}e${decade}`);
      if (level <= largest) steps.add(level);
    }
  }
  return [...steps].sort((left, right) => left - right);
}

const OBJECTS = [1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 15, 20, 25, 30, 40, 50, 60, 80] as const;

/** Numbers of objects, from the least that the case asked for to the most that any pair has; ascending. */
export function objectSteps(least: number, most: number, wanted: readonly number[]): readonly number[] {
  const steps = new Set<number>([least, ...wanted.filter((count) => count >= least && count <= most)]);
  for (const count of OBJECTS) if (count >= least && count <= most) steps.add(count);
  for (let scale = 100; scale <= most; scale *= 10) {
    for (const count of [1, 1.5, 2, 3, 5, 7])
      if (count * scale >= least && count * scale <= most) steps.add(count * scale);
  }
  return [...steps].sort((left, right) => left - right);
}

const SUPERSCRIPT = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** A level as the rule that it is, exact: `0.05`, `0.0015`, `3×10⁻⁷`. */
export function formatLevel(level: number): string {
  if (level >= 0.001 || level === 0) return String(level);
  const [mantissa = "1", exponent = "0"] = level.toExponential().split("e");
  const digits = [...String(Math.abs(Number(exponent)))].map((digit) => SUPERSCRIPT[Number(digit)]).join("");
  const power = `10${Number(exponent) < 0 ? "⁻" : ""}${digits}`;
  return mantissa === "1" ? power : `${mantissa}×${power}`;
}

export function formatStep(kind: "q" | "objects", step: number): string {
  return kind === "q" ? formatLevel(step) : formatCount(step);
}
