import { HOUR_MS, type Trace } from "./trace.ts";

/**
 * Which accounts use the same hashtag at the same time?
 *
 * The first tag of a post, so that a campaign that pushes a single tag is seen at all: a set takes two tags, a sequence three. One
 * object a post, the first: two posts that both carry three tags have met once, not three times.
 *
 * Taste is the danger: whoever cares for a subject uses its tag, day after day. A tag is therefore evidence only through how much
 * closer two accounts lie than other users of the same tag do (`coaction/nulls/surprise.ts`). Forged for free.
 */
export const coHashtag: Trace = {
  name: "co-hashtag",
  question: "Which accounts use the same hashtag at the same time?",
  object: "the first hashtag of a post",
  windowMs: HOUR_MS,
  family: "content",
  forgery: "free",
  objects(mark, emit) {
    if (mark.isDeclaredRepost) return;
    const [tag] = mark.hashtags;
    if (tag !== undefined) emit(tag);
  },
};
