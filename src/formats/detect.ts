import type { Source } from "../store/reader.ts";
import type { Format } from "./format.ts";

export interface Detection {
  readonly format: Format;
  /** Share of the format's required and known names that the file has, 0 to 1. */
  readonly confidence: number;
}

/**
 * Which format is this? The one with most of its names in the file, among those whose required names are all there and that nothing
 * contradicts; of equals, the first in the catalogue. Null when none fits.
 */
export function detectFormat(source: Source, catalogue: readonly Format[]): Detection | null {
  const names = new Set(source.names.map((name) => name.toLowerCase()));
  let best: (Detection & { hits: number }) | null = null;
  for (const format of catalogue) {
    if (!format.containers.includes(source.inspection.container)) continue;
    if (format.conflicts?.some((name) => names.has(name)) === true) continue;
    if (missingOf(format, names).length > 0) continue;
    const known = format.known.filter((name) => names.has(name)).length;
    const hits = format.required.length + known;
    const confidence = hits / (format.required.length + format.known.length);
    if (best === null || hits > best.hits) best = { format, confidence, hits };
  }
  return best === null ? null : { format: best.format, confidence: best.confidence };
}

/** The required names that the file lacks, each with its synonyms. */
export function missingOf(format: Format, names: ReadonlySet<string>): string[] {
  return format.required
    .map((one) => (typeof one === "string" ? [one] : [...one]))
    .filter((synonyms) => !synonyms.some((name) => names.has(name)))
    .map((synonyms) => synonyms.slice(0, 4).join(" or "));
}
