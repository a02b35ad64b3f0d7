import { scaleLog } from "d3";
import { formatCount, formatExpected } from "../../src/text/figures.ts";
import { poissonBand } from "./poisson.ts";

interface StripProps {
  readonly observed: number;
  readonly expected: number;
  /** Largest value of the column, so that all strips of one column share an axis. */
  readonly max: number;
  readonly width?: number;
}

/** Observed against expected on a shared log axis: band 95% of a Poisson law around expected, tick expected, dot observed. */
export function Strip({ observed, expected, max, width = 76 }: StripProps) {
  const x = scaleLog([0.1, Math.max(10, max)], [4, width - 5]).clamp(true);
  const at = (value: number) => x(Math.max(0.1, value));
  const [low, high] = poissonBand(expected);
  const name = `observed ${formatCount(observed)}, expected ${formatExpected(expected)}, 95% of chance ${low} to ${high}`;
  return (
    <svg class="oestrip" width={width} height="16" viewBox={`0 0 ${width} 16`} role="img" aria-label={name}>
      <title>{name}</title>
      <line x1="0" x2={width} y1="8.5" y2="8.5" stroke="var(--line)" />
      <rect
        x={at(low)}
        y="4.5"
        width={Math.max(2, at(high) - at(low))}
        height="8"
        rx="2"
        fill="var(--line-strong)"
        opacity=".55"
      />
      <line x1={at(expected)} x2={at(observed)} y1="8.5" y2="8.5" stroke="var(--ink)" stroke-width="1.2" />
      <line x1={at(expected)} x2={at(expected)} y1="3.5" y2="13.5" stroke="var(--ink-2)" stroke-width="1.5" />
      <circle cx={at(observed)} cy="8.5" r="3.6" fill="var(--ink)" />
    </svg>
  );
}

/** `37 / 1.2`, aligned on the slash. */
export function ObservedExpected({ observed, expected }: { readonly observed: number; readonly expected: number }) {
  return (
    <span class="oefig">
      <b>{formatCount(observed)}</b>
      <span class="mute"> / {formatExpected(expected)}</span>
    </span>
  );
}
