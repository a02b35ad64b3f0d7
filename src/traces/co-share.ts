import { MINUTE_MS, type Trace } from "./trace.ts";

/**
 * Which accounts share the same objects at the same time?
 *
 * CooRTweet's event table names objects without saying what they are (posts, links, hashtags, pictures), so nothing more than sharing
 * can be claimed. Window 60 s. Forged cheaply.
 */
export const coShare: Trace = {
  name: "co-share",
  question: "Which accounts share the same objects at the same time?",
  object: "the opaque object_id of a CooRTweet export",
  windowMs: MINUTE_MS,
  family: "content",
  forgery: "cheap",
  labelColumn: "object_id",
  objects(mark, emit) {
    if (mark.sharedObject >= 0) emit(mark.sharedObject);
  },
};
