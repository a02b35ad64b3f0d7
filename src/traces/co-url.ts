import type { Link } from "../text/links.ts";
import type { Mark } from "./mark.ts";
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
  sourceOf: (mark) => pageOf(mark)?.site ?? null,
  objects(mark, emit) {
    if (mark.isDeclaredRepost) return;
    const page = pageOf(mark);
    if (page !== undefined) emit(page.key);
  },
};

/** A bare host is a site, not a page: co-domain weighs it. */
function pageOf(mark: Mark): Link | undefined {
  return mark.links.find(({ key }) => /[/?]/.test(key));
}
