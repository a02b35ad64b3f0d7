/** Of each pair, the two false discovery rates that follow from what chance would do. */
export interface Judged {
  readonly q: Float64Array;
  readonly qAccount: Float64Array;
}

/**
 * Question: which pairs stand, where the whole truth about each costs far more than a part of it?
 *
 * Given is what is never more than the p of a pair. Taken for p, it lets stand whatever stands, and more: both false discovery rates only rise with
 * the p of any pair. So only those that stand by it need their own p; with theirs in place, the same pairs stand at `level` and below
 * as if all had been asked, with the same q (a step-up procedure looks at nothing above its threshold). What does not stand keeps
 * what it had, and a q that is some number above `level`.
 *
 * Cost: twice that of `judge`, and `exact` for each that stands at first: of a million pairs of shuffled data some hundreds.
 * Does not show: p and q of what does not stand; not for what is written down, only for searches that ask which groups there are.
 *
 * @param p at first no more than it is; what it is, wherever that counts, in the end
 * @param exact told of every pair whose p becomes what it is
 */
export function judgeScreened(
  p: Float64Array,
  judge: (p: Float64Array) => Judged,
  exact: (pair: number) => number,
  level: number,
): Judged {
  const first = judge(p);
  let asked = 0;
  for (let i = 0; i < p.length; i++) {
    if (first.q[i]! > level && first.qAccount[i]! > level) continue;
    p[i] = exact(i);
    asked++;
  }
  return asked === 0 ? first : judge(p);
}

/** Groups are judged at up to twice the level asked for (`clusters/draft.ts`): up to there everything is exact. */
export const SCREEN_LEVELS = 2;
