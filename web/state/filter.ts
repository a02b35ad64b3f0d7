import { LAYER_LABEL, type LayerLetter } from "../../src/corpus/trace.ts";
import type { OverviewCluster, OverviewFile } from "../../src/exports/explorer.ts";
import { LETTERS, type ReadingFilter, type View } from "./view.ts";

/** What brush, layers and reading leave of a case. */
export interface Filtered {
  /** In the order of the case. */
  readonly clusters: readonly OverviewCluster[];
  readonly ids: ReadonlySet<string>;
  readonly accounts: number;
  /** Co-actions left, and all there are. */
  readonly coactions: number;
  readonly coactionsAll: number;
  readonly isFiltered: boolean;
}

/**
 * A cluster stays when any of its co-actions lies in the brushed time and in a layer that is on, and its reading is asked for. With
 * neither brush nor layer set, every cluster stays, also one whose co-actions are not on the timeline. Cost: O(cells of the brush).
 */
export function filterOverview(overview: OverviewFile, view: Pick<View, "off" | "range" | "reading">): Filtered {
  const { timeline } = overview;
  const isCut = view.off.length > 0 || view.range !== null;
  const [firstBin, endBin] = binsOf(timeline, view.range);
  const cells = cellsOf(timeline);
  const alive = new Uint8Array(overview.clusters.length);
  const isOff = LETTERS.map((letter) => view.off.includes(letter));
  const wanted = overview.clusters.map((cluster) => isReading(cluster.reading, view.reading));
  let coactions = 0;
  const to = cells.starts[Math.max(firstBin, endBin)] ?? cells.count.length;
  for (let i = cells.starts[firstBin] ?? cells.count.length; i < to; i += 1) {
    if (isOff[cells.layer[i] ?? 0] === true) continue;
    const cluster = cells.cluster[i] ?? 0;
    alive[cluster] = 1;
    if (wanted[cluster] === true) coactions += cells.count[i] ?? 0;
  }
  const clusters = overview.clusters.filter((_, index) => wanted[index] === true && (!isCut || alive[index] === 1));
  return {
    clusters,
    ids: new Set(clusters.map((cluster) => cluster.clusterId)),
    accounts: clusters.reduce((sum, cluster) => sum + cluster.accounts, 0),
    coactions,
    coactionsAll: cells.total,
    isFiltered: isCut || view.reading !== "all",
  };
}

/** Cells of a timeline as columns, those of bin b at positions `starts[b]..starts[b + 1]`. */
interface CellColumns {
  readonly starts: Uint32Array;
  readonly cluster: Uint32Array;
  readonly layer: Uint8Array;
  readonly count: Float64Array;
  readonly total: number;
}

/** Once for each case: a brush must not walk 100,000 little arrays in every frame. */
const columns = new WeakMap<OverviewFile["timeline"], CellColumns>();

function cellsOf(timeline: OverviewFile["timeline"]): CellColumns {
  const known = columns.get(timeline);
  if (known !== undefined) return known;
  const inside = timeline.cells.filter(([, , bin]) => bin >= 0 && bin < timeline.bins).sort((a, b) => a[2] - b[2]);
  const starts = new Uint32Array(timeline.bins + 1);
  for (const [, , bin] of inside) starts[bin + 1] = (starts[bin + 1] ?? 0) + 1;
  for (let bin = 0; bin < timeline.bins; bin += 1) starts[bin + 1] = (starts[bin + 1] ?? 0) + (starts[bin] ?? 0);
  const made: CellColumns = {
    starts,
    cluster: Uint32Array.from(inside, (cell) => cell[0]),
    layer: Uint8Array.from(inside, (cell) => LETTERS.indexOf(cell[1])),
    count: Float64Array.from(inside, (cell) => cell[3]),
    total: inside.reduce((sum, cell) => sum + cell[3], 0),
  };
  columns.set(timeline, made);
  return made;
}

/** Bins that a range touches, half open: a brush that covers part of a bin takes the whole bin. */
export function binsOf(
  timeline: Pick<OverviewFile["timeline"], "startMs" | "binMs" | "bins">,
  range: View["range"],
): readonly [first: number, end: number] {
  if (range === null) return [0, timeline.bins];
  const first = Math.floor((range[0] - timeline.startMs) / timeline.binMs);
  const end = Math.ceil((range[1] - timeline.startMs) / timeline.binMs);
  return [Math.max(0, first), Math.min(timeline.bins, end)];
}

/** A finished brush as the bars it takes, so that it says what it filters; one beside all bars stays as it is. */
export function wholeBars(
  timeline: Pick<OverviewFile["timeline"], "startMs" | "binMs" | "bins">,
  range: View["range"],
) {
  if (range === null) return null;
  const [first, end] = binsOf(timeline, range);
  if (end <= first) return range;
  return [timeline.startMs + first * timeline.binMs, timeline.startMs + end * timeline.binMs] as const;
}

export function isReading(reading: string, filter: ReadingFilter): boolean {
  return filter === "all" || reading === filter || (filter === "explained" && reading.startsWith("explained:"));
}

/** One row of the layer list: significant pairs of all its traces, and their share of the evidence. */
interface LayerRow {
  readonly letter: LayerLetter;
  readonly label: string;
  readonly pairs: number;
  /** Of the surprise of all significant pairs; of their number where the case is older and does not say. */
  readonly share: number;
  /** False: no trace of this layer was in the data. */
  readonly isPresent: boolean;
}

export function layerRows(overview: OverviewFile): readonly LayerRow[] {
  const worth = (traces: OverviewFile["traces"]): number =>
    traces.reduce((sum, { bits, pairsSignificant }) => sum + (hasBits(overview) ? (bits ?? 0) : pairsSignificant), 0);
  const all = worth(overview.traces);
  return LETTERS.map((letter) => {
    const traces = overview.traces.filter((trace) => trace.layer === letter && trace.actions > 0);
    const pairs = traces.reduce((sum, trace) => sum + trace.pairsSignificant, 0);
    return {
      letter,
      label: LAYER_LABEL[letter],
      pairs,
      share: all === 0 ? 0 : worth(traces) / all,
      isPresent: traces.length > 0,
    };
  });
}

/** Whether the case says how surprising the pairs of each trace are. */
export function hasBits({ traces }: Pick<OverviewFile, "traces">): boolean {
  return traces.every(({ bits }) => bits !== undefined);
}

/**
 * Links between clusters by the layers that are on: a pair stays as long as one of its layers does, and a link as long as one of its pairs.
 * Sites in common are no layer of pairs; they stay. Older cases do not say which layers, and keep all.
 */
export function linksInSight(
  links: OverviewFile["clusterLinks"],
  off: readonly LayerLetter[],
): OverviewFile["clusterLinks"] {
  if (off.length === 0) return links;
  return links.flatMap((link) => {
    if (link.byLayers === undefined) return [link];
    let count = 0;
    for (const [letters, pairs] of Object.entries(link.byLayers)) {
      if ([...letters].some((letter) => !off.some((one) => one === letter))) count += pairs;
    }
    return count === 0 ? [] : [{ ...link, count }];
  });
}
