import { TRACE_NAMES, type TraceName } from "../corpus/trace.ts";
import { ALL_TIME, type Stretch } from "../store/evidence.ts";
import { findObject } from "../store/evidence-object.ts";
import { findPair } from "../store/evidence-pair.ts";
import { postsOfAccount, postsOfDomain, QUESTION_LIMIT, search } from "../store/evidence-search.ts";
import type { CaseSource } from "./case-source.ts";
import { momentsOf } from "./moments.ts";

/** What a route answers: a value to be sent as JSON, or a refusal in one sentence. */
export type Answer =
  | { readonly status: 200; readonly body: unknown }
  | { readonly status: 400 | 404; readonly error: string };

type Route = (source: CaseSource, query: URLSearchParams) => Promise<Answer> | Answer;

/**
 * `GET /api/<name>?…`; every route reads its parameters strictly and answers a bounded amount.
 *
 * | route | parameters |
 * |---|---|
 * | overview | – |
 * | cluster | id |
 * | moments | id |
 * | pair | trace, left, right, from? and to? |
 * | object | trace, object, offset?, members?, from? and to? |
 * | posts | account or domain, offset?, from? and to? |
 * | search | q, from? and to? |
 *
 * `from` and `to` are milliseconds since 1970; only what lies in [from, to) is told, and how much there is in all.
 */
export const ROUTES: Readonly<Record<string, Route>> = {
  overview: ({ overview, events }) => found(events === null ? overview : { ...overview, events }),
  cluster: (source, query) => {
    const id = query.get("id") ?? "";
    return found(source.cluster(id), `This case has no cluster ${quoted(id)}.`);
  },
  moments: async (source, query) => {
    const id = query.get("id") ?? "";
    const profile = source.cluster(id);
    if (profile === undefined) return missing(`This case has no cluster ${quoted(id)}.`);
    return found(await momentsOf(source.store, source.overview, profile));
  },
  pair: async (source, query) => {
    const trace = traceOf(query);
    const left = numberOf(query, "left");
    const right = numberOf(query, "right");
    const stretch = stretchOf(query);
    if (stretch === undefined) return refused(STRETCH);
    if (trace === undefined || left === undefined || right === undefined || left === right) {
      return refused("A pair needs trace, left and right: the name of a trace and two different account numbers.");
    }
    const used = source.overview.traces.find((entry) => entry.trace === trace);
    if (used === undefined) return missing(`The trace ${trace} was not looked at in this case.`);
    return found(
      await findPair(source.store, trace, left, right, used.windowMs, stretch),
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
    const stretch = stretchOf(query);
    if (stretch === undefined) return refused(STRETCH);
    const membersOnly = query.get("members") === "1";
    const answer = await findObject(source.store, trace, object, used.windowMs, { offset, membersOnly, stretch });
    return found(answer, `The trace ${trace} has no object ${object}.`);
  },
  posts: async (source, query) => {
    const account = numberOf(query, "account");
    const domain = query.get("domain");
    const offset = offsetOf(query);
    if (offset === undefined || (account === undefined) === (domain === null)) {
      return refused("Posts need an account number or a domain, and may have an offset.");
    }
    const stretch = stretchOf(query);
    if (stretch === undefined) return refused(STRETCH);
    if (domain !== null) return found(await postsOfDomain(source.store, domain, offset, stretch));
    const answer = await postsOfAccount(source.store, account ?? -1, offset, stretch);
    return found(answer, `This case has no account ${account}.`);
  },
  search: async (source, query) => {
    const question = (query.get("q") ?? "").trim();
    if (question.length < 2 || question.length > QUESTION_LIMIT) {
      return refused(`A search needs between 2 and ${QUESTION_LIMIT} characters.`);
    }
    const stretch = stretchOf(query);
    if (stretch === undefined) return refused(STRETCH);
    return found(await search(source.store, question, stretch));
  },
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

const STRETCH = "A stretch of time needs from and to, whole milliseconds since 1970, from before to.";

/** The stretch of time that is asked about, all of the time where none is; undefined: malformed. */
function stretchOf(query: URLSearchParams): Stretch | undefined {
  const [from, to] = [query.get("from"), query.get("to")];
  if (from === null && to === null) return ALL_TIME;
  if (!/^-?\d{1,16}$/.test(from ?? "") || !/^-?\d{1,16}$/.test(to ?? "")) return undefined;
  const stretch = { fromMs: Number(from), toMs: Number(to) };
  return stretch.fromMs < stretch.toMs ? stretch : undefined;
}

function offsetOf(query: URLSearchParams): number | undefined {
  return query.has("offset") ? numberOf(query, "offset") : 0;
}

function quoted(text: string): string {
  return JSON.stringify(text.slice(0, 40));
}
