import { HOUR_MS, type Trace } from "./trace.ts";

/**
 * Which accounts use the same hashtags in the same order?
 *
 * Three as in Luceri et al. 2024; Pacheco et al. 2021 (arXiv 2001.05658) took five. Order comes from the text, since exports promise
 * none. Forged for free.
 */
export const hashtagSequence: Trace = {
  name: "hashtag-sequence",
  question: "Which accounts use the same hashtags in the same order?",
  object: "the hashtags of a post in text order, three or more",
  windowMs: 12 * HOUR_MS,
  family: "content",
  forgery: "free",
  objects(mark, emit) {
    if (mark.isDeclaredRepost) return;
    const tags = mark.hashtags;
    if (tags.length >= 3) emit(tags.join(" "));
  },
};
