import { SILENT } from "../corpus/progress.ts";
import { type Random, sample, seeded } from "../math/random.ts";
import { type FindOptions, findGroups } from "./find.ts";
import type { TraceActions } from "./trace-actions.ts";

/** Members of the crew that power is stated for. */
export const CREW = 10;
/** Objects a pair is tried with; more would be asking whether an operation hides in plain sight. */
export const TRIED = [2, 3, 4, 5, 6, 8, 10, 15, 20] as const;

/**
 * Question: would a crew of ten, each two of which share k objects within the window, have been found in these very data?
 *
 * Asked of the whole search as it decides, not of a formula for one part of it. In each trace ten accounts of ordinary activity (around the
 * median of those with at least k actions, in no cluster) give up k of their own actions for k ordinary objects (drawn from all the
 * trace has), at times spread evenly over the window from the object's first action on. So nobody becomes busier, and a crowd of ten comes to
 * each object. All traces get a crew of their own accounts, and the data are searched once; a crew is seen in its trace when most of it is in
 * one group.
 *
 * Cost: one search for each k. Does not show: crews that meet now and then or in several traces at once; and crews that share one search
 * help each other a little, as every true pair makes the false discovery rate more lenient.
 *
 * @param taken accounts in some cluster of the data
 * @returns for each trace whether its crew was seen; null where there are not ten accounts or k objects for one
 */
export function plantedSeen(
  traces: readonly TraceActions[],
  options: FindOptions,
  taken: readonly number[],
  objects: number,
): (boolean | null)[] {
  const random = seeded(options.seed, "planted crew", objects);
  const used = new Set(taken);
  const crews: (readonly number[] | null)[] = [];
  const planted = traces.map((trace) => {
    // Nobody acts in a profile.
    const isPlantable = trace.place === undefined && trace.actions.objectCount >= objects;
    const crew = isPlantable ? ordinaryAccounts(trace, used, objects) : null;
    crews.push(crew);
    for (const account of crew ?? []) used.add(account);
    return crew === null ? trace : withCrew(trace, crew, objects, random);
  });
  const { drafts } = findGroups(planted, { ...options, decideOnly: true }, SILENT);
  return crews.map((crew) => {
    if (crew === null) return null;
    return drafts.some(({ accounts }) => {
      const group = new Set(accounts);
      return crew.filter((account) => group.has(account)).length * 2 > CREW;
    });
  });
}

/** Ten around the median of activity, among accounts with `least` actions; null where there are not so many. */
function ordinaryAccounts({ actions }: TraceActions, used: ReadonlySet<number>, least: number): number[] | null {
  const acts = new Uint32Array(actions.accountCount);
  for (const account of actions.account) acts[account]!++;
  const able: number[] = [];
  for (let u = 0; u < acts.length; u++) if (acts[u]! >= least && !used.has(u)) able.push(u);
  if (able.length < CREW) return null;
  able.sort((left, right) => acts[left]! - acts[right]! || left - right);
  const first = Math.floor((able.length - CREW) / 2);
  return able.slice(first, first + CREW);
}

function withCrew(trace: TraceActions, crew: readonly number[], objects: number, random: Random): TraceActions {
  const { actions, windowMs } = trace;
  const object = actions.object.slice();
  const timeMs = actions.timeMs.slice();
  const chosen = drawObjects(actions.objectCount, objects, random);
  const firstMs = new Map(chosen.map((one) => [one, Number.POSITIVE_INFINITY]));
  for (let i = 0; i < actions.count; i++) {
    const before = firstMs.get(actions.object[i]!);
    if (before !== undefined && actions.timeMs[i]! < before) firstMs.set(actions.object[i]!, actions.timeMs[i]!);
  }
  const given = new Map(crew.map((account) => [account, 0]));
  for (let i = 0; i < actions.count; i++) {
    const k = given.get(actions.account[i]!);
    if (k === undefined || k === objects) continue;
    given.set(actions.account[i]!, k + 1);
    object[i] = chosen[k]!;
    timeMs[i] = firstMs.get(chosen[k]!)! + Math.floor((windowMs * crew.indexOf(actions.account[i]!)) / CREW);
  }
  return { ...trace, actions: { ...actions, object, timeMs } };
}

function drawObjects(objectCount: number, count: number, random: Random): number[] {
  if (count * 2 > objectCount) return sample(random, [...new Uint32Array(objectCount).keys()], count);
  const drawn = new Set<number>();
  while (drawn.size < count) drawn.add(Math.floor(random() * objectCount));
  return [...drawn];
}
