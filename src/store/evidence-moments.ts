import type { DuckDBValue } from "@duckdb/node-api";
import { type Counts, type Marks, type Moments, type Slots, slotLength } from "../corpus/moments.ts";
import type { Store } from "./database.ts";

/** What is asked about: one cluster of the case, and the bins of its timeline. */
export interface MomentsQuestion {
  readonly clusterId: string;
  /** Account numbers, in the order of the profile. */
  readonly members: readonly number[];
  /** Strongest first, with how many objects each met on. */
  readonly ties: readonly {
    readonly trace: string;
    readonly a: number;
    readonly b: number;
    readonly objects: number;
    readonly windowMs: number;
  }[];
  readonly objects: readonly { readonly trace: string; readonly object: number }[];
  readonly domains: readonly string[];
  readonly startMs: number;
  readonly binMs: number;
  readonly bins: number;
}

/** Meetings followed at most, over all ties: 8 bytes each travel to the page. */
const MEETINGS_MOST = 1_000_000;

/**
 * When did the cluster's accounts act? Counts are those of the case: a co-action belongs to the bin of its later action, as on the
 * timeline. Cost: actions of the tied accounts, once for each tie they are in.
 */
export async function findMoments(store: Store, question: MomentsQuestion): Promise<Moments> {
  const { startMs, binMs, bins } = question;
  const time = { start: startMs, width: binMs, bins };
  const { tiesFollowed, ...ties } = tieLists(question.ties);
  const slotMs = slotLength(binMs);
  return {
    tiesFollowed,
    ties: await marks(
      store,
      `with t as materialized (
         select unnest(range($n)) as key, unnest(string_split($traces, ',')) as trace, try_cast(unnest(string_split($as, ',')) as uinteger) as a,
                try_cast(unnest(string_split($bs, ',')) as uinteger) as b, try_cast(unnest(string_split($windows, ',')) as bigint) as reach),
       l as materialized (
         select t.key, t.trace, t.b, t.reach, x.object as thing, x.time_ms as at
         from t join actions x on x.trace = t.trace and x.account = t.a),
       found as (
         select l.key, l.thing, (greatest(l.at, r.time_ms) - $start) // $width as bin
         from l join actions r on r.trace = l.trace and r.account = l.b and r.object = l.thing
         where abs(r.time_ms - l.at) <= l.reach group by all)`,
      { n: tiesFollowed, ...ties, ...time },
    ),
    objects: await marks(
      store,
      `with o as (
         select unnest(range($n)) as key, unnest(string_split($traces, ',')) as trace,
                try_cast(unnest(string_split($numbers, ',')) as uinteger) as object),
       found as (
         select o.key, x.account as thing, (x.time_ms - $start) // $width as bin
         from o join actions x on x.trace = o.trace and x.object = o.object
              join members m on m.account = x.account and m.cluster_id = $cluster group by all)`,
      {
        n: question.objects.length,
        traces: question.objects.map((object) => object.trace).join(","),
        numbers: joined(question.objects.map((object) => object.object)),
        cluster: question.clusterId,
        ...time,
      },
    ),
    ...(await domainMoments(store, question, time)),
    posts: await counts(
      store,
      `with k as (select unnest(range($n)) as key, try_cast(unnest(string_split($members, ',')) as uinteger) as account),
       found as (
         select k.key, (p.time_ms - $start) // $width as bin, count(*)::uinteger as count
         from posts p join k on k.account = p.account group by all)`,
      { n: question.members.length, members: joined(question.members), ...time },
    ),
    slotMs,
    slots: await slots(store, "m.cluster_id = $cluster", { cluster: question.clusterId, ...time, slot: slotMs }),
    otherSlots: await slots(store, "m.cluster_id is null", { ...time, slot: slotMs }),
  };
}

interface TimeValues extends Record<string, DuckDBValue> {
  readonly start: number;
  readonly width: number;
  readonly bins: number;
}

