import { placeKey } from "../../src/clusters/verdicts/book.ts";
import { visibleLine } from "../../src/text/visible.ts";
import { Pen } from "../charts/pen.tsx";
import { Said } from "../charts/said.tsx";
import { changeView } from "../state/place.ts";
import { book } from "../state/verdicts.ts";
import { labelsNow, standsNow } from "./verdict-words.ts";

/** Under a cluster's name in the table: what people said of it. Nothing where nobody has. */
export function ClusterMark({ clusterId }: { readonly clusterId: string }) {
  const words = markWords(placeKey(clusterId));
  if (words === null) return null;
  return (
    <span class="vmark" title={visibleLine(`Analyst: ${words}`)}>
      <Pen /> <span class="sr">analyst: </span>
      <Said text={words} />
    </span>
  );
}

/** In the head of a page: what people said, and the way to say something. */
export function NotesButton({ subject }: { readonly subject: string }) {
  const words = markWords(subject);
  const count = book.value.get(subject)?.entries.length ?? 0;
  return (
    <button
      type="button"
      class="btn sm vbtn"
      aria-keyshortcuts="L"
      title="Verdict, note, label (l)"
      onClick={() => changeView({ tab: "notes", sort: "" })}
    >
      <Pen />{" "}
      <span class="vwords">
        {words === null ? (
          count === 0 ? (
            "Verdict"
          ) : (
            `Notes ${count}`
          )
        ) : (
          <>
            <span class="sr">analyst: </span>
            <Said text={words} />
          </>
        )}
      </span>
    </button>
  );
}

function markWords(subject: string): string | null {
  const page = book.value.get(subject);
  const now = standsNow(page);
  const labels = labelsNow(page).map((label) => `“${label}”`);
  const judged = now === null ? [] : [now.says === "differ" ? `${now.who} differ` : `${now.who}: ${now.says}`];
  const words = [...labels, ...judged].join(" · ");
  return words === "" ? null : words;
}
