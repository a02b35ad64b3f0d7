import {
  axisBottom,
  axisLeft,
  bisectLeft,
  brushX,
  type D3BrushEvent,
  max,
  scaleLinear,
  scaleSymlog,
  scaleUtc,
  select,
  sum,
} from "d3";
import { useEffect, useMemo, useRef } from "preact/hooks";
import type { Timeline } from "../../src/exports/explorer.ts";
import { formatClock, formatCount, formatDay } from "../../src/text/figures.ts";
import { binsOf } from "../state/filter.ts";
import type { TimeScale, View } from "../state/view.ts";
import { type EventMark, Events } from "./events.tsx";
import { layerClass } from "./marks.tsx";
import { useSize } from "./size.ts";
import { type Bar, boundaryHeight, effectiveScale, type Stacks } from "./stack.ts";

interface TimelineProps {
  readonly timeline: Timeline;
  readonly stacks: Stacks;
  readonly range: View["range"];
  readonly scale: TimeScale;
  readonly onRange: (range: View["range"], isDone: boolean) => void;
  /** Events of the reader, in time order. */
  readonly events?: readonly EventMark[];
}

const MARGIN = { top: 22, right: 28, bottom: 22 };
/** Room left of the bars, for counts of up to six digits. */
const GUTTER = 52;
const NO_EVENTS: readonly EventMark[] = [];

/** Co-actions over the whole time, stacked by layer, with a brush that filters everything. */
export function TimelineChart({ timeline, stacks, range, scale, onRange, events = NO_EVENTS }: TimelineProps) {
  const [box, size] = useSize<HTMLDivElement>();
  const width = size?.width ?? 0;
  const height = size?.height ?? 0;
  const top = max(stacks.totals) ?? 0;
  const endMs = timeline.startMs + timeline.bins * timeline.binMs;
  const kind = effectiveScale(scale, stacks.totals);
  const places = [Math.max(1, height - MARGIN.bottom), MARGIN.top];
  const y =
    kind === "log" ? scaleSymlog([0, Math.max(1, top)], places) : scaleLinear([0, Math.max(1, top)], places).nice(4);
  // Of the axis, whose last figure may be longer than that of the tallest bar.
  const gutter = Math.max(GUTTER, 10 + 5.6 * formatCount(y.domain()[1] ?? top).length);
  const x = scaleUtc([timeline.startMs, endMs], [gutter, Math.max(gutter + 1, width - MARGIN.right)]);
  const tall = (count: number) => y(0) - y(count);
  const barWidth = Math.max(
    0.5,
    (x(timeline.startMs + timeline.binMs) ?? 0) - (x(timeline.startMs) ?? 0) - (timeline.bins > 300 ? 0 : 1),
  );
  // The outlines stay while a brush is drawn; only which side of it they stand on changes.
  const outlines = useMemo(
    () =>
      stacks.layers.map(({ letter, bars }) => ({ letter, bins: bars.map(([bin]) => bin), paths: bars.map(outline) })),
    [timeline, stacks, width, height, kind, gutter],
  );
  const [firstBin, endBin] = binsOf(timeline, range);
  const inside = sum(stacks.totals.slice(firstBin, endBin));
  const name = `Co-actions per ${formatBin(timeline.binMs)}, stacked by layer; ${formatCount(inside)} in ${
    range === null ? "all of the time" : describeRange(range)
  }. Arrow keys move the brush, Shift resizes it, 0 resets it.`;
  return (
    <div
      ref={box}
      class="tl"
      role="slider"
      aria-label={name}
      aria-valuemin={0}
      aria-valuemax={timeline.bins}
      aria-valuenow={firstBin}
      aria-valuetext={range === null ? "all of the time" : describeRange(range)}
      tabIndex={0}
      onKeyDown={(event) => moveBrush(event, timeline, range, onRange)}
    >
      {width > 0 && height > 0 && (
        <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
          <Axis
            kind="left"
            scale={y}
            at={gutter - 4}
            ticks={kind === "log" ? powersOfTen(top, y) : height < 110 ? 2 : 4}
            key={`y${gutter}${kind}${height}${top}`}
          />
          <Axis
            kind="bottom"
            scale={x}
            at={height - MARGIN.bottom}
            ticks={Math.max(3, Math.floor(width / 110))}
            key={`x${gutter}${width}${height}${timeline.startMs}`}
          />
          {outlines.map(({ letter, bins, paths }) => {
            const [from, to] = [bisectLeft(bins, firstBin), bisectLeft(bins, endBin)];
            return (
              <g key={letter} class={layerClass(letter)}>
                <path class="f" d={paths.slice(from, to).join("")} />
                <path class="f out" d={paths.slice(0, from).join("") + paths.slice(Math.max(from, to)).join("")} />
              </g>
            );
          })}
          <Events events={events} x={x} width={width} top={MARGIN.top} bottom={height - MARGIN.bottom} />
          <Brush
            x={x}
            top={MARGIN.top}
            bottom={height - MARGIN.bottom}
            range={range}
            onRange={onRange}
            timeline={timeline}
          />
          {range !== null && <BrushLabel at={x(range[0]) ?? 0} width={width} text={describeRange(range)} />}
        </svg>
      )}
    </div>
  );

  function outline([bin, from, to]: Bar): string {
    const left = x(timeline.startMs + bin * timeline.binMs);
    const total = stacks.totals[bin] ?? 0;
    const foot = y(0) - boundaryHeight(from, total, tall);
    const head = y(0) - boundaryHeight(to, total, tall);
    // One pixel of surface parts stacked layers, unless that would hide a small one.
    const gap = foot - head > 3 && from > 0 ? 1 : 0;
    return `M${left.toFixed(1)} ${(foot - gap).toFixed(1)}h${barWidth.toFixed(1)}V${head.toFixed(1)}h${(-barWidth).toFixed(1)}z`;
  }
}

