import { ALWAYS_MS } from "../corpus/trace.ts";
import type { Trace } from "./trace.ts";

/**
 * Which accounts stand for different sites that are run together?
 *
 * Read from descriptions, links and indicators of sites together (`clusters/identity/fronts.ts`). Staff of one declared site are not
 * meant: the sites must be several, and tied beyond chance. A holding with two brands looks the same, which is why such a group is a
 * lead and never a claim. To forge it one must write the addresses into one's own profile and push the sites, too.
 */
export const sharedFront: Trace = {
  name: "shared-front",
  question: "Which accounts stand for different sites that are run together?",
  object: "a group of sites named in descriptions, or pushed by those who name it",
  windowMs: ALWAYS_MS,
  isTimeless: true,
  family: "infrastructure",
  forgery: "cheap",
  objects() {},
};
