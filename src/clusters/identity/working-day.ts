import type { HourCounts } from "../../store/identity-facts.ts";

const HOURS = 168;
const FIRST_HOUR = 9;
const LAST_HOUR = 18;
/** Share of posts that must fall on working hours before the word is used; chance gives 45 of 168. */
const MOST = 0.75;
/** Clocks that fit nearly as well as the best belong to the range. */
const NEARLY = 0.95;
/** A range wider than this says nothing. */
const WIDEST = 4;

/**
 * Question: on which clocks are these posts made in office hours, Monday to Friday from nine to six?
 *
 * For each whole offset from UTC-11 to UTC+12 the share of posts that fall on those 45 hours, each account counting alike; the range is that of offsets next to the
 * best with nearly its share. Null where less than three quarters do, or where too many clocks fit. Does not show where anybody is.
 */
export function workingOffsets(
  accounts: readonly number[],
  { starts, hour, count }: HourCounts,
): { readonly from: number; readonly to: number } | null {
  const week = new Float64Array(HOURS);
  for (const account of accounts) {
    let posts = 0;
    for (let i = starts[account]!; i < starts[account + 1]!; i++) posts += count[i]!;
    for (let i = starts[account]!; i < starts[account + 1]!; i++) {
      week[hour[i]!]! += count[i]! / posts / accounts.length;
    }
  }
  const shares = new Map<number, number>();
  for (let offset = -11; offset <= 12; offset++) shares.set(offset, shareAtWork(week, offset));
  const best = [...shares].reduce((top, one) => (one[1] > top[1] ? one : top));
  if (best[1] < MOST) return null;
  let [from] = best;
  let [to] = best;
  while ((shares.get(from - 1) ?? 0) >= NEARLY * best[1]) from--;
  while ((shares.get(to + 1) ?? 0) >= NEARLY * best[1]) to++;
  return to - from > WIDEST ? null : { from, to };
}

function shareAtWork(week: Float64Array, offset: number): number {
  let share = 0;
  for (let hour = 0; hour < HOURS; hour++) {
    const local = (hour + offset + HOURS) % HOURS;
    const time = local % 24;
    if (local < 5 * 24 && time >= FIRST_HOUR && time < LAST_HOUR) share += week[hour]!;
  }
  return share;
}
