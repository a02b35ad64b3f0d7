import { signal } from "@preact/signals";
import { decodeView, encodeView, START, type View } from "./view.ts";

/** The view on screen; follows the URL. */
export const view = signal<View>(decodeView(location.hash));

addEventListener("hashchange", () => {
  view.value = decodeView(location.hash);
});

/** Where a link leads: a fresh view that keeps the filters, so that going back finds the case as it was left. */
export function linkTo(change: Partial<View>): string {
  const { off, range, reading, scale } = view.value;
  return encodeView({ ...START, off, range, reading, scale, ...change });
}

/** Change the view in place. `isStep` makes it a step of the browser's history; a brush that is being drawn is not one. */
export function changeView(change: Partial<View>, isStep = true): void {
  const next = { ...view.value, ...change };
  const hash = encodeView(next);
  if (hash === encodeView(view.value)) return;
  if (isStep) history.pushState(null, "", hash);
  else history.replaceState(null, "", hash);
  view.value = next;
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
