import type { Answer } from "../exports/questions.ts";
import type { CaseSource } from "./case-source.ts";

/** What a route answers: as a question, bytes as they are, or that it is not allowed. */
export type RouteAnswer =
  | Answer
  | { readonly status: 200; readonly bytes: Uint8Array }
  | { readonly status: 403; readonly error: string };

export type Route = (source: CaseSource, query: URLSearchParams) => Promise<RouteAnswer> | RouteAnswer;
