import { type Answer, QUESTIONS } from "../exports/questions.ts";
import type { CaseSource } from "./case-source.ts";
import { edgesOf } from "./edges.ts";
import { storeAnswers } from "./store-answers.ts";

/** What a route answers: as a question, or bytes as they are. */
export type RouteAnswer = Answer | { readonly status: 200; readonly bytes: Uint8Array };

type Route = (source: CaseSource, query: URLSearchParams) => Promise<RouteAnswer> | RouteAnswer;

/** `GET /api/<name>?…`: the questions that a one-file copy answers too; what only the whole case can answer goes below them. */
export const ROUTES: Readonly<Record<string, Route>> = {
  ...Object.fromEntries(
    Object.entries(QUESTIONS).map(([name, question]): [string, Route] => [
      name,
      (source, query) => question(storeAnswers(source), query),
    ]),
  ),
  // Binary: `exports/ties.ts`.
  edges: async (source) => ({ status: 200, bytes: await edgesOf(source) }),
};
