/**
 * A picture as a list of marks, in the order they are painted. What is on screen and what is saved come from the same list: a canvas
 * paints it, an SVG writes it, so that a saved picture shows exactly what the reader saw. Pure: colours are resolved, texts made visible.
 */
export interface Scene {
  readonly width: number;
  readonly height: number;
  readonly background: string;
  readonly marks: readonly Mark[];
}

export type Mark = CircleMark | RectMark | PathMark | TextMark;

interface Painted {
  readonly fill: string | Hatch | null;
  readonly stroke: string | null;
  readonly strokeWidth: number;
  readonly dash: readonly number[];
  readonly isRound: boolean;
  readonly opacity: number;
  /** Of the mark's own coordinates onto the picture; absent: they are the same. */
  readonly matrix?: Matrix;
}

export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

/** Slanting lines of one colour on another. */
export interface Hatch {
  readonly back: string;
  readonly line: string;
}

export interface CircleMark extends Painted {
  readonly kind: "circle";
  readonly x: number;
  readonly y: number;
  readonly r: number;
  /** What it stands for: "node" marks are counted. */
  readonly role?: "node";
}

interface RectMark extends Painted {
  readonly kind: "rect";
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly radius: number;
}

interface PathMark extends Painted {
  readonly kind: "path";
  readonly d: string;
}

interface TextMark extends Painted {
  readonly kind: "text";
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly sizePx: number;
  readonly weight: string;
  readonly family: string;
  readonly anchor: "start" | "middle" | "end";
  readonly isMiddle: boolean;
}

export const PLAIN = { fill: null, stroke: null, strokeWidth: 0, dash: [], isRound: false, opacity: 1 } as const;

const FOOT_LINE = 15;
const FOOT_PAD = 12;
/** Generous width of a letter at 10 px: a line must not run out of the picture. */
const FOOT_LETTER = 5.8;

/** The same picture with lines of small print below it: what it shows, of which data, made by what. */
export function withFooter(scene: Scene, text: string, ink: string, family: string): Scene {
  const lines = wrap(text, Math.max(20, Math.floor((scene.width - 2 * FOOT_PAD) / FOOT_LETTER)));
  const foot: Mark[] = lines.map((line, index) => ({
    ...PLAIN,
    kind: "text",
    x: FOOT_PAD,
    y: scene.height + FOOT_PAD + 3 + index * FOOT_LINE,
    text: line,
    fill: ink,
    sizePx: 10,
    weight: "400",
    family,
    anchor: "start",
    isMiddle: true,
  }));
  return addBelow(scene, 2 * FOOT_PAD + lines.length * FOOT_LINE - 8, foot);
}

/** The same picture, so much taller, with marks there on paper of their own: what reaches beyond its lower edge must not lie under them. */
export function addBelow(scene: Scene, height: number, marks: readonly Mark[]): Scene {
  const paper: Mark = {
    ...PLAIN,
    kind: "rect",
    x: 0,
    y: scene.height,
    width: scene.width,
    height,
    radius: 0,
    fill: scene.background,
  };
  return { ...scene, height: scene.height + height, marks: [...scene.marks, paper, ...marks] };
}

function wrap(text: string, most: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ").flatMap((part) => pieces(part, most))) {
    if (line !== "" && line.length + 1 + word.length > most) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return line === "" ? lines : [...lines, line];
}

/** A word longer than a line is broken, never cut off. */
function pieces(word: string, most: number): readonly string[] {
  const points = [...word];
  const parts: string[] = [];
  for (let at = 0; at < points.length; at += most) parts.push(points.slice(at, at + most).join(""));
  return parts.length === 0 ? [""] : parts;
}
