import type { Timeline } from "../../src/exports/explorer.ts";

const WIDTH = 72;
const HEIGHT = 20;
const BARS = 36;

/** Co-actions of each cluster in `BARS` equal stretches of the whole time. O(cells), once for the table. */
export function sparkBars(timeline: Timeline, clusters: number): readonly (readonly number[])[] {
  const bars = Array.from({ length: clusters }, () => new Array<number>(BARS).fill(0));
  for (const [cluster, , bin, count] of timeline.cells) {
    const own = bars[cluster];
    const bar = Math.min(BARS - 1, Math.floor((bin / Math.max(1, timeline.bins)) * BARS));
    if (own !== undefined) own[bar] = (own[bar] ?? 0) + count;
  }
  return bars;
}

/** One cluster over the time of the case, each on its own scale; figures are in the timeline and on the cluster's page. */
export function Sparkline({ bars }: { readonly bars: readonly number[] }) {
  const max = Math.max(1, ...bars);
  const path = bars
    .map((count, index) =>
      count === 0 ? "" : `M${index * 2 + 1} ${HEIGHT - 1}v${-Math.max(1.5, (count / max) * (HEIGHT - 2)).toFixed(1)}`,
    )
    .join("");
  return (
    <svg width={WIDTH} height={HEIGHT} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
      <line x1="0" x2={WIDTH} y1={HEIGHT - 0.5} y2={HEIGHT - 0.5} stroke="var(--line)" />
      <path d={path} stroke="var(--ink-2)" stroke-width="1.4" fill="none" />
    </svg>
  );
}
