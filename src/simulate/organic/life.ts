import { KIND_CODE, type PostKind } from "../../corpus/post.ts";
import {
  chance,
  cumulative,
  drawIndex,
  exponential,
  logNormal,
  pareto,
  poisson,
  type Random,
} from "../../math/random.ts";
import { circleOf } from "../circles.ts";
import { assumed } from "../parameters.ts";
import { PLATFORMS } from "../platforms.ts";
import { humanTime } from "../rhythm.ts";
import { LANGUAGES } from "../text/languages.ts";
import { addPost, type World } from "../world.ts";
import { FOLLOW_PARAMETERS, type Follows, makeFollows } from "./follows.ts";

export const LIFE_PARAMETERS = {
  ...FOLLOW_PARAMETERS,
  own: assumed(
    0.38,
    "share of activity that is an own post; the rest answers others: a branching ratio near 0.6, as fitted to reply cascades",
  ),
  repost: assumed(0.33, "share that is a repost; 49 % among the most active of the United States (Pew 2021)"),
  reply: assumed(0.23, "share that is a reply; 33 % there"),
  quote: assumed(0.06, "share that is a quote"),
  session: assumed(0.35, "chance that an activity follows the one before in the same sitting"),
  sessionGapMin: assumed(4, "mean minutes between activities of one sitting"),
  readsFollowed: assumed(
    0.5,
    "chance that what is taken up comes from a followed account, not from the community's feed",
  ),
  repostDelayMin: assumed(
    35,
    "median minutes from a post to its repost out of the feed, log-normal: half of all within an hour (Kwak et al. 2010)",
  ),
  replyDelayMin: assumed(
    12,
    "median minutes from a post to its reply out of the feed, log-normal: most within an hour (Sysomos 2010)",
  ),
  delaySigma: assumed(1.4, "standard deviation of the logarithm of both delays"),
};

/** Replies and quotes are taken up less than own posts. */
const ANSWER_APPEAL = 0.08;
/** What is taken up is the most appealing of so many seen around one moment. */
const SEEN = 6;
/** People scroll back further, by this factor of the median delay, for those they follow. */
const LOOK_BACK = 3;
/** When the circle was silent for so many times the wanted delay, people read on in what their platform writes in their language. */
const SILENT = 2;
const KINDS: readonly PostKind[] = ["post", "repost", "reply", "quote"];

/**
 * Ordinary life of all accounts at their rates: when they sit down (their rhythm), what they do, and what of the others' posts they
 * take up, from those they follow or from their community's feed. Walks through time once, so that an account can only take up what
 * is already there; what stories have added before enters the feeds at its time. Cost n log n in posts.
 */
export function liveOn(world: World, voice: number, random: Random, parameters: typeof LIFE_PARAMETERS): void {
  const { posts, people, communities } = world;
  const moments = makeMoments(world, random, parameters);
  const staged = Array.from({ length: posts.count }, (_, i) => i)
    .filter((i) => posts.appeal[i]! > 0)
    .sort((a, b) => posts.timeMs[a]! - posts.timeMs[b]! || a - b);
  const reader: Reader = {
    follows: makeFollows(world, random, parameters),
    feeds: Array.from({ length: communities.length * PLATFORMS.length }, () => []),
    wideFeeds: Array.from({ length: LANGUAGES.length * PLATFORMS.length }, () => []),
    latest: new Int32Array(people.count).fill(-1),
    taken: new Set(),
  };
  const kindSums = cumulative([
    parameters.own.value,
    parameters.repost.value,
    parameters.reply.value,
    parameters.quote.value,
  ]);
  for (let i = 0; i < posts.count; i++) {
    if (posts.kind[i] === KIND_CODE.repost) reader.taken.add(posts.target[i]! * people.count + posts.account[i]!);
  }
  let next = 0;
  for (const { timeMs, account } of moments) {
    while (next < staged.length && posts.timeMs[staged[next]!]! <= timeMs) publish(world, reader, staged[next++]!);
    const wanted = KINDS[drawIndex(random, kindSums)]!;
    const community = chance(random, 0.78) ? people.community[account]! : people.second[account]!;
    const target =
      wanted === "post" ? -1 : takeUp(world, reader, random, account, community, timeMs, wanted, parameters);
    const kind = target < 0 ? "post" : wanted;
    // An answer is written in the language of what it answers, when that belongs to a community.
    const own = kind === "post" || posts.voice[target] !== voice ? community : posts.argument[target]!;
    const influence = Math.sqrt(1 + people.followers[account]!);
    const appeal =
      kind === "repost" ? 0 : pareto(random, 1, 1.1, 500) * influence * (kind === "reply" ? ANSWER_APPEAL : 1);
    const number = addPost(
      world,
      target < 0
        ? { timeMs, account, kind, voice, argument: own, appeal }
        : { timeMs, account, kind, target, voice, argument: own, appeal },
    );
    if (number >= 0 && kind !== "repost") publish(world, reader, number);
  }
}

