/**
 * In which hours of the day does the group hardly post? The longest run of hours, around midnight if need be, that together hold no
 * more than `SHARE` of the posts; a run shorter than `SHORTEST` or longer than `LONGEST` is no band. O(24 · 24).
 *
 * What it does not show: where anybody is. People sleep at different hours, shifts and schedulers exist, and hours are free to forge.
 */
export interface QuietBand {
  /** First hour, 0 to 23. */
  readonly from: number;
  readonly hours: number;
  /** Share of posts in it. */
  readonly share: number;
}

const SHARE = 0.05;
const SHORTEST = 6;
const LONGEST = 16;
/** Fewer posts scatter too much for an empty hour to mean anything. */
const POSTS_LEAST = 50;

/** @param counts 168 counts by hour of the week, in the zone that is looked at */
export function quietBand(counts: readonly number[]): QuietBand | null {
  const hours = new Array<number>(24).fill(0);
  for (const [at, count] of counts.entries()) hours[at % 24] = (hours[at % 24] ?? 0) + count;
  const total = hours.reduce((sum, count) => sum + count, 0);
  if (total < POSTS_LEAST) return null;
  let best: QuietBand | null = null;
  for (let from = 0; from < 24; from += 1) {
    let inside = 0;
    for (let length = 1; length <= LONGEST; length += 1) {
      inside += hours[(from + length - 1) % 24] ?? 0;
      const share = inside / total;
      if (share > SHARE) break;
      const isBetter = best === null || length > best.hours || (length === best.hours && share < best.share);
      if (length >= SHORTEST && isBetter) best = { from, hours: length, share };
    }
  }
  return best;
}
