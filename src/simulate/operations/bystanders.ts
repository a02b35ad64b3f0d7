import { cumulative, drawIndex, logNormal, type Random } from "../../math/random.ts";
import { isOn, type Suits } from "../casting.ts";
import { PLATFORMS } from "../platforms.ts";
import { addPost, type World } from "../world.ts";

/** Ordinary accounts that an operation's posts, tags and targets reach too: without them every object would be the crew's alone. */
export function bystanders(world: World, random: Random, count: number, suits: Suits): number[] {
  const { people } = world;
  const weights = people.rate.map((rate, i) => (people.label[i] === 0 && suits(i) ? rate : 0));
  if (count <= 0 || !weights.some((weight) => weight > 0)) return [];
  const sums = cumulative(weights);
  return Array.from({ length: count }, () => drawIndex(random, sums));
}

/** An ordinary account with as many followers as any that suits: a paper, a politician, somebody everybody answers. */
export function wellKnown({ people }: World, suits: Suits, rank = 0): number {
  const known: number[] = [];
  for (let i = 0; i < people.count; i++) if (people.label[i] === 0 && suits(i)) known.push(i);
  known.sort((a, b) => people.followers[b]! - people.followers[a]! || a - b);
  if (known[rank] === undefined)
    throw new Error(`simulate: only ${known.length} ordinary accounts suit, wanted ${rank}`);
  return known[rank];
}

export interface Comments {
  readonly voice: number;
  readonly argument: (account: number) => number;
  /** Minutes after the post by which half of them have come, log-normal. */
  readonly medianMin: number;
  readonly sigma: number;
  readonly suits?: Suits;
}

/** `count` comments of ordinary accounts of its platform under a post, all of them before the world ends; how many were made. */
export function commentOrdinarily(
  world: World,
  post: number,
  count: number,
  { voice, argument, medianMin, sigma, suits = () => true }: Comments,
  random: Random,
): number {
  const { posts, people, span } = world;
  const author = posts.account[post]!;
  const here = isOn(world, PLATFORMS[people.platform[author]!]!);
  const accounts = bystanders(world, random, count, (account) => account !== author && here(account) && suits(account));
  for (const account of accounts) {
    const room = span.endMs - 1000 - posts.timeMs[post]!;
    let delayMs = 60_000 * logNormal(random, medianMin, sigma);
    // What would come after the end comes at some time before it.
    if (delayMs >= room) delayMs = random() * room;
    const timeMs = posts.timeMs[post]! + delayMs;
    addPost(world, { timeMs, account, kind: "reply", target: post, voice, argument: argument(account) });
  }
  return accounts.length;
}
