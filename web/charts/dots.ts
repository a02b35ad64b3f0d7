/** Dots that would cover each other are put on top of each other, at most five high; beyond that they share the top place. */
export function stackDots(places: readonly number[]): readonly number[] {
  const levels = new Array<number>(places.length).fill(0);
  const order = places.map((_, index) => index).sort((a, b) => (places[a] ?? 0) - (places[b] ?? 0));
  const lastAt = new Array<number>(5).fill(Number.NEGATIVE_INFINITY);
  for (const index of order) {
    const place = places[index] ?? 0;
    const free = lastAt.findIndex((at) => place - at >= 7);
    const level = free === -1 ? 4 : free;
    lastAt[level] = place;
    levels[index] = level;
  }
  return levels;
}

const REACHES_S = [10, 30, 60, 120, 300, 600, 1800, 3600, 10_800, 21_600, 43_200, 86_400, 259_200, 604_800] as const;

/** Half the width of a scale for delays: the smallest round length that holds them all, never more than the window and no finer than the times are. */
export function delayReach(delaysMs: readonly number[], windowMs: number, grainMs: number): number {
  const longest = delaysMs.reduce((max, delay) => Math.max(max, Math.abs(delay)), 5 * grainMs);
  const round = REACHES_S.find((seconds) => seconds * 1000 >= longest);
  return round === undefined ? windowMs : Math.min(windowMs, round * 1000);
}
