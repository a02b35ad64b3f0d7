import { HOUR_MS, type Trace } from "./trace.ts";

/**
 * Which accounts bring up the same sites at the same time?
 *
 * Family content, as co-url: the same deed seen from farther off, and not counted twice.
 * One site a post, the first. Weak by itself: everybody links the large platforms, and the surprise of an object knows that. Rare sites tell. Shorteners have no
 * site.
 */
export const coDomain: Trace = {
  name: "co-domain",
  question: "Which accounts bring up the same sites at the same time?",
  object: "the registrable domain (public suffix list)",
  windowMs: HOUR_MS,
  family: "content",
  forgery: "cheap",
  objects(mark, emit) {
    if (mark.isDeclaredRepost) return;
    const site = mark.links.find((link) => link.site !== null)?.site;
    if (site != null) emit(site);
  },
};
