import { scaleLinear } from "d3";
import { formatCount, formatExpected } from "../../src/text/figures.ts";
import { poissonChance } from "./poisson.ts";

/** What chance would do, as grey bars (a Poisson law around the expected count), and what was seen. */
export function NullPlot({
  observed,
  expected,
  width,
}: {
  readonly observed: number;
  readonly expected: number;
  readonly width: number;
}) {
  const height = 62;
  const base = 46;
  const end = Math.max(6, Math.ceil(Math.max(observed, expected + 4 * Math.sqrt(expected)) * 1.08));
  const x = scaleLinear([0, end], [10, width - 12]);
  const step = Math.max(1, Math.ceil(end / 60));
  const bars: { k: number; chance: number }[] = [];
  for (let k = 0; k <= end; k += step) bars.push({ k, chance: poissonChance(k, expected) });
  const top = Math.max(...bars.map((bar) => bar.chance), Number.MIN_VALUE);
  const barWidth = Math.max(1, Math.min(12, (x(step) - x(0)) * 0.66));
  const seen = `observed ${formatCount(observed)}`;
  // Away from the bars, unless there is no room.
  const isRight = x(observed) + 90 < width;
  return (
    <svg
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={`${seen}, expected ${formatExpected(expected)}`}
    >
      {bars.map(({ k, chance }) => {
        const tall = (chance / top) * 34;
        return tall < 0.3 ? null : (
          <rect key={k} x={x(k) - barWidth / 2} y={base - tall} width={barWidth} height={tall} fill="var(--c0)" />
        );
      })}
      <line x1="0" x2={width} y1={base + 0.5} y2={base + 0.5} stroke="var(--line-strong)" />
      {x
        .ticks(5)
        .filter(Number.isInteger)
        .map((tick) => (
          <text key={tick} class="t10" x={x(tick)} y="60" text-anchor="middle">
            {formatCount(tick)}
          </text>
        ))}
      <line x1={x(observed)} x2={x(observed)} y1="14" y2={base} stroke="var(--ink)" stroke-width="1.4" />
      <circle cx={x(observed)} cy="12" r="4" fill="var(--ink)" />
      <text class="t11b" x={x(observed) + (isRight ? 9 : -9)} y="16" text-anchor={isRight ? "start" : "end"}>
        {seen}
      </text>
    </svg>
  );
}
