import { DAY_MS, type Trace } from "./trace.ts";

/**
 * Which accounts address the same people at the same time?
 *
 * The whole set is one object: two posts that both mention five people met once, not five times. Window after Magelinski, Ng and
 * Carley 2022 (arXiv 2105.07454). Replies are left to co-reply where the export names the parent. Forged for free.
 */
export const coMention: Trace = {
  name: "co-mention",
  question: "Which accounts address the same people at the same time?",
  object: "the set of accounts mentioned in a post",
  windowMs: 7 * DAY_MS,
  family: "target",
  forgery: "free",
  objects(mark, emit) {
    if (mark.isDeclaredRepost || mark.targetPost >= 0) return;
    const handles = [...new Set(mark.mentions)].sort();
    if (handles.length > 0) emit(handles.join(" "));
  },
};
