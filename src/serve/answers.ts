import { TRACE_NAMES, type TraceName } from "../corpus/trace.ts";
import { findObject } from "../store/evidence-object.ts";
import { findPair } from "../store/evidence-pair.ts";
import { postsOfAccount, postsOfDomain, QUESTION_LIMIT, search } from "../store/evidence-search.ts";
import type { Answer } from "./answer.ts";
import type { CaseSource } from "./case-source.ts";
import { answerVerdicts } from "./verdicts.ts";

type Route = (source: CaseSource, query: URLSearchParams) => Promise<Answer> | Answer;

/**
 * `GET /api/<name>?…`; every route reads its parameters strictly and answers a bounded amount.
 *
 * | route | parameters |
 * |---|---|
 * | overview | – |
 * | cluster | id |
 * | pair | trace, left, right |
 * | object | trace, object, offset?, members? |
 * | posts | account or domain, offset? |
 * | search | q |
 * | verdicts | – |
 */
export const ROUTES: Readonly<Record<string, Route>> = {
  overview: (source) => found(source.overview),
  cluster: (source, query) => {
    const id = query.get("id") ?? "";
    return found(source.cluster(id), `This case has no cluster ${quoted(id)}.`);
  },
  pair: async (source, query) => {
    const trace = traceOf(query);
    const left = numberOf(query, "left");
    const right = numberOf(query, "right");
    if (trace === undefined || left === undefined || right === undefined || left === right) {
      return refused("A pair needs trace, left and right: the name of a trace and two different account numbers.");
    }
    const used = source.overview.traces.find((entry) => entry.trace === trace);
    if (used === undefined) return missing(`The trace ${trace} was not looked at in this case.`);
    return found(
      await findPair(source.store, trace, left, right, used.windowMs),
      `This case has no account ${left} or no account ${right}.`,
    );
  },
  object: async (source, query) => {
    const trace = traceOf(query);
    const object = numberOf(query, "object");
    const offset = offsetOf(query);
    if (trace === undefined || object === undefined || offset === undefined) {
      return refused("An object needs trace and object: the name of a trace and the object's number.");
    }
    const used = source.overview.traces.find((entry) => entry.trace === trace);
    if (used === undefined) return missing(`The trace ${trace} was not looked at in this case.`);
    const membersOnly = query.get("members") === "1";
    const answer = await findObject(source.store, trace, object, used.windowMs, { offset, membersOnly });
    return found(answer, `The trace ${trace} has no object ${object}.`);
  },
  posts: async (source, query) => {
    const account = numberOf(query, "account");
    const domain = query.get("domain");
    const offset = offsetOf(query);
    if (offset === undefined || (account === undefined) === (domain === null)) {
      return refused("Posts need an account number or a domain, and may have an offset.");
    }
    if (domain !== null) return found(await postsOfDomain(source.store, domain, offset));
    return found(await postsOfAccount(source.store, account ?? -1, offset), `This case has no account ${account}.`);
  },
  search: async (source, query) => {
    const question = (query.get("q") ?? "").trim();
    if (question.length < 2 || question.length > QUESTION_LIMIT) {
      return refused(`A search needs between 2 and ${QUESTION_LIMIT} characters.`);
    }
    return found(await search(source.store, question));
  },
  verdicts: async (source) => found(await answerVerdicts(source)),
};

function found(body: unknown, otherwise = "Nothing found."): Answer {
  return body === undefined ? missing(otherwise) : { status: 200, body };
}

function refused(error: string): Answer {
  return { status: 400, error };
}

function missing(error: string): Answer {
  return { status: 404, error };
}

function traceOf(query: URLSearchParams): TraceName | undefined {
  const name = query.get("trace");
  return TRACE_NAMES.find((trace) => trace === name);
}

/** A whole number from 0 that fits the store's unsigned 32 bits. */
function numberOf(query: URLSearchParams, name: string): number | undefined {
  const text = query.get(name);
  if (text === null || !/^\d{1,10}$/.test(text)) return undefined;
  const value = Number(text);
  return value < 2 ** 32 ? value : undefined;
}

function offsetOf(query: URLSearchParams): number | undefined {
  return query.has("offset") ? numberOf(query, "offset") : 0;
}

function quoted(text: string): string {
  return JSON.stringify(text.slice(0, 40));
}
