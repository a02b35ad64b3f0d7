import type { Progress } from "../src/corpus/progress.ts";
import { inert } from "./terminal.ts";

/** Where progress is written: `process.stderr`, or a test's list of strings. */
export interface ProgressSink {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

export interface TerminalProgress extends Progress {
  /** End the last stage and leave the line clean. */
  done(): void;
}

const REDRAW_MS = 100;
const WORTH_A_LINE_MS = 1000;

/**
 * Progress for a person. On a terminal one line that rewrites itself, and a lasting line for each stage that took a second or more;
 * elsewhere (a log, a pipe) one plain line for each stage when it ends. Kernels do not yield, so drawing hangs on `advance`, not on a timer.
 *
 * @param clock milliseconds, monotonic
 */
export function terminalProgress(sink: ProgressSink, clock: () => number): TerminalProgress {
  const live = sink.isTTY === true;
  let name: string | null = null;
  let total: number | undefined;
  let done = 0;
  let beganMs = 0;
  let drawnMs = 0;

  const clear = () => {
    if (live && name !== null) sink.write("\r\u001b[2K");
  };
  const draw = () => {
    if (!live || name === null) return;
    drawnMs = clock();
    sink.write(`\r\u001b[2K${line(name, done, total, drawnMs - beganMs)}`);
  };
  const end = () => {
    if (name === null) return;
    clear();
    const tookMs = clock() - beganMs;
    if (!live || tookMs >= WORTH_A_LINE_MS) sink.write(`${line(name, done, undefined, tookMs)}\n`);
    name = null;
  };

  return {
    stage: (next, ofTotal) => {
      end();
      name = inert(next);
      total = ofTotal;
      done = 0;
      beganMs = clock();
      draw();
    },
    advance: (soFar) => {
      done = soFar;
      if (clock() - drawnMs >= REDRAW_MS) draw();
    },
    note: (sentence) => {
      clear();
      sink.write(`note: ${inert(sentence)}\n`);
      draw();
    },
    done: end,
  };
}

function line(name: string, done: number, total: number | undefined, tookMs: number): string {
  const seconds = tookMs / 1000;
  const parts = [name];
  if (done > 0) parts.push(total === undefined ? grouped(done) : `${grouped(done)} of ${grouped(total)}`);
  parts.push(`${seconds.toFixed(1)} s`);
  if (done > 0 && seconds >= 0.1) parts.push(`${grouped(Math.round(done / seconds))}/s`);
  return parts.join("  ");
}

/** 412,020: the same on every machine, whatever its language. */
export function grouped(value: number): string {
  return value.toLocaleString("en-US");
}
