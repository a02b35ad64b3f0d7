import { MINUTE_MS, type Trace } from "./trace.ts";

/**
 * Which accounts bring up the same links at the same time?
 *
 * Own posts only: a repost brings up nobody's link but the original's, and co-repost has it. Links through shorteners compare as they
 * stand. Forged cheaply. Newspapers with one publisher share links by design.
 */
export const coUrl: Trace = {
  name: "co-url",
  question: "Which accounts bring up the same links at the same time?",
  object: "the link without tracking parameters",
  windowMs: 10 * MINUTE_MS,
  family: "content",
  forgery: "cheap",
  objects(mark, emit) {
    if (mark.isDeclaredRepost) return;
    const seen = new Set<string>();
    for (const link of mark.links) {
      // A bare host is a site, not a page: co-domain weighs it.
      if (!link.key.includes("/") && !link.key.includes("?")) continue;
      if (!seen.has(link.key)) emit(link.key);
      seen.add(link.key);
    }
  },
};
