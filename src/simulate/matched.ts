import { type Random, shuffle } from "../math/random.ts";
import { DAY_MS, HOUR_MS, humanTime, meanHourUtc } from "./rhythm.ts";
import type { World } from "./world.ts";

/**
 * Hours of the day, in milliseconds, for bursts of `sizes` acts, so that the acts' clock tells nothing: evenly spaced ranks of when
 * everybody posts. Of fifty ways to deal them out the one is taken in which the acts' mean hour comes closest to the mean hour of the
 * middle account.
 */
export function matchedHours(world: World, sizes: readonly number[], random: Random): number[] {
  const { span, people } = world;
  const everybody = Array.from({ length: 999 }, () => {
    const account = Math.floor(random() * people.count);
    return humanTime(random, span, people.zone[account]!, people.shift[account]!) % DAY_MS;
  }).sort((a, b) => a - b);
  const hours = sizes.map((_, rank) => everybody[Math.floor(((rank + 0.5) * everybody.length) / sizes.length)]!);
  const accounts = Array.from({ length: 999 }, () => {
    const account = Math.floor(random() * people.count);
    return meanHourUtc(people.zone[account]!, people.shift[account]!) * HOUR_MS;
  }).sort((a, b) => a - b);
  const middle = accounts[accounts.length >> 1]!;
  const acts = sizes.reduce((a, b) => a + b, 0);
  const distance = (deal: readonly number[]) =>
    Math.abs(deal.reduce((sum, hour, i) => sum + hour * sizes[i]!, 0) / acts - middle);
  let best = hours;
  for (let i = 0; i < 50; i++) {
    const deal = shuffle(random, [...hours]);
    if (i === 0 || distance(deal) < distance(best)) best = deal;
  }
  return best;
}
