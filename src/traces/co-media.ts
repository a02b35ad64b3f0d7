import { DAY_MS, type Trace } from "./trace.ts";

/**
 * Which accounts publish the same pictures or videos?
 *
 * Exact equality of the hash that the export carries; near-equal perceptual hashes are not joined. Forged for free: save and upload.
 */
export const coMedia: Trace = {
  name: "co-media",
  question: "Which accounts publish the same pictures or videos?",
  object: "the media hash of the export",
  windowMs: DAY_MS,
  family: "content",
  forgery: "free",
  objects(mark, emit) {
    if (mark.isDeclaredRepost) return;
    for (const hash of new Set(mark.mediaHashes)) emit(hash);
  },
};
