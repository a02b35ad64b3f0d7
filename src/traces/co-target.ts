import { DAY_MS, type Trace } from "./trace.ts";

/**
 * Which accounts answer the same authors?
 *
 * Pile-ons and praise spread over many posts of a few authors, also where no single post is answered twice by the same pair. Every
 * popular author is a target of many: rarity decides. Forged cheaply.
 */
export const coTarget: Trace = {
  name: "co-target",
  question: "Which accounts answer the same authors?",
  object: "the author of the parent post",
  windowMs: DAY_MS,
  family: "target",
  forgery: "cheap",
  labelColumn: "target_account_id",
  objects(mark, emit) {
    if ((mark.kind === "reply" || mark.kind === "comment") && mark.targetAccount >= 0) emit(mark.targetAccount);
  },
};
