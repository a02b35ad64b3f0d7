import { line, scaleLinear } from "d3";
import { formatCount, formatIndex } from "../../src/text/figures.ts";
import { formatStep } from "../state/levels.ts";
import type { CurvePoint } from "../state/regroup-messages.ts";
import { useSize } from "./size.ts";

interface ThresholdCurveProps {
  readonly kind: "q" | "objects";
  readonly steps: readonly number[];
  readonly points: readonly (CurvePoint | undefined)[];
  /** Step in sight, and that of the case. */
  readonly at: number;
  readonly own: number;
  readonly onPick: (step: number) => void;
}

/** The slider above the chart has the same margins, so its knob stands over the step it means. */
const LEFT = 56;
const RIGHT = 28;
const AXIS = 22;
const GAP = 20;

interface Measure {
  readonly name: string;
  readonly of: (point: CurvePoint) => number | null | undefined;
  readonly format: (value: number) => string;
  readonly top?: number;
}

export const MEASURES: readonly Measure[] = [
  { name: "groups of 3 or more", of: (point) => point.groups, format: formatCount },
  { name: "accounts in them", of: (point) => point.accounts, format: formatCount },
  { name: "stability", of: (point) => point.stability, format: formatIndex, top: 1 },
];

/** What each step of the threshold would give: three curves over one axis, evenly spaced steps. A picture of the table. */
export function ThresholdCurve({ kind, steps, points, at, own, onPick }: ThresholdCurveProps) {
  const [box, size] = useSize<HTMLDivElement>();
  const width = size?.width ?? 0;
  const height = size?.height ?? 0;
  const x = scaleLinear([0, Math.max(1, steps.length - 1)], [LEFT, Math.max(LEFT + 1, width - RIGHT)]);
  const tall = Math.max(20, (height - AXIS - GAP * MEASURES.length) / MEASURES.length);
  const known = points.filter((point) => point !== undefined).length;
  return (
    <div ref={box} class="thcurve" data-drawn={points.filter((point) => point?.stability !== undefined).length}>
      {width > 0 && height > 0 && (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the slider above it does the same by key
        <svg
          width={width}
          height={height}
          viewBox={`0 0 ${width} ${height}`}
          role="img"
          aria-label={`Groups, accounts and stability at ${known} of ${steps.length} steps; the table holds the same figures`}
          onClick={(event) => {
            const step = Math.round(x.invert(event.clientX - event.currentTarget.getBoundingClientRect().left));
            onPick(Math.max(0, Math.min(steps.length - 1, step)));
          }}
        >
          <OwnRule at={x(own)} height={height - AXIS} width={width} />
          <line x1={x(at)} x2={x(at)} y1="0" y2={height - AXIS + 4} stroke="var(--ink)" stroke-width="1.4" />
          {MEASURES.map((measure, row) => (
            <Curve
              key={measure.name}
              measure={measure}
              points={points}
              at={at}
              x={x}
              top={GAP + row * (tall + GAP)}
              tall={tall}
              width={width}
            />
          ))}
          {ticksOf(kind, steps, width - LEFT - RIGHT).map((step) => (
            <g key={step} transform={`translate(${x(step)},${height - AXIS + 2})`}>
              <line y2="4" stroke="var(--line-strong)" />
              <text class="t10" y="16" text-anchor="middle">
                {formatStep(kind, steps[step]!)}
              </text>
            </g>
          ))}
        </svg>
      )}
    </div>
  );
}

function OwnRule({ at, height, width }: { readonly at: number; readonly height: number; readonly width: number }) {
  const isLeft = at > width / 2;
  return (
    <g>
      <line x1={at} x2={at} y1="0" y2={height} stroke="var(--ink-3)" stroke-dasharray="3 3" />
      <text class="t10 halo" x={at + (isLeft ? -6 : 6)} y={height - 6} text-anchor={isLeft ? "end" : "start"}>
        the case's own level
      </text>
    </g>
  );
}

interface CurveProps {
  readonly measure: Measure;
  readonly points: ThresholdCurveProps["points"];
  readonly at: number;
  readonly x: (step: number) => number;
  readonly top: number;
  readonly tall: number;
  readonly width: number;
}

function Curve({ measure, points, at, x, top, tall, width }: CurveProps) {
  const values = points.map((point) => (point === undefined ? undefined : measure.of(point)));
  const most = measure.top ?? values.reduce<number>((most, value) => Math.max(most, value ?? 0), 1);
  const y = scaleLinear([0, most], [top + tall, top]);
  const draw = line<number | null | undefined>()
    .defined((value) => value !== null && value !== undefined)
    .x((_, step) => x(step))
    .y((value) => y(value ?? 0));
  const here = values[at];
  const isLeft = x(at) > width - 120;
  return (
    <g>
      <text class="t10 halo" x={LEFT} y={top - 6}>
        {measure.name}
      </text>
      <line x1={LEFT} x2={width - RIGHT} y1={y(0)} y2={y(0)} stroke="var(--line-strong)" />
      <line x1={LEFT} x2={width - RIGHT} y1={y(most)} y2={y(most)} stroke="var(--line)" />
      {[0, most].map((tick) => (
        <text key={tick} class="t10" x={LEFT - 8} y={y(tick) + 3.5} text-anchor="end">
          {measure.top === undefined ? measure.format(tick) : String(tick)}
        </text>
      ))}
      <path d={draw(values) ?? ""} fill="none" stroke="var(--ink-2)" stroke-width="1.5" />
      {values.map((value, step) => {
        // A point between two that are not known is no line.
        const isAlone = value != null && values[step - 1] == null && values[step + 1] == null;
        return isAlone ? <circle key={step} cx={x(step)} cy={y(value)} r="1.6" fill="var(--ink-2)" /> : null;
      })}
      {here !== undefined && here !== null && (
        <>
          <circle cx={x(at)} cy={y(here)} r="4" fill="var(--surface)" stroke="var(--ink)" stroke-width="2" />
          <text
            class="t11b halo"
            x={x(at) + (isLeft ? -9 : 9)}
            y={y(here) + (y(here) < top + 12 ? 13 : -5)}
            text-anchor={isLeft ? "end" : "start"}
          >
            {measure.format(here)}
          </text>
        </>
      )}
    </g>
  );
}

/** Whole decades of q, fewer where they would touch; every number of objects that has room. */
function ticksOf(kind: "q" | "objects", steps: readonly number[], room: number): readonly number[] {
  const wanted = [...steps.keys()].filter(
    (step) => kind === "objects" || /^1(e|$)/.test(steps[step]!.toExponential()) || step === steps.length - 1,
  );
  const apart = (44 * Math.max(1, steps.length - 1)) / Math.max(1, room);
  const kept: number[] = [];
  // From the right, where the case's own level stands.
  for (const step of wanted.reverse()) if (kept.length === 0 || kept.at(-1)! - step >= apart) kept.push(step);
  return kept.reverse();
}
