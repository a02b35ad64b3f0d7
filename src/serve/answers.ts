import { found, missing, QUESTIONS, quoted } from "../exports/questions.ts";
import { edgesOf } from "./edges.ts";
import { momentsOf } from "./moments.ts";
import { PANEL_ROUTES } from "./panel-answers.ts";
import type { Route } from "./reply.ts";
import { storeAnswers } from "./store-answers.ts";
import { answerVerdicts } from "./verdicts.ts";

/** `GET /api/<name>?…`: the questions that a one-file copy answers too; what only the whole case can answer goes below them. */
export const ROUTES: Readonly<Record<string, Route>> = {
  ...Object.fromEntries(
    Object.entries(QUESTIONS).map(([name, question]): [string, Route] => [
      name,
      (source, query) => question(storeAnswers(source), query),
    ]),
  ),
  moments: async (source, query) => {
    const id = query.get("id") ?? "";
    const profile = source.cluster(id);
    if (profile === undefined) return missing(`This case has no cluster ${quoted(id)}.`);
    return found(await momentsOf(source.store, source.overview, profile));
  },
  // Binary: `exports/ties.ts`.
  edges: async (source) => ({ status: 200, bytes: await edgesOf(source) }),
  ...PANEL_ROUTES,
  verdicts: async (source) => ({ status: 200, body: await answerVerdicts(source) }),
};