interface AxisProps {
  readonly kind: "left" | "bottom";
  // biome-ignore lint/suspicious/noExplicitAny: d3's axis takes any of its scales and types each differently
  readonly scale: any;
  readonly at: number;
  /** How many, or where. */
  readonly ticks: number | readonly number[];
}

function Axis({ kind, scale, at, ticks }: AxisProps) {
  const group = useRef<SVGGElement>(null);
  useEffect(() => {
    if (group.current === null) return;
    const upright = axisLeft<number>(scale).tickSize(0).tickFormat(formatCount);
    const axis =
      kind === "bottom"
        ? axisBottom<Date>(scale).ticks(Number(ticks)).tickSize(4).tickFormat(formatTick)
        : typeof ticks === "number"
          ? upright.ticks(ticks)
          : upright.tickValues(ticks);
    select(group.current).call(axis.tickPadding(5) as never);
    // The key names everything the scale depends on, so that a brush does not draw the axes anew.
  }, []);
  return (
    <g ref={group} class={`axis ${kind}`} transform={kind === "left" ? `translate(${at},0)` : `translate(0,${at})`} />
  );
}

interface BrushProps {
  readonly x: { (ms: number): number; invert(px: number): Date };
  readonly top: number;
  readonly bottom: number;
  readonly range: View["range"];
  readonly timeline: Timeline;
  readonly onRange: TimelineProps["onRange"];
}

