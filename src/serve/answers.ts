import { type Answer, QUESTIONS } from "../exports/questions.ts";
import type { CaseSource } from "./case-source.ts";
import { storeAnswers } from "./store-answers.ts";
import { answerVerdicts } from "./verdicts.ts";

type Route = (source: CaseSource, query: URLSearchParams) => Promise<Answer> | Answer;

/** `GET /api/<name>?…`: the questions that a one-file copy answers too; what only the whole case can answer goes below them. */
export const ROUTES: Readonly<Record<string, Route>> = {
  ...Object.fromEntries(
    Object.entries(QUESTIONS).map(([name, question]): [string, Route] => [
      name,
      (source, query) => question(storeAnswers(source), query),
    ]),
  ),
  verdicts: async (source) => ({ status: 200, body: await answerVerdicts(source) }),
};
