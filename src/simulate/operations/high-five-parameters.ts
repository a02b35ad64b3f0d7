import { UserError } from "../../corpus/issue.ts";
import type { Difficulty } from "../difficulty.ts";
import { assumed, OPENAI_2025, published } from "../parameters.ts";
import { dials } from "./dials.ts";

export const LABEL = "high-five";

/** What a difficulty changes beyond the common dials. */
const BY_DIFFICULTY: Readonly<
  Record<Difficulty, { shared: number; bits: number; tagged: number; bare: number; local: number }>
> = {
  easy: { shared: 99, bits: 0, tagged: 0.8, bare: 1, local: 0 },
  hard: { shared: 12, bits: 2, tagged: 0.4, bare: 0, local: 0 },
  evasive: { shared: 3, bits: 4, tagged: 0, bare: 0, local: 1 },
};

export function highFiveParameters(difficulty: Difficulty) {
  const set = BY_DIFFICULTY[difficulty];
  const why = `difficulty ${difficulty}`;
  const common = dials(
    difficulty,
    assumed(60, "accounts that comment; the report says dozens, 40 to 80 are plausible"),
  );
  return {
    ...common,
    shared: assumed(set.shared, `most videos and posts one commenter comments on, ${why}`),
    decoy:
      difficulty === "easy"
        ? published(0, `${OPENAI_2025}: the commenters posted no videos and followed nobody`)
        : common.decoy,
    channels: published(5, `${OPENAI_2025}: five TikTok channels`),
    videos: assumed(4, "videos in 14 days, each on every channel: 20 channel posts"),
    channelGapMin: assumed(25, "median minutes between the same video on two channels, log-normal, times the jitter"),
    mediaBits: assumed(set.bits, `bits by which a channel's copy of the video differs from the first, ${why}`),
    tagged: assumed(set.tagged, `share of captions with the campaign's hashtags, ${why}`),
    facebook: assumed(0.3, "share of the commenters on Facebook; both platforms are published, not the split"),
    emptyAccounts: assumed(
      set.bare,
      `1: commenters have 0 to 10 followers, follow nobody and were made around one December, as published; 0: as anybody, ${why}`,
    ),
    followersMax: published(10, `${OPENAI_2025}: commenters had 0 to 10 followers`),
    friendsMax: published(15, `${OPENAI_2025}: Facebook accounts had 0 to 15 friends`),
    commentsMin: assumed(6, "fewest comments of a commenter in 14 days, where its ordinary activity sets no bound"),
    commentsMax: assumed(14, "most comments of a commenter in 14 days"),
    taglish: assumed(
      0.25,
      "share of commenters and channels that write Taglish; both languages are published, not the split",
    ),
    emoji: assumed(0.6, "share of comments with an emoji; emoji are published, not the share"),
    lines: assumed(60, "lines of the script that are used word for word"),
    crewShareMin: assumed(0.6, "least share of the crew in the comments on a channel post"),
    crewShareMax: assumed(0.9, "largest share of the crew in the comments on a channel post"),
    targetShare: published(
      300 / 23_000,
      `${OPENAI_2025}: a few hundred of 23,000 comments on one post; the share is kept, the post has the size of its world`,
    ),
    targetPublic: assumed(0.3, "ordinary comments on that post, as a share of the accounts of its platform"),
    outletPosts: assumed(6, "posts of ordinary Facebook pages in 14 days that the crew comments on"),
    outletShare: assumed(0.25, "share of the crew in the comments on them"),
    delayMin: assumed(12, "median minutes to a comment of the crew, log-normal, times the jitter"),
    delayCeilingMin: assumed(90, "no comment of the crew after, times the jitter"),
    delaySigma: assumed(0.9, "standard deviation of the logarithm of the delay"),
    reuploads: assumed(2, "ordinary accounts that upload each video anew"),
    localHours: assumed(set.local, `1: comments wait until the commenter's place is awake, ${why}`),
  };
}
export type HighFiveParameters = ReturnType<typeof highFiveParameters>;

/** @throws UserError on numbers that make no sense together; only a caller's own can be such */
export function checkHighFive(table: HighFiveParameters): void {
  const { channels, videos, lines, decoy, size, facebook, commentsMin, commentsMax, crewShareMin, crewShareMax } =
    table;
  const { targetShare, outletShare } = table;
  if (
    Math.min(channels.value, videos.value, lines.value, crewShareMin.value, outletShare.value, size.value) <= 0 ||
    Math.max(decoy.value, crewShareMax.value, targetShare.value, outletShare.value) >= 1 ||
    facebook.value > 1 ||
    commentsMin.value > commentsMax.value ||
    crewShareMin.value > crewShareMax.value
  ) {
    throw new UserError(
      "parameter-senseless",
      `${LABEL} needs at least one channel, video, line and commenter, shares between 0 and 1, and no least above its most; look at what was given with --set.`,
    );
  }
}
