import { LAYER_LABEL } from "../../src/corpus/trace.ts";
import type { Timeline } from "../../src/exports/explorer.ts";
import { formatCount, formatTime } from "../../src/text/figures.ts";
import type { EventMark } from "./events.tsx";
import { Said } from "./said.tsx";
import type { Stacks } from "./stack.ts";

interface TimelineTableProps {
  readonly timeline: Timeline;
  readonly stacks: Stacks;
  /** Bars within the brush. */
  readonly bins: readonly [first: number, end: number];
  readonly events: readonly EventMark[];
}

/** The timeline as the numbers it is drawn from: every bar within the brush that has any, and every event of the reader. */
export function TimelineTable({ timeline, stacks, bins: [first, end], events }: TimelineTableProps) {
  const counts = stacks.layers.map(({ bars }) => new Map(bars.map(([bin, from, to]) => [bin, to - from])));
  const startOf = (bin: number) => timeline.startMs + bin * timeline.binMs;
  const inside = events.filter((event) => event.timeMs >= startOf(first) && event.timeMs < startOf(end));
  const rows = stacks.totals.flatMap((total, bin) => {
    const own = inside.filter((event) => event.timeMs >= startOf(bin) && event.timeMs < startOf(bin + 1));
    return bin >= first && bin < end && (total > 0 || own.length > 0) ? [{ bin, total, own }] : [];
  });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, also by key
    <section class="tltable" aria-label="Timeline as a table" tabIndex={0}>
      <table class="tbl">
        <thead>
          <tr>
            <th scope="col">From, UTC</th>
            {stacks.layers.map(({ letter }) => (
              <th key={letter} scope="col" class="num">
                {LAYER_LABEL[letter]}
              </th>
            ))}
            <th scope="col" class="num">
              Co-actions
            </th>
            {events.length > 0 && <th scope="col">Events</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ bin, total, own }) => (
            <tr key={bin}>
              <th scope="row" class="num nowrap">
                {formatTime(startOf(bin)).slice(0, -3)}
              </th>
              {stacks.layers.map(({ letter }, at) => (
                <td key={letter} class="num">
                  {formatCount(counts[at]?.get(bin) ?? 0)}
                </td>
              ))}
              <td class="num ink">{formatCount(total)}</td>
              {events.length > 0 && (
                <td class="ev10">
                  {own.map((event) => (
                    <span key={`${event.timeMs} ${event.label}`}>
                      {formatTime(event.timeMs).slice(0, -3)} <Said text={event.label} />{" "}
                    </span>
                  ))}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
