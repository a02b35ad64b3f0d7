import { between, logNormal, type Random, shuffle } from "../../math/random.ts";
import { divideActivity } from "../casting.ts";
import { leastTellingClock } from "../clock.ts";
import { matchedHours } from "../matched.ts";
import { DAY_MS, HOUR_MS } from "../rhythm.ts";
import type { World } from "../world.ts";
import type { UncleSpamParameters } from "./uncle-spam-parameters.ts";

/** A time at which members of both camps post. */
export interface Slot {
  readonly timeMs: number;
  readonly acts: readonly { readonly account: number; readonly timeMs: number }[];
}

/**
 * Each account's posts dealt over the slots. Slots are in one place's prime time, or, of many ways to deal and time them, the one is
 * taken in which the crew's hours tell least.
 */
export function makeSlots(world: World, crew: readonly number[], table: UncleSpamParameters, random: Random): Slot[] {
  const acts = postCounts(world, crew, table, random);
  if (table.primeTime.value === 1) return dealSlots(world, crew, acts, table, random);
  return leastTellingClock(
    world,
    random,
    { cast: crew, decoys: crew.map(() => []) },
    () => dealSlots(world, crew, acts, table, random),
    (slots) => {
      const times = new Map<number, number[]>(crew.map((account) => [account, []]));
      for (const { account, timeMs } of slots.flatMap((slot) => slot.acts)) times.get(account)!.push(timeMs);
      return [...times.values()];
    },
  );
}

/** Posts of each account for the campaign; what is left of its activity is ordinary life. */
function postCounts(world: World, crew: readonly number[], table: UncleSpamParameters, random: Random): number[] {
  const scale = world.span.days / 14;
  const most = Math.max(1, Math.round(table.actsMax.value * scale));
  if (table.madeUp.value === 0) return divideActivity(world, crew, table.decoy.value, most);
  const least = Math.min(most, Math.max(1, Math.round(table.actsMin.value * scale)));
  return crew.map((account) => {
    const acts = between(random, least, most);
    world.people.rate[account] = (acts * table.decoy.value) / (1 - table.decoy.value);
    return acts;
  });
}

function dealSlots(
  world: World,
  crew: readonly number[],
  acts: readonly number[],
  table: UncleSpamParameters,
  random: Random,
): Slot[] {
  const { span } = world;
  const count = Math.max(1, Math.round((table.slots.value * span.days) / 14));
  const members: number[][] = Array.from({ length: count }, () => []);
  crew.forEach((account, i) => {
    const order = shuffle(random, [...members.keys()]);
    for (let k = 0; k < acts[i]!; k++) members[order[k % count]!]!.push(account);
  });
  const sizes = members.map((list) => Math.max(1, list.length));
  const matched = table.primeTime.value === 1 ? null : matchedHours(world, sizes, random);
  // Matched hours are those of the posts, so the slot is a median delay before.
  const ahead = 60_000 * table.jitter.value * table.delayMin.value;
  const room = span.days - 1.5;
  return members.map((list, i) => {
    const prime = (table.primeHour.value + random() * table.primeLength.value - table.primeZone.value) * HOUR_MS;
    const hour = matched === null ? prime % DAY_MS : (matched[i]! - ahead + DAY_MS) % DAY_MS;
    const day = Math.floor(((i + random()) * room) / count);
    const timeMs = span.startMs + day * DAY_MS + hour;
    const delay = () => ahead * logNormal(random, 1, table.delaySigma.value);
    return { timeMs, acts: list.map((account) => ({ account, timeMs: timeMs + delay() })) };
  });
}
