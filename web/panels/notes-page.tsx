import { useState } from "preact/hooks";
import type { Page } from "../../src/clusters/verdicts/book.ts";
import { type AccountSubject, subjectKey } from "../../src/clusters/verdicts/line.ts";
import type { OverviewFile } from "../../src/exports/explorer.ts";
import { verdictsText } from "../../src/exports/verdicts.ts";
import { formatCount, formatNumberOf } from "../../src/text/figures.ts";
import { visibleLine } from "../../src/text/visible.ts";
import { FileName, Handle, Said } from "../charts/said.tsx";
import { linkTo } from "../state/place.ts";
import { book, type Imported, importFile, verdicts } from "../state/verdicts.ts";
import { download } from "./download.ts";
import { accountLink } from "./links.ts";
import { Opinions } from "./notes.tsx";
import { Notice } from "./notice.tsx";
import { History } from "./verdict-history.tsx";
import { labelsNow, subjectWords } from "./verdict-words.ts";

/** All that analysts wrote in this case: conflicts first, then by subject; to be handed to a colleague, and taken from one. */
export function NotesPage({ overview }: { readonly overview: OverviewFile }) {
  const [imported, setImported] = useState<Imported | null>(null);
  const { lines, issues, readOnly } = verdicts.value ?? { lines: [], issues: [], readOnly: null };
  const pages = [...book.value.values()].sort((x, y) => rankOf(x) - rankOf(y));
  const conflicts = pages.filter((page) => page.isConflict).length;
  return (
    <>
      <header class="chead">
        <h1>
          Notes{" "}
          <span class="sub">
            · {formatNumberOf(lines.length, "entry", "entries")} on {formatNumberOf(pages.length, "subject")}
            {conflicts > 0 && `, analysts differ on ${formatCount(conflicts)}`}
          </span>
        </h1>
        <span class="mute why">What people wrote about this case. It changes no figure and no reading.</span>
        <span class="grow" />
        <button
          type="button"
          class="btn"
          onClick={() =>
            download(
              new Blob([verdictsText(lines)], { type: "application/x-ndjson" }),
              `verdicts-${overview.caseName}.jsonl`,
            )
          }
        >
          Export {formatCount(lines.length)}
        </button>
        {readOnly === null && <ImportButton onImported={setImported} />}
      </header>
      <main class="single panel vpage">
        <div aria-live="polite">{imported !== null && <Outcome imported={imported} conflicts={conflicts} />}</div>
        {readOnly !== null && <Notice title="Nothing can be written here.">{readOnly}</Notice>}
        {issues.length > 0 && (
          <Notice kind="warn" title={`${formatNumberOf(issues.length, "line")} of verdicts.jsonl cannot be read.`}>
            <FileName name={firstFew(issues.map((issue) => issue.message))} /> The others count.
          </Notice>
        )}
        {pages.length === 0 && (
          <p class="empty">
            Nobody has written anything yet. Open a cluster, a pair or an account, then choose Verdict in its head or
            press <kbd>l</kbd>.
          </p>
        )}
        {pages.map((page) => (
          <OnePage key={page.key} page={page} />
        ))}
      </main>
    </>
  );
}

function OnePage({ page }: { readonly page: Page }) {
  const { subject, clusterId } = page;
  return (
    <section class="vsubject" aria-label={visibleLine(`Notes on ${subjectWords(subject)}`)}>
      <h2>
        <span class="mute">{subject.kind}</span>{" "}
        {subject.kind === "cluster" && <ClusterName name={subject.name} clusterId={clusterId} />}
        {subject.kind === "account" && <AccountName account={subject} />}
        {subject.kind === "pair" && (
          <>
            <AccountName account={subject.left} /> – <AccountName account={subject.right} />
          </>
        )}
        {labelsNow(page).map((label) => (
          <span key={label} class="sub">
            {" "}
            “<Said text={label} />”
          </span>
        ))}
      </h2>
      <Opinions page={page} />
      <History page={page} on={null} />
    </section>
  );
}

function ClusterName({ name, clusterId }: { readonly name: string; readonly clusterId: string | null }) {
  if (clusterId === null) return <NotHere name={name} />;
  return (
    <a href={linkTo({ page: "cluster", cluster: clusterId, tab: "notes" })}>
      <Said text={name} />
    </a>
  );
}

function AccountName({ account }: { readonly account: AccountSubject }) {
  const number = verdicts.value?.accounts[subjectKey(account)];
  if (number === undefined) return <NotHere name={subjectWords(account)} />;
  return (
    <a href={accountLink(number)}>
      <Handle handle={account.name} id={account.accountId} />
    </a>
  );
}

function NotHere({ name }: { readonly name: string }) {
  return (
    <>
      <Said text={name} /> <span class="vstate">not in this run</span>
    </>
  );
}

function ImportButton({ onImported }: { readonly onImported: (imported: Imported) => void }) {
  return (
    <label class="btn filebtn">
      Import
      <input
        type="file"
        class="sr"
        accept=".jsonl,.json,.txt"
        aria-label="Import a colleague's verdicts.jsonl"
        onChange={async (event) => {
          const field = event.currentTarget;
          const [file] = field.files ?? [];
          if (file === undefined) return;
          const imported = await importFile(file);
          // The same file may be chosen again.
          field.value = "";
          onImported(imported);
        }}
      />
    </label>
  );
}

function Outcome({ imported, conflicts }: { readonly imported: Imported; readonly conflicts: number }) {
  const { added, known, setAside } = imported;
  return (
    <Notice
      kind={setAside.length > 0 ? "warn" : "plain"}
      title={`${formatNumberOf(added, "entry", "entries")} added, ${formatCount(known)} here already, ${formatCount(setAside.length)} set aside.`}
    >
      <FileName name={firstFew(setAside)} />
      {conflicts > 0 && ` Analysts now differ on ${formatNumberOf(conflicts, "subject")}.`}
    </Notice>
  );
}

/** Sentences about rows that others wrote, and that quote them. */
function firstFew(sentences: readonly string[]): string {
  const rest = sentences.length - NAMED;
  return `${sentences.slice(0, NAMED).join(" ")}${rest > 0 ? ` And ${formatCount(rest)} more.` : ""}`;
}

const NAMED = 5;

function rankOf(page: Page): number {
  const isHere = page.subject.kind !== "cluster" || page.clusterId !== null;
  return (page.isConflict ? 0 : 10) + (isHere ? 0 : 5) + ["cluster", "pair", "account"].indexOf(page.subject.kind);
}
