import { DAY_MS, MINUTE_MS, type Trace } from "./trace.ts";

const FAST_MS = MINUTE_MS;

/**
 * Which accounts pass on the same authors within a minute of posting?
 *
 * Luceri et al. 2024 (arXiv 2310.09884) found 60 s better than the 10 s of earlier work. The delay is the whole difference in time;
 * their published code drops whole days and so calls a repost a day and five seconds later "fast". Needs an export that names the
 * author and holds the original. Forged cheaply, by an alert on the author.
 */
export const fastRepost: Trace = {
  name: "fast-repost",
  question: "Which accounts pass on the same authors within a minute of posting?",
  object: "the author reposted within 60 s of the original",
  windowMs: DAY_MS,
  family: "timing",
  forgery: "cheap",
  labelColumn: "target_account_id",
  objects(mark, emit) {
    const fast = mark.sinceTargetMs >= 0 && mark.sinceTargetMs <= FAST_MS;
    if (mark.kind === "repost" && fast && mark.targetAccount >= 0) emit(mark.targetAccount);
  },
};
