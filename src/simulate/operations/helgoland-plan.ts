import { between, chance, logNormal, type Random, shuffle } from "../../math/random.ts";
import { divideActivity } from "../casting.ts";
import { leastTellingClock } from "../clock.ts";
import { DAY_MS, HOUR_MS, humanTime, nextWaking } from "../rhythm.ts";
import type { World } from "../world.ts";
import type { HelgolandParameters } from "./helgoland-parameters.ts";

/** Stands for the number of an item in what a member publishes of its ordinary life. */
export const NO_ITEM = -1;

/** One publication of an item: by the channel, or by who repeats it; or of no item. */
export interface Act {
  readonly item: number;
  readonly account: number;
  readonly timeMs: number;
  /** Does it wait for the site's article and link it? */
  readonly isLinked: boolean;
  /** Is it told in English? */
  readonly isEnglish: boolean;
}

/**
 * When each item appears in the channel, who repeats it, and when. Where members are as busy as anybody, each repeats as many items as
 * its activity allows, and of many timetables the one is taken in which the members' hours tell least: with a handful of posts luck
 * alone would often set them apart.
 */
export function planActs(
  world: World,
  channel: number,
  relays: readonly number[],
  sites: readonly number[],
  table: HelgolandParameters,
  random: Random,
): Act[] {
  const takers = dealItems(world, channel, relays, sites, table, random);
  const deal = () => timeActs(world, channel, takers, sites, table, random);
  if (table.typical.value === 0) return deal();
  const { people, span } = world;
  const cast = [channel, ...relays, ...sites];
  // Their ordinary life is timed here as well: a handful of posts left to chance would tell after all.
  const life = cast.flatMap((account) => {
    const count = Math.round(people.rate[account]!);
    people.rate[account] = 0;
    return Array.from({ length: count }, () => account);
  });
  const way = (): Act[] => [
    ...deal(),
    ...life.map((account) => ({
      item: NO_ITEM,
      account,
      timeMs: humanTime(random, span, people.zone[account]!, people.shift[account]!),
      isLinked: false,
      isEnglish: false,
    })),
  ];
  return leastTellingClock(world, random, { cast, decoys: cast.map(() => []) }, way, (acts) => {
    const times = new Map<number, number[]>(cast.map((account) => [account, []]));
    for (const { account, timeMs } of acts) times.get(account)!.push(timeMs);
    return [...times.values()];
  });
}

/** For each item those who repeat it. Lowers the rates of all to what their part leaves them. */
function dealItems(
  world: World,
  channel: number,
  relays: readonly number[],
  sites: readonly number[],
  table: HelgolandParameters,
  random: Random,
): number[][] {
  const { people, span } = world;
  const others = [...relays, ...sites];
  if (table.typical.value === 1) {
    const [items, ...acts] = divideActivity(world, [channel, ...others], table.decoy.value);
    const ranks = shuffle(random, [...Array(items!).keys()]);
    return ranks.map((rank) => others.filter((_, i) => rank < Math.min(acts[i]!, table.shared.value)));
  }
  let items = 0;
  for (let day = 0; day < span.days; day++) items += between(random, table.itemsMin.value, table.itemsMax.value);
  const most = table.shared.value >= 99 ? items : table.shared.value;
  const counts = new Map<number, number>([[channel, items]]);
  const takers = Array.from({ length: items }, () =>
    others.filter((account) => {
      const share = sites.includes(account) ? table.siteTakes.value : table.pageTakes.value;
      const count = counts.get(account) ?? 0;
      if (count >= most || !chance(random, share)) return false;
      counts.set(account, count + 1);
      return true;
    }),
  );
  for (const [account, count] of counts) people.rate[account] = (count * table.decoy.value) / (1 - table.decoy.value);
  return takers;
}

function timeActs(
  world: World,
  channel: number,
  takers: readonly (readonly number[])[],
  sites: readonly number[],
  table: HelgolandParameters,
  random: Random,
): Act[] {
  const { people, span } = world;
  const awake = (account: number, timeMs: number) =>
    table.localHours.value === 1 ? nextWaking(random, timeMs, people.zone[account]!, people.shift[account]!) : timeMs;
  const every = table.english.value > 0 ? Math.round(1 / table.english.value) : Number.POSITIVE_INFINITY;
  const told = new Map<number, number>();
  const room = table.siteDelayMaxH.value * Math.sqrt(table.jitter.value) - table.siteDelayMinH.value;
  return takers.flatMap((accounts, item) => {
    let timeMs = humanTime(random, span, people.zone[channel]!, people.shift[channel]!);
    // A handful of items must not end so late that nobody can repeat them within the world.
    if (table.typical.value === 1 && timeMs > span.endMs - 3 * DAY_MS)
      timeMs -= DAY_MS * between(random, 4, span.days - 3);
    const acts: Act[] = [{ item, account: channel, timeMs, isLinked: false, isEnglish: false }];
    let articleMs = -1;
    for (const account of accounts.filter((taker) => sites.includes(taker))) {
      articleMs = awake(account, timeMs + HOUR_MS * (table.siteDelayMinH.value + room * random()));
      acts.push({ item, account, timeMs: articleMs, isLinked: false, isEnglish: false });
    }
    for (const account of accounts.filter((taker) => !sites.includes(taker))) {
      const isLinked = articleMs >= 0 && chance(random, table.links.value);
      const delay = logNormal(random, table.jitter.value * table.pageDelayMin.value, table.pageDelaySigma.value);
      const at = awake(account, (isLinked ? articleMs : timeMs) + 60_000 * delay);
      // In turn, so that a handful of posts has its share of English.
      const number = told.get(account) ?? 0;
      told.set(account, number + 1);
      acts.push({ item, account, timeMs: at, isLinked, isEnglish: number % every === 1 });
    }
    return acts;
  });
}
