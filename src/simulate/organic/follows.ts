import { chance, cumulative, drawIndex, pick, type Random } from "../../math/random.ts";
import { circleOf } from "../circles.ts";
import { assumed } from "../parameters.ts";
import { PLATFORMS } from "../platforms.ts";
import type { World } from "../world.ts";

export const FOLLOW_PARAMETERS = {
  followed: assumed(12, "accounts each account really reads, of the many it follows"),
  homophily: assumed(0.85, "share of them in the same community"),
  followsBack: assumed(
    0.22,
    "share of ties that are returned, as in 22 % of all pairs on Twitter in 2009 (Kwak et al. 2010)",
  ),
};

/**
 * Who reads whom: a fixed number of followed accounts each, the well-followed more often (preferential attachment), mostly of the own
 * community, always on the own platform; part of the ties are returned. Cost: accounts times followed, times log n.
 */
export interface Follows {
  readonly each: number;
  /** Account i reads `followed[i * each]` and the `each - 1` after it. */
  readonly followed: Uint32Array;
}

export function makeFollows(world: World, random: Random, parameters: typeof FOLLOW_PARAMETERS): Follows {
  const { people, communities } = world;
  const each = parameters.followed.value;
  const near: number[][] = Array.from({ length: communities.length * PLATFORMS.length }, () => []);
  const far: number[][] = PLATFORMS.map(() => []);
  for (let i = 0; i < people.count; i++) {
    near[circleOf(world, i, people.community[i]!)]!.push(i);
    far[people.platform[i]!]!.push(i);
  }
  const weight = (account: number) => 1 + people.followers[account]!;
  const nearSums = near.map((list) => (list.length === 0 ? null : cumulative(list.map(weight))));
  const farSums = far.map((list) => (list.length === 0 ? null : cumulative(list.map(weight))));
  const followed = new Uint32Array(people.count * each);
  for (let i = 0; i < people.count; i++) {
    const circle = circleOf(world, i, people.community[i]!);
    const platform = people.platform[i]!;
    for (let k = 0; k < each; k++) {
      const isNear = chance(random, parameters.homophily.value);
      let other = isNear
        ? near[circle]![drawIndex(random, nearSums[circle]!)]!
        : far[platform]![drawIndex(random, farSums[platform]!)]!;
      // Nobody follows themselves; a lone member of a community looks elsewhere.
      if (other === i) other = pick(random, near[circle]!.length > 1 ? near[circle]! : far[platform]!);
      followed[i * each + k] = other;
    }
  }
  for (let i = 0; i < people.count; i++) {
    for (let k = 0; k < each; k++) {
      if (!chance(random, parameters.followsBack.value)) continue;
      const other = followed[i * each + k]!;
      followed[other * each + Math.floor(random() * each)] = i;
    }
  }
  return { each, followed };
}
