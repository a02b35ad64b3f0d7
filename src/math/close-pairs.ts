import { between, type Random } from "./random.ts";

/** Pairs of these times, ascending, that lie at most `windowMs` apart. O(n). */
export function closePairs(timesMs: ArrayLike<number>, windowMs: number): number {
  let pairs = 0;
  let from = 0;
  for (let i = 0; i < timesMs.length; i++) {
    while (timesMs[i]! - timesMs[from]! > windowMs) from++;
    pairs += i - from;
  }
  return pairs;
}

export interface Dealt {
  /** Mean over all dealings, exact. */
  readonly expected: number;
  /** Close pairs of each drawn dealing, ascending. */
  readonly drawn: readonly number[];
  /** (1 + draws with at least as many as observed) / (1 + draws). */
  readonly p: number;
}

/**
 * Question: these few came to one place among many; did they come closer together than others who came there?
 *
 * Null: any as many of all who came could have been they. The expected number of close pairs is C(m, 2) times the share of close pairs among
 * all; its spread is drawn (`draws` times, seeded by the caller), p counts the data among the draws (Phipson and Smyth 2010, doi
 * 10.2202/1544-6115.1585). Cost: O(n + draws m log m).
 *
 * Does not show: why many came at once, nor anything where they are nearly all who came; then every dealing looks like what was seen.
 *
 * @param allMs times of all who came, ascending, theirs among them
 * @param chosen how many they are
 * @param observed close pairs among them
 */
export function dealtPairs(
  allMs: ArrayLike<number>,
  chosen: number,
  observed: number,
  windowMs: number,
  random: Random,
  draws: number,
): Dealt {
  const n = allMs.length;
  if (chosen > n) throw new Error(`math/close-pairs: ${chosen} of ${n} cannot be chosen`);
  const share = n < 2 ? 0 : closePairs(allMs, windowMs) / ((n * (n - 1)) / 2);
  const places = Uint32Array.from({ length: n }, (_, i) => i);
  const some = new Float64Array(chosen);
  const drawn = Array.from({ length: draws }, () => {
    // The first places of a shuffle, whatever order the shuffle before has left.
    for (let i = 0; i < chosen; i++) {
      const j = between(random, i, n - 1);
      [places[i], places[j]] = [places[j]!, places[i]!];
      some[i] = allMs[places[i]!]!;
    }
    return closePairs(some.sort(), windowMs);
  }).sort((left, right) => left - right);
  const reached = drawn.filter((pairs) => pairs >= observed).length;
  return { expected: ((chosen * (chosen - 1)) / 2) * share, drawn, p: (1 + reached) / (1 + draws) };
}