/** The strongest ties, up to the limit of meetings, as lists that a prepared statement can take. */
function tieLists(ties: MomentsQuestion["ties"]) {
  let meetings = 0;
  let tiesFollowed = 0;
  for (const tie of ties) {
    meetings += tie.objects;
    if (meetings > MEETINGS_MOST) break;
    tiesFollowed += 1;
  }
  const followed = ties.slice(0, tiesFollowed);
  return {
    tiesFollowed,
    traces: followed.map((tie) => tie.trace).join(","),
    as: joined(followed.map((tie) => tie.a)),
    bs: joined(followed.map((tie) => tie.b)),
    windows: joined(followed.map((tie) => tie.windowMs)),
  };
}

async function domainMoments(store: Store, { domains, clusterId }: MomentsQuestion, time: TimeValues) {
  // Names of sites are others' text: they travel as one JSON value, never split at a sign that may stand in one.
  const values = { names: JSON.stringify(domains), cluster: clusterId, ...time };
  const listed = `with d as (
      select unnest(range(json_array_length($names::json)::bigint)) as key, unnest(from_json($names::json, '["varchar"]')) as domain),
    hits as (
      select d.key, x.account, x.post, (p.time_ms - $start) // $width as bin
      from d join domains x on x.domain = d.domain join members m on m.account = x.account and m.cluster_id = $cluster
           join posts p on p.post = x.post),`;
  return {
    domains: await marks(
      store,
      `${listed} found as (select key, account as thing, bin from hits group by all)`,
      values,
    ),
    domainPosts: await counts(
      store,
      `${listed} found as (select key, bin, count(distinct post)::uinteger as count from hits group by all)`,
      values,
    ),
  };
}

/** `found` has key, thing and bin, each combination once. */
async function marks(store: Store, found: string, values: Record<string, DuckDBValue>): Promise<Marks> {
  const sql = `${found} select key::uinteger, bin::usmallint,
      coalesce(lag(bin) over (partition by key, thing order by bin) + 1, 0)::usmallint as previous
    from found where bin >= 0 and bin < $bins order by bin, key, previous`;
  const [key, bin, previous] = await columns(store, sql, values);
  return { key: Uint32Array.from(key), bin: Uint16Array.from(bin), previous: Uint16Array.from(previous) };
}

/** `found` has key, bin and count. */
async function counts(store: Store, found: string, values: Record<string, DuckDBValue>): Promise<Counts> {
  const sql = `${found} select key::uinteger, bin::usmallint, count from found where bin >= 0 and bin < $bins order by bin, key`;
  const [key, bin, count] = await columns(store, sql, values);
  return { key: Uint32Array.from(key), bin: Uint16Array.from(bin), count: Uint32Array.from(count) };
}

async function slots(store: Store, condition: string, values: Record<string, DuckDBValue>): Promise<Slots> {
  const sql = `with found as (
      select (p.time_ms - $start) // $slot as slot from posts p left join members m on m.account = p.account where ${condition})
    select slot::uinteger, count(*)::uinteger, 0::uinteger from found
    where slot >= 0 and slot < $bins * ($width // $slot) group by all order by 1`;
  const [slot, count] = await columns(store, sql, values);
  return { slot: Uint32Array.from(slot), count: Uint32Array.from(count) };
}

type Column = number[];

/** Three columns of unsigned numbers. */
async function columns(
  store: Store,
  sql: string,
  values: Record<string, DuckDBValue>,
): Promise<readonly [Column, Column, Column]> {
  const all: [Column, Column, Column] = [[], [], []];
  for await (const chunk of store.chunks(sql, values)) {
    for (const [at, column] of all.entries()) {
      const vector = chunk.getColumnVector(at);
      for (let row = 0; row < chunk.rowCount; row += 1) column.push(vector.getItem(row) as number);
    }
  }
  return all;
}

/** For `string_split`. An empty list becomes one empty text, which is cast to null and joins nothing. */
function joined(values: readonly number[]): string {
  return values.join(",");
}
