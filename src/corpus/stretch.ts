/** A stretch of time, half open. */
export interface Stretch {
  readonly fromMs: number;
  readonly toMs: number;
}

/** Beyond every time that a date can hold. */
export const ALL_TIME: Stretch = { fromMs: -9e15, toMs: 9e15 };

export const isWithin = (timeMs: number, { fromMs, toMs }: Stretch): boolean => timeMs >= fromMs && timeMs < toMs;
