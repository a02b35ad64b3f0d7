import { coAct } from "../coaction/kernel.ts";
import { assess } from "../coaction/significance.ts";
import type { Actions } from "../corpus/actions.ts";
import type { Pairs, Significance } from "../corpus/pairs.ts";
import { gatherFloat64, gatherUint32, orderByKey } from "../math/order.ts";
import type { PairedLayer } from "./evidence-layer.ts";

export interface ListedPairs {
  readonly pairs: Pairs;
  readonly significance: Significance;
}

/**
 * The pairs of a layer with these besides, in order of their accounts. Those that were not listed get the numbers that they have, and
 * q = 1, since a pair of fewer objects than the least is not believed. Numbers of the others do not change.
 */
export function listPairs(
  { layer, timeline, windowMs }: Pick<PairedLayer, "layer" | "timeline" | "windowMs">,
  wanted: readonly (readonly [a: number, b: number])[],
  actions: Actions,
): ListedPairs {
  const { pairs, significance } = layer;
  const missing = new Set(wanted.map(([a, b]) => `${a} ${b}`));
  for (let i = 0; i < pairs.count; i++) missing.delete(`${pairs.a[i]} ${pairs.b[i]}`);
  if (missing.size === 0) return { pairs, significance };
  const { pairs: met } = coAct(actionsAmong(actions, missing), { windowMs, minObjects: 1 });
  const rows = Uint32Array.from([...met.a.keys()].filter((i) => missing.has(`${met.a[i]} ${met.b[i]}`)));
  const more = { ...columnsAt(met, rows), count: rows.length };
  const one = new Float64Array(rows.length).fill(1);
  const judged: Significance = { ...assess(more, timeline, 1).significance, q: one, qAccount: one };
  const all = columnsJoined(pairs, more);
  const order = orderByKey(all.a, timeline.accountCount, orderByKey(all.b, timeline.accountCount));
  return {
    pairs: { ...columnsAt(all, order), count: order.length },
    significance: columnsAt(columnsJoined(significance, judged), order),
  };
}

/** The actions of the accounts of these pairs. */
function actionsAmong(actions: Actions, pairs: ReadonlySet<string>): Actions {
  const accounts = new Set([...pairs].flatMap((key) => key.split(" ").map(Number)));
  const theirs = Uint32Array.from([...actions.account.keys()].filter((i) => accounts.has(actions.account[i]!)));
  const { account, object, timeMs, post } = columnsAt(
    { account: actions.account, object: actions.object, timeMs: actions.timeMs, post: actions.post },
    theirs,
  );
  return { ...actions, count: theirs.length, account, object, timeMs, post };
}

/** A struct of arrays with these rows in this order; what is no column stays. */
function columnsAt<T extends object>(columns: T, rows: Uint32Array): T {
  return mapped(columns, (column) => {
    if (column instanceof Float64Array) return gatherFloat64(column, rows);
    if (column instanceof Uint32Array) return gatherUint32(column, rows);
    return column instanceof Uint8Array ? Uint8Array.from(rows, (row) => column[row]!) : column;
  });
}

/** Rows of the first, then of the second; what is no column is the first's. */
function columnsJoined<T extends object>(first: T, second: T): T {
  return mapped(first, (column, name) => {
    const more = second[name];
    if (column instanceof Float64Array) return Float64Array.from([...column, ...(more as Float64Array)]);
    if (column instanceof Uint32Array) return Uint32Array.from([...column, ...(more as Uint32Array)]);
    return column instanceof Uint8Array ? Uint8Array.from([...column, ...(more as Uint8Array)]) : column;
  });
}

function mapped<T extends object>(columns: T, change: (column: unknown, name: keyof T) => unknown): T {
  const entries = Object.entries(columns).map(([name, column]) => [name, change(column, name as keyof T)]);
  return Object.fromEntries(entries) as T;
}
