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
