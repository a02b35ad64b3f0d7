import { type Random, sample } from "../math/random.ts";
import type { Suits } from "./casting.ts";
import { humanTime } from "./rhythm.ts";
import { addPost, ORGANIC_VOICE, type World } from "./world.ts";

/**
 * Ordinary accounts, at most `count`; fewer when there are not so many. For `perform`, when all casts are known: they keep their label.
 */
export function strangers(world: World, count: number, random: Random, suits: Suits = () => true): number[] {
  const { people } = world;
  const free: number[] = [];
  for (let i = 0; i < people.count; i++) if (people.label[i] === 0 && people.rate[i]! >= 1 && suits(i)) free.push(i);
  return sample(random, free, count);
}

/**
 * Strangers that come across an operation: they answer it, warn of it, or happen to do the like. What they do here is taken off their
 * ordinary life, so that they are no busier than others.
 */
export function bystanders(world: World, count: number, random: Random, suits: Suits = () => true): number[] {
  const chosen = strangers(world, count, random, suits);
  for (const account of chosen) world.people.rate[account]! -= 1;
  return chosen;
}

/**
 * One post of ordinary life by each of the cast that is to have any: a small share of decoys must not come to none by chance.
 *
 * @returns their times, for each account none or one
 */
export function firstDecoys(world: World, cast: readonly number[], random: Random): number[][] {
  const { people, span } = world;
  return cast.map((account) => {
    if (people.rate[account] === 0) return [];
    people.rate[account] = Math.max(0, people.rate[account]! - 1);
    const timeMs = humanTime(random, span, people.zone[account]!, people.shift[account]!);
    const argument = people.community[account]!;
    addPost(world, { timeMs, account, kind: "post", voice: ORGANIC_VOICE, argument, appeal: 1 });
    return [timeMs];
  });
}
