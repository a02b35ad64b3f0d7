import { scaleLinear } from "d3";
import type { Arrivals, ClusterArrivals } from "../../src/corpus/evidence.ts";
import { formatCount, formatTime } from "../../src/text/figures.ts";

const HEIGHT = 88;
const BASE = 66;
const LEFT = 34;

/** First actions on one object over time: members of the cluster dark, all others light, on one axis. */
export function ArrivalBars({
  arrivals,
  cluster,
  width,
}: {
  readonly arrivals: Arrivals;
  readonly cluster: ClusterArrivals | null;
  readonly width: number;
}) {
  const top = Math.max(...arrivals.all, 1);
  const endMs = arrivals.startMs + arrivals.binMs * arrivals.all.length;
  const x = scaleLinear([0, arrivals.all.length], [LEFT, width - 8]);
  const y = scaleLinear([0, top], [BASE, 10]);
  const wide = Math.max(1, Math.min(18, x(1) - x(0) - 1));
  const members = cluster?.bins.reduce((sum, count) => sum + count, 0) ?? 0;
  const everybody = arrivals.all.reduce((sum, count) => sum + count, 0);
  return (
    <svg
      width={width}
      height={HEIGHT}
      viewBox={`0 0 ${width} ${HEIGHT}`}
      role="img"
      aria-label={`${formatCount(everybody)} accounts by their first action, ${formatCount(members)} of them members; the list below holds the same`}
    >
      {[0, top].map((tick) => (
        <g key={tick}>
          <line x1={LEFT} x2={width - 8} y1={y(tick) + 0.5} y2={y(tick) + 0.5} stroke="var(--line)" />
          <text class="t10" x={LEFT - 5} y={y(tick) + 3.5} text-anchor="end">
            {formatCount(tick)}
          </text>
        </g>
      ))}
      {arrivals.all.map((count, bin) => {
        const own = cluster?.bins[bin] ?? 0;
        const at = x(bin);
        return (
          <g key={bin}>
            {count > own && (
              <rect x={at} y={y(count)} width={wide} height={y(own) - y(count)} fill="var(--line-strong)" />
            )}
            {own > 0 && <rect x={at} y={y(own)} width={wide} height={BASE - y(own)} fill="var(--ink)" />}
          </g>
        );
      })}
      <text class="t10" x={LEFT} y={HEIGHT - 6}>
        {formatTime(arrivals.startMs)}
      </text>
      <text class="t10" x={width - 8} y={HEIGHT - 6} text-anchor="end">
        {formatTime(endMs)}
      </text>
    </svg>
  );
}

/** Pairs within the window: what as many drawn from all who came would have, and what these have. */
export function DealtStrip({
  met,
  width,
}: {
  readonly met: NonNullable<ClusterArrivals["met"]>;
  readonly width: number;
}) {
  const top = Math.max(met.observed, met.high, 1);
  const x = scaleLinear([0, top * 1.06], [6, width - 12]);
  const said = `observed ${formatCount(met.observed)}, 95% of draws ${formatCount(met.low)} to ${formatCount(met.high)}`;
  return (
    <svg width={width} height="44" viewBox={`0 0 ${width} 44`} role="img" aria-label={said}>
      <title>{said}</title>
      <line x1="0" x2={width} y1="24.5" y2="24.5" stroke="var(--line-strong)" />
      <rect
        x={x(met.low)}
        y="19"
        width={Math.max(2, x(met.high) - x(met.low))}
        height="11"
        rx="2"
        fill="var(--line-strong)"
        opacity=".6"
      />
      <line x1={x(met.expected)} x2={x(met.expected)} y1="17" y2="32" stroke="var(--ink-2)" stroke-width="1.5" />
      <circle cx={x(met.observed)} cy="24.5" r="4.5" fill="var(--ink)" />
      <text class="t10" x={x(0)} y="43">
        0
      </text>
      <text class="t11b" x={x(met.observed)} y="12" text-anchor={x(met.observed) > width - 60 ? "end" : "middle"}>
        {formatCount(met.observed)}
      </text>
    </svg>
  );
}
