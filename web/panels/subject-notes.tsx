import type { DraftSubject } from "../../src/clusters/verdicts/draft.ts";
import { type AccountSubject, type Subject, subjectKey } from "../../src/clusters/verdicts/line.ts";
import { NotesDialog } from "./notes.tsx";
import { NotesButton } from "./verdict-mark.tsx";

interface SubjectNotesProps {
  readonly subject: Subject;
  /** How the server knows it. */
  readonly on: DraftSubject;
  readonly title: string;
}

/** In the head of a page without tabs: what people said of its subject, and the dialog in which they say it. */
export function SubjectNotes({ subject, on, title }: SubjectNotesProps) {
  const key = subjectKey(subject);
  return (
    <>
      <NotesButton subject={key} />
      <NotesDialog key={key} subject={key} on={on} title={title} />
    </>
  );
}

interface Named {
  readonly account: number;
  readonly platform: string | null;
  readonly accountId: string;
  readonly handle: string | null;
}

export function AccountNotes({ account }: { readonly account: Named }) {
  return <SubjectNotes subject={accountSubject(account)} on={{ account: account.account }} title={nameOf(account)} />;
}

export function accountSubject({ platform, accountId, handle }: Named): AccountSubject {
  return { kind: "account", platform, accountId, name: handle };
}

export function nameOf({ handle, accountId }: Named): string {
  return handle ?? accountId;
}
