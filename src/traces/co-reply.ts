import { DAY_MS, type Trace } from "./trace.ts";

/**
 * Which accounts answer the same posts?
 *
 * The trace of a reply crew: a main account posts, the crew answers within minutes to an hour, again and again, on posts that few
 * others answer ("Sneer Review", OpenAI, June 2025). Hence an hour, not the toolkit's 60 s. Forged cheaply: answer what they answer.
 */
export const coReply: Trace = {
  name: "co-reply",
  question: "Which accounts answer the same posts?",
  object: "the parent post",
  windowMs: DAY_MS,
  family: "target",
  forgery: "cheap",
  labelColumn: "target_post_id",
  sourceOf: (mark) => (mark.targetAccount >= 0 ? mark.targetAccount : null),
  objects(mark, emit) {
    if ((mark.kind === "reply" || mark.kind === "comment") && mark.targetPost >= 0) emit(mark.targetPost);
  },
};
