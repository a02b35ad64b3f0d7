import type { EventList } from "../../src/text/event-list.ts";
import { formatTime } from "../../src/text/figures.ts";
import { visibleLine } from "../../src/text/visible.ts";
import { clip } from "./clip.ts";

/** Something that happened, as the reader's own list has it. */
export type EventMark = EventList["events"][number];

interface EventsProps {
  readonly events: readonly EventMark[];
  readonly x: (ms: number) => number;
  readonly width: number;
  readonly top: number;
  readonly bottom: number;
}

/** About what a letter takes at 10 px, generously: names must not touch. */
const LETTER = 6;
const LONGEST = 28;

/** Ticks with names, the earliest first; a name that would cross another stays away, its tick and title stay. */
export function Events({ events, x, width, top, bottom }: EventsProps) {
  return (
    <g class="events">
      {placeEvents(events, x, width).map(({ event, at, label, isEnd }) => (
        <g key={`${event.timeMs} ${event.label}`} transform={`translate(${at.toFixed(1)},0)`}>
          <title>{`${formatTime(event.timeMs)} UTC: ${visibleLine(event.label)}`}</title>
          <line y1={top - 4} y2={bottom} class="etick" />
          <path d={`M-3.500 ${top - 8}h7l-3.500 5z`} class="ehead" />
          {label !== null && (
            <text class="t10 halo" x={isEnd ? -6 : 6} y={top + 2} text-anchor={isEnd ? "end" : "start"}>
              {label}
            </text>
          )}
        </g>
      ))}
    </g>
  );
}

interface PlacedEvent {
  readonly event: EventMark;
  readonly at: number;
  /** Null: no room for it. */
  readonly label: string | null;
  /** The name stands left of its tick, at the right edge of the chart. */
  readonly isEnd: boolean;
}

/** Greedy from the left; events outside the chart are left out (the table has them). O(events). */
export function placeEvents(
  events: readonly EventMark[],
  x: (ms: number) => number,
  width: number,
): readonly PlacedEvent[] {
  let free = 0;
  return events.flatMap((event): PlacedEvent[] => {
    const at = x(event.timeMs);
    if (!(at >= 0 && at <= width)) return [];
    const label = clip(visibleLine(event.label), LONGEST);
    const wide = [...label].length * LETTER + 8;
    const isEnd = at + wide > width;
    const [left, right] = isEnd ? [at - wide, at + 4] : [at - 4, at + wide];
    if (left < free) return [{ event, at, label: null, isEnd }];
    free = right;
    return [{ event, at, label, isEnd }];
  });
}
