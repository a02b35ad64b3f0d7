import { KIND_CODE } from "../corpus/post.ts";
import { contentOf } from "./rows.ts";
import type { World } from "./world.ts";

/**
 * Could the operation be told from ordinary accounts without any look at coordination? If so the world leaks, and a detector that
 * seems good on it may only count posts.
 *
 * AUC = chance that a trivial figure ranks an operation account above an organic one (Mann-Whitney, ties half), folded to 0.5 and
 * above. Over accounts with at least one post. Cost n log n. 0.5: tells nothing.
 */
export interface Leaks {
  readonly posts: number;
  readonly accountAge: number;
  readonly followers: number;
  readonly following: number;
  /** Share of own posts in English, the commonest language. */
  readonly language: number;
  /** Mean hour of the day, UTC. */
  readonly hour: number;
  /** Position in the order of ids. */
  readonly idOrder: number;
}

/**
 * What accounts do and say rather than what they are: a reply crew replies, a campaign has its hashtag, a lure its length, and no
 * matching can take that away. Stated, so that a detector's figure can be held against it, and not bounded.
 */
export interface Habits {
  readonly replyShare: number;
  readonly repostShare: number;
  /** Of own posts: share with a link, with a hashtag, with an exclamation mark; mean number of characters. */
  readonly linkShare: number;
  readonly hashtagShare: number;
  readonly exclamationShare: number;
  readonly textLength: number;
  /** Characters of the account's description: where personas are part of the operation they cannot be empty. */
  readonly bioLength: number;
}

/** Organic accounts whose texts are written for the check of languages and links; the others would say the same. */
const READ_ACCOUNTS = 3000;

/** null when the world has no operation. @param idRank position of each account in the order of ids */
export function leaksOf(world: World, idRank: ArrayLike<number>): { leaks: Leaks; habits: Habits } | null {
  const { people } = world;
  const covert = people.labels.map((label) => label !== "organic" && !label.startsWith("benign:"));
  if (!covert.includes(true)) return null;
  const seen = tally(world, (account) => covert[people.label[account]!]! || idRank[account]! < READ_ACCOUNTS);
  const chosen: number[] = [];
  for (let i = 0; i < people.count; i++) {
    if (seen.posts[i]! > 0 && (people.label[i] === 0 || covert[people.label[i]!])) chosen.push(i);
  }
  const leakAmong = (accounts: readonly number[], figure: (account: number) => number) => {
    const auc = areaUnderCurve(
      accounts.map(figure),
      accounts.map((i) => people.label[i] !== 0),
    );
    return Math.round(Math.max(auc, 1 - auc) * 1000) / 1000;
  };
  const leak = (figure: (account: number) => number) => leakAmong(chosen, figure);
  const read = chosen.filter((i) => seen.read[i]! > 0);
  return {
    leaks: {
      posts: leak((i) => seen.posts[i]!),
      accountAge: leak((i) => people.createdMs[i]!),
      followers: leak((i) => people.followers[i]!),
      following: leak((i) => people.following[i]!),
      language: leakAmong(read, (i) => seen.english[i]! / seen.read[i]!),
      hour: leak((i) => seen.hours[i]! / seen.posts[i]!),
      idOrder: leak((i) => idRank[i]!),
    },
    habits: {
      replyShare: leak((i) => seen.replies[i]! / seen.posts[i]!),
      repostShare: leak((i) => seen.reposts[i]! / seen.posts[i]!),
      linkShare: leakAmong(read, (i) => seen.links[i]! / seen.read[i]!),
      hashtagShare: leakAmong(read, (i) => seen.hashtags[i]! / seen.read[i]!),
      exclamationShare: leakAmong(read, (i) => seen.exclamations[i]! / seen.read[i]!),
      textLength: leakAmong(read, (i) => seen.characters[i]! / seen.read[i]!),
      bioLength: leak((i) => people.bio[i]!.length),
    },
  };
}

/** Sums by account; those of texts, from `read` on, over own posts of those accounts alone whose texts are read. */
function tally(world: World, isRead: (account: number) => boolean) {
  const { people, posts } = world;
  const zeros = () => new Float64Array(people.count);
  const sums = {
    posts: zeros(),
    hours: zeros(),
    replies: zeros(),
    reposts: zeros(),
    read: zeros(),
    english: zeros(),
    links: zeros(),
    hashtags: zeros(),
    exclamations: zeros(),
    characters: zeros(),
  };
  for (let i = 0; i < posts.count; i++) {
    const account = posts.account[i]!;
    sums.posts[account]!++;
    sums.hours[account]! += (posts.timeMs[i]! / 3_600_000) % 24;
    if (posts.kind[i] === KIND_CODE.reply) sums.replies[account]!++;
    if (posts.kind[i] === KIND_CODE.repost) sums.reposts[account]!++;
    else if (isRead(account)) {
      const { text, language, urls, hashtags } = contentOf(world, i);
      sums.read[account]!++;
      if (language === "en") sums.english[account]!++;
      if (urls.length > 0) sums.links[account]!++;
      if (hashtags.length > 0) sums.hashtags[account]!++;
      if (/[!！]/.test(text)) sums.exclamations[account]!++;
      sums.characters[account]! += text.length;
    }
  }
  return sums;
}

/** Mann-Whitney with mid-ranks; NaN when one side is empty. */
export function areaUnderCurve(figures: readonly number[], positive: readonly boolean[]): number {
  const order = [...figures.keys()].sort((a, b) => figures[a]! - figures[b]!);
  let rankSum = 0;
  for (let i = 0; i < order.length; ) {
    let end = i;
    while (end < order.length && figures[order[end]!] === figures[order[i]!]) end++;
    const midRank = (i + 1 + end) / 2;
    for (; i < end; i++) if (positive[order[i]!]) rankSum += midRank;
  }
  const p = positive.filter(Boolean).length;
  return (rankSum - (p * (p + 1)) / 2) / (p * (positive.length - p));
}
