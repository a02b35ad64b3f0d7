/** The rows of a long list that are worth having in the document: those in sight and a few more on either side. */
interface RowWindow {
  readonly first: number;
  /** Half open. */
  readonly end: number;
}

/** Rows beyond the edge, so that a flick of the wheel finds them drawn. */
const MARGIN = 8;

/** @param height of the part that shows rows, in pixels; a list that has not been laid out yet shows a screenful */
export function rowWindow(scrollTop: number, height: number, rowHeight: number, count: number): RowWindow {
  const top = Math.max(0, Math.min(scrollTop, count * rowHeight - height));
  const first = Math.max(0, Math.floor(top / rowHeight) - MARGIN);
  const end = Math.min(count, Math.ceil((top + Math.max(height, rowHeight)) / rowHeight) + MARGIN);
  return { first, end };
}

/** Rows that a window of this height can hold at most: as many places are kept, and a row that leaves hands its place to one that comes. */
export function rowPlaces(height: number, rowHeight: number): number {
  return Math.ceil(Math.max(height, rowHeight) / rowHeight) + 1 + 2 * MARGIN;
}

/** Where the list must be scrolled to for a row to be seen whole; null where it is. */
export function scrollFor(index: number, scrollTop: number, height: number, rowHeight: number): number | null {
  const top = index * rowHeight;
  if (top < scrollTop) return top;
  if (top + rowHeight > scrollTop + height) return top + rowHeight - height;
  return null;
}

/** The row that a key leads to; null for keys that walk no list. */
export function rowAfter(key: string, index: number, count: number, rowsInSight: number): number | null {
  const page = Math.max(1, rowsInSight - 1);
  const steps: Readonly<Record<string, number>> = {
    j: index + 1,
    ArrowDown: index + 1,
    k: index - 1,
    ArrowUp: index - 1,
    PageDown: Math.max(0, index) + page,
    PageUp: index - page,
    Home: 0,
    End: count - 1,
  };
  const next = Object.hasOwn(steps, key) ? steps[key] : undefined;
  if (next === undefined || count === 0) return null;
  return Math.max(0, Math.min(count - 1, next));
}
