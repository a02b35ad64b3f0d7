import { seeded } from "../../math/random.ts";
import type { Store } from "../../store/database.ts";
import { authorNames, type ReplierFacts, readAnswers, replierFacts, textsOfPosts } from "../../store/reply-facts.ts";
import { type AnswerIndex, type Audience, answerIndex, audienceOf } from "./audience.ts";
import { batchOf } from "./batch.ts";
import type { TargetCrew } from "./crew.ts";
import { measureCrew } from "./measures.ts";
import { BATCH_LEVEL, crewSentences } from "./sentences.ts";
import { type AnswerText, tightnessOf } from "./tightness.ts";

/** Deals of the tightness test: the smallest p it can give is one in a thousand. */
const RUNS = 999;

/**
 * For each cluster, in order, what sets it apart among those who answer the same authors; null where its members do not mostly answer
 * the same ones. Works for accounts without posts of their own and for comments of ten words. The measurements describe a group that
 * was found otherwise; they are no test of its own, and fans share some of them.
 *
 * @param clusters account numbers of each cluster
 */
export async function findCrews(
  store: Store,
  clusters: readonly (readonly number[])[],
  seed: number,
): Promise<(TargetCrew | null)[]> {
  if (clusters.length === 0) return [];
  const answers = await readAnswers(store);
  if (answers.count === 0) return clusters.map(() => null);
  const index = answerIndex(answers);
  const facts = new Map((await replierFacts(store)).map((one) => [one.account, one]));
  const crews: (TargetCrew | null)[] = [];
  for (const [i, members] of clusters.entries()) {
    const audience = audienceOf(members, index);
    crews.push(audience === null ? null : await crewFrom(store, audience, members, index, facts, `${seed} ${i}`));
  }
  return crews;
}

async function crewFrom(
  store: Store,
  audience: Audience,
  members: readonly number[],
  index: AnswerIndex,
  facts: ReadonlyMap<number, ReplierFacts>,
  seed: string,
): Promise<TargetCrew> {
  const names = await authorNames(
    store,
    audience.authors.map(({ author }) => author),
  );
  const isMember = new Set(members);
  const authors = audience.authors.map(({ author, members: count }) => {
    const { id, account } = names.get(author)!;
    return { authorId: id, members: count, isMember: account !== null && isMember.has(account) };
  });
  const m = measureCrew(audience, index, facts);
  const tightness = tightnessOf(await textsOf(store, audience, index), RUNS, seeded("tightness", seed));
  const batch = batchOf(m.batches);
  return {
    authorId: authors[0]!.authorId,
    authors,
    authorPosts: m.authorPosts,
    answeredByCrew: m.answeredByCrew,
    crew: audience.crew.size,
    repeats: m.repeats.crew!,
    repeatsOthers: m.repeats.others,
    exclusivity: m.exclusive.of / m.exclusive.all,
    exclusivityOthers: m.exclusiveOthers === null ? null : m.exclusiveOthers.of / m.exclusiveOthers.all,
    closedLoop: m.closedLoop.of / m.closedLoop.all,
    closedLoopExpected: m.closedLoopExpected,
    delayMin: m.delayMin.crew,
    delayOthersMin: m.delayMin.others,
    ageDays: m.ageDays.crew,
    ageOthersDays: m.ageDays.others,
    followers: m.followers.crew,
    followersOthers: m.followers.others,
    withoutOwnPosts: m.withoutOwnPosts.of / m.withoutOwnPosts.all,
    withoutOwnPostsOthers:
      m.withoutOwnPostsOthers === null ? null : m.withoutOwnPostsOthers.of / m.withoutOwnPostsOthers.all,
    tightness: tightness === null ? null : tightness.crew - tightness.others,
    tightnessP: tightness?.p ?? null,
    batch: batch !== null && batch.p <= BATCH_LEVEL ? batch.size : null,
    batchP: batch?.p ?? null,
    sentences: crewSentences(m, authors.length, audience.crew.size, tightness, batch),
  };
}

/** Texts of the answers to posts that both sides answered: the only ones that are compared. */
async function textsOf(store: Store, { ofCrew, ofOthers }: Audience, { answers }: AnswerIndex): Promise<AnswerText[]> {
  const parents = (positions: readonly number[]) => new Set(positions.map((i) => answers.parent[i]!));
  const [crewOn, othersOn] = [parents(ofCrew), parents(ofOthers)];
  const chosen = [...ofCrew.map((i) => ({ i, isCrew: true })), ...ofOthers.map((i) => ({ i, isCrew: false }))].filter(
    ({ i }) => crewOn.has(answers.parent[i]!) && othersOn.has(answers.parent[i]!),
  );
  const texts = await textsOfPosts(
    store,
    chosen.map(({ i }) => answers.post[i]!),
  );
  return chosen.flatMap(({ i, isCrew }) => {
    const text = texts.get(answers.post[i]!);
    return text === undefined ? [] : [{ parent: answers.parent[i]!, account: answers.account[i]!, isCrew, text }];
  });
}
