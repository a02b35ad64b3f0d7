import { computed, signal } from "@preact/signals";
import { amendStep, beginSteps, hashAt, moveTo, redoCount, restoreSteps, takeStep, undoCount } from "./steps.ts";
import { decodeView, encodeView, START, type View } from "./view.ts";

/**
 * Undo, redo and the browser's back and forward walk one and the same list. Every step is an entry of the browser's history that
 * carries its position; undo goes one entry back. So no button can disagree with another. Browsers keep about fifty entries: where
 * there is none left to go to, the entry on screen is rewritten instead, and undo goes on.
 */
const KEY = "marionet-steps";
/** How long a browser may take to go to an entry of its history before it is taken to have none. */
const TRAVEL_MS = 400;
/** A drawn brush writes the address at most this often; browsers stop listening to pages that do so in every frame. */
const WRITE_MS = 250;

const steps = signal(openSteps());
/** The view on screen. */
export const view = signal<View>(decodeView(location.hash));
/** The view as the URL has it: without a brush that is still being drawn. Links and announcements are made of it, once a stroke. */
export const settled = signal<View>(view.value);
/** The row that is marked; alone, so that a brush does not draw every row anew. */
export const marked = computed(() => view.value.cluster);
/** How many steps lie behind and ahead. */
export const undone = computed(() => ({ undo: undoCount(steps.value), redo: redoCount(steps.value) }));

/** Fields that change while something is drawn or walked along; all of it is one step. */
let run: string | null = null;
let writing: ReturnType<typeof setTimeout> | null = null;
/** The position being gone to, and the one wanted by now. */
let travel: { readonly to: number; readonly timer: ReturnType<typeof setTimeout> } | null = null;
let wanted = steps.value.at;

writeEntry("replaceState");
addEventListener("popstate", arrive);
// A link that was followed may come without popstate; what came with it must not be taken twice.
addEventListener("hashchange", () => {
  if (positionOf(history.state) === null) arrive();
});
addEventListener("pagehide", flush);

/** Where a link leads: a fresh view that keeps the filters, so that going back finds the case as it was left. */
export function linkTo(change: Partial<View>): string {
  const { off, range, reading, scale, zoneMinutes, isTable } = settled.value;
  return encodeView({ ...START, off, range, reading, scale, zoneMinutes, isTable, ...change });
}

/**
 * Change the view in place. `isStep` false says that more is to come, as from rows being walked along: all such changes of the same
 * fields, and the closing one, are a single step.
 */
export function changeView(change: Partial<View>, isStep = true): void {
  const next = { ...view.value, ...change };
  const hash = encodeView(next);
  const fields = Object.keys(change).sort().join();
  const isSameRun = run === fields;
  run = isStep ? null : fields;
  if (hash === hashAt(steps.value, steps.value.at)) {
    // Also where a stroke that was drawn comes to nothing.
    view.value = settled.value;
  } else {
    if (isSameRun) amend(hash);
    else step(hash);
    show(next);
  }
  if (isStep) flush();
}

/** Show a change that is still being made, as the stroke of a brush: on screen within the frame, a step only when it is done. */
export function drawView(change: Partial<View>): void {
  view.value = { ...view.value, ...change };
}

export function go(hash: string): void {
  run = null;
  const next = decodeView(hash);
  const whole = encodeView(next);
  if (whole === hashAt(steps.value, steps.value.at)) return;
  step(whole);
  show(next);
}

/** One level up: posts to cluster, cluster to overview. */
export function goUp(): void {
  const now = view.value;
  if (now.page === "overview") changeView({ cluster: null });
  else if (now.page !== "cluster" && now.cluster !== null)
    go(linkTo({ page: "cluster", cluster: now.cluster, evidence: now.evidence }));
  else go(linkTo({ page: "overview", cluster: now.cluster }));
}

/**
 * One step back (-1) or forward (1) in the list. Several in a row add up, however slow the browser is. Returns how many are left that
 * way, null where there was none.
 */
export function walk(by: -1 | 1): number | null {
  flush();
  run = null;
  const from = travel === null ? steps.value.at : wanted;
  if (hashAt(steps.value, from + by) === undefined) return null;
  wanted = from + by;
  if (travel === null) setOut(wanted);
  const there = moveTo(steps.value, from + by);
  return by < 0 ? undoCount(there) : redoCount(there);
}

/** The address of exactly this view. */
export function permalink(): string {
  flush();
  return location.href;
}

function show(next: View): void {
  settled.value = next;
  view.value = next;
}

function step(hash: string): void {
  flush();
  endTravel();
  steps.value = takeStep(steps.value, hash);
  writeEntry("pushState");
}

function amend(hash: string): void {
  steps.value = amendStep(steps.value, hash);
  writing ??= setTimeout(flush, WRITE_MS);
}

/** What a running brush has not written yet is written now. */
function flush(): void {
  if (writing === null) return;
  clearTimeout(writing);
  writing = null;
  writeEntry("replaceState");
}

function setOut(to: number): void {
  travel = { to, timer: setTimeout(() => land(to), TRAVEL_MS) };
  history.go(to - steps.value.at);
}

/** At the position that was asked for. The entry is rewritten where the browser had none, or one of another step. */
function land(to: number): void {
  endTravel();
  steps.value = moveTo(steps.value, to);
  if (positionOf(history.state) !== to || location.hash !== hashAt(steps.value, to)) writeEntry("replaceState");
  show(decodeView(location.hash));
  if (wanted !== to) setOut(wanted);
}

function endTravel(): void {
  if (travel !== null) clearTimeout(travel.timer);
  travel = null;
}

/** The browser went somewhere: by undo, by its own buttons, by a link, or by an address that somebody typed. */
function arrive(): void {
  const at = positionOf(history.state);
  if (at !== null && travel !== null) {
    land(travel.to);
    return;
  }
  endTravel();
  run = null;
  const hash = encodeView(decodeView(location.hash));
  if (at !== null) {
    // An entry of an older list, as from before the page was opened anew, begins a list of its own.
    steps.value = hashAt(steps.value, at) === hash ? moveTo(steps.value, at) : beginSteps(hash, at);
  } else {
    steps.value = takeStep(steps.value, hash);
    writeEntry("replaceState");
  }
  show(decodeView(hash));
}

function writeEntry(how: "pushState" | "replaceState"): void {
  const { at, first, hashes } = steps.value;
  history[how]({ step: at }, "", hashAt(steps.value, at));
  try {
    sessionStorage.setItem(KEY, JSON.stringify({ first, hashes }));
  } catch {
    // A browser that forbids storage forgets the list when the page is loaded anew; back and forward still work.
  }
}

function openSteps() {
  const hash = encodeView(decodeView(location.hash));
  const at = positionOf(history.state);
  return (at === null ? null : restoreSteps(storedSteps(), hash, at)) ?? beginSteps(hash, at ?? 0);
}

function storedSteps(): string | null {
  try {
    return sessionStorage.getItem(KEY);
  } catch {
    return null;
  }
}

function positionOf(state: unknown): number | null {
  const at = (state as { step?: unknown } | null)?.step;
  return typeof at === "number" && Number.isSafeInteger(at) && at >= 0 ? at : null;
}
