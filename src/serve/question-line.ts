/** What became of a question: answered, or why not. */
export type Turn<T> =
  | { readonly state: "answered"; readonly value: T }
  /** It took longer than the limit and was broken off. */
  | { readonly state: "late" }
  /** Too many others wait. */
  | { readonly state: "busy" }
  /** Whoever asked no longer listens. */
  | { readonly state: "gone" };

export interface LineLimits {
  /** Longest time that one question may keep the others waiting. */
  readonly turnMs: number;
  /** Questions that may wait. */
  readonly waiting: number;
}

/** A page asks a handful at once; a search through millions of posts takes seconds. */
export const LINE_LIMITS: LineLimits = { turnMs: 20_000, waiting: 100 };

/** An interruption between two queries of one question hits neither, so it is said again until the turn is over. */
const AGAIN_MS = 25;

export interface QuestionLine {
  ask<T>(question: () => T | Promise<T>, signal: AbortSignal): Promise<Turn<T>>;
  /** When all that was asked so far is over. */
  settled(): Promise<void>;
}

/**
 * One connection to the store takes one question at a time; the others wait in line. A turn that takes too long, or that nobody waits
 * for any more, is broken off, so that no question holds up the page for ever and a reader who has moved on leaves no work behind.
 *
 * @param interrupt breaks off the query that is running, if one is
 */
export function questionLine(interrupt: () => void, limits: LineLimits = LINE_LIMITS): QuestionLine {
  let last: Promise<void> = Promise.resolve();
  let waiting = 0;

  const take = async <T>(question: () => T | Promise<T>, signal: AbortSignal): Promise<Turn<T>> => {
    if (signal.aborted) return { state: "gone" };
    let isLate = false;
    let again: NodeJS.Timeout | undefined;
    const breakOff = () => {
      interrupt();
      again ??= setInterval(interrupt, AGAIN_MS);
    };
    const limit = setTimeout(() => {
      isLate = true;
      breakOff();
    }, limits.turnMs);
    signal.addEventListener("abort", breakOff, { once: true });
    try {
      return { state: "answered", value: await question() };
    } catch (error) {
      // Broken off by us, whatever the store says of it; any other fault is one.
      if (isLate) return { state: "late" };
      if (signal.aborted) return { state: "gone" };
      throw error;
    } finally {
      clearTimeout(limit);
      clearInterval(again);
      signal.removeEventListener("abort", breakOff);
    }
  };

  return {
    ask: (question, signal) => {
      if (waiting >= limits.waiting) return Promise.resolve({ state: "busy" });
      waiting += 1;
      const turn = last.then(() => {
        waiting -= 1;
        return take(question, signal);
      });
      last = turn.then(
        () => undefined,
        () => undefined,
      );
      return turn;
    },
    settled: () => last,
  };
}
