import { fatesOf } from "../../src/clusters/fates.ts";
import {
  agreementOf,
  type Choice,
  NONE,
  type RegroupOptions,
  regroup,
  STABILITY_SEEDS,
  stabilityRun,
} from "../../src/clusters/regroup.ts";
import type { Ties } from "../../src/clusters/tie-columns.ts";
import type { LayerLetter } from "../../src/corpus/trace.ts";
import { decodeTies } from "../../src/exports/ties.ts";
import { adjustedRandIndex } from "../../src/math/rand-index.ts";
import type {
  CurvePoint,
  CurveQuestion,
  Found,
  FoundGroup,
  Outline,
  RegroupAnswer,
  RegroupQuestion,
} from "./regroup-messages.ts";
import { sentenceOf } from "./sentence.ts";

/**
 * Groups the pairs of a case anew, off the page's own thread. A question is answered at once; the curve behind it is drawn step by step
 * in the time between questions, so that a slider never waits for it.
 */
let ties: Ties | null = null;
let options: RegroupOptions = { resolution: 1, seed: 0 };
let curve: CurveQuestion | null = null;
let work: Generator<void> | null = null;
let isAwake = false;

addEventListener("message", (event: MessageEvent<RegroupQuestion>) => {
  try {
    hear(event.data);
  } catch (error) {
    tell({ kind: "fault", error: sentenceOf(error) });
  }
});

function hear(question: RegroupQuestion): void {
  if (question.kind === "load") {
    ties = decodeTies(question.bytes);
    options = { resolution: question.resolution, seed: question.seed };
    tell({ kind: "ready", outline: outlineOf(ties) });
    return;
  }
  if (ties === null) throw new Error("web: asked for groups before there are pairs");
  tell({ kind: "groups", found: find(ties, question.choice) });
  if (curve?.key !== question.curve.key) {
    curve = question.curve;
    work = draw(ties, curve);
  }
  if (!isAwake) setTimeout(goOn);
  isAwake = true;
}

/** One piece of the curve, then a breath in which questions are heard. */
function goOn(): void {
  isAwake = work !== null && work.next().done !== true;
  if (isAwake) setTimeout(goOn);
}

/** First all counts, then stability, from the step in sight outwards. */
function* draw(all: Ties, { key, steps, at }: CurveQuestion): Generator<void> {
  const points: CurvePoint[] = [];
  for (const [step, choice] of steps.entries()) {
    const { groups, accounts, pairs } = regroup(all, choice, options);
    points[step] = { groups, accounts, pairs, stability: undefined };
    tell({ kind: "point", key, step, point: points[step] });
    yield;
  }
  const outwards = [...steps.keys()].sort((left, right) => Math.abs(left - at) - Math.abs(right - at) || left - right);
  for (const step of outwards) {
    const runs: Uint32Array[] = [];
    for (let run = 0; run < STABILITY_SEEDS; run++) {
      runs.push(stabilityRun(all, steps[step]!, options, run));
      yield;
    }
    tell({ kind: "point", key, step, point: { ...points[step]!, stability: agreementOf(runs) } });
  }
}

function find(all: Ties, choice: Choice): Found {
  const startedMs = performance.now();
  const { columns, traces } = all;
  const found = regroup(all, choice, options);
  const fates = fatesOf(found.group, found.groups, columns.cluster, all.clusters.length);
  const agreement = adjustedRandIndex(
    found.group.map((group, v) => (group === NONE ? found.groups + v : group)),
    columns.cluster.map((cluster, v) => (cluster === 0 ? all.clusters.length + 1 + v : cluster)),
  );
  const letters = [...new Set(traces.map(({ layer }) => layer))];
  const sumOver = (letter: LayerLetter, values: ArrayLike<number>): number =>
    traces.reduce((sum, { layer }, trace) => sum + (layer === letter ? values[trace]! : 0), 0);
  return {
    choice,
    groups: fates.groups.map((row): FoundGroup => ({ ...row, strongest: tieAt(all, found.strongest[row.group]!) })),
    accounts: found.accounts,
    pairs: found.pairs,
    inside: found.inside,
    fates: fates.clusters,
    layers: letters.map((letter) => ({
      letter,
      pairs: sumOver(letter, found.pairsOfTrace),
      bits: sumOver(letter, found.bitsOfTrace),
    })),
    agreement,
    tookMs: performance.now() - startedMs,
  };
}

function tieAt({ columns, traces }: Ties, row: number): FoundGroup["strongest"] {
  return {
    a: columns.account[columns.a[row]!]!,
    b: columns.account[columns.b[row]!]!,
    trace: traces[columns.trace[row]!]!.trace,
    objects: columns.objects[row]!,
  };
}

function outlineOf({ columns, ...table }: Ties): Outline {
  let [smallest, fewestObjects, mostObjects, lessSure] = [1, Number.POSITIVE_INFINITY, 1, 0];
  for (let row = 0; row < columns.count; row++) {
    smallest = Math.min(smallest, columns.standsAt[row]!);
    if (columns.standsAt[row]! > table.completeTo) lessSure++;
    else {
      fewestObjects = Math.min(fewestObjects, columns.objects[row]!);
      mostObjects = Math.max(mostObjects, columns.objects[row]!);
    }
  }
  fewestObjects = Math.min(fewestObjects, mostObjects);
  return {
    ...table,
    accounts: columns.account.length,
    rows: columns.count,
    lessSure,
    smallest,
    fewestObjects,
    mostObjects,
  };
}

function tell(answer: RegroupAnswer): void {
  postMessage(answer);
}
