import type { OverviewFile } from "../../src/exports/explorer.ts";
import { formatClock, formatDay } from "../../src/text/figures.ts";
import { visibleLine } from "../../src/text/visible.ts";
import { copy } from "../state/copy.ts";

/** Of a copy in one file: what it is, when it was made of what, and what it leaves out. Nothing where a case is served. */
export function CopyBanner({ overview }: { readonly overview: OverviewFile }) {
  if (copy.value === null) return null;
  const { about, scope } = copy.value;
  const marks = [
    about.isPseudonymised ? "names are pseudonyms" : "names as exported",
    about.hasTexts ? "texts included" : "texts left out",
  ];
  return (
    <details class="copybar">
      <summary>
        <b>A copy in one file</b> of the case {visibleLine(overview.caseName)}, made {formatDay(about.madeMs)}{" "}
        {formatClock(about.madeMs)} UTC by Marionet {about.version} · {marks.join(" · ")} ·{" "}
        <span class="mono">
          data {about.dataHash.slice(0, 4)}…{about.dataHash.slice(-4)}
        </span>{" "}
        · verdicts cannot be written here
      </summary>
      <ul>
        {scope.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
        <li>
          Verdicts and notes cannot be written in a copy: they belong to the case itself. Nothing in this page asks
          anything of a network.
        </li>
        <li>
          sha256 of the data: <span class="mono">{about.dataHash}</span>
        </li>
      </ul>
    </details>
  );
}
