import type { TieColumns, Ties } from "../../src/clusters/tie-columns.ts";
import type { Family, LayerLetter, TraceName } from "../../src/corpus/trace.ts";

export const TIE_TRACES: readonly { trace: TraceName; layer: LayerLetter; family: Family }[] = [
  { trace: "co-url", layer: "L", family: "content" },
  { trace: "same-text", layer: "T", family: "content" },
  { trace: "co-reply", layer: "P", family: "target" },
  { trace: "burst-hashtag", layer: "H", family: "content" },
];

export interface TieRow {
  readonly a: number;
  readonly b: number;
  readonly trace?: TraceName;
  readonly standsAt?: number;
  readonly bits?: number;
  readonly objects?: number;
}

/** Pairs as the server would send them, in any order. @param cluster of each account, 0 for none */
export function tiesOf(rows: readonly TieRow[], cluster: readonly number[], clusters = Math.max(0, ...cluster)): Ties {
  const number = ({ trace = "co-url" }: TieRow) => TIE_TRACES.findIndex((one) => one.trace === trace);
  const sorted = [...rows].sort((x, y) => x.a - y.a || x.b - y.b || number(x) - number(y));
  const columns: TieColumns = {
    count: sorted.length,
    a: Uint32Array.from(sorted, ({ a }) => a),
    b: Uint32Array.from(sorted, ({ b }) => b),
    trace: Uint8Array.from(sorted, number),
    standsAt: Float64Array.from(sorted, ({ standsAt }) => standsAt ?? 0.01),
    bits: Float32Array.from(sorted, ({ bits }) => bits ?? 20),
    objects: Uint32Array.from(sorted, ({ objects }) => objects ?? 3),
    account: Uint32Array.from(cluster, (_, at) => 10 * at),
    cluster: Uint32Array.from(cluster),
  };
  const ids = Array.from({ length: clusters }, (_, i) => `C${String(i + 1).padStart(2, "0")}`);
  return { traces: TIE_TRACES, clusters: ids, total: sorted.length, cap: 1000, completeTo: 0.05, columns };
}

/** Everybody with everybody. */
export function clique(accounts: readonly number[], row: Omit<TieRow, "a" | "b"> = {}): TieRow[] {
  return accounts.flatMap((a, i) => accounts.slice(i + 1).map((b) => ({ ...row, a, b })));
}
