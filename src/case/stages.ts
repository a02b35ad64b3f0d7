import type { Progress } from "../corpus/progress.ts";

/** Passes progress on and notes how long each stage took; stages of the same name add up. */
export interface TimedProgress extends Progress {
  /** Milliseconds of each stage so far, in order of first appearance. Ends the current one. */
  timings(): Record<string, number>;
}

export function timed(progress: Progress, clock: () => number): TimedProgress {
  const spent = new Map<string, number>();
  let current: string | null = null;
  let sinceMs = 0;
  const close = (): void => {
    if (current !== null) spent.set(current, (spent.get(current) ?? 0) + clock() - sinceMs);
    current = null;
  };
  return {
    stage: (name, total) => {
      close();
      current = name;
      sinceMs = clock();
      progress.stage(name, total);
    },
    advance: (done) => progress.advance(done),
    note: (sentence) => progress.note(sentence),
    timings: () => {
      close();
      return Object.fromEntries([...spent].map(([name, ms]) => [name, Math.round(ms)]));
    },
  };
}
