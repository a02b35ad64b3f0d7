import type { Store } from "./database.ts";

/** Pairs of the case as they lie in the store: accounts by their numbers, traces by name. */
export interface StoredTies {
  /** Rows of the case; those read are the surest. */
  readonly total: number;
  readonly a: Uint32Array;
  readonly b: Uint32Array;
  readonly trace: Uint8Array;
  readonly standsAt: Float64Array;
  readonly bits: Float32Array;
  readonly objects: Uint32Array;
}

export interface TieQuery {
  /** Most rows read. */
  readonly cap: number;
  /** Names in the order of the numbers given to them; all that the case has. */
  readonly traces: readonly string[];
  /** Traces whose pairs never stand by their own q alone (`graphs/layer.ts`). */
  readonly timing: readonly string[];
}

/** Memory: 25 bytes a row, at most `cap` of them. Sorted by a, b, trace. */
export async function readTies(store: Store, { cap, traces, timing }: TieQuery): Promise<StoredTies> {
  const [size] = await store.rows<{ n: number }>("select count(*) as n from pairs");
  const total = size?.n ?? 0;
  const rows = Math.min(total, cap);
  const ties = {
    total,
    a: new Uint32Array(rows),
    b: new Uint32Array(rows),
    trace: new Uint8Array(rows),
    standsAt: new Float64Array(rows),
    bits: new Float32Array(rows),
    objects: new Uint32Array(rows),
  };
  let at = 0;
  const sql = `
    select a, b, trace_number::integer, stands, bits, objects from (
      select a, b, list_position(string_split($traces, '|'), trace) - 1 as trace_number, objects, bits,
        case when list_contains(string_split($timing, '|'), trace) then greatest(q_fused, p)
          else least(q, greatest(q_fused, p)) end as stands
      from pairs order by stands, bits desc, a, b, trace limit $rows
    ) order by a, b, trace_number`;
  for await (const chunk of store.chunks(sql, { traces: traces.join("|"), timing: timing.join("|"), rows })) {
    const [a, b, trace, stands, bits, objects] = [0, 1, 2, 3, 4, 5].map((column) => chunk.getColumnVector(column));
    for (let i = 0; i < chunk.rowCount; i++, at++) {
      const number = trace!.getItem(i) as number | null;
      if (number === null) throw new Error(`store: a pair of a trace that is none of ${traces.join(", ")}`);
      ties.a[at] = a!.getItem(i) as number;
      ties.b[at] = b!.getItem(i) as number;
      ties.trace[at] = number;
      ties.standsAt[at] = stands!.getItem(i) as number;
      ties.bits[at] = bits!.getItem(i) as number;
      ties.objects[at] = objects!.getItem(i) as number;
    }
  }
  return ties;
}