interface Reader {
  readonly follows: Follows;
  /** Posts of each circle in order of time. */
  readonly feeds: number[][];
  /** Posts of each language on each platform in order of time. */
  readonly wideFeeds: number[][];
  /** Last post of each account that can be taken up. */
  readonly latest: Int32Array;
  /** Reposts that have been made, target * accounts + account: nobody reposts a post twice. */
  readonly taken: Set<number>;
}

function publish(world: World, reader: Reader, post: number): void {
  const account = world.posts.account[post]!;
  const community = world.people.community[account]!;
  reader.feeds[circleOf(world, account, community)]!.push(post);
  reader.wideFeeds[wideCircle(world, account, community)]!.push(post);
  if (world.posts.kind[post] !== KIND_CODE.reply) reader.latest[account] = post;
}

function takeUp(
  world: World,
  reader: Reader,
  random: Random,
  account: number,
  community: number,
  timeMs: number,
  kind: PostKind,
  parameters: typeof LIFE_PARAMETERS,
): number {
  const { posts, people } = world;
  const { follows, feeds, wideFeeds, latest, taken } = reader;
  const median = kind === "reply" ? parameters.replyDelayMin.value : parameters.repostDelayMin.value;
  let found = -1;
  if (chance(random, parameters.readsFollowed.value)) {
    const other = follows.followed[account * follows.each + Math.floor(random() * follows.each)]!;
    const last = latest[other]!;
    const lookBack = LOOK_BACK * median * logNormal(random, 60_000, parameters.delaySigma.value);
    if (last >= 0 && timeMs - posts.timeMs[last]! < lookBack) found = last;
  }
  if (found < 0) {
    const around = timeMs - 60_000 * logNormal(random, median, parameters.delaySigma.value);
    found = mostAppealing(world, feeds[circleOf(world, account, community)]!, account, around);
    const isSilent = found < 0 || timeMs - posts.timeMs[found]! > SILENT * (timeMs - around);
    if (isSilent) {
      const wide = mostAppealing(world, wideFeeds[wideCircle(world, account, community)]!, account, around);
      if (wide >= 0) found = wide;
    }
  }
  if (found < 0 || posts.account[found] === account || posts.timeMs[found]! >= timeMs - 1000) return -1;
  if (kind === "repost") {
    const key = found * people.count + account;
    if (taken.has(key)) return -1;
    taken.add(key);
  }
  return found;
}

/** The post of others that appeals most among the few around a moment; -1 when there is none. */
function mostAppealing({ posts }: World, feed: readonly number[], account: number, aroundMs: number): number {
  const from = lastBefore(posts.timeMs, feed, aroundMs);
  // As many on either side of the moment, or the delay would grow with the silence of a small community.
  const last = Math.min(feed.length, from + 1 + SEEN / 2);
  let found = -1;
  for (let i = Math.max(0, from + 1 - SEEN / 2); i < last; i++) {
    const seen = feed[i]!;
    if (posts.account[seen] !== account && (found < 0 || posts.appeal[seen]! > posts.appeal[found]!)) found = seen;
  }
  return found;
}

/** Number of the readers of one language on one platform. */
const wideCircle = ({ people, communities }: World, account: number, community: number): number =>
  communities[community]!.language * PLATFORMS.length + people.platform[account]!;

/** Position in the feed of the last post at or before `timeMs`, -1 when there is none. */
function lastBefore(times: Float64Array, feed: readonly number[], timeMs: number): number {
  let low = 0;
  let high = feed.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (times[feed[middle]!]! <= timeMs) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** When each account is active, over all accounts, in order of time. */
function* makeMoments(world: World, random: Random, parameters: typeof LIFE_PARAMETERS) {
  const { people, span } = world;
  const times: number[] = [];
  const accounts: number[] = [];
  for (let account = 0; account < people.count; account++) {
    const count = people.rate[account]! === 0 ? 0 : poisson(random, people.rate[account]!);
    let before = 0;
    for (let i = 0; i < count; i++) {
      const sitting = i > 0 && chance(random, parameters.session.value);
      const at = sitting
        ? before + 60_000 * exponential(random, parameters.sessionGapMin.value)
        : humanTime(random, span, people.zone[account]!, people.shift[account]!);
      before = at;
      if (at >= span.endMs) continue;
      times.push(at);
      accounts.push(account);
    }
  }
  const time = Float64Array.from(times);
  const order = Uint32Array.from(times.keys()).sort((a, b) => time[a]! - time[b]! || a - b);
  for (const i of order) yield { timeMs: time[i]!, account: accounts[i]! };
}
