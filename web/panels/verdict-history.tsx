import { useRef, useState } from "preact/hooks";
import type { Entry, Page } from "../../src/clusters/verdicts/book.ts";
import type { DraftSubject } from "../../src/clusters/verdicts/draft.ts";
import { REASON_LIMIT } from "../../src/clusters/verdicts/fields.ts";
import { formatNumberOf } from "../../src/text/figures.ts";
import { Said } from "../charts/said.tsx";
import { analyst, verdicts, writeEntry } from "../state/verdicts.ts";
import { actWords, compositionWords, whenWords } from "./verdict-words.ts";

interface HistoryProps {
  readonly page: Page;
  /** Null: of a subject that is not in this run, to which nothing can be added. */
  readonly on: DraftSubject | null;
}

/** Every line, newest first; one's own can be withdrawn, which is another line. */
export function History({ page, on }: HistoryProps) {
  return (
    <section class="vhistory" aria-label="History">
      <h3>
        {formatNumberOf(page.entries.length, "entry", "entries")} <span class="mute">newest first, UTC</span>
      </h3>
      <ol>
        {page.entries.map((entry) => (
          <Line key={entry.id} entry={entry} page={page} on={on} />
        ))}
      </ol>
    </section>
  );
}

function Line({ entry, page, on }: { readonly entry: Entry } & HistoryProps) {
  const { line, state, fit } = entry;
  const [isAsking, setAsking] = useState(false);
  const isOwn = on !== null && line.who === analyst.value && state === "stands" && line.act !== "withdraw";
  const older = compositionWords(line.subject, fit);
  return (
    <li class={state}>
      <span class="mute nowrap">{whenWords(line.at)}</span>
      <div>
        <b>
          <Said text={line.who} />
        </b>{" "}
        <span class="ink">
          <Said text={actWords(line, page)} />
        </span>
        {line.act === "verdict" && (
          <span class="mute">
            {" "}
            · coordination: {line.coordination}, inauthenticity: {line.inauthenticity}
          </span>
        )}
        {state !== "stands" && <span class="vstate">{state}</span>}
        <p>
          <Said text={line.reason} />
        </p>
        {older !== null && <small>{older}</small>}
        {isAsking && on !== null && <Withdraw id={entry.id} on={on} onDone={() => setAsking(false)} />}
      </div>
      {isOwn && !isAsking && verdicts.value?.readOnly === null && (
        <button type="button" class="linkish" onClick={() => setAsking(true)}>
          withdraw
        </button>
      )}
    </li>
  );
}

interface WithdrawProps {
  readonly id: string;
  readonly on: DraftSubject;
  readonly onDone: () => void;
}

function Withdraw({ id, on, onDone }: WithdrawProps) {
  const [reason, setReason] = useState("");
  const [fault, setFault] = useState<string | null>(null);
  const isWriting = useRef(false);
  return (
    <form
      class="vwithdraw"
      onSubmit={async (event) => {
        event.preventDefault();
        if (isWriting.current) return;
        if (reason.trim() === "") return setFault("A reason is missing.");
        isWriting.current = true;
        const error = await writeEntry({
          who: analyst.value,
          reason: reason.trim(),
          on,
          act: "withdraw",
          withdraws: id,
        });
        isWriting.current = false;
        if (error === null) onDone();
        else setFault(error);
      }}
    >
      <input
        class="field"
        aria-label="Why do you withdraw it?"
        placeholder="Why do you withdraw it?"
        maxLength={REASON_LIMIT}
        value={reason}
        ref={(field) => field?.focus()}
        onInput={(event) => setReason(event.currentTarget.value)}
      />
      <button type="submit" class="btn sm">
        Withdraw
      </button>
      <button type="button" class="btn sm quiet" onClick={onDone}>
        Keep it
      </button>
      {fault !== null && (
        <span class="vfault" role="alert">
          {fault}
        </span>
      )}
    </form>
  );
}
