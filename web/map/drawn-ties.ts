import type { Profile, Tie } from "../../src/clusters/profile.ts";
import { LAYER_OF, type LayerLetter } from "../../src/corpus/trace.ts";

/**
 * Which ties of a cluster are drawn? Never all of a large one: a hairball shows nothing. First each account's strongest tie, so that
 * nobody hangs loose, then the strongest of all, up to the limit; strength is bits of surprise, then smaller q. Evidence is untouched:
 * the lists hold every pair, and what is not drawn is counted. O(t log t).
 */

/** Dashes become noise beyond about this many. */
const READABLE = 150;
/** Never more than can be drawn in one frame. */
const DRAWABLE = 3000;

/** Ties drawn at most: what stays readable, but in a large cluster enough for every account to have its strongest one. */
export function tieLimit(accounts: number): number {
  return Math.min(DRAWABLE, Math.max(READABLE, accounts));
}

export interface DrawnTies {
  readonly ties: readonly Tie[];
  /** Ties of the layers that are on, drawn or not. */
  readonly all: number;
  /** Ties of the case that the profile does not carry, so that no list on the cluster's page can hold them. */
  readonly beyond: number;
  readonly byLayer: ReadonlyMap<LayerLetter, number>;
}

export function chooseTies(
  profile: Pick<Profile, "ties" | "tiesTotal">,
  off: readonly LayerLetter[],
  limit: number,
): DrawnTies {
  const on = profile.ties.filter((tie) => !off.includes(LAYER_OF[tie.trace]));
  const ranked = [...on].sort(compareTies);
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
  return { ties, all: on.length, beyond: profile.tiesTotal - profile.ties.length, byLayer };
}

/** Most surprising first. */
export function compareTies(x: Tie, y: Tie): number {
  return y.bits - x.bits || x.q - y.q || y.objects - x.objects || x.a - y.a || x.b - y.b;
}
