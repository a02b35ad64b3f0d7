import type { CaseControl } from "../clusters/control.ts";
import type { Profile, Reading } from "../clusters/profile.ts";
import type { LayerLetter, TraceName } from "../corpus/trace.ts";
import type { EventList } from "../text/event-list.ts";

/**
 * What the explorer loads: `explorer/overview.json` first, then one `explorer/clusters/<id>.json` (a `Profile`) on demand. Rows of
 * posts never travel here; the local server answers those from the store.
 */
export interface OverviewFile {
  readonly schema: 1;
  readonly caseName: string;
  readonly version: string;
  readonly inputs: readonly {
    readonly path: string;
    readonly sha256: string;
    readonly format: string;
    readonly rows: number;
  }[];
  readonly rowsRead: number;
  readonly rowsKept: number;
  readonly rejected: readonly { readonly code: string; readonly reason: string; readonly rows: number }[];
  readonly accounts: number;
  readonly posts: number;
  readonly firstMs: number | null;
  readonly lastMs: number | null;
  /** Pairs that could have been, over all traces with actions. */
  readonly pairsTested: number;
  readonly pairsSignificant: number;
  readonly q: number;
  readonly minObjects: number;
  readonly seed: number;
  readonly traces: readonly OverviewTrace[];
  /** Ranked by evidence. */
  readonly clusters: readonly OverviewCluster[];
  /** Clusters that share accounts' links or sites: drawn as lines of the map. */
  readonly clusterLinks: readonly {
    readonly a: string;
    readonly b: string;
    readonly kind: "pairs" | "sites";
    readonly count: number;
    /** Pairs by the letters of the layers they stand in, in order, so that a layer can be switched off; absent in older cases and for sites. */
    readonly byLayers?: Readonly<Record<string, number>>;
  }[];
  /** Reruns on shuffled data and what could have been seen; null: not rerun. */
  readonly control: CaseControl | null;
  readonly timeline: Timeline;
  /** Sentences about what was sampled, bounded or left out. */
  readonly caveats: readonly string[];
  /** Never in the file: what `explore --events` lays beside it. */
  readonly events?: EventList;
}

export interface OverviewTrace {
  readonly trace: TraceName;
  readonly layer: LayerLetter;
  readonly windowMs: number;
  readonly actions: number;
  readonly objects: number;
  readonly pairsTested: number;
  readonly pairsCandidate: number;
  readonly pairsSignificant: number;
  /** Surprise of its significant pairs, summed; absent in older cases. */
  readonly bits?: number;
}

export interface OverviewCluster {
  readonly clusterId: string;
  readonly key: string;
  readonly name: string;
  readonly reading: Reading;
  readonly topRival: string | null;
  /** The rival that explains most, whether or not it explains enough to be `topRival`; null: none was weighed. */
  readonly strongestRival: { readonly name: string; readonly score: number } | null;
  /** Chance of a group as strong in shuffled data; null: not rerun. */
  readonly pControl: number | null;
  readonly accounts: number;
  readonly posts: number;
  /** Share of evidence by layer, only those present. */
  readonly layers: Readonly<Partial<Record<LayerLetter, number>>>;
  readonly observed: number;
  readonly expected: number;
  readonly q: number;
  readonly stability: number;
  readonly firstMs: number;
  readonly lastMs: number;
  /** Disc of the map, packed into the unit square. */
  readonly x: number;
  readonly y: number;
  readonly r: number;
}

/**
 * Co-actions of cluster members over time. Bin i covers [startMs + i * binMs, startMs + (i + 1) * binMs).
 * `cells` are sparse: one entry for each cluster, layer and bin that has any.
 */
export interface Timeline {
  readonly startMs: number;
  readonly binMs: number;
  readonly bins: number;
  readonly cells: readonly TimelineCell[];
}
/** Index into `clusters`, layer letter, bin, co-actions. */
export type TimelineCell = readonly [cluster: number, layer: LayerLetter, bin: number, coactions: number];

export type ClusterFile = Profile;
