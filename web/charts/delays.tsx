import { scaleLinear } from "d3";
import { formatDelay, formatWindow } from "../../src/text/figures.ts";
import { stackDots } from "./dots.ts";

interface DelaysProps {
  readonly delaysMs: readonly number[];
  readonly windowMs: number;
  readonly width: number;
  /** Position of the match that is marked. */
  readonly current: number;
}

/** Time between the two posts of each match, one dot each, right minus left; the shaded field is the window. */
export function Delays({ delaysMs, windowMs, width, current }: DelaysProps) {
  const x = scaleLinear([-windowMs, windowMs], [14, width - 14]);
  const levels = stackDots(delaysMs.map((delay) => x(delay)));
  const name = `${delaysMs.length} delays within ${formatWindow(windowMs)}: ${delaysMs.slice(0, 20).map(formatDelay).join(", ")}`;
  return (
    <svg width={width} height="62" viewBox={`0 0 ${width} 62`} role="img" aria-label={name}>
      <rect x={x(-windowMs)} y="4" width={x(windowMs) - x(-windowMs)} height="42" fill="var(--sunken)" />
      <line x1="0" x2={width} y1="46.5" y2="46.5" stroke="var(--line-strong)" />
      <line x1={x(0)} x2={x(0)} y1="4" y2="50" stroke="var(--line-strong)" />
      {delaysMs.map((delay, index) => (
        <circle
          key={index}
          cx={x(delay)}
          cy={41 - (levels[index] ?? 0) * 7}
          r="3.3"
          fill={index === current ? "var(--surface)" : "var(--ink)"}
          stroke="var(--ink)"
          stroke-width="1.4"
        />
      ))}
      {[-windowMs, -windowMs / 2, 0, windowMs / 2, windowMs].map((tick) => (
        <text
          key={tick}
          class="t10"
          x={x(tick)}
          y="60"
          text-anchor={tick === -windowMs ? "start" : tick === windowMs ? "end" : "middle"}
          dx={tick === -windowMs ? -10 : tick === windowMs ? 10 : 0}
        >
          {tick === 0 ? "0" : `${tick < 0 ? "−" : "+"}${formatWindow(Math.abs(tick))}`}
        </text>
      ))}
    </svg>
  );
}
