import type { Profile } from "../clusters/profile.ts";
import { EXPLAINS, RIVAL_NAMES } from "../clusters/rivals/rival.ts";
import { formatIndex } from "../text/figures.ts";
import { plural } from "./markdown.ts";

/** What stands right after a reading: the strongest rival with its score, whether or not it explains the cluster. Plain text. */
export function rivalSentence({ reading, rivals }: Profile): string {
  const [best] = rivals;
  if (best === undefined) return "No innocent or other explanation was weighed.";
  if (reading.startsWith("explained:")) return best.sentence;
  const name = rivalWords(best.name);
  if (best.score >= EXPLAINS) return `Were there a claim to make, ${name} would explain it. ${best.sentence}`;
  return `No innocent or other explanation fits; the strongest, ${name}, reaches ${formatIndex(best.score)} of the ${formatIndex(EXPLAINS)} that would explain it. ${best.sentence}`;
}

/** "news shock": the name of a rival as a person reads it. */
export function rivalWords(name: string): string {
  return name.replaceAll("-", " ");
}

export interface ReadingCounts {
  readonly unexplained: number;
  readonly explained: number;
  readonly weak: number;
  /** Explained ones by rival, the commonest first. */
  readonly byRival: readonly (readonly [rival: string, count: number])[];
}

/** How many clusters have each reading. */
export function countReadings(readings: readonly string[]): ReadingCounts {
  const byRival = new Map<string, number>();
  for (const reading of readings) {
    if (!reading.startsWith("explained:")) continue;
    const rival = rivalWords(reading.slice("explained:".length));
    byRival.set(rival, (byRival.get(rival) ?? 0) + 1);
  }
  return {
    unexplained: readings.filter((reading) => reading === "unexplained").length,
    explained: [...byRival.values()].reduce((sum, count) => sum + count, 0),
    weak: readings.filter((reading) => reading === "weak").length,
    byRival: [...byRival].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)),
  };
}

/** "**7 clusters**: 1 read `unexplained` (what that means), 6 `explained` (by what), 0 `weak`." */
export function readingsSentence(readings: readonly string[]): string {
  const { unexplained, explained, weak, byRival } = countReadings(readings);
  const what = byRival.map(([rival, count]) => `${rival} ${count}`).join(", ");
  return `**${plural(readings.length, "cluster", "clusters")}**: ${unexplained} read \`unexplained\` (coordinated beyond the nulls, and none of the ${RIVAL_NAMES.length} innocent and other explanations weighed fits: the only claim made here), ${explained} \`explained\` (coordinated, but one of them fits${what === "" ? "" : `: ${what}`}), ${weak} \`weak\` (too little to claim anything).`;
}
