import { HOUR_MS, type Trace } from "./trace.ts";

/**
 * Which accounts use the same set of hashtags?
 *
 * Weaker than the sequence: a campaign that prescribes tags but not their order, and every fan of the same pair of tags. Forged for
 * free.
 */
export const hashtagSet: Trace = {
  name: "hashtag-set",
  question: "Which accounts use the same set of hashtags?",
  object: "the distinct hashtags of a post, two or more, whatever their order",
  windowMs: 12 * HOUR_MS,
  family: "content",
  forgery: "free",
  objects(mark, emit) {
    if (mark.isDeclaredRepost) return;
    const tags = [...new Set(mark.hashtags)].sort();
    if (tags.length >= 2) emit(tags.join(" "));
  },
};
