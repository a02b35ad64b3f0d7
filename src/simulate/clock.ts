import { poisson, type Random } from "../math/random.ts";
import { midRank } from "./casting.ts";
import { HOUR_MS, humanTime, meanHourUtc } from "./rhythm.ts";
import type { World } from "./world.ts";

/** Ordinary accounts that stand for all when clocks are compared. */
const YARDSTICK = 1500;
/** Ways to time a cast's acts among which the least telling is taken. */
const DEALS = 60;

/** Mean hours of the UTC day at which ordinary accounts will be found to post, ascending. */
export function clocksOf(world: World, random: Random): Float64Array {
  const { people, span } = world;
  return Float64Array.from({ length: YARDSTICK }, () => {
    const account = Math.floor(random() * people.count);
    const count = Math.max(1, poisson(random, Math.min(60, people.rate[account]!)));
    let hours = 0;
    for (let i = 0; i < count; i++)
      hours += hourOf(humanTime(random, span, people.zone[account]!, people.shift[account]!));
    return hours / count;
  }).sort();
}

/** A cast whose acts are to be timed, and what is known of its other posts. */
export interface Timed {
  readonly cast: readonly number[];
  /** Times of posts that each account makes anyway. The rest of its ordinary life is reckoned with at its rate. */
  readonly decoys: readonly (readonly number[])[];
}

/**
 * Of many ways to time what a cast does, the one in which its clocks lie most evenly among everybody's: the mean rank of the accounts'
 * mean hours, which is the AUC of the hour, comes closest to one half. Cost: ways times acts, plus a sort.
 *
 * @param make one way to time it
 * @param timesOf times of the acts of each account, in milliseconds
 */
export function leastTellingClock<T>(
  world: World,
  random: Random,
  { cast, decoys }: Timed,
  make: () => T,
  timesOf: (way: T) => readonly (readonly number[])[],
): T {
  const { people } = world;
  const clocks = clocksOf(world, random);
  const fixed = cast.map((account, k) => {
    const rest = people.rate[account]!;
    const hours = decoys[k]!.reduce((sum, timeMs) => sum + hourOf(timeMs), 0);
    return {
      hours: hours + rest * meanHourUtc(people.zone[account]!, people.shift[account]!),
      posts: decoys[k]!.length + rest,
    };
  });
  const distance = (way: T) => {
    let ranks = 0;
    let acting = 0;
    timesOf(way).forEach((times, k) => {
      const posts = fixed[k]!.posts + times.length;
      if (posts === 0) return;
      const hours = times.reduce((sum, timeMs) => sum + hourOf(timeMs), fixed[k]!.hours);
      ranks += midRank(clocks, hours / posts);
      acting++;
    });
    return acting === 0 ? 0 : Math.abs(ranks / acting - 0.5);
  };
  let best = make();
  let least = distance(best);
  for (let deal = 1; deal < DEALS; deal++) {
    const way = make();
    const far = distance(way);
    if (far < least) [best, least] = [way, far];
  }
  return best;
}

const hourOf = (timeMs: number): number => (timeMs / HOUR_MS) % 24;
