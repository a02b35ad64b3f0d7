import type { CaseSource } from "./case-source.ts";

/** What a route answers: a value to be sent as JSON, or a refusal in one sentence. */
export type Answer =
  | { readonly status: 200; readonly body: unknown }
  | { readonly status: 400 | 404; readonly error: string };

export type Route = (source: CaseSource, query: URLSearchParams) => Promise<Answer> | Answer;

export function found(body: unknown, otherwise = "Nothing found."): Answer {
  return body === undefined ? missing(otherwise) : { status: 200, body };
}

export function refused(error: string): Answer {
  return { status: 400, error };
}

export function missing(error: string): Answer {
  return { status: 404, error };
}

/** A whole number from 0 that fits the store's unsigned 32 bits. */
export function numberOf(query: URLSearchParams, name: string): number | undefined {
  const text = query.get(name);
  if (text === null || !/^\d{1,10}$/.test(text)) return undefined;
  const value = Number(text);
  return value < 2 ** 32 ? value : undefined;
}

export function offsetOf(query: URLSearchParams): number | undefined {
  return query.has("offset") ? numberOf(query, "offset") : 0;
}

export function quoted(text: string): string {
  return JSON.stringify(text.slice(0, 40));
}
