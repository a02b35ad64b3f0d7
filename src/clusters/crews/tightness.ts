import { type Random, shuffle } from "../../math/random.ts";
import { normaliseText } from "../../text/normalise.ts";

/**
 * Question: are the crew's answers to a post more alike than those of others who answer the same post?
 *
 * Likeness of two answers = |A n B| / sqrt(|A| |B|) over their sets of three consecutive characters of the normalised text (Ochiai), so
 * that it works on ten words and in any script. Per post: mean over pairs of the crew, less the mean over pairs of the others; then the
 * mean over posts. Chance: who is crew is dealt anew among the answers of each post, `runs` times,
 *     p = (1 + deals at least as tight) / (1 + runs).
 * Only answers to one post are compared, so that the subject is the same on both sides; one answer of each account counts. Posts with
 * fewer than two answers on either side say nothing. Source: the reference notes, text tightness excess; Ochiai 1957.
 * Cost: O(posts x answers^2), answers beyond `ANSWERS` of a side taken evenly and so counted; O(runs x pairs).
 *
 * Does not show why: fans who shout one slogan are tight as well.
 */
export interface Tightness {
  /** Mean likeness of pairs, 0 to 1. */
  readonly crew: number;
  readonly others: number;
  readonly p: number;
  readonly posts: number;
  readonly answers: number;
}

export interface AnswerText {
  readonly parent: number;
  readonly account: number;
  readonly isCrew: boolean;
  readonly text: string;
}

/** Answers of each side that are compared on one post, and posts, the fullest first: enough for a p of one in a thousand. */
const ANSWERS = 30;
const POSTS = 40;

export function tightnessOf(texts: readonly AnswerText[], runs: number, random: Random): Tightness | null {
  const byPost = new Map<number, AnswerText[]>();
  const seen = new Set<string>();
  for (const one of texts) {
    const key = `${one.parent} ${one.account}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const known = byPost.get(one.parent);
    if (known === undefined) byPost.set(one.parent, [one]);
    else known.push(one);
  }
  const posts = [...byPost.values()]
    .map((answers) => ({
      crew: evenly(answers.filter(({ isCrew }) => isCrew)),
      others: evenly(answers.filter(({ isCrew }) => !isCrew)),
    }))
    .filter(({ crew, others }) => crew.length >= 2 && others.length >= 2)
    .sort(
      (left, right) =>
        Math.min(right.crew.length, right.others.length) - Math.min(left.crew.length, left.others.length),
    )
    .slice(0, POSTS)
    .map(({ crew, others }) => ({ size: crew.length, likeness: likenesses([...crew, ...others]) }));
  if (posts.length === 0) return null;
  const observed = posts.map(({ size, likeness }) => halves(likeness, identity(likeness.length), size));
  const excess = mean(observed.map(([crew, others]) => crew - others));
  let reached = 0;
  for (let run = 0; run < runs; run++) {
    let sum = 0;
    for (const { size, likeness } of posts) {
      const [crew, others] = halves(likeness, shuffle(random, identity(likeness.length)), size);
      sum += crew - others;
    }
    // A hair's breadth, since sums in another order differ in their last bits.
    if (sum / posts.length >= excess - 1e-12) reached++;
  }
  return {
    crew: mean(observed.map(([crew]) => crew)),
    others: mean(observed.map(([, others]) => others)),
    p: (1 + reached) / (1 + runs),
    posts: posts.length,
    answers: posts.reduce((total, { likeness }) => total + likeness.length, 0),
  };
}

/** Mean likeness among the first `size` of an order, and among the rest. */
function halves(likeness: readonly Float64Array[], order: readonly number[], size: number): [number, number] {
  const within = (from: number, to: number): number => {
    let sum = 0;
    for (let i = from; i < to; i++) for (let j = from; j < i; j++) sum += likeness[order[i]!]![order[j]!]!;
    return sum / (((to - from) * (to - from - 1)) / 2);
  };
  return [within(0, size), within(size, order.length)];
}

function likenesses(answers: readonly AnswerText[]): Float64Array[] {
  const grams = answers.map(({ text }) => gramsOf(text));
  return grams.map((left) =>
    Float64Array.from(grams, (right) => {
      if (left.size === 0 || right.size === 0) return 0;
      let common = 0;
      for (const gram of left) if (right.has(gram)) common++;
      return common / Math.sqrt(left.size * right.size);
    }),
  );
}

function gramsOf(text: string): Set<string> {
  const letters = [...` ${normaliseText(text)} `];
  const grams = new Set<string>();
  for (let i = 0; i + 3 <= letters.length; i++) grams.add(letters.slice(i, i + 3).join(""));
  return grams;
}

function evenly<T>(list: readonly T[]): readonly T[] {
  if (list.length <= ANSWERS) return list;
  return Array.from({ length: ANSWERS }, (_, i) => list[Math.floor((i * list.length) / ANSWERS)]!);
}

const identity = (length: number): number[] => Array.from({ length }, (_, i) => i);
const mean = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0) / values.length;
