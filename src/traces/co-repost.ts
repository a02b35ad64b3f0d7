import { HOUR_MS, type Trace } from "./trace.ts";

/**
 * Which accounts pass on the same posts at the same time?
 *
 * The commonest trace of amplifiers. Fans and readers of the same news do it too, over hours; within a minute it takes a feed, a
 * schedule or a word of command. Where the export names no original, "RT @name:" and the words stand for it. Default window after the Coordination Network Toolkit (60 s). Forged cheaply: reposting in step with
 * a group is enough.
 */
export const coRepost: Trace = {
  name: "co-repost",
  question: "Which accounts pass on the same posts at the same time?",
  object: "the reposted or quoted post",
  windowMs: HOUR_MS,
  family: "content",
  forgery: "cheap",
  labelColumn: "target_post_id",
  sourceOf: (mark) => mark.passedOnFrom,
  objects(mark, emit) {
    const original = mark.passedOn;
    if (original !== null) emit(original);
  },
};
