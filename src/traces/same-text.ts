import { DAY_MS, type Trace } from "./trace.ts";

/** methods, section 1.5 */
const MIN_BITS = 40;

/**
 * Which accounts publish the same words?
 *
 * Copied text, also reposts whose original the export does not name. Texts that say little ("happy birthday") are left out by their
 * information content, not by length: see `text/information.ts`. The least informative texts that remain are about six ordinary words.
 * Forged for free: copy and paste.
 */
export const sameText: Trace = {
  name: "same-text",
  question: "Which accounts publish the same words?",
  object: "the text, normalised, with at least 40 bits of information",
  windowMs: 7 * DAY_MS,
  family: "content",
  forgery: "free",
  labelColumn: "text",
  objects(mark, emit, background) {
    if (mark.isDeclaredRepost || mark.normal === "") return;
    if (background.reaches(mark.normal, MIN_BITS)) emit(mark.normal);
  },
};
