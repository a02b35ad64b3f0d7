import type { OverviewFile } from "../../src/exports/explorer.ts";
import { describeRange } from "../charts/timeline.tsx";
import { wholeBars } from "../state/filter.ts";
import { changeView, settled } from "../state/place.ts";

interface BrushNoteProps {
  readonly overview: OverviewFile;
  /** What is filtered here: "Posts of this account"; absent: nothing is, and that is said. */
  readonly what?: string;
  /** What on this page is not filtered. */
  readonly besides?: string;
}

/** On pages without a timeline: that a brush is set, what it filters here, and the way to be rid of it. */
export function BrushNote({ overview: { timeline }, what, besides = "" }: BrushNoteProps) {
  const { range } = settled.value;
  if (range === null) return null;
  if (what === undefined) {
    return (
      <p class="brushnote" role="note">
        Here all of the time counts: the brush does not apply.
      </p>
    );
  }
  const bars = wholeBars(timeline, range) ?? range;
  return (
    <p class="brushnote" role="note">
      <span>
        {what} of the brushed time only: <b>{describeRange(bars)}</b> UTC{besides}
      </span>{" "}
      <button type="button" class="btn sm" onClick={() => changeView({ range: null, offset: 0 })}>
        Show all of the time
      </button>
    </p>
  );
}
