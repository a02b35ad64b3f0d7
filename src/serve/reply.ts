import type { Answer } from "../exports/questions.ts";
import type { CaseSource } from "./case-source.ts";

/** What a route answers: as a question, or bytes as they are. */
export type RouteAnswer = Answer | { readonly status: 200; readonly bytes: Uint8Array };

export type Route = (source: CaseSource, query: URLSearchParams) => Promise<RouteAnswer> | RouteAnswer;
