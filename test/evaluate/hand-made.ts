import type { Outcome } from "../../src/evaluate/outcome.ts";
import type { ScorecardOptions } from "../../src/evaluate/scorecard.ts";

export const OPTIONS: ScorecardOptions = { minPosts: 1, leaveOut: [], positive: null };

/** "C1:sneer C1:organic -:organic": cluster and label of each account; a cluster in small letters is read `weak`. */
export function world(text: string, posts = 5): Outcome[] {
  return text.split(" ").map((entry, i) => {
    const at = entry.indexOf(":");
    const cluster = entry.slice(0, at);
    const clusterId = cluster === "-" ? null : cluster;
    const claimed = cluster === cluster.toUpperCase();
    return {
      accountId: `a${i}`,
      clusterId,
      reading: clusterId === null ? null : claimed ? "unexplained" : "weak",
      score: clusterId === null ? 0 : 1,
      posts,
      label: entry.slice(at + 1),
    };
  });
}

export const times = (count: number, entry: string): string => Array.from({ length: count }, () => entry).join(" ");
