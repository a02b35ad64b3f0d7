/**
 * Order of texts by code point: what `strcmp` gives on UTF-8, R's C locale, data.table's keys and SQLite's binary collation. JavaScript's
 * own order is by UTF-16 unit, which puts U+FFxx behind the emoji.
 */
export function compareByCodePoint(left: string, right: string): number {
  const length = Math.min(left.length, right.length);
  for (let i = 0; i < length; i++) {
    const l = left.charCodeAt(i);
    const r = right.charCodeAt(i);
    if (l === r) continue;
    // A surrogate stands for a code point above all that have one unit.
    const lHigh = isSurrogate(l);
    return lHigh === isSurrogate(r) ? l - r : lHigh ? 1 : -1;
  }
  return left.length - right.length;
}

function isSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdfff;
}

/** Place of each of the given texts in that order, by its number; numbers not in `members` keep 0. */
export function ranksOf(texts: readonly string[], members: Uint32Array): Uint32Array {
  const sorted = Array.from(members).sort((a, b) => compareByCodePoint(texts[a]!, texts[b]!));
  const ranks = new Uint32Array(texts.length);
  for (const [rank, member] of sorted.entries()) ranks[member] = rank;
  return ranks;
}
