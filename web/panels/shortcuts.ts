import type { OverviewFile } from "../../src/exports/explorer.ts";
import { isCopy } from "../state/copy.ts";
import { filterOverview } from "../state/filter.ts";
import { changeView, go, goUp, linkTo, view } from "../state/place.ts";
import { pause, stepReplay, togglePlay } from "../state/replay.ts";
import { isCovered, isTyping } from "../state/typing.ts";
import { LETTERS } from "../state/view.ts";
import { clustersInSight } from "./clusters-table.tsx";
import { toggleLayer } from "./layers.tsx";
import { openNotes } from "./open-notes.ts";

/** Keys that work anywhere on the page. Letters are off inside fields and with modifiers; the pair page has its own j and k. */
export function pressKey(event: KeyboardEvent, overview: OverviewFile, showHelp: () => void): void {
  if (isTyping(event.target) || isCovered() || event.ctrlKey || event.metaKey || event.altKey) return;
  const target = event.target instanceof Element ? event.target : null;
  const { page } = view.value;
  const hasTime = page === "overview" || page === "cluster";
  const letter = /^[1-9]$/.test(event.key) ? LETTERS[Number(event.key) - 1] : undefined;
  if (event.key === "/") {
    event.preventDefault();
    document.getElementById("search")?.focus();
  } else if (event.key === "?") showHelp();
  else if (event.key === "Escape") goUp();
  else if (event.key === "j" || event.key === "k") step(overview, event.key === "j" ? 1 : -1);
  else if (event.key === "Enter") openSelected(event, target);
  else if (event.key === "e" && page === "cluster") changeView({ tab: "evidence", sort: "" });
  else if (event.key === "t" && page === "cluster") changeView({ tab: "time", sort: "" });
  else if (event.key === "q" && !isCopy()) openThreshold();
  else if (event.key === "l") {
    // Or the letter would stand in the field that is about to have the focus.
    event.preventDefault();
    openNotes();
  } else if (event.key === "f" && page === "cluster") {
    event.preventDefault();
    openFind();
  } else if (event.key === "0") {
    pause();
    changeView({ range: null, offset: 0 });
  } else if (event.key === "p" && hasTime) togglePlay(overview.timeline);
  else if ((event.key === "[" || event.key === "]") && hasTime)
    stepReplay(overview.timeline, event.key === "]" ? 1 : -1);
  else if (letter !== undefined && overview.traces.some((trace) => trace.layer === letter && trace.actions > 0))
    toggleLayer(letter);
}

function openThreshold(): void {
  if (view.value.page === "threshold") document.getElementById("threshold")?.focus();
  else go(linkTo({ page: "threshold" }));
}

/** On the overview the marked row moves; on a cluster's page the next cluster opens. */
function step(overview: OverviewFile, by: number): void {
  const { page, cluster } = view.value;
  if (page !== "overview" && page !== "cluster") return;
  const rows = clustersInSight(filterOverview(overview, view.value));
  const at = rows.findIndex((row) => row.clusterId === cluster);
  const next = rows[at === -1 ? (by > 0 ? 0 : rows.length - 1) : Math.max(0, Math.min(rows.length - 1, at + by))];
  if (next === undefined) return;
  if (page === "cluster") {
    if (next.clusterId !== cluster) go(linkTo({ page: "cluster", cluster: next.clusterId, tab: view.value.tab }));
    return;
  }
  changeView({ cluster: next.clusterId }, false);
  document.querySelector(`[data-cluster="${CSS.escape(next.clusterId)}"]`)?.scrollIntoView({ block: "nearest" });
}

function openSelected(event: KeyboardEvent, target: Element | null): void {
  const { page, cluster } = view.value;
  // A link or button that has the focus opens itself.
  if (page !== "overview" || cluster === null || target?.closest("a, button, label, summary, input") != null) return;
  event.preventDefault();
  go(linkTo({ page: "cluster", cluster }));
}

function openFind(): void {
  const list = document.getElementById("find-account")?.closest("details");
  if (list == null) return;
  list.open = true;
  list.querySelector("input")?.focus();
}
