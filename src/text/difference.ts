/**
 * Which words do two texts not have in common? Longest common subsequence over words (Wagner and Fischer 1974), after the common
 * beginning and end are set aside.
 *
 * Cost: O(n·m) time and memory over the words that remain; when that exceeds `CELL_LIMIT` the remaining middle is marked as a
 * whole and `exact` is false. It shows difference in wording, not in meaning.
 */

export interface WordRun {
  readonly text: string;
  readonly differs: boolean;
}

export interface Difference {
  readonly left: readonly WordRun[];
  readonly right: readonly WordRun[];
  /** Words that differ, the larger of both sides. */
  readonly words: number;
  /** False when the texts were too long to compare word by word. */
  readonly exact: boolean;
}

const CELL_LIMIT = 1_000_000;

export function wordDifference(left: string, right: string): Difference {
  const a = tokens(left);
  const b = tokens(right);
  let start = 0;
  while (start < a.length && start < b.length && isSame(a[start], b[start])) start += 1;
  let endA = a.length;
  let endB = b.length;
  while (endA > start && endB > start && isSame(a[endA - 1], b[endB - 1])) {
    endA -= 1;
    endB -= 1;
  }
  const differsA = new Uint8Array(a.length).fill(1, start, endA);
  const differsB = new Uint8Array(b.length).fill(1, start, endB);
  const exact = (endA - start) * (endB - start) <= CELL_LIMIT;
  if (exact) keepCommon(a, b, start, endA, endB, differsA, differsB);
  return {
    left: runs(a, differsA),
    right: runs(b, differsB),
    words: Math.max(sum(differsA), sum(differsB)),
    exact,
  };
}

/** Words with the white space that follows them, so that joining gives the text back. */
function tokens(text: string): string[] {
  return text.match(/\S+\s*|^\s+/g) ?? [];
}

function isSame(a: string | undefined, b: string | undefined): boolean {
  return a !== undefined && b !== undefined && a.trim() === b.trim();
}

function keepCommon(
  a: readonly string[],
  b: readonly string[],
  start: number,
  endA: number,
  endB: number,
  differsA: Uint8Array,
  differsB: Uint8Array,
): void {
  const rows = endA - start;
  const width = endB - start + 1;
  // length[i * width + j]: longest common subsequence of a from i and b from j.
  const length = new Uint32Array((rows + 1) * width);
  for (let i = rows - 1; i >= 0; i -= 1) {
    for (let j = width - 2; j >= 0; j -= 1) {
      length[i * width + j] = isSame(a[start + i], b[start + j])
        ? (length[(i + 1) * width + j + 1] ?? 0) + 1
        : Math.max(length[(i + 1) * width + j] ?? 0, length[i * width + j + 1] ?? 0);
    }
  }
  let i = 0;
  let j = 0;
  while (i < rows && j < width - 1) {
    if (isSame(a[start + i], b[start + j])) {
      differsA[start + i] = 0;
      differsB[start + j] = 0;
      i += 1;
      j += 1;
    } else if ((length[(i + 1) * width + j] ?? 0) >= (length[i * width + j + 1] ?? 0)) i += 1;
    else j += 1;
  }
}

function runs(words: readonly string[], differs: Uint8Array): WordRun[] {
  const result: { text: string; differs: boolean }[] = [];
  for (const [index, word] of words.entries()) {
    const isDifferent = differs[index] === 1;
    const last = result.at(-1);
    if (last !== undefined && last.differs === isDifferent) last.text += word;
    else result.push({ text: word, differs: isDifferent });
  }
  return result;
}

function sum(values: Uint8Array): number {
  return values.reduce((total, value) => total + value, 0);
}
