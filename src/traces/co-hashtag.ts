import { MINUTE_MS, type Trace } from "./trace.ts";

/**
 * Which accounts use the same hashtag at the same minutes, day after day?
 *
 * The first tag of a post, so that a campaign that pushes a single tag is seen at all: a set takes two tags, a sequence three. One object
 * a post, the first: two posts that both carry three tags have met once, not three times. One object a day, too: who posts a batch on the
 * tag of the week with the same others on five days has met them five times; by the tag alone, once.
 *
 * Taste is the danger: whoever cares for a subject uses its tag, day after day. Hence the narrowest window of all, and only meetings
 * that are much closer than users of the tag are on that day count at all (`coaction/significance.ts`). Batches that straddle midnight
 * UTC are cut in two. Does not show: hundreds who take up a tag once each, for an hour; they are most of that tag's users, and set its
 * tempo. Forged for free.
 */
export const coHashtag: Trace = {
  name: "co-hashtag",
  question: "Which accounts use the same hashtag at the same minutes, day after day?",
  object: "the first hashtag of a post, and the day (UTC)",
  windowMs: 10 * MINUTE_MS,
  family: "content",
  forgery: "free",
  objects(mark, emit) {
    if (mark.isDeclaredRepost) return;
    const [tag] = mark.hashtags;
    if (tag !== undefined) emit(`${tag} ${new Date(mark.timeMs).toISOString().slice(0, 10)}`);
  },
};
