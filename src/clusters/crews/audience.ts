import { orderByKey, startsOf } from "../../math/order.ts";
import type { Answers } from "../../store/reply-facts.ts";

/** Answers by account and by author: account a owns `byAccount[ofAccount[a]..ofAccount[a + 1]]`, positions in `answers`. */
export interface AnswerIndex {
  readonly answers: Answers;
  readonly ofAccount: Uint32Array;
  readonly byAccount: Uint32Array;
  readonly ofAuthor: Uint32Array;
  readonly byAuthor: Uint32Array;
}

export function answerIndex(answers: Answers): AnswerIndex {
  return {
    answers,
    ofAccount: startsOf(answers.account, answers.accountCount),
    byAccount: orderByKey(answers.account, answers.accountCount),
    ofAuthor: startsOf(answers.author, answers.authorCount),
    byAuthor: orderByKey(answers.author, answers.authorCount),
  };
}

/** The answers to some authors, split into those of a crew and those of everybody else. */
export interface Audience {
  /** Authors that many members answer, most members first, with how many do. */
  readonly authors: readonly { readonly author: number; readonly members: number }[];
  /** Members who answered two posts of these authors or more. */
  readonly crew: ReadonlySet<number>;
  /** Positions in `answers`, by time of reading. */
  readonly ofCrew: readonly number[];
  readonly ofOthers: readonly number[];
}

/**
 * A member in four, and three at least, make an author one whom the group answers, if they are half as many as answer the author answered
 * most: some of any group answer what everybody talks about, and that crowd would drown all comparisons.
 */
const SHARED_BY = 0.25;
const OF_MOST = 0.5;
const LEAST = 3;

/**
 * Question: do the members of this cluster mostly answer the same authors, and whom?
 *
 * Null unless half of the members, and three at least, answered two or more posts of the authors whom many of them answer. The
 * author alone is no crew: it is left out of the audience of its own posts by `Answers`. Cost: O(answers of members and authors).
 * Fans and a paper's readers pass this, too; what tells them apart is measured afterwards.
 */
export function audienceOf(members: readonly number[], index: AnswerIndex): Audience | null {
  const { answers } = index;
  const membersOf = new Map<number, number>();
  for (const account of members) {
    const own = new Set<number>();
    for (const i of answersOf(index, account)) own.add(answers.author[i]!);
    for (const author of own) membersOf.set(author, (membersOf.get(author) ?? 0) + 1);
  }
  const most = [...membersOf.values()].reduce((largest, count) => Math.max(largest, count), 0);
  const least = Math.max(LEAST, SHARED_BY * members.length, OF_MOST * most);
  const authors = [...membersOf]
    .filter(([, count]) => count >= least)
    .map(([author, count]) => ({ author, members: count }))
    .sort((left, right) => right.members - left.members || left.author - right.author);
  const wanted = new Set(authors.map(({ author }) => author));
  const crew = new Set<number>();
  for (const account of members) {
    const parents = new Set<number>();
    for (const i of answersOf(index, account)) if (wanted.has(answers.author[i]!)) parents.add(answers.parent[i]!);
    if (parents.size >= 2) crew.add(account);
  }
  if (crew.size < LEAST || crew.size * 2 < members.length) return null;
  const ofCrew: number[] = [];
  const ofOthers: number[] = [];
  const isMember = new Set(members);
  for (const { author } of authors) {
    for (let k = index.ofAuthor[author]!; k < index.ofAuthor[author + 1]!; k++) {
      const i = index.byAuthor[k]!;
      const account = answers.account[i]!;
      if (crew.has(account)) ofCrew.push(i);
      // A member who came once is neither: it would make the others look like the crew.
      else if (!isMember.has(account)) ofOthers.push(i);
    }
  }
  return { authors, crew, ofCrew, ofOthers };
}

export function* answersOf({ ofAccount, byAccount }: AnswerIndex, account: number): Generator<number> {
  for (let k = ofAccount[account]!; k < ofAccount[account + 1]!; k++) yield byAccount[k]!;
}
