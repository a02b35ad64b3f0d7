import { BURST_MS } from "./bursts.ts";
import type { Trace } from "./trace.ts";

/**
 * Which accounts take part in the same short-lived hashtags, time after time?
 *
 * Each tag of a post is read, also of one passed on: reposting a campaign's leaders is taking part in it. Which tags are bursts is known
 * only when all posts are (`bursts.ts`), and then one post is one deed again. Taste has tags that last; a campaign pushes a new one for an
 * afternoon and drops it. One burst tells nothing, everybody wonders about it. To be there again and again, among others at other times,
 * is what counts: collaborative burstiness, Somin et al. 2025, arXiv 2504.02757.
 *
 * Does not show: events. Who loves a club takes part in the tags of all its matches; rivals must tell. Forged at the price of being
 * there on the day.
 */
export const burstHashtag: Trace = {
  name: "burst-hashtag",
  question: "Which accounts take part in the same short-lived hashtags, time after time?",
  object: "a hashtag that lived for a day",
  windowMs: BURST_MS,
  family: "content",
  forgery: "cheap",
  objects(mark, emit) {
    for (const tag of new Set(mark.hashtags)) emit(tag);
  },
};
