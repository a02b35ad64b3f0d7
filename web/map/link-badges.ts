import { formatCount } from "../../src/text/figures.ts";
import { type Box, overlaps } from "./disc-labels.ts";

/**
 * Where does the number of each line between discs stand, so that it hides no disc, no other number, and can be read?
 *
 * Greedy, the largest number first: half-way, else nearer one end; nowhere where each of these places is taken, and the caller counts it.
 * O(lines · (discs + lines)).
 */

export interface Round {
  readonly x: number;
  readonly y: number;
  readonly r: number;
}

export interface LinkEnds {
  readonly from: Round;
  readonly to: Round;
  readonly count: number;
}

/** A line from edge to edge, and the middle of its number with half of the number's width. */
export interface PlacedLink {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  readonly badge: { readonly x: number; readonly y: number; readonly reach: number } | null;
}

/** Half of a number's height. */
export const BADGE_HALF = 7.5;
const SHARES = [0.5, 0.35, 0.65, 0.2, 0.8];

/** One for each line, in the order given. */
export function placeBadges(links: readonly LinkEnds[], discs: readonly Round[]): readonly PlacedLink[] {
  const taken: Box[] = [];
  const placed = new Array<PlacedLink>(links.length);
  const largestFirst = links.map((_, index) => index).sort((a, b) => links[b]!.count - links[a]!.count || a - b);
  for (const index of largestFirst) {
    const { from, to, count } = links[index]!;
    const line = lineBetween(from, to);
    const reach = formatCount(count).length * 3.5 + 4;
    const free = SHARES.map((share) => ({
      x: line.x1 + (line.x2 - line.x1) * share,
      y: line.y1 + (line.y2 - line.y1) * share,
    })).find((place) => {
      const box = badgeBox(place, reach);
      return (
        !taken.some((other) => overlaps(box, other)) &&
        discs.every(
          (disc) => disc === from || disc === to || Math.hypot(disc.x - place.x, disc.y - place.y) > disc.r + 9,
        )
      );
    });
    if (free !== undefined) taken.push(badgeBox(free, reach));
    placed[index] = { ...line, badge: free === undefined ? null : { ...free, reach } };
  }
  return placed;
}

export function badgeBox({ x, y }: { readonly x: number; readonly y: number }, reach: number): Box {
  return { left: x - reach, right: x + reach, top: y - BADGE_HALF, bottom: y + BADGE_HALF };
}

function lineBetween(from: Round, to: Round) {
  const distance = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const ux = (to.x - from.x) / distance;
  const uy = (to.y - from.y) / distance;
  return {
    x1: from.x + ux * (from.r + 2),
    y1: from.y + uy * (from.r + 2),
    x2: to.x - ux * (to.r + 2),
    y2: to.y - uy * (to.r + 2),
  };
}
