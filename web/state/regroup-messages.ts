import type { Fate, GroupRow } from "../../src/clusters/fates.ts";
import type { Choice } from "../../src/clusters/regroup.ts";
import type { TieTable } from "../../src/clusters/tie-columns.ts";
import type { LayerLetter, TraceName } from "../../src/corpus/trace.ts";

/** What the page asks the worker that groups anew. */
export type RegroupQuestion =
  | { readonly kind: "load"; readonly bytes: ArrayBuffer; readonly resolution: number; readonly seed: number }
  /** Groups now; then, in the time left, the curve: every one of its steps, and its stability. */
  | { readonly kind: "ask"; readonly choice: Choice; readonly curve: CurveQuestion };

export interface CurveQuestion {
  /** Same key, same steps: a curve that has begun goes on. */
  readonly key: string;
  readonly steps: readonly Choice[];
  /** Step the page shows now. */
  readonly at: number;
}

export type RegroupAnswer =
  | { readonly kind: "ready"; readonly outline: Outline }
  | { readonly kind: "groups"; readonly found: Found }
  | { readonly kind: "point"; readonly key: string; readonly step: number; readonly point: CurvePoint }
  | { readonly kind: "fault"; readonly error: string };

/** The extent of what can be chosen. */
export interface Outline extends TieTable {
  readonly accounts: number;
  readonly rows: number;
  /** Rows that stand above `completeTo`, and so are never grouped. */
  readonly lessSure: number;
  readonly smallest: number;
  /** Of the pairs that can be grouped. A trace of profiles needs one trait in common, whatever the case asks of objects. */
  readonly fewestObjects: number;
  readonly mostObjects: number;
}

export interface Found {
  readonly choice: Choice;
  readonly groups: readonly FoundGroup[];
  readonly accounts: number;
  readonly pairs: number;
  readonly inside: number;
  /** Of each cluster of the case. */
  readonly fates: readonly Fate[];
  readonly layers: readonly { readonly letter: LayerLetter; readonly pairs: number; readonly bits: number }[];
  /** Adjusted Rand index with the case's clusters, over accounts that have any pair in the case. */
  readonly agreement: number;
  /** Script time of the grouping. */
  readonly tookMs: number;
}

export interface FoundGroup extends GroupRow {
  /** Its strongest pair, by numbers of the case. */
  readonly strongest: { readonly a: number; readonly b: number; readonly trace: TraceName; readonly objects: number };
}

export interface CurvePoint {
  readonly groups: number;
  readonly accounts: number;
  readonly pairs: number;
  /** Undefined: not yet known; null: no pair, so nothing to agree on. */
  readonly stability: number | null | undefined;
}
