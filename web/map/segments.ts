import type { Tie } from "../../src/clusters/profile.ts";
import { LAYER_OF } from "../../src/corpus/trace.ts";
import { LETTERS } from "../state/view.ts";
import type { Colors } from "./node-looks.ts";
import { type Mark, PLAIN } from "./scene.ts";

/** A tie as it lies on the screen, in pixels of the graph. */
export interface Segment {
  readonly tie: Tie;
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Dashes of the layers, as in the style sheet's `--d1` to `--d9`. */
export const DASHES: readonly (readonly number[])[] = [
  [],
  [8, 3],
  [3, 2],
  [9, 3, 2, 3],
  [0.5, 4],
  [5, 2, 1, 2, 1, 2],
  [14, 4],
  [6, 6],
  [2, 6],
];
/** How near, in pixels, a pointer must come to a tie. */
const REACH = 5;

/** Ties of the same two accounts in several layers run side by side, never summed into one line. */
export function segmentsOf(ties: readonly Tie[], at: (member: number) => Point | undefined): readonly Segment[] {
  const lanes = new Map<string, number>();
  return ties.flatMap((tie) => {
    const [from, to] = [at(tie.a), at(tie.b)];
    if (from === undefined || to === undefined) return [];
    const key = tie.a < tie.b ? `${tie.a}-${tie.b}` : `${tie.b}-${tie.a}`;
    const lane = lanes.get(key) ?? 0;
    lanes.set(key, lane + 1);
    const shift = Math.ceil(lane / 2) * (lane % 2 === 0 ? 4 : -4);
    const long = Math.hypot(to.x - from.x, to.y - from.y) || 1;
    const nx = (-(to.y - from.y) / long) * shift;
    const ny = ((to.x - from.x) / long) * shift;
    return [{ tie, x1: from.x + nx, y1: from.y + ny, x2: to.x + nx, y2: to.y + ny }];
  });
}

/** A tie as marks: where it is pointed at, in a casing of ink. */
export function tieMarks(segment: Segment, colors: Colors, isOn: boolean, isPointed: boolean): readonly Mark[] {
  const { tie, x1, y1, x2, y2 } = segment;
  const index = LETTERS.indexOf(LAYER_OF[tie.trace]);
  const thick = 0.7 + Math.min(2.3, Math.log2(1 + tie.objects) * 0.32);
  const line = (stroke: string, strokeWidth: number, dash: readonly number[], opacity: number): Mark => ({
    ...PLAIN,
    kind: "path",
    d: `M${x1.toFixed(1)} ${y1.toFixed(1)}L${x2.toFixed(1)} ${y2.toFixed(1)}`,
    stroke,
    strokeWidth,
    dash,
    isRound: LAYER_OF[tie.trace] === "P",
    opacity,
  });
  return [
    ...(isPointed ? [line(colors.ink, thick + 4, [], 1), line(colors.surface, thick + 2, [], 1)] : []),
    line(colors.layers[index] ?? colors.ink, thick, DASHES[index] ?? [], isOn ? 0.8 : 0.12),
  ];
}

export function nearest(segments: readonly Segment[], x: number, y: number): Segment | null {
  let best: Segment | null = null;
  let bestDistance = REACH;
  for (const segment of segments) {
    const distance = distanceTo(segment, x, y);
    if (distance >= bestDistance) continue;
    best = segment;
    bestDistance = distance;
  }
  return best;
}

function distanceTo({ x1, y1, x2, y2 }: Segment, x: number, y: number): number {
  const square = (x2 - x1) ** 2 + (y2 - y1) ** 2 || 1;
  const along = Math.max(0, Math.min(1, ((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / square));
  return Math.hypot(x - (x1 + along * (x2 - x1)), y - (y1 + along * (y2 - y1)));
}
