/**
 * Where does the name of each disc go, so that no name is cut, crosses another name or lies on a disc that is not its own?
 *
 * Greedy, in the order given (the caller puts what matters first): inside its disc when it fits there, else below, above, right, left of
 * it; else nowhere, and the caller counts it. O(n²) over discs.
 */

export interface Disc {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly r: number;
  readonly name: string;
}

export interface DiscLabel {
  readonly id: string;
  readonly place: "inside" | "below" | "above" | "right" | "left" | "omitted";
  /** Middle of the text for inside, below and above; its near end for right and left. */
  readonly x: number;
  readonly y: number;
  readonly anchor: "middle" | "start" | "end";
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const LINE = 14;
const GAP = 4;
/** The ring of evidence takes this much of a disc's inside. */
const RING = 11;

export function placeLabels(
  discs: readonly Disc[],
  area: { readonly width: number; readonly height: number },
  widthOf: (text: string) => number,
): readonly DiscLabel[] {
  const taken: Box[] = [];
  return discs.map((disc) => {
    const wide = widthOf(disc.name);
    // Two lines inside: the name and, under it, the number of accounts.
    const chord = 2 * Math.sqrt(Math.max(0, (disc.r - RING) ** 2 - LINE ** 2));
    if (wide <= chord) return { id: disc.id, place: "inside", x: disc.x, y: disc.y, anchor: "middle" };
    for (const label of candidates(disc)) {
      const box = boxOf(label, wide);
      const isFree =
        box.left >= 0 &&
        box.right <= area.width &&
        box.top >= 0 &&
        box.bottom <= area.height &&
        !taken.some((other) => overlaps(box, other)) &&
        !discs.some((other) => other.id !== disc.id && touches(box, other));
      if (!isFree) continue;
      taken.push(box);
      return label;
    }
    return { id: disc.id, place: "omitted", x: disc.x, y: disc.y, anchor: "middle" };
  });
}

function candidates(disc: Disc): readonly DiscLabel[] {
  const { id, x, y, r } = disc;
  return [
    { id, place: "below", x, y: y + r + GAP + 10, anchor: "middle" },
    { id, place: "above", x, y: y - r - GAP - 2, anchor: "middle" },
    { id, place: "right", x: x + r + GAP + 2, y: y + 4, anchor: "start" },
    { id, place: "left", x: x - r - GAP - 2, y: y + 4, anchor: "end" },
  ];
}

function boxOf(label: DiscLabel, wide: number): Box {
  const left = label.anchor === "middle" ? label.x - wide / 2 : label.anchor === "start" ? label.x : label.x - wide;
  return { left: left - 1, right: left + wide + 1, top: label.y - 10, bottom: label.y + LINE - 10 };
}

function overlaps(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

function touches(box: Box, disc: Disc): boolean {
  const dx = disc.x - Math.max(box.left, Math.min(disc.x, box.right));
  const dy = disc.y - Math.max(box.top, Math.min(disc.y, box.bottom));
  return Math.hypot(dx, dy) < disc.r + 2;
}
