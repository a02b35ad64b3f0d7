import { signal } from "@preact/signals";
import { askBytes } from "./answer.ts";
import type { CurvePoint, Found, Outline, RegroupAnswer, RegroupQuestion } from "./regroup-messages.ts";

/** What is known of the groups at the threshold in sight. */
export interface Regrouping {
  readonly outline: Outline | null;
  /** The last groups found; while the slider moves they may be those of a step before. */
  readonly found: Found | null;
  readonly curveKey: string;
  /** By step; undefined where it has not been drawn yet. */
  readonly points: readonly (CurvePoint | undefined)[];
  readonly fault: string | null;
}

const NOTHING: Regrouping = { outline: null, found: null, curveKey: "", points: [], fault: null };

export const regrouping = signal<Regrouping>(NOTHING);

type Ask = Extract<RegroupQuestion, { kind: "ask" }>;

let worker: Worker | null = null;
let isBusy = false;
let waiting: Ask | null = null;

/** Brings the pairs of the case to a worker, once; both stay for as long as the page is open. */
export function startRegrouping(resolution: number, seed: number): void {
  if (worker !== null) return;
  try {
    worker = new Worker(new URL("./regroup-worker.ts", import.meta.url), { type: "module" });
  } catch {
    fail("This browser cannot group accounts in the background here. Clusters and evidence do not need it.");
    return;
  }
  worker.addEventListener("message", (event: MessageEvent<RegroupAnswer>) => hear(event.data));
  worker.addEventListener("error", () => fail("The program that groups accounts could not be loaded."));
  askBytes("api/edges").then(
    (bytes) => worker?.postMessage({ kind: "load", bytes, resolution, seed } satisfies RegroupQuestion, [bytes]),
    (error: unknown) => fail(error instanceof Error ? error.message : String(error)),
  );
}

/** Ask for groups. While one question is being answered only the latest of those that follow is kept. */
export function askGroups(ask: Omit<Ask, "kind">): void {
  const question: Ask = { kind: "ask", ...ask };
  if (regrouping.value.curveKey !== ask.curve.key) {
    regrouping.value = { ...regrouping.value, curveKey: ask.curve.key, points: new Array(ask.curve.steps.length) };
  }
  if (isBusy) {
    waiting = question;
    return;
  }
  isBusy = true;
  worker?.postMessage(question);
}

function hear(answer: RegroupAnswer): void {
  const now = regrouping.value;
  if (answer.kind === "fault") fail(answer.error);
  else if (answer.kind === "ready") regrouping.value = { ...now, outline: answer.outline };
  else if (answer.kind === "groups") {
    isBusy = false;
    regrouping.value = { ...now, found: answer.found };
    const next = waiting;
    waiting = null;
    if (next !== null) askGroups(next);
  } else if (answer.key === now.curveKey) {
    const points = now.points.slice();
    points[answer.step] = answer.point;
    regrouping.value = { ...now, points };
  }
}

function fail(fault: string): void {
  isBusy = false;
  regrouping.value = { ...regrouping.value, fault };
}
