import { logNormal, type Random } from "../../math/random.ts";
import { isOn, type Suits } from "../casting.ts";
import { PLATFORMS } from "../platforms.ts";
import { strangersWhoAct } from "../strangers.ts";
import { addPost, type World } from "../world.ts";

/**
 * The ordinary account with the most followers of those that suit, or the one `rank` places below: a paper, a politician, somebody
 * everybody answers.
 *
 * @throws when not so many suit
 */
export function wellKnown({ people }: World, suits: Suits, rank = 0): number {
  const known: number[] = [];
  for (let i = 0; i < people.count; i++) if (people.label[i] === 0 && suits(i)) known.push(i);
  known.sort((a, b) => people.followers[b]! - people.followers[a]! || a - b);
  if (known[rank] === undefined)
    throw new Error(`simulate: only ${known.length} ordinary accounts suit, wanted number ${rank}`);
  return known[rank];
}

export interface Comments {
  readonly voice: number;
  readonly argument: number;
  /** Minutes after the post by which half of them have come, log-normal. */
  readonly medianMin: number;
  readonly sigma: number;
  readonly suits: Suits;
}

/**
 * At most `count` comments of as many ordinary accounts of its platform under a post, all of them before the world ends. For
 * `perform`, as `strangersWhoAct`.
 *
 * @returns how many there are
 */
export function commentOrdinarily(
  world: World,
  post: number,
  count: number,
  { voice, argument, medianMin, sigma, suits }: Comments,
  random: Random,
): number {
  const { posts, people, span } = world;
  const author = posts.account[post]!;
  const here = isOn(world, PLATFORMS[people.platform[author]!]!);
  const accounts = strangersWhoAct(
    world,
    count,
    random,
    (account) => account !== author && here(account) && suits(account),
  );
  const room = span.endMs - 1000 - posts.timeMs[post]!;
  for (const account of accounts) {
    let delayMs = 60_000 * logNormal(random, medianMin, sigma);
    // What would come after the end comes at some time before it.
    if (delayMs >= room) delayMs = random() * room;
    addPost(world, { timeMs: posts.timeMs[post]! + delayMs, account, kind: "reply", target: post, voice, argument });
  }
  return accounts.length;
}
