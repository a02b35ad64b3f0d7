import { useEffect, useRef, useState } from "preact/hooks";

/** How long typing, or a walk along rows, must pause: browsers refuse an address that is written dozens of times a second. */
const SETTLE_MS = 200;

/**
 * A value that is on screen at once and in the view only once it has stood still. What comes from the view, as by undo or a link, takes
 * its place; the echo of its own writing does not, or letters that were typed meanwhile would be lost.
 */
export function useSettling<T extends string | number | null>(
  settled: T,
  settle: (value: T) => void,
): readonly [T, (value: T) => void] {
  const [value, setValue] = useState(settled);
  const known = useRef(settled);
  useEffect(() => {
    if (settled === known.current) return;
    known.current = settled;
    setValue(settled);
  }, [settled]);
  useEffect(() => {
    if (value === known.current) return;
    const timer = setTimeout(() => {
      known.current = value;
      settle(value);
    }, SETTLE_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return [value, setValue];
}
