import { deal } from "../coaction/shuffle.ts";
import { type Strata, strataBy } from "../coaction/strata.ts";
import type { Actions } from "../corpus/actions.ts";
import { SILENT } from "../corpus/progress.ts";
import { type Random, seeded } from "../math/random.ts";
import { byEvidence, type Draft } from "./draft.ts";
import { type FindOptions, findGroups } from "./find.ts";
import { plantedSeen } from "./plant.ts";
import type { TraceActions } from "./trace-actions.ts";

/** All that a rerun reads: columns only, so that threads can share them. */
export interface RerunInput {
  readonly traces: readonly TraceActions[];
  /** Author of each post. */
  readonly author: Uint32Array;
  readonly strata: Strata;
  readonly options: FindOptions;
  /** Accounts in some cluster of the data: no crew is planted among them. */
  readonly taken: readonly number[];
}

/** What the same search finds in one dealing of the posts. */
export interface Rerun {
  readonly clusters: number;
  /** Strength of its strongest group, 0 where there is none. */
  readonly strongest: number;
}

/** One search, on data shuffled for the `dealing`-th time, or with crews that share so many `objects` planted. */
export type Job = { readonly dealing: number } | { readonly objects: number };
export type Outcome = Rerun | (boolean | null)[];

export function work(input: RerunInput, job: Job): Outcome {
  if ("dealing" in job) return rerun(input, job.dealing);
  return plantedSeen(input.traces, input.options, input.taken, job.objects);
}

/** The same steps as on the data (`find.ts`), on dealing number `index`; the same whoever computes it, and in which order. */
export function rerun(input: RerunInput, index: number): Rerun {
  const random = seeded(input.options.seed, "rerun", index);
  const author = deal(input.author, input.strata, random);
  const dealt = input.traces.map((trace): TraceActions => {
    const { actions, place } = trace;
    const account = place === undefined ? authorsOf(actions.post, author) : dealMarks(actions, place, random);
    return { ...trace, actions: { ...actions, account } };
  });
  const { drafts } = findGroups(dealt, { ...input.options, decideOnly: true }, SILENT);
  return {
    clusters: drafts.length,
    strongest: drafts.reduce((most, { control }) => Math.max(most, control.strength), 0),
  };
}

function authorsOf(post: Uint32Array, author: Uint32Array): Uint32Array {
  const account = new Uint32Array(post.length);
  for (let i = 0; i < post.length; i++) account[i] = author[post[i]!]!;
  return account;
}

/** Marks of profiles hang on no post: each is dealt by itself among all marks of its place, or a shared profile would move as one. */
function dealMarks({ account, object }: Actions, place: Uint8Array, random: Random): Uint32Array {
  const places = Uint32Array.from(object, (one) => place[one]!);
  return deal(account, strataBy(places, PLACES), random);
}

/** As many as a byte can tell apart. */
const PLACES = 256;

/** Above, a group is no rarer than what shuffled data holds. */
const LEVEL = 0.05;

/**
 * Question: is this group stronger than the strongest that the same search finds where nobody acts with anybody?
 *
 * p = (1 + reruns whose strongest group is at least as strong) / (1 + reruns). Comparing with the strongest of each rerun makes p hold
 * for all groups of the case at once (max-statistic: Westfall and Young 1993; Nichols and Holmes 2002, doi 10.1002/hbm.1058), and
 * counting the data among the dealings keeps it valid for any number of reruns (Phipson and Smyth 2010, doi 10.2202/1544-6115.1585).
 * A group that a rerun reached and whose p is above 0.05 is weak. With fewer than 19 reruns no p can come down to 0.05; then only
 * groups that some rerun reached are weak.
 */
export function againstReruns(drafts: readonly Draft[], reruns: readonly Rerun[]): Draft[] {
  if (reruns.length === 0) return [...drafts];
  return drafts.map((draft) => heldAgainst(draft, reruns)).sort(byEvidence);
}

function heldAgainst(draft: Draft, reruns: readonly Rerun[]): Draft {
  const reached = reruns.filter(({ strongest }) => strongest >= draft.control.strength).length;
  const p = (1 + reached) / (1 + reruns.length);
  const control = { ...draft.control, p };
  if (reached === 0 || p <= LEVEL) return { ...draft, control };
  const because = `groups as strong were found in ${reached} of ${reruns.length} reruns on shuffled data, where nobody acts with anybody (p ${p.toFixed(2)})`;
  return { ...draft, control, reading: "weak", weakBecause: draft.weakBecause ?? because };
}
