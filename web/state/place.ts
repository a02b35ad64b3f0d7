import { computed, signal } from "@preact/signals";
import { decodeView, encodeView, START, type View } from "./view.ts";

/** The view on screen; follows the URL. */
export const view = signal<View>(decodeView(location.hash));
/** The view as the URL has it: without a brush that is still being drawn. Links and announcements are made of it, once a stroke. */
export const settled = signal<View>(view.value);

/** The row that is marked; alone, so that a brush does not draw every row anew. */
export const marked = computed(() => view.value.cluster);

addEventListener("hashchange", () => {
  view.value = decodeView(location.hash);
  settled.value = view.value;
});

/** Where a link leads: a fresh view that keeps the filters, so that going back finds the case as it was left. */
export function linkTo(change: Partial<View>): string {
  const { off, range, reading, scale, zoneMinutes, isTable } = settled.value;
  return encodeView({ ...START, off, range, reading, scale, zoneMinutes, isTable, ...change });
}

/** Change the view in place. `isStep` makes it a step of the browser's history; a row that is walked over is not one. */
export function changeView(change: Partial<View>, isStep = true): void {
  const next = { ...view.value, ...change };
  const hash = encodeView(next);
  if (hash === encodeView(settled.value)) {
    if (hash !== encodeView(view.value)) view.value = settled.value;
    return;
  }
  if (isStep) history.pushState(null, "", hash);
  else history.replaceState(null, "", hash);
  view.value = next;
  settled.value = next;
}

/** Show a change that is still being made, as the stroke of a brush: on screen within the frame, in the URL only when it is done. */
export function drawView(change: Partial<View>): void {
  view.value = { ...view.value, ...change };
}

export function go(hash: string): void {
  location.hash = hash;
}

/** One level up: posts to cluster, cluster to overview. */
export function goUp(): void {
  const now = view.value;
  if (now.page === "overview") changeView({ cluster: null });
  else if (now.page !== "cluster" && now.cluster !== null)
    go(linkTo({ page: "cluster", cluster: now.cluster, evidence: now.evidence }));
  else go(linkTo({ page: "overview", cluster: now.cluster }));
}
