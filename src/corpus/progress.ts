/** Told by long stages to whoever watches; printing and the clock live in `scripts/`. */
export interface Progress {
  /** A stage begins, e.g. "reading posts". Ends the stage before. */
  stage(name: string, total?: number): void;
  /** So many units (rows, actions, pairs) of the current stage are done. */
  advance(done: number): void;
  /** Something the user should know although the work goes on. */
  note(sentence: string): void;
}

export const SILENT: Progress = { stage: () => {}, advance: () => {}, note: () => {} };
