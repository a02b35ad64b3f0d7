import type { EgoPair } from "../../src/corpus/ego.ts";
import { LAYER_OF, type LayerLetter, type TraceName } from "../../src/corpus/trace.ts";

/**
 * Where the accounts around one account stand: a circle cut into a sector for each layer, in the order of layers; within a sector the most
 * surprising pair first, clockwise from the top. An account that meets the centre in several layers stands in that of its most surprising
 * pair. Places follow from the evidence and from nothing else: no forces, no chance. O(n log n).
 */
interface Placed {
  readonly account: number;
  readonly letter: LayerLetter;
  /** Radians, clockwise from twelve o'clock. */
  readonly angle: number;
}

/** A line of the picture: the most surprising trace of one layer between two accounts; `lane` parts parallel lines, symmetric about 0. */
export interface Line {
  readonly pair: EgoPair;
  readonly letter: LayerLetter;
  readonly lane: number;
}

/** Room between sectors, as a share of one place. */
const GAP = 0.8;

/** @param pairs of the centre, most surprising first */
export function placeAround(
  accounts: readonly number[],
  pairs: readonly EgoPair[],
  order: readonly LayerLetter[],
): readonly Placed[] {
  const best = new Map<number, LayerLetter>();
  for (const pair of pairs) if (!best.has(pair.b)) best.set(pair.b, letterOf(pair));
  const rank = new Map(accounts.map((account, index) => [account, index]));
  const sorted = accounts
    .filter((account) => best.has(account))
    .map((account) => ({ account, letter: best.get(account) as LayerLetter }))
    .sort((x, y) => order.indexOf(x.letter) - order.indexOf(y.letter) || rank.get(x.account)! - rank.get(y.account)!);
  const sectors = new Set(sorted.map((one) => one.letter)).size;
  // One sector alone needs no gap, and then the circle closes evenly.
  const gap = sectors > 1 ? GAP : 0;
  const step = (2 * Math.PI) / Math.max(1, sorted.length + gap * sectors);
  let at = gap / 2;
  return sorted.map(({ account, letter }, index) => {
    if (index > 0 && sorted[index - 1]?.letter !== letter) at += gap;
    const angle = (at + 0.5) * step;
    at += 1;
    return { account, letter, angle };
  });
}

/** The outer ring: each account beside the neighbour through which it is reached most surely; spread so that none hides another. */
export function placeOutside(
  accounts: readonly number[],
  pairs: readonly EgoPair[],
  inner: readonly Placed[],
): readonly Placed[] {
  const angles = new Map(inner.map((one) => [one.account, one.angle]));
  const via = new Map<number, { readonly letter: LayerLetter; readonly angle: number }>();
  for (const pair of pairs) {
    const angle = angles.get(pair.a);
    if (angle !== undefined && !via.has(pair.b)) via.set(pair.b, { letter: letterOf(pair), angle });
  }
  const sorted = accounts
    .flatMap((account) => {
      const known = via.get(account);
      return known === undefined ? [] : [{ account, ...known }];
    })
    .sort((x, y) => x.angle - y.angle || x.account - y.account);
  const step = (2 * Math.PI) / Math.max(1, sorted.length);
  // Spread evenly, turned so that on the whole accounts stand near those they hang on.
  const turn = meanAngle(sorted.map((one, index) => one.angle - index * step));
  return sorted.map(({ account, letter }, index) => ({ account, letter, angle: turn + index * step }));
}

/** One line for each layer in which two accounts meet, those of one pair of accounts side by side. */
export function linesOf(pairs: readonly EgoPair[], off: readonly LayerLetter[]): readonly Line[] {
  const byAccounts = new Map<string, Map<LayerLetter, EgoPair>>();
  for (const pair of pairs) {
    const key = pair.a < pair.b ? `${pair.a} ${pair.b}` : `${pair.b} ${pair.a}`;
    const letters = byAccounts.get(key) ?? new Map<LayerLetter, EgoPair>();
    byAccounts.set(key, letters);
    const letter = letterOf(pair);
    if (!off.includes(letter) && !letters.has(letter)) letters.set(letter, pair);
  }
  return [...byAccounts.values()].flatMap((letters) =>
    [...letters].map(([letter, pair], index) => ({ pair, letter, lane: index - (letters.size - 1) / 2 })),
  );
}

export function letterOf(pair: EgoPair): LayerLetter {
  return LAYER_OF[pair.trace as TraceName];
}

function meanAngle(angles: readonly number[]): number {
  const x = angles.reduce((sum, angle) => sum + Math.cos(angle), 0);
  const y = angles.reduce((sum, angle) => sum + Math.sin(angle), 0);
  return angles.length === 0 ? 0 : Math.atan2(y, x);
}
