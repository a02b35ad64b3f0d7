import { useEffect, useState } from "preact/hooks";
import { askCopy, isCopy } from "./copy.ts";

/** What the local server said to a question, or that it has not yet, or why it did not. */
export type Answered<T> =
  | { readonly state: "waiting" }
  | { readonly state: "done"; readonly value: T }
  | { readonly state: "failed"; readonly error: string };

const KEPT = 40;
const kept = new Map<string, unknown>();

/** Ask the local server, or the data that a copy in one file carries. Errors: `Error` with one sentence. */
export async function ask<T>(path: string): Promise<T> {
  if (kept.has(path)) return kept.get(path) as T;
  if (isCopy()) {
    const answer = await askCopy(path);
    if (answer.status !== 200) throw new Error(answer.error);
    return keep(path, answer.body as T);
  }
  let response: Response;
  try {
    response = await fetch(path);
  } catch {
    throw new Error("The local server does not answer; is it still running? Start it again with npm run explore.");
  }
  const body: unknown = await response.json();
  if (!response.ok)
    throw new Error((body as { error?: string }).error ?? `The local server answered ${response.status}.`);
  return keep(path, body as T);
}

function keep<T>(path: string, body: T): T {
  kept.set(path, body);
  const [oldest] = kept.keys();
  if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
  return body;
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
      (error: unknown) => settle({ state: "failed", error: error instanceof Error ? error.message : String(error) }),
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
