import type { Ties } from "../clusters/tie-columns.ts";
import { LAYER_OF, TRACE_NAMES } from "../corpus/trace.ts";
import { encodeTies } from "../exports/ties.ts";
import { clusterMembers } from "../store/cluster-members.ts";
import { readTies } from "../store/evidence-ties.ts";
import { traceNamed } from "../traces/catalogue.ts";
import type { CaseSource } from "./case-source.ts";

/** Pairs that travel to the page at most: 12.5 MB. The surest come first; how many stayed behind is said. */
export const EDGE_CAP = 500_000;

const TRACES = TRACE_NAMES.map((trace) => ({ trace, layer: LAYER_OF[trace], family: traceNamed(trace).family }));

/** Pairs of the case for the live threshold, with the cluster of each account (`exports/ties.ts` for the bytes). */
export async function edgesOf({ overview, store }: Pick<CaseSource, "overview" | "store">, cap = EDGE_CAP) {
  const { total, a, b, ...columns } = await readTies(store, {
    cap,
    traces: TRACE_NAMES,
    timing: TRACES.filter(({ family }) => family === "timing").map(({ trace }) => trace),
  });
  const account = Uint32Array.from(new Set([...a, ...b])).sort();
  const placeOf = new Map(Array.from(account, (number, place) => [number, place]));
  const place = (number: number): number => placeOf.get(number)!;
  const clusters = overview.clusters.map(({ clusterId }) => clusterId);
  const numberOf = new Map(clusters.map((id, index) => [id, index + 1]));
  const cluster = new Uint32Array(account.length);
  for (const member of await clusterMembers(store)) {
    const at = placeOf.get(member.account);
    if (at !== undefined) cluster[at] = numberOf.get(member.clusterId) ?? 0;
  }
  const candidates = overview.traces.reduce((sum, { pairsCandidate }) => sum + pairsCandidate, 0);
  const ties: Ties = {
    traces: TRACES,
    clusters,
    total,
    cap,
    completeTo: completeTo(columns.standsAt, total, total >= candidates ? 1 : overview.q),
    columns: { count: a.length, a: a.map(place), b: b.map(place), ...columns, account, cluster },
  };
  return encodeTies(ties);
}

/** Where rows stayed behind, those as sure as the last that came may be among them; so the slider ends below it, at a round number. */
function completeTo(standsAt: Float64Array, total: number, heldTo: number): number {
  if (standsAt.length >= total) return heldTo;
  const last = standsAt.reduce((most, own) => Math.max(most, own), 0);
  const below = standsAt.reduce((most, own) => (own < last ? Math.max(most, own) : most), 0);
  return Math.min(heldTo, roundedDown(below));
}

/** To two digits. */
function roundedDown(rate: number): number {
  if (rate === 0) return 0;
  const exponent = Math.floor(Math.log10(rate)) - 1;
  const rounded = Number(`${Math.floor(rate / 10 ** exponent)}e${exponent}`);
  return rounded <= rate ? rounded : 0;
}
