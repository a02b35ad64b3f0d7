import { ALWAYS_MS } from "../corpus/trace.ts";
import type { Trace } from "./trace.ts";

/**
 * Which accounts show the same face?
 *
 * Read from the list of accounts (`observe-profiles.ts`): near-equal pictures, the same address or the same words in the description,
 * the same unusual display name. It has no times; its action stands at the account's first post, so that evidence has a row to show.
 * Weak alone: pictures and sentences are copied by strangers, and an impostor takes all of them at once. Forged cheaply.
 */
export const sharedProfile: Trace = {
  name: "shared-profile",
  question: "Which accounts show the same face?",
  object: "a picture, address, description or unusual name in the profile",
  windowMs: ALWAYS_MS,
  isTimeless: true,
  family: "identity",
  forgery: "cheap",
  objects() {},
};
