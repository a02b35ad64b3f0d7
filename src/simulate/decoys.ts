import type { Random } from "../math/random.ts";
import { spend } from "./benign/crowd.ts";
import { humanTime } from "./rhythm.ts";
import { addPost, ORGANIC_VOICE, type World } from "./world.ts";

/**
 * One post of ordinary life by each of the cast that is to have any: a small share of decoys must not come to none by chance.
 *
 * @returns their times, for each account none or one
 */
export function firstDecoys(world: World, cast: readonly number[], random: Random): number[][] {
  const { people, span } = world;
  return cast.map((account) => {
    if (people.rate[account] === 0) return [];
    spend(world, account);
    const timeMs = humanTime(random, span, people.zone[account]!, people.shift[account]!);
    const argument = people.community[account]!;
    addPost(world, { timeMs, account, kind: "post", voice: ORGANIC_VOICE, argument, appeal: 1 });
    return [timeMs];
  });
}
