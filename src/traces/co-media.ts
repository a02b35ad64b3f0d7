import { DAY_MS, type Trace } from "./trace.ts";

/**
 * Which accounts publish the same pictures or videos?
 *
 * Exact equality of the hashes that the export carries, all of a post's together; near-equal perceptual hashes are not joined. Forged for free: save and upload.
 */
export const coMedia: Trace = {
  name: "co-media",
  question: "Which accounts publish the same pictures or videos?",
  object: "the set of media hashes of a post, as exported",
  windowMs: DAY_MS,
  family: "content",
  forgery: "free",
  objects(mark, emit) {
    if (mark.isDeclaredRepost) return;
    const hashes = [...new Set(mark.mediaHashes)].sort();
    if (hashes.length > 0) emit(hashes.join(" "));
  },
};