function Brush({ x, top, bottom, range, timeline, onRange }: BrushProps) {
  const group = useRef<SVGGElement>(null);
  const latest = useRef({ x, onRange });
  latest.current = { x, onRange };
  const right = x(timeline.startMs + timeline.bins * timeline.binMs);
  const left = x(timeline.startMs);
  const brush = useMemo(
    () =>
      brushX<unknown>()
        .extent([
          [left, top],
          [right, bottom],
        ])
        .on("brush end", (event: D3BrushEvent<unknown>) => {
          // Moves made by the program carry no source event, and must not be told back to it.
          if (event.sourceEvent === undefined || event.sourceEvent === null) return;
          const isDone = event.type === "end";
          const selection = event.selection as [number, number] | null;
          if (selection === null) {
            if (isDone) latest.current.onRange(null, true);
            return;
          }
          const [from, to] = selection.map((px) => Math.round(latest.current.x.invert(px).getTime() / 1000) * 1000);
          latest.current.onRange([from ?? 0, to ?? 0], isDone);
        }),
    [left, right, top, bottom],
  );
  useEffect(() => {
    if (group.current === null) return;
    select(group.current).call(brush as never);
  }, [brush]);
  useEffect(() => {
    if (group.current === null) return;
    const selection = range === null ? null : [Math.max(left, x(range[0])), Math.min(right, x(range[1]))];
    brush.move(select(group.current) as never, selection as never);
  }, [brush, range?.[0], range?.[1], left, right]);
  return <g ref={group} class="brush" />;
}

function BrushLabel({ at, width, text }: { readonly at: number; readonly width: number; readonly text: string }) {
  const wide = text.length * 5.5 + 14;
  const left = Math.max(0, Math.min(at, width - wide));
  return (
    <g class="blabel" transform={`translate(${left},2)`}>
      <rect width={wide} height="17" rx="2" fill="var(--ink)" />
      <text x="6" y="12.5">
        {text}
      </text>
    </g>
  );
}

/** Arrows move by one bin, Shift with arrows moves the end, 0 clears. */
function moveBrush(
  event: KeyboardEvent,
  timeline: Timeline,
  range: View["range"],
  onRange: TimelineProps["onRange"],
): void {
  const step = event.key === "ArrowLeft" ? -timeline.binMs : event.key === "ArrowRight" ? timeline.binMs : 0;
  if (step === 0) return;
  event.preventDefault();
  event.stopPropagation();
  const startMs = timeline.startMs;
  const endMs = startMs + timeline.bins * timeline.binMs;
  const [from, to] = range ?? [startMs, startMs + Math.ceil(timeline.bins / 4) * timeline.binMs];
  if (event.shiftKey) onRange([from, Math.min(endMs, Math.max(from + timeline.binMs, to + step))], true);
  else if (range === null) onRange([from, to], true);
  else if (from + step >= startMs && to + step <= endMs) onRange([from + step, to + step], true);
}

export function describeRange([from, to]: readonly [number, number]): string {
  return `${formatDay(from)}, ${formatClock(from).slice(0, 5)} – ${formatDay(to)}, ${formatClock(to).slice(0, 5)}`;
}

/** As many powers as stand apart by the height of a figure, the highest first; 0 is always there. */
function powersOfTen(top: number, y: (count: number) => number): readonly number[] {
  const kept = [0];
  let last = Number.NEGATIVE_INFINITY;
  for (let power = Math.floor(Math.log10(Math.max(1, top))); power >= 0; power -= 1) {
    const at = y(10 ** power);
    if (at - last < 13 || y(0) - at < 13) continue;
    kept.push(10 ** power);
    last = at;
  }
  return kept;
}

/** A day names its month; the first tick, whatever it is, the year too; an hour after it stands alone. */
function formatTick(date: Date, index: number): string {
  const [day = "", month = "", year = ""] = formatDay(date.getTime()).split(" ");
  if (date.getTime() % 86_400_000 !== 0) {
    const hour = formatClock(date.getTime()).slice(0, 5);
    return index === 0 ? `${day} ${month} ${year}, ${hour}` : hour;
  }
  return index === 0 || (month === "Jan" && day === "1") ? `${day} ${month} ${year}` : `${day} ${month}`;
}

/** `6 h`, `1 d`: the width of one bar. */
export function formatBin(binMs: number): string {
  const minutes = binMs / 60_000;
  if (minutes < 60) return `${minutes} min`;
  return minutes < 1440 ? `${minutes / 60} h` : `${minutes / 1440} d`;
}
