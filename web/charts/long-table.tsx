import { type ComponentChildren, Fragment, type VNode } from "preact";
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import { linkTo } from "../state/place.ts";
import { isCovered, isTyping } from "../state/typing.ts";
import { rowAfter, rowPlaces, rowWindow, scrollFor } from "./row-window.ts";
import { useSize } from "./size.ts";

/** As `.vt` of the style sheet has it. */
const ROW_HEIGHT = 30;
const HEAD_HEIGHT = 28;

/** What a row must carry so that it is told by its place in the whole and not by its place in the document. */
export interface RowMarks {
  readonly id: string;
  readonly "aria-rowindex": number;
  readonly "aria-selected": boolean;
  readonly onClick: (event: Event) => void;
}

interface LongTableProps {
  readonly id: string;
  readonly label: string;
  readonly count: number;
  /** Widths of the columns, as `<col>` elements: a table whose rows come and go must not change its columns. */
  readonly cols: ComponentChildren;
  /** One row of heads. */
  readonly head: ComponentChildren;
  readonly columns: number;
  /** Made once for each row, order and settled filters (its links carry them): what it shows may hang on nothing else. */
  readonly row: (index: number, marks: RowMarks) => ComponentChildren;
  /** The row that is marked, -1 for none. */
  readonly current: number;
  /** `isDone` is false while a key may be held down: dozens of rows a second. */
  readonly onCurrent: (index: number, isDone: boolean) => void;
  readonly onOpen: (index: number) => void;
  /** Keys walk the table wherever the focus is, as on a page that is nothing else. */
  readonly isPage?: boolean;
  /** Changes whenever the order of rows does: then the list goes back to its beginning. At first it shows the marked row. */
  readonly order: unknown;
}

/**
 * A table of any length with the rows in sight in the document and no others. All rows are of one height, so where a row stands follows
 * from its number: no measuring. A grid to assistive technology: it knows how many rows there are and which of them are there.
 */
export function LongTable(props: LongTableProps) {
  const { id, label, count, cols, head, columns, row, current, onCurrent, onOpen, isPage = false, order } = props;
  const [box, size] = useSize<HTMLDivElement>();
  const [scrollTop, setScrollTop] = useState(0);
  const height = Math.max(0, (size?.height ?? 600) - HEAD_HEIGHT);
  const { first, end } = rowWindow(scrollTop, height, ROW_HEIGHT, count);
  const show = (index: number) => {
    const element = box.current;
    if (element === null || index < 0) return;
    const wanted = scrollFor(index, element.scrollTop, element.clientHeight - HEAD_HEIGHT, ROW_HEIGHT);
    if (wanted !== null) element.scrollTop = wanted;
  };
  const press = (event: KeyboardEvent) => {
    const target = event.target instanceof Element ? event.target : null;
    if (isTyping(target) || isCovered() || event.ctrlKey || event.metaKey || event.altKey) return;
    // What scrolls by itself beside the table keeps its own keys; letters walk the table from anywhere.
    if (!/^[jk]$/.test(event.key) && !box.current?.contains(target) && scrollsByItself(target)) return;
    if (event.key === "Enter") {
      // A link or a button that has the focus opens itself.
      if (current < 0 || target?.closest("a, button, summary") != null) return;
      event.preventDefault();
      event.stopPropagation();
      onOpen(current);
      return;
    }
    const next = rowAfter(event.key, current, count, Math.floor(height / ROW_HEIGHT));
    if (next === null) return;
    event.preventDefault();
    event.stopPropagation();
    onCurrent(next, false);
    show(next);
  };
  const latest = useRef(press);
  latest.current = press;
  useEffect(() => {
    // On a page of its own the window listens, before the keys of the whole page do; else the table alone.
    const target = isPage ? window : box.current;
    const listen = (event: Event) => latest.current(event as KeyboardEvent);
    target?.addEventListener("keydown", listen, { capture: true });
    return () => target?.removeEventListener("keydown", listen, { capture: true });
  }, [isPage]);
  const isFirst = useRef(true);
  useLayoutEffect(() => {
    if (box.current === null) return;
    box.current.scrollTop = 0;
    if (isFirst.current) show(current);
    isFirst.current = false;
    setScrollTop(box.current.scrollTop);
  }, [order]);
  const rowOf = useKeptRows(row, order, rowPlaces(height, ROW_HEIGHT), (index) => ({
    id: `${id}-${index}`,
    "aria-rowindex": index + 2,
    "aria-selected": index === current,
    // A link leads away: one step, not two.
    onClick: (event) => {
      if (!(event.target instanceof Element && event.target.closest("a") !== null)) onCurrent(index, true);
    },
  }));
  return (
    <div class="vtbox" ref={box} onScroll={(event) => setScrollTop(event.currentTarget.scrollTop)}>
      <table
        class="tbl vt"
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: rows are walked and opened by key, which is what a grid is
        role="grid"
        aria-label={label}
        aria-rowcount={count + 1}
        aria-activedescendant={current >= first && current < end ? `${id}-${current}` : undefined}
        tabIndex={0}
      >
        <colgroup>{cols}</colgroup>
        <thead>{head}</thead>
        <tbody>
          <Gap rows={first} columns={columns} />
          {Array.from({ length: end - first }, (_, offset) => rowOf(first + offset))}
          <Gap rows={count - end} columns={columns} />
        </tbody>
      </table>
    </div>
  );
}

function scrollsByItself(target: Element | null): boolean {
  for (let element = target; element !== null; element = element.parentElement) {
    const scrolls = /auto|scroll/.test(getComputedStyle(element).overflowY);
    if (scrolls && element.scrollHeight > element.clientHeight + 1) return true;
  }
  return false;
}

/**
 * Rows as they were made last time, so that a scroll makes only those that come into sight: the same node twice is not even compared. A
 * row's place in the ring of places is its key, so one that comes takes over the elements of one that has left.
 */
function useKeptRows(
  row: LongTableProps["row"],
  order: unknown,
  places: number,
  marksOf: (index: number) => RowMarks,
): (index: number) => VNode {
  const filters = linkTo({});
  const rows = useMemo(
    () => new Map<number, { readonly isSelected: boolean; readonly node: VNode }>(),
    [order, places, filters],
  );
  const latest = useRef(marksOf);
  latest.current = marksOf;
  return (index) => {
    const marks = marksOf(index);
    const known = rows.get(index);
    if (known !== undefined && known.isSelected === marks["aria-selected"]) return known.node;
    // The node outlives this render; its click must not.
    const onClick = (event: Event) => latest.current(index).onClick(event);
    const node = <Fragment key={index % places}>{row(index, { ...marks, onClick })}</Fragment>;
    rows.set(index, { isSelected: marks["aria-selected"], node });
    const [oldest] = rows.keys();
    if (rows.size > 3 * places && oldest !== undefined) rows.delete(oldest);
    return node;
  };
}

/** Room for the rows that are not in the document. */
function Gap({ rows, columns }: { readonly rows: number; readonly columns: number }) {
  if (rows <= 0) return null;
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a row of nothing takes no focus; it must not be counted as one of the table's.
    <tr class="gap" aria-hidden="true">
      <td colSpan={columns} style={{ height: `${rows * ROW_HEIGHT}px` }} />
    </tr>
  );
}
