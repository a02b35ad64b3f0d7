import { useEffect, useRef } from "preact/hooks";
import type { Page } from "../../src/clusters/verdicts/book.ts";
import type { DraftSubject } from "../../src/clusters/verdicts/draft.ts";
import { formatNumberOf } from "../../src/text/figures.ts";
import { Said } from "../charts/said.tsx";
import { changeView, linkTo, view } from "../state/place.ts";
import { book } from "../state/verdicts.ts";
import { Head } from "./head.tsx";
import { VerdictForm } from "./verdict-form.tsx";
import { History } from "./verdict-history.tsx";
import { COORDINATION_SAYS, compositionWords, INAUTHENTICITY_SAYS, whenWords } from "./verdict-words.ts";

interface NotesProps {
  /** Key of the subject in the book. */
  readonly subject: string;
  readonly on: DraftSubject;
}

/** What people say of one subject: side by side where they differ, then the form, then all that was ever written. */
export function Notes({ subject, on }: NotesProps) {
  const page = book.value.get(subject);
  return (
    <div class="notes">
      <p class="cap vnote">
        What people say, kept apart from what was measured: it changes no figure and no reading.{" "}
        <a href={linkTo({ page: "notes", cluster: view.value.cluster })}>All notes of this case</a>
      </p>
      {page !== undefined && <Opinions page={page} />}
      <VerdictForm subject={subject} on={on} />
      {page !== undefined && <History page={page} on={on} />}
    </div>
  );
}

/** The verdicts that stand, one row an analyst; who differs is listed, never merged. */
export function Opinions({ page }: { readonly page: Page }) {
  const rows = page.opinions.flatMap(({ verdict }) => (verdict === null ? [] : [verdict]));
  if (rows.length === 0) return null;
  return (
    <div class="vopinions">
      {page.isConflict && (
        <p class="vconflict">
          <b>{formatNumberOf(rows.length, "analyst")} differ.</b> Each view stands; nothing is merged.
        </p>
      )}
      <table class="tbl">
        <caption class="sr">Verdicts that stand</caption>
        <thead>
          <tr>
            <Head label="Analyst" />
            <Head label="Verdict" />
            <Head label="Coordination" />
            <Head label="Inauthenticity" />
            <Head label="Reason" />
          </tr>
        </thead>
        <tbody>
          {rows.map((line) => {
            const entry = page.entries.find((one) => one.line === line);
            const older = compositionWords(line.subject, entry?.fit ?? null);
            return (
              <tr key={line.who}>
                <th scope="row" class="ink">
                  <Said text={line.who} /> <small>{whenWords(line.at).slice(0, 10)}</small>
                </th>
                <td class="ink">{line.verdict}</td>
                <td>{COORDINATION_SAYS[line.coordination]}</td>
                <td>{INAUTHENTICITY_SAYS[line.inauthenticity]}</td>
                <td class="vreason">
                  <Said text={line.reason} />
                  {older !== null && <small>{older}</small>}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

interface NotesDialogProps extends NotesProps {
  /** What it is about, for the heading. */
  readonly title: string;
}

/** The same over a page that has no tabs; a native dialog, so focus stays in it and Escape closes it. */
export function NotesDialog({ subject, on, title }: NotesDialogProps) {
  const isOpen = view.value.tab === "notes";
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (!isOpen) return;
    dialog.current?.showModal();
    // Not the button that closes it again.
    const field = (name: string) => dialog.current?.querySelector<HTMLElement>(`input[name=${name}]`);
    (field("verdict") ?? field("mode"))?.focus();
  }, [isOpen]);
  if (!isOpen) return null;
  const close = () => changeView({ tab: "evidence" });
  return (
    <dialog
      ref={dialog}
      class="sheet vsheet"
      aria-label="Notes"
      // The browser tells of `close` a while after Escape, when the next key may have been pressed; of `cancel` at once.
      onCancel={(event) => {
        event.preventDefault();
        close();
      }}
      onClose={close}
    >
      <header>
        <h2>
          <Said text={title} />
        </h2>
        <button type="button" class="btn sm" onClick={close}>
          Close
        </button>
      </header>
      <p class="cap">
        Of what {"pair" in on ? "the two accounts" : "the account"} did in this data, never of the person behind it.
      </p>
      <Notes subject={subject} on={on} />
    </dialog>
  );
}
