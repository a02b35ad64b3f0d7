import type { ComponentChildren } from "preact";
import { FileName } from "../charts/said.tsx";
import type { Answered } from "../state/answer.ts";

interface NoticeProps {
  readonly kind?: "plain" | "unknown" | "warn" | "error";
  readonly title: string;
  readonly children?: ComponentChildren;
}

/** Something the reader must know: hairline; dashed for what cannot be told; tinted for caps and faults. */
export function Notice({ kind = "plain", title, children }: NoticeProps) {
  return (
    <div class={`notice ${kind}`} role={kind === "error" ? "alert" : undefined}>
      <b>{title}</b>
      {children !== undefined && <p>{children}</p>}
    </div>
  );
}

interface WaitProps<T> {
  readonly answer: Answered<T>;
  readonly children: (value: T) => ComponentChildren;
}

/** Grey rows until the answer is there, then the answer, or the sentence why not. */
export function Wait<T>({ answer, children }: WaitProps<T>) {
  if (answer.state === "done") return <>{children(answer.value)}</>;
  if (answer.state === "failed") {
    return (
      <main class="panel pad">
        <Notice kind="error" title="This could not be shown.">
          <FileName name={answer.error} />
        </Notice>
      </main>
    );
  }
  return (
    <main class="panel pad" aria-busy="true">
      <div class="waiting" role="status" aria-label="Loading">
        <i />
        <i />
        <i />
        <i />
      </div>
    </main>
  );
}
