/**
 * Where does the name of each disc go, so that no name is cut, crosses another name or lies on a disc that is not its own?
 *
 * Greedy, in the order given (the caller puts what matters first): inside its disc when it fits there, else below, above, right, left of
 * it; then the same with a shorter name; else nowhere, and the caller counts it. O(n²) over discs.
 */

export interface Disc {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly r: number;
  /** What it may be called, the fullest first. */
  readonly names: readonly string[];
}

export interface DiscLabel {
  readonly id: string;
  readonly text: string;
  readonly place: "inside" | "below" | "above" | "right" | "left" | "omitted";
  /** Middle of the text for inside, below and above; its near end for right and left. */
  readonly x: number;
  readonly y: number;
  readonly anchor: "middle" | "start" | "end";
}

export interface Box {
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
  /** What is drawn besides the discs and must stay readable. */
  obstacles: readonly Box[] = [],
): readonly DiscLabel[] {
  const taken: Box[] = [...obstacles];
  return discs.map((disc) => {
    // Two lines inside: the name and, under it, the number of accounts.
    const chord = 2 * Math.sqrt(Math.max(0, (disc.r - RING) ** 2 - LINE ** 2));
    const inside = disc.names.find((text) => widthOf(text) <= chord);
    if (inside !== undefined) {
      return { id: disc.id, text: inside, place: "inside", x: disc.x, y: disc.y, anchor: "middle" };
    }
    for (const text of disc.names) {
      for (const label of candidates(disc, text)) {
        const box = boxOf(label, widthOf(text));
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
    }
    return { id: disc.id, text: "", place: "omitted", x: disc.x, y: disc.y, anchor: "middle" };
  });
}

function candidates({ id, x, y, r }: Disc, text: string): readonly DiscLabel[] {
  return [
    { id, text, place: "below", x, y: y + r + GAP + 10, anchor: "middle" },
    { id, text, place: "above", x, y: y - r - GAP - 2, anchor: "middle" },
    { id, text, place: "right", x: x + r + GAP + 2, y: y + 4, anchor: "start" },
    { id, text, place: "left", x: x - r - GAP - 2, y: y + 4, anchor: "end" },
  ];
}

function boxOf(label: DiscLabel, wide: number): Box {
  const left = label.anchor === "middle" ? label.x - wide / 2 : label.anchor === "start" ? label.x : label.x - wide;
  return { left: left - 1, right: left + wide + 1, top: label.y - 10, bottom: label.y + LINE - 10 };
}

export function overlaps(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

function touches(box: Box, disc: Disc): boolean {
  const dx = disc.x - Math.max(box.left, Math.min(disc.x, box.right));
  const dy = disc.y - Math.max(box.top, Math.min(disc.y, box.bottom));
  return Math.hypot(dx, dy) < disc.r + 2;
}
