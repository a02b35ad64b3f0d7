import { formatCount } from "../../src/text/figures.ts";

/** `12 of 37` within a brush, `37` without one. */
export function formatPart(part: number | null, all: number): string {
  return part === null ? formatCount(all) : `${formatCount(part)} of ${formatCount(all)}`;
}
