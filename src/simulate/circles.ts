import { PLATFORMS } from "./platforms.ts";
import type { World } from "./world.ts";

/** A circle is a community on one platform: the people who see each other's posts. Its number, from 0 to communities x platforms. */
export const circleOf = ({ people }: World, account: number, community: number): number =>
  community * PLATFORMS.length + people.platform[account]!;
