import { DAY_MS, type Trace } from "./trace.ts";

/**
 * Which accounts bring up the same links at the same time?
 *
 * One link a post, the first: two posts that both carry three links have met once, not three times. Own posts only: a repost brings up nobody's link but the original's, and co-repost has it. Links through shorteners compare as they
 * stand. Forged cheaply. Newspapers with one publisher share links by design.
 */
export const coUrl: Trace = {
  name: "co-url",
  question: "Which accounts bring up the same links at the same time?",
  object: "the link without tracking parameters",
  windowMs: 7 * DAY_MS,
  family: "content",
  forgery: "cheap",
  objects(mark, emit) {
    if (mark.isDeclaredRepost) return;
    // A bare host is a site, not a page: co-domain weighs it.
    const page = mark.links.find(({ key }) => /[/?]/.test(key));
    if (page !== undefined) emit(page.key);
  },
};
