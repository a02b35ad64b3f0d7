import { useEffect, useState } from "preact/hooks";
import { askCopy, isCopy } from "./copy.ts";
import { sentenceOf } from "./sentence.ts";

/** What the local server said to a question, or that it has not yet, or why it did not. */
export type Answered<T> =
  | { readonly state: "waiting" }
  | { readonly state: "done"; readonly value: T }
  | { readonly state: "failed"; readonly error: string };

const KEPT = 40;
const kept = new Map<string, unknown>();

/** Bytes of the local server, not kept: whoever asks hands them on. Errors: `Error` with one sentence. */
export async function askBytes(path: string): Promise<ArrayBuffer> {
  if (isCopy()) throw new Error("This copy in one file does not hold what this needs; the case itself does.");
  return (await reach(path, GONE)).arrayBuffer();
}

/** Hand something to the local server, and what it says to that. Errors: `Error` with one sentence. */
export async function tell<T>(path: string, body: unknown): Promise<T> {
  const response = await reach(path, `${GONE} Nothing was written.`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  return (await response.json()) as T;
}

/** Ask the local server, or the data that a copy in one file carries. Errors: `Error` with one sentence. */
export async function ask<T>(path: string): Promise<T> {
  if (kept.has(path)) return kept.get(path) as T;
  if (isCopy()) {
    const answer = await askCopy(path);
    if (answer.status !== 200) throw new Error(answer.error);
    return keep(path, answer.body as T);
  }
  return keep(path, (await (await reach(path, GONE)).json()) as T);
}

function keep<T>(path: string, body: T): T {
  kept.set(path, body);
  const [oldest] = kept.keys();
  if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
  return body;
}

const GONE = "The local server does not answer; is it still running? Start it again with npm run explore.";

/** An answer that says yes. Errors: `Error` with the server's own sentence, or `gone` where there is no server. */
async function reach(path: string, gone: string, request: RequestInit = {}): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(path, request);
  } catch {
    throw new Error(gone);
  }
  if (response.ok) return response;
  // Whatever stands at this address may be another program, whose refusals are no JSON.
  const body = (await response.json().catch(() => null)) as { readonly error?: string } | null;
  throw new Error(body?.error ?? `The local server answered ${response.status}.`);
}

/** The answer to a question, asked again when the path changes; null asks nothing. */
export function useAnswer<T>(path: string | null): Answered<T> {
  const [answered, setAnswered] = useState<{ path: string | null; answer: Answered<T> }>({
    path,
    answer: { state: "waiting" },
  });
  useEffect(() => {
    if (path === null) return;
    let isCurrent = true;
    const settle = (answer: Answered<T>) => {
      if (isCurrent) setAnswered({ path, answer });
    };
    ask<T>(path).then(
      (value) => settle({ state: "done", value }),
      (error: unknown) => settle({ state: "failed", error: sentenceOf(error) }),
    );
    return () => {
      isCurrent = false;
    };
  }, [path]);
  return answered.path === path ? answered.answer : { state: "waiting" };
}

export function query(route: string, values: Readonly<Record<string, string | number | null>>): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) if (value !== null) parameters.set(name, String(value));
  return `api/${route}?${parameters.toString()}`;
}
