import type { CaseControl } from "../clusters/control.ts";
import type { Draft } from "../clusters/draft.ts";
import type { PairedLayer } from "../clusters/evidence-layer.ts";
import type { FindOptions, FoundGroups } from "../clusters/find.ts";
import { TRIED } from "../clusters/plant.ts";
import { isOpen, powerOf, powerSentence } from "../clusters/power.ts";
import { againstReruns, type Job, type Outcome, type Rerun } from "../clusters/rerun.ts";
import type { TraceActions } from "../clusters/trace-actions.ts";
import type { Strata } from "../coaction/strata.ts";
import { windowPairsByObject } from "../coaction/sweep.ts";
import type { Progress } from "../corpus/progress.ts";
import { runJobs } from "./reruns.ts";

export interface ControlOptions extends FindOptions {
  /** Reruns on shuffled data; when left out, as many as `defaultReruns` says. 0: none. */
  readonly reruns?: number;
  readonly threads?: number;
}

export interface Controlled {
  readonly drafts: readonly Draft[];
  readonly control: CaseControl;
}

/**
 * Each group held against the same search on shuffled data, and what could have been seen at all.
 *
 * @param author of each post
 */
export async function negativeControl(
  traces: readonly TraceActions[],
  author: Uint32Array,
  strata: Strata,
  found: FoundGroups,
  options: ControlOptions,
  progress: Progress,
): Promise<Controlled> {
  const { minObjects, q, seed } = options;
  const count = options.reruns ?? defaultReruns(found.layers);
  // No reruns: nothing planted either, since both are searches.
  if (count === 0) {
    return { drafts: found.drafts, control: { reruns: 0, clusters: [], power: [], powerSentence: powerSentence([]) } };
  }
  const tried = TRIED.filter((objects) => objects >= minObjects);
  progress.stage("rerunning on shuffled data", count + tried.length);
  const plan = interleaved(count, tried);
  const plantedAt = plan.flatMap((job, at) => ("objects" in job ? [at] : []));
  const outcomes = await runJobs(
    {
      traces,
      author,
      strata,
      options: { minObjects, q, seed },
      taken: found.drafts.flatMap(({ accounts }) => accounts),
    },
    plan,
    options.threads,
    progress,
    (at, known) => !plantedAt.includes(at) || isOpen(seenBy(known, plantedAt), traces.length),
  );
  const reruns = outcomes.filter((_, at) => !plantedAt.includes(at)) as Rerun[];
  const seen = seenBy(outcomes, plantedAt);
  const names = traces.map(({ actions }) => actions.trace);
  // Nobody acts in a profile, so no crew is planted there.
  const power = powerOf(names, tried, seen).filter((_, t) => traces[t]!.place === undefined);
  return {
    drafts: againstReruns(found.drafts, reruns),
    control: {
      reruns: count,
      clusters: reruns.map(({ clusters }) => clusters),
      power,
      powerSentence: powerSentence(power),
    },
  };
}

/** Crews that share more are planted only if those that share less leave something open, so they come one by one, reruns between them. */
function interleaved(reruns: number, tried: readonly number[]): Job[] {
  const jobs: Job[] = [];
  const each = Math.ceil(reruns / (tried.length + 1));
  for (let dealing = 0; dealing < reruns; dealing++) {
    if (dealing % each === 0 && tried[dealing / each] !== undefined) jobs.push({ objects: tried[dealing / each]! });
    jobs.push({ dealing });
  }
  const left = tried.slice(Math.ceil(reruns / each));
  return [...jobs, ...left.map((objects) => ({ objects }))];
}

/** What became of the planted crews, as far as all that share less are known, too. */
function seenBy(outcomes: readonly (Outcome | undefined)[], plantedAt: readonly number[]): (boolean | null)[][] {
  const seen: (boolean | null)[][] = [];
  for (const at of plantedAt) {
    const outcome = outcomes[at];
    if (outcome === undefined) break;
    seen.push(outcome as (boolean | null)[]);
  }
  return seen;
}

/** So many that p can come down to 0.01. */
export const RERUNS = 99;
/** So many that p can come down to 0.05. */
export const LEAST_RERUNS = 19;
/** About a minute and a half of one processor. Counted, never timed: the same input gets the same number on every machine. */
const WORK = 30_000_000;
/** Meetings that cost as much as one action. */
const MEETINGS_AN_ACTION = 32;

/** 99, but fewer for large exports: as many as an allowance of work pays for, at least 19. */
export function defaultReruns(layers: readonly PairedLayer[]): number {
  let work = 1;
  for (const { timeline, windowMs } of layers) {
    work += timeline.account.length;
    for (const meetings of windowPairsByObject(timeline, windowMs)) work += meetings / MEETINGS_AN_ACTION;
  }
  return Math.max(LEAST_RERUNS, Math.min(RERUNS, Math.floor(WORK / work)));
}
