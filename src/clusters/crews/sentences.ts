import type { Batch } from "./batch.ts";
import type { CrewMeasures, Parts } from "./measures.ts";
import type { Tightness } from "./tightness.ts";

/** Each thing measured as one sentence with its numbers, beside what it is among the others who answer the same authors. */
export function crewSentences(
  m: CrewMeasures,
  authors: number,
  crew: number,
  tightness: Tightness | null,
  batch: Batch | null,
): string[] {
  const whom = authors === 1 ? "this author" : `these ${authors} authors`;
  const lines = [
    `${crew} members answered two or more of the ${m.authorPosts} answered posts of ${whom}; ${m.answeredByCrew} of these posts were answered by two of them or more${
      m.repeats.others === null
        ? ""
        : `. The middle one of them answered ${figure(m.repeats.crew!)}, the middle one of the others who answer ${whom} ${figure(m.repeats.others)}`
    }.`,
    `${parts(m.closedLoop)} answers to these posts come from the group; were all answers of the export dealt out anew, it would be ${percent(m.closedLoopExpected)}.`,
    `${parts(m.exclusive)} answers of the group go to ${whom}${
      m.exclusiveOthers === null
        ? ""
        : `; among others who answer ${whom} and anybody else it is ${parts(m.exclusiveOthers)}`
    }.`,
  ];
  if (m.delayMin.crew !== null) {
    lines.push(
      `Half of the group's answers came within ${minutes(m.delayMin.crew)} of the post${
        m.delayMin.others === null ? "" : `, half of the others' within ${minutes(m.delayMin.others)}`
      }.`,
    );
  }
  if (m.ageDays.crew !== null) {
    lines.push(
      `When they answered, half of the group's accounts were at most ${days(m.ageDays.crew)} old${
        m.ageDays.others === null ? "" : `; of the others' accounts, ${days(m.ageDays.others)}`
      }.`,
    );
  }
  if (m.followers.crew !== null) {
    lines.push(
      `Half of the group has at most ${figure(m.followers.crew)} followers${
        m.followers.others === null ? "" : `; half of the others, ${figure(m.followers.others)}`
      }.`,
    );
  }
  lines.push(
    `${m.withoutOwnPosts.of} of ${m.withoutOwnPosts.all} in the group published nothing of their own in this export${
      m.withoutOwnPostsOthers === null
        ? ""
        : `; of the others who answer ${whom}, ${m.withoutOwnPostsOthers.of} of ${m.withoutOwnPostsOthers.all}`
    }.`,
  );
  if (tightness !== null) {
    lines.push(
      `On ${tightness.posts} ${tightness.posts === 1 ? "post" : "posts"} that both answered, the group's texts are ${
        tightness.p <= ALIKE_LEVEL ? "more" : "no more"
      } alike than those of other repliers (likeness ${tightness.crew.toFixed(2)} against ${tightness.others.toFixed(2)}, chance ${chance(tightness.p)} were the answers dealt out anew).`,
    );
  }
  if (batch !== null && batch.p <= BATCH_LEVEL) {
    lines.push(
      `The group's answers come in batches of ${batch.size}: ${batch.at} of the ${batch.near} posts with about a multiple of ${batch.size} answers have exactly one (chance ${chance(batch.p)}).`,
    );
  }
  return lines;
}

/** Up to here texts are called more alike than those of others. */
const ALIKE_LEVEL = 0.05;
/** Up to here posts are said to pile up at a size. */
export const BATCH_LEVEL = 0.01;

const parts = ({ of, all }: Parts): string => `${of} of ${all}`;
const percent = (share: number): string => `${(100 * share).toFixed(share < 0.1 ? 1 : 0)} %`;
const figure = (value: number): string => (Number.isInteger(value) ? String(value) : value.toFixed(1));
const chance = (p: number): string => (p < 0.001 ? p.toExponential(0) : p.toFixed(3));

function minutes(value: number): string {
  if (value < 1) return `${Math.round(value * 60)} seconds`;
  return value < 120 ? `${Math.round(value)} minutes` : `${figure(Math.round(value / 6) / 10)} hours`;
}

function days(value: number): string {
  return value < 730 ? `${Math.round(value)} days` : `${(value / 365.25).toFixed(1)} years`;
}
