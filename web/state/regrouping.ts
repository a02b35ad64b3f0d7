import { signal } from "@preact/signals";
import { askBytes } from "./answer.ts";
import type { CurvePoint, Found, Outline, RegroupAnswer, RegroupQuestion } from "./regroup-messages.ts";
import { sentenceOf } from "./sentence.ts";

/** Extent of what can be chosen; null: pairs have not come yet. */
export const outline = signal<Outline | null>(null);

/** The last groups found; while the slider moves they may be those of a step before. */
export const found = signal<Found | null>(null);

/** The curve behind them: a signal of its own, because it grows a hundred times while nothing else changes. */
export const curve = signal<{ readonly key: string; readonly points: readonly (CurvePoint | undefined)[] }>({
  key: "",
  points: [],
});

/** Why there are no groups, in one sentence. */
export const fault = signal<string | null>(null);

type Ask = Extract<RegroupQuestion, { kind: "ask" }>;

let worker: Worker | null = null;
let isBusy = false;
let waiting: Ask | null = null;
/** Points that came since the page was last drawn. */
let fresh: Extract<RegroupAnswer, { kind: "point" }>[] = [];

/** Brings the pairs of the case to a worker, once; both stay for as long as the page is open. What failed is tried anew. */
export function startRegrouping(resolution: number, seed: number): void {
  if (worker !== null) return;
  fault.value = null;
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
    (error: unknown) => fail(sentenceOf(error)),
  );
}

/** Ask for groups. While one question is being answered only the latest of those that follow is kept. */
export function askGroups(ask: Omit<Ask, "kind">): void {
  const question: Ask = { kind: "ask", ...ask };
  if (curve.value.key !== ask.curve.key) {
    curve.value = { key: ask.curve.key, points: new Array(ask.curve.steps.length) };
  }
  if (isBusy) {
    waiting = question;
    return;
  }
  isBusy = true;
  worker?.postMessage(question);
}

function hear(answer: RegroupAnswer): void {
  if (answer.kind === "fault") fail(answer.error);
  else if (answer.kind === "ready") outline.value = answer.outline;
  else if (answer.kind === "point") {
    if (fresh.length === 0) requestAnimationFrame(drawFresh);
    fresh.push(answer);
  } else {
    isBusy = false;
    found.value = answer.found;
    const next = waiting;
    waiting = null;
    if (next !== null) askGroups(next);
  }
}

function drawFresh(): void {
  const { key } = curve.value;
  const points = curve.value.points.slice();
  for (const one of fresh) if (one.key === key) points[one.step] = one.point;
  fresh = [];
  curve.value = { key, points };
}

function fail(sentence: string): void {
  worker?.terminate();
  worker = null;
  isBusy = false;
  waiting = null;
  outline.value = null;
  found.value = null;
  curve.value = { key: "", points: [] };
  fault.value = sentence;
}
