import { wordsOf } from "./information.ts";

/** How often a term is used on either side, in posts. */
export interface Usage {
  readonly inside: number;
  readonly outside: number;
}

/** Weight of the prior, as a share of all uses: as if a tenth as much again had been seen, spread as in both sides together. */
const PRIOR = 0.1;

/**
 * Question: does one side use a term more than the other, beyond what its rarity lets one tell?
 *
 * Log-odds with an informative Dirichlet prior: with y uses of the term among n on each side, a = PRIOR x (y1 + y2) and
 * A = PRIOR x (n1 + n2),
 *   d = log((y1 + a) / (n1 + A - y1 - a)) - log((y2 + a) / (n2 + A - y2 - a)),   z = d / sqrt(1 / (y1 + a) + 1 / (y2 + a)).
 * The prior shrinks rare terms towards no difference, which plain odds would put on top; it grows with the case, so that what a cluster
 * alone says is not judged by whether one other or nobody said it, too. Source: Monroe, Colaresi and Quinn 2008,
 * "Fightin' Words", doi 10.1093/pan/mpn018. A use is a post with the term, however often it stands in it. O(1).
 *
 * It ranks, it tests nothing: posts that copy each other are counted each, so z overstates how sure one may be. It does not show what
 * the words mean or who believes them.
 */
export function logOdds({ inside, outside }: Usage, insideAll: number, outsideAll: number): number {
  const prior = PRIOR * (inside + outside);
  const priorAll = PRIOR * (insideAll + outsideAll);
  const odds = (uses: number, all: number) =>
    Math.log((uses + prior) / Math.max(Number.EPSILON, all + priorAll - uses - prior));
  const error = Math.sqrt(1 / (inside + prior) + 1 / (outside + prior));
  return (odds(inside, insideAll) - odds(outside, outsideAll)) / error;
}

/** Words and pairs of neighbouring words of a normalised text, each once; words of one letter and bare numbers say too little alone. */
export function termsOf(normal: string): Set<string> {
  const words = wordsOf(normal);
  const terms = new Set<string>();
  let before: string | null = null;
  for (const word of words) {
    const isTelling = saysSomething(word);
    if (isTelling) {
      terms.add(word);
      if (before !== null) terms.add(`${before} ${word}`);
    }
    before = isTelling ? word : null;
  }
  return terms;
}

function saysSomething(word: string): boolean {
  // Asked of every word of a case: the first letter settles nearly all.
  return word.length > 1 && (/^[a-z]/.test(word) || ([...word].length > 1 && !/^\p{N}+$/u.test(word)));
}
