import { WORD_BREAK_RANGES } from "./word-break-ranges.ts";

/**
 * Question: does a word end before this character? As Python's `regex` package answers it with its flag WORD.
 *
 * The rules WB1 to WB999 of Unicode's text segmentation (UAX 29), with that package's own ways: no break between an apostrophe and a
 * vowel, none after an odd number of regional indicators whatever follows, and looking one character further does not skip marks.
 * Source: regex 2022.10.31, `unicode_at_default_boundary`; unicode.org/reports/tr29. Cost: O(1), but for runs of marks.
 * Does not show: words of scripts written without spaces; each of their characters may stand alone.
 */
export function isWordBoundary(points: readonly number[], at: number): boolean {
  if (at <= 0 || at >= points.length) return points.length > 0;
  const right = classOf(points[at]!);
  let left = classOf(points[at - 1]!);
  if (left === CLASS.CR && right === CLASS.LF) return false;
  if (isLineEnd(left) || isLineEnd(right)) return true;
  if (left === CLASS.ZWJ && isPictographic(points[at]!)) return false;
  if (left === CLASS.WSegSpace && right === CLASS.WSegSpace) return false;
  if (isMark(right)) return false;
  let leftAt = at - 1;
  while (isMark(left)) {
    if (leftAt === 0) return false;
    left = classOf(points[--leftAt]!);
  }
  const before = leftAt > 0 ? classOf(points[leftAt - 1]!) : OTHER;
  const after = at + 1 < points.length ? classOf(points[at + 1]!) : OTHER;
  if (isLetter(left) && isLetter(right)) return false;
  if (APOSTROPHES.has(points[leftAt]!) && VOWELS.has(points[at]!)) return false;
  if (isLetter(left) && isMidLetter(right) && isLetter(after)) return false;
  if (isLetter(before) && isMidLetter(left) && isLetter(right)) return false;
  if (left === CLASS.Hebrew_Letter) {
    if (right === CLASS.Single_Quote) return false;
    if (right === CLASS.Double_Quote && after === CLASS.Hebrew_Letter) return false;
  }
  if (before === CLASS.Hebrew_Letter && left === CLASS.Double_Quote && right === CLASS.Hebrew_Letter) return false;
  if (left === CLASS.Numeric && (right === CLASS.Numeric || isLetter(right))) return false;
  if (isLetter(left) && right === CLASS.Numeric) return false;
  if (before === CLASS.Numeric && isMidNumber(left) && right === CLASS.Numeric) return false;
  if (left === CLASS.Numeric && isMidNumber(right) && after === CLASS.Numeric) return false;
  if (left === CLASS.Katakana && right === CLASS.Katakana) return false;
  if (right === CLASS.ExtendNumLet && (isWordy(left) || left === CLASS.ExtendNumLet)) return false;
  if (left === CLASS.ExtendNumLet && isWordy(right)) return false;
  let indicators = 0;
  while (leftAt - indicators >= 0 && classOf(points[leftAt - indicators]!) === CLASS.Regional_Indicator) indicators++;
  return indicators % 2 === 0;
}

/** The spaces that the toolkit swallows behind a boundary. */
export function isWordSpace(point: number): boolean {
  return classOf(point) === CLASS.WSegSpace;
}

type ClassName = Exclude<keyof typeof WORD_BREAK_RANGES, "Extended_Pictographic">;
const CLASS_NAMES = Object.keys(WORD_BREAK_RANGES).filter((name) => name !== "Extended_Pictographic") as ClassName[];
const OTHER = 0;
const CLASS = Object.fromEntries(CLASS_NAMES.map((name, i) => [name, i + 1])) as Readonly<Record<ClassName, number>>;
const PICTOGRAPHIC = 0x80;
const APOSTROPHES: ReadonlySet<number> = new Set([0x27, 0x2019]);
const VOWELS: ReadonlySet<number> = new Set(
  Array.from("aàáâeèéêiìíîoòóôuùúûAÀÁÂEÈÉÊIÌÍÎOÒÓÔUÙÚÛ", (vowel) => vowel.codePointAt(0)!),
);

let classes: Uint8Array | null = null;

/** Made when the first text is looked at: a megabyte that other runs do without. */
function table(): Uint8Array {
  if (classes !== null) return classes;
  const made = new Uint8Array(0x110000);
  for (const [name, ranges] of Object.entries(WORD_BREAK_RANGES)) {
    const mark = name === "Extended_Pictographic" ? PICTOGRAPHIC : CLASS[name as ClassName];
    let at = 0;
    for (const range of ranges.split(" ")) {
      const [skip, length = "1"] = range.split("+") as [string, string?];
      at += Number.parseInt(skip, 36);
      const end = at + Number.parseInt(length, 36);
      for (; at < end; at++) made[at]! |= mark;
    }
  }
  classes = made;
  return made;
}

function classOf(point: number): number {
  return table()[point]! & 0x7f;
}

function isPictographic(point: number): boolean {
  return (table()[point]! & PICTOGRAPHIC) !== 0;
}

function isLineEnd(kind: number): boolean {
  return kind === CLASS.Newline || kind === CLASS.CR || kind === CLASS.LF;
}

function isMark(kind: number): boolean {
  return kind === CLASS.Extend || kind === CLASS.Format || kind === CLASS.ZWJ;
}

function isLetter(kind: number): boolean {
  return kind === CLASS.ALetter || kind === CLASS.Hebrew_Letter;
}

function isMidLetter(kind: number): boolean {
  return kind === CLASS.MidLetter || kind === CLASS.MidNumLet || kind === CLASS.Single_Quote;
}

function isMidNumber(kind: number): boolean {
  return kind === CLASS.MidNum || kind === CLASS.MidNumLet || kind === CLASS.Single_Quote;
}

function isWordy(kind: number): boolean {
  return isLetter(kind) || kind === CLASS.Numeric || kind === CLASS.Katakana;
}
