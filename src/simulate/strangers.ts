import { type Random, sample } from "../math/random.ts";
import { spend } from "./benign/crowd.ts";
import type { Suits } from "./casting.ts";
import type { World } from "./world.ts";

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
export function strangersWhoAct(world: World, count: number, random: Random, suits: Suits = () => true): number[] {
  const chosen = strangers(world, count, random, suits);
  for (const account of chosen) spend(world, account);
  return chosen;
}
