import type { Profile, Tie } from "../../src/clusters/profile.ts";
import { LAYER_OF, type LayerLetter } from "../../src/corpus/trace.ts";

/**
 * Which ties of a cluster are drawn? Never all of a large one: a hairball shows nothing. First each account's strongest tie, so that
 * nobody hangs loose, then the strongest of all, up to the limit; strength is bits of surprise, then smaller q. Evidence is untouched:
 * the lists hold every pair, and what is not drawn is counted. O(t log t).
 */

/** Dashes become noise beyond about this many. */
const READABLE = 150;
/** Never more than can be drawn at all; up to 3,000 take less than a frame. */
export const DRAWABLE = 20_000;

/**
 * Ties drawn at most: what stays readable, but in a large cluster enough for every account to have its strongest one; twice as many with
 * each step that the reader asks for.
 */
export function tieLimit(accounts: number, steps = 0): number {
  return Math.min(DRAWABLE, Math.max(READABLE, accounts) * 2 ** steps);
}

interface DrawnTies {
  readonly ties: readonly Tie[];
  /** Ties of the layers that are on, drawn or not. */
  readonly all: number;
  /** Those of them that met in the brushed time; without a brush, all. */
  readonly inTime: number;
  /** Ties of the case that the profile does not carry, so that no list on the cluster's page can hold them. */
  readonly beyond: number;
  readonly byLayer: ReadonlyMap<LayerLetter, number>;
}

export function chooseTies(
  profile: Pick<Profile, "ties" | "tiesTotal">,
  off: readonly LayerLetter[],
  limit: number,
  /** Objects that each tie met on in the brushed time; null: no brush. */
  met: Uint32Array | null = null,
  /** Accounts drawn, the first so many; a tie to one that is not drawn is counted, not drawn. */
  accounts = Number.POSITIVE_INFINITY,
): DrawnTies {
  let all = 0;
  const ranked: Tie[] = [];
  let inTime = 0;
  for (const index of rankOf(profile.ties)) {
    const tie = profile.ties[index];
    if (tie === undefined || off.includes(LAYER_OF[tie.trace])) continue;
    all += 1;
    if (met !== null && (met[index] ?? 0) === 0) continue;
    inTime += 1;
    if (tie.a < accounts && tie.b < accounts) ranked.push(tie);
  }
  const chosen = new Set<Tie>();
  const reached = new Set<number>();
  for (const tie of ranked) {
    if (chosen.size >= limit) break;
    if (reached.has(tie.a) && reached.has(tie.b)) continue;
    chosen.add(tie);
    reached.add(tie.a).add(tie.b);
  }
  for (const tie of ranked) {
    if (chosen.size >= limit) break;
    chosen.add(tie);
  }
  const ties = ranked.filter((tie) => chosen.has(tie));
  const byLayer = new Map<LayerLetter, number>();
  for (const tie of ties) byLayer.set(LAYER_OF[tie.trace], (byLayer.get(LAYER_OF[tie.trace]) ?? 0) + 1);
  return { ties, all, inTime, beyond: profile.tiesTotal - profile.ties.length, byLayer };
}

/** Sorted once for each list of ties: a brush must not sort 20,000 of them in every frame. */
const ranks = new WeakMap<readonly Tie[], readonly number[]>();

function rankOf(ties: readonly Tie[]): readonly number[] {
  const known = ranks.get(ties);
  if (known !== undefined) return known;
  const order = ties
    .map((tie, index) => ({ tie, index }))
    .sort((x, y) => compareTies(x.tie, y.tie))
    .map(({ index }) => index);
  ranks.set(ties, order);
  return order;
}

/** Most surprising first. */
export function compareTies(x: Tie, y: Tie): number {
  return y.bits - x.bits || x.q - y.q || y.objects - x.objects || x.a - y.a || x.b - y.b;
}
