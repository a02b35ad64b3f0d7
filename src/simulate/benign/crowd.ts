import { cumulative, drawIndex, type Random } from "../../math/random.ts";
import type { Suits } from "../casting.ts";
import type { Parameter } from "../parameters.ts";
import { PLATFORM_NUMBER } from "../platforms.ts";
import { HOUR_MS } from "../rhythm.ts";
import type { Content, World } from "../world.ts";

/** How large a group is: a share of all accounts, within bounds, so that small worlds have it whole and large ones are not flooded. */
export interface Size {
  readonly share: Parameter<number>;
  readonly least: Parameter<number>;
  readonly most: Parameter<number>;
}

export const groupSize = (world: World, { share, least, most }: Size): number =>
  Math.min(most.value, Math.max(least.value, Math.round(share.value * world.people.count)));

/**
 * Accounts that happen to take part in what a group does and keep the label they have, whatever it is; the busy ones more often. What
 * they do is to be told to `spend`. Fewer than wanted when not as many suit. Cost: accounts plus draws times log accounts.
 */
export function passersBy({ people }: World, random: Random, count: number, suits: Suits): number[] {
  const found = new Set<number>();
  const sums = people.rate.map((rate, account) => (suits(account) ? rate : 0));
  if (!sums.some((weight) => weight > 0)) return [];
  const weights = cumulative(sums);
  for (let tries = 0; found.size < count && tries < 50 * count; tries++) found.add(drawIndex(random, weights));
  return [...found];
}

/** An act that stands for one of ordinary life, so that taking part makes nobody busier than they are. */
export function spend({ people }: World, account: number, acts = 1): void {
  people.rate[account] = Math.max(0, people.rate[account]! - acts);
}

/** Between seven and midnight by the account's own day. */
export function isUp({ people }: World, account: number, timeMs: number): boolean {
  const local = timeMs / HOUR_MS + people.zone[account]! - people.shift[account]!;
  return ((local % 24) + 24) % 24 >= 7;
}

/** Of any platform on which people live, which the web of sites is none of. */
export const isPerson = ({ people }: World): Suits => {
  return (account) => people.platform[account] !== PLATFORM_NUMBER.web;
};

/** Content of a post; columns not named stay empty. */
export const said = (text: string, language: string, columns: Partial<Content> = {}): Content => ({
  text,
  language,
  urls: [],
  hashtags: [],
  mentions: [],
  media: [],
  ...columns,
});
