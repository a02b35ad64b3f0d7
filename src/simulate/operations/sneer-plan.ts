import { between, logNormal, type Random, sample, shuffle } from "../../math/random.ts";
import { divideActivity } from "../casting.ts";
import { leastTellingClock } from "../clock.ts";
import { DAY_MS, humanTime, nextWaking } from "../rhythm.ts";
import type { World } from "../world.ts";
import type { SneerParameters } from "./sneer-parameters.ts";

/** One main post and what the crew answers. */
export interface Discussion {
  readonly author: number;
  readonly timeMs: number;
  readonly answers: readonly { readonly account: number; readonly timeMs: number }[];
}

export const mainPosts = ({ span }: World, table: SneerParameters): number =>
  Math.max(1, Math.round((table.mainPosts.value * span.days) / 14));

/**
 * Who answers what, and when. Matched, nobody of the crew gets busier by it, and of many timetables the one is taken in which the
 * crew's hours tell least.
 */
export function planDiscussions(
  world: World,
  mains: readonly number[],
  crew: readonly number[],
  table: SneerParameters,
  random: Random,
): readonly Discussion[] {
  const count = mainPosts(world, table);
  const shape = Array.from({ length: count }, (_, i) =>
    i === bigOf(count) ? table.bigPost.value : between(random, table.repliesMin.value, table.repliesMax.value),
  );
  if (table.matched.value !== 1) {
    return drawDiscussions(world, mains, shape, new Map(crew.map((one) => [one, table.shared.value])), table, random);
  }
  const acts = divideActivity(world, crew, table.decoy.value, Math.min(table.shared.value, count));
  const each = new Map(crew.map((account, i) => [account, acts[i]!]));
  const sizes = scaledTo(sum(acts), shape);
  return leastTellingClock(
    world,
    random,
    { cast: crew, decoys: crew.map(() => []) },
    () => drawDiscussions(world, mains, sizes, each, table, random),
    (discussions) => {
      const times = new Map<number, number[]>(crew.map((account) => [account, []]));
      for (const { account, timeMs } of discussions.flatMap(({ answers }) => answers)) times.get(account)!.push(timeMs);
      return [...times.values()];
    },
  );
}

/** The big post stands in the middle. */
const bigOf = (count: number): number => Math.floor(count / 2);

/** @param each how many main posts each of the crew answers at most */
function drawDiscussions(
  world: World,
  mains: readonly number[],
  sizes: readonly number[],
  each: ReadonlyMap<number, number>,
  table: SneerParameters,
  random: Random,
): Discussion[] {
  const { span, people } = world;
  const left = new Map(each);
  // The posts are spread over the span and leave a day for the answers.
  const room = (span.days - 1.5) * DAY_MS;
  return sizes.map((wanted, i) => {
    const author = mains[i % mains.length]!;
    const hour = humanTime(random, span, people.zone[author]!, people.shift[author]!) % DAY_MS;
    const day = Math.floor(((i + random()) * room) / sizes.length / DAY_MS);
    // Whole seconds, as posts have them: no answer may seem to come too early.
    const timeMs = 1000 * Math.floor((span.startMs + Math.min(room, day * DAY_MS + hour)) / 1000);
    const free = [...left.keys()].filter((replier) => left.get(replier)! > 0);
    // Matched, those with most to say still come first, or the last posts would find nobody who may answer.
    const crew =
      table.matched.value === 1
        ? shuffle(random, free)
            .sort((a, b) => left.get(b)! - left.get(a)!)
            .slice(0, wanted)
        : sample(random, free, wanted);
    for (const replier of crew) left.set(replier, left.get(replier)! - 1);
    // More answers than repliers: the same accounts come back, as they must have on the published video.
    const answers = crew.length === 0 ? 0 : table.matched.value === 1 ? crew.length : wanted;
    return {
      author,
      timeMs,
      answers: Array.from({ length: answers }, (_, k) => {
        const account = crew[k % crew.length]!;
        const minutes = delayMinutes(Math.floor(k / crew.length), i === bigOf(sizes.length), table, random);
        const at = timeMs + minutes * 60_000;
        const isLocal = table.localHours.value === 1;
        return {
          account,
          timeMs: isLocal ? nextWaking(random, at, people.zone[account]!, people.shift[account]!) : at,
        };
      }),
    };
  });
}

/** Log-normal between floor and ceiling, drawn again when it falls outside: no heap at either end. */
function delayMinutes(round: number, isBig: boolean, table: SneerParameters, random: Random): number {
  const floor = table.jitter.value * table.delayFloorMin.value;
  const ceiling = table.jitter.value * table.delayCeilingMin.value * (isBig ? 6 : 1);
  const median = table.jitter.value * table.delayMin.value * (isBig ? 2 : 1);
  for (let tries = 0; tries < 50; tries++) {
    let minutes = 0;
    for (let i = 0; i <= round; i++) minutes += logNormal(random, median, table.delaySigma.value);
    if (minutes >= floor && minutes <= ceiling) return minutes;
  }
  return floor + random() * (ceiling - floor);
}

/** The same proportions with another total, each at least one. */
const scaledTo = (total: number, shape: readonly number[]): number[] =>
  shape.map((size) => Math.max(1, Math.round((size * total) / sum(shape))));

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
