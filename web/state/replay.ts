import { signal } from "@preact/signals";
import type { Timeline } from "../../src/exports/explorer.ts";
import { binsOf } from "./filter.ts";
import { changeView, drawView, view } from "./place.ts";
import type { View } from "./view.ts";

/**
 * Replay: the brush walks through the timeline, and everything that follows the brush follows it. Off until it is asked for. Where the
 * reader wants no motion it goes window by window, else bar by bar; a window takes about the same time either way.
 */

const WINDOW_MS = 1400;
const TICK_MS = 70;

export const isPlaying = signal(false);
let timer: ReturnType<typeof setTimeout> | null = null;
/** The stretch that was drawn last. */
let drawn: View["range"] = null;

/** The next stretch of time, so many bars on; null: the end is reached. Without a brush: the first tenth of the time. */
function stepRange(timeline: Timeline, range: View["range"], bars: number): View["range"] {
  const { startMs, binMs, bins } = timeline;
  const at = (bin: number): number => startMs + bin * binMs;
  if (range === null) return [at(0), at(Math.max(1, Math.round(bins / 10)))];
  const [first, end] = binsOf(timeline, range);
  const wide = Math.max(1, end - first);
  if ((bars > 0 && first + bars >= bins) || (bars < 0 && first <= 0)) return null;
  const next = Math.max(0, first + bars);
  return [at(next), at(Math.min(bins, next + wide))];
}

export function togglePlay(timeline: Timeline): void {
  if (isPlaying.value) pause();
  else {
    isPlaying.value = true;
    tick(timeline, true);
  }
}

/** One window on or back; stops a replay that runs. */
export function stepReplay(timeline: Timeline, direction: 1 | -1): void {
  pause();
  const { range } = view.value;
  const [first, end] = binsOf(timeline, range);
  const next = stepRange(timeline, range, direction * (end - first));
  if (next !== null) changeView({ range: next });
}

/** The stretch on screen goes into the URL only here: a replay is one step of the history. */
export function pause(): void {
  if (isPlaying.value) {
    stop();
    changeView({});
  }
}

function stop(): void {
  if (timer !== null) clearTimeout(timer);
  timer = null;
  isPlaying.value = false;
}

function tick(timeline: Timeline, isFirst: boolean): void {
  const isStill = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const { range } = view.value;
  if (!isFirst && range !== drawn) {
    // Somebody went elsewhere, by the browser's buttons or by a link: that place is shown as it is, and nothing is written over it.
    stop();
    return;
  }
  const [first, end] = binsOf(timeline, range);
  const wide = Math.max(1, end - first);
  const bars = isStill ? wide : Math.max(1, Math.round((wide * TICK_MS) / WINDOW_MS));
  const next = isFirst && range === null ? stepRange(timeline, null, 0) : stepRange(timeline, range, bars);
  // Played from the end: from the beginning again, with the same window.
  if (next === null && !isFirst) {
    pause();
    return;
  }
  drawn = next ?? [timeline.startMs, timeline.startMs + wide * timeline.binMs];
  drawView({ range: drawn });
  const waitMs = isStill ? WINDOW_MS : Math.max(TICK_MS, (WINDOW_MS * bars) / wide);
  timer = setTimeout(() => tick(timeline, false), waitMs);
}
