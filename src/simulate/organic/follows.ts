import { chance, cumulative, drawIndex, pick, type Random } from "../../math/random.ts";
import { assumed } from "../parameters.ts";
import type { World } from "../world.ts";

export const FOLLOW_PARAMETERS = {
  followed: assumed(12, "accounts each account really reads, of the many it follows"),
  homophily: assumed(0.85, "share of them in the same community"),
};

/** Who reads whom: a fixed number of followed accounts each, the well-followed more often (preferential attachment). */
export interface Follows {
  readonly each: number;
  /** Account i reads `followed[i * each]` and the `each - 1` after it. */
  readonly followed: Uint32Array;
}

export function makeFollows(world: World, random: Random, parameters: typeof FOLLOW_PARAMETERS): Follows {
  const { people, communities } = world;
  const each = parameters.followed.value;
  const members: number[][] = communities.map(() => []);
  for (let i = 0; i < people.count; i++) members[people.community[i]!]!.push(i);
  const weight = (account: number) => 1 + people.followers[account]!;
  const sums = members.map((list) => (list.length === 0 ? null : cumulative(list.map(weight))));
  const everyone = cumulative(Array.from({ length: people.count }, (_, i) => weight(i)));
  const followed = new Uint32Array(people.count * each);
  for (let i = 0; i < people.count; i++) {
    const home = people.community[i]!;
    for (let k = 0; k < each; k++) {
      const near = chance(random, parameters.homophily.value);
      let other = near ? members[home]![drawIndex(random, sums[home]!)]! : drawIndex(random, everyone);
      // Nobody follows themselves; a lone member of a community looks elsewhere.
      if (other === i) other = members[home]!.length > 1 ? pick(random, members[home]!) : drawIndex(random, everyone);
      followed[i * each + k] = other;
    }
  }
  return { each, followed };
}
