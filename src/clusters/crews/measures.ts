import { medianInPlace } from "../../math/median.ts";
import type { Answers, ReplierFacts } from "../../store/reply-facts.ts";
import { type AnswerIndex, type Audience, answersOf } from "./audience.ts";

/** What sets a crew apart from the others who answer the same authors; each figure for both sides. Null: cannot be measured. */
export interface CrewMeasures {
  readonly authorPosts: number;
  readonly answeredByCrew: number;
  readonly repeats: Sides;
  /** Answers to these authors among all answers given; accounts with one answer in all would be exclusive by arithmetic, and are left out. */
  readonly exclusive: Parts;
  readonly exclusiveOthers: Parts | null;
  readonly closedLoop: Parts;
  readonly closedLoopExpected: number;
  readonly delayMin: Sides;
  readonly ageDays: Sides;
  readonly followers: Sides;
  readonly withoutOwnPosts: Parts;
  readonly withoutOwnPostsOthers: Parts | null;
  /** Answers of the crew to each post it answered. */
  readonly batches: readonly number[];
}

export interface Sides {
  readonly crew: number | null;
  readonly others: number | null;
}

/** `of` out of `all`. */
export interface Parts {
  readonly of: number;
  readonly all: number;
}

const DAY_MS = 86_400_000;

/**
 * Exclusivity, thinness, speed, closed loop (reference notes, target-conditioned detection). Closed loop is held against a rewiring of
 * the reply graph that keeps how often each account answers and how often each author is answered: then the crew's expected share of
 * the answers to anybody is its share of all answers, in closed form. Cost: O(answers of the crew and of the authors' audience).
 */
export function measureCrew(
  { authors, crew, ofCrew, ofOthers }: Audience,
  index: AnswerIndex,
  facts: ReadonlyMap<number, ReplierFacts>,
): CrewMeasures {
  const { answers } = index;
  const wanted = new Set(authors.map(({ author }) => author));
  const others = new Set(ofOthers.map((i) => answers.account[i]!));
  const perPost = new Map<number, number>();
  const crewOn = new Map<number, Set<number>>();
  for (const i of ofCrew) {
    const parent = answers.parent[i]!;
    perPost.set(parent, (perPost.get(parent) ?? 0) + 1);
    const known = crewOn.get(parent);
    if (known === undefined) crewOn.set(parent, new Set([answers.account[i]!]));
    else known.add(answers.account[i]!);
  }
  const posts = new Set([...ofCrew, ...ofOthers].map((i) => answers.parent[i]!));
  const crewAnswers = [...crew].reduce((sum, account) => sum + countOf(index, account), 0);
  const ages = (positions: readonly number[]): number[] =>
    positions.flatMap((i) => {
      const made = facts.get(answers.account[i]!)?.createdMs ?? null;
      return made === null ? [] : [(answers.timeMs[i]! - made) / DAY_MS];
    });
  const followersOf = (accounts: ReadonlySet<number>): number[] =>
    [...accounts].flatMap((account) => facts.get(account)?.followers ?? []);
  const sides = (one: number[], other: number[]): Sides => ({ crew: median(one), others: median(other) });
  return {
    authorPosts: posts.size,
    answeredByCrew: [...crewOn.values()].filter(({ size }) => size >= 2).length,
    repeats: sides(repeatsOf(answers, ofCrew), repeatsOf(answers, ofOthers)),
    exclusive: exclusiveOf(index, crew, wanted) ?? { of: 0, all: 0 },
    exclusiveOthers: exclusiveOf(index, others, wanted),
    closedLoop: { of: ofCrew.length, all: ofCrew.length + ofOthers.length },
    closedLoopExpected: crewAnswers / answers.count,
    delayMin: sides(delays(answers, ofCrew), delays(answers, ofOthers)),
    ageDays: sides(ages(ofCrew), ages(ofOthers)),
    followers: sides(followersOf(crew), followersOf(others)),
    withoutOwnPosts: silent(crew, facts),
    withoutOwnPostsOthers: others.size === 0 ? null : silent(others, facts),
    batches: [...perPost.values()],
  };
}

/** Distinct posts that each account answered. */
function repeatsOf(answers: Answers, positions: readonly number[]): number[] {
  const parents = new Map<number, Set<number>>();
  for (const i of positions) {
    const known = parents.get(answers.account[i]!);
    if (known === undefined) parents.set(answers.account[i]!, new Set([answers.parent[i]!]));
    else known.add(answers.parent[i]!);
  }
  return [...parents.values()].map(({ size }) => size);
}

function exclusiveOf(index: AnswerIndex, accounts: ReadonlySet<number>, wanted: ReadonlySet<number>): Parts | null {
  let of = 0;
  let all = 0;
  for (const account of accounts) {
    if (countOf(index, account) < 2) continue;
    for (const i of answersOf(index, account)) {
      all++;
      if (wanted.has(index.answers.author[i]!)) of++;
    }
  }
  return all === 0 ? null : { of, all };
}

const countOf = ({ ofAccount }: AnswerIndex, account: number): number => ofAccount[account + 1]! - ofAccount[account]!;

/** In minutes; answers that the export dates before their parent say nothing of speed. */
function delays(answers: Answers, positions: readonly number[]): number[] {
  return positions.map((i) => answers.delayMs[i]! / 60_000).filter((minutes) => minutes >= 0);
}

function silent(accounts: ReadonlySet<number>, facts: ReadonlyMap<number, ReplierFacts>): Parts {
  const without = [...accounts].filter((account) => (facts.get(account)?.ownPosts ?? 0) === 0);
  return { of: without.length, all: accounts.size };
}

function median(values: readonly number[]): number | null {
  return values.length === 0 ? null : medianInPlace(Float64Array.from(values), 0, values.length);
}
