import type { CaseManifest } from "../../src/case/manifest.ts";
import { grouped } from "../progress.ts";

/** A share or an index to two places; a dash where nothing can be said. */
export const share = (value: number | null): string => (value === null ? "–" : value.toFixed(2));

/** A count that was expected: whole from a hundred on, else two digits that count. */
export const expectedCount = (value: number): string =>
  value >= 100 ? grouped(Math.round(value)) : value.toPrecision(2);

export const chance = (value: number): string => (value >= 0.001 ? value.toPrecision(2) : value.toExponential(1));

/** "3 unexplained, 2 weak" of clusters, or "none". */
export function readingsText(clusters: readonly { readonly reading: string }[]): string {
  const counts = new Map<string, number>();
  for (const { reading } of clusters) counts.set(reading, (counts.get(reading) ?? 0) + 1);
  const parts = [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([reading, count]) => `${count} ${reading}`);
  return parts.length === 0 ? "none" : parts.join(", ");
}

/** The negative control in a sentence. */
export function shuffledText({ control }: Pick<CaseManifest, "control">): string {
  const clusters = control.clusters.reduce((sum, count) => sum + count, 0);
  return `On shuffled data the same search finds ${clusters} ${clusters === 1 ? "cluster" : "clusters"} in ${control.reruns} reruns.`;
}

/** What stands in the place of a section whose data are not on this machine. */
export const absent = (name: string): string => `Not run here: the data set \`${name}\` is not there.`;
