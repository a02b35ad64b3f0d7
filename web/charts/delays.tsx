import { scaleLinear } from "d3";
import { formatWindow } from "../../src/text/figures.ts";
import { formatDelayAt } from "../../src/text/grain.ts";
import { delayReach, stackDots } from "./dots.ts";

interface DelaysProps {
  readonly delaysMs: readonly number[];
  readonly windowMs: number;
  /** How exact the times are. */
  readonly grainMs: number;
  readonly width: number;
  /** Position of the match that is marked. */
  readonly current: number;
}

/** Time between the two posts of each match, one dot each, right minus left; on a scale that fits them, at most the window. */
export function Delays({ delaysMs, windowMs, grainMs, width, current }: DelaysProps) {
  const reachMs = delayReach(delaysMs, windowMs, grainMs);
  const x = scaleLinear([-reachMs, reachMs], [14, width - 14]);
  const levels = stackDots(delaysMs.map((delay) => x(delay)));
  const name = `${delaysMs.length} delays within ${formatWindow(windowMs)}: ${delaysMs
    .slice(0, 20)
    .map((delay) => formatDelayAt(delay, grainMs))
    .join(", ")}`;
  return (
    <svg width={width} height="62" viewBox={`0 0 ${width} 62`} role="img" aria-label={name}>
      <rect x={x(-reachMs)} y="4" width={x(reachMs) - x(-reachMs)} height="42" fill="var(--sunken)" />
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
      {[-reachMs, -reachMs / 2, 0, reachMs / 2, reachMs].map((tick) => (
        <text
          key={tick}
          class="t10"
          x={x(tick)}
          y="60"
          text-anchor={tick === -reachMs ? "start" : tick === reachMs ? "end" : "middle"}
          dx={tick === -reachMs ? -10 : tick === reachMs ? 10 : 0}
        >
          {tick === 0 ? "0" : `${tick < 0 ? "−" : "+"}${formatWindow(Math.abs(tick))}`}
        </text>
      ))}
    </svg>
  );
}
