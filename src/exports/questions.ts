import type { ObjectAnswer, PairAnswer, PostsAnswer, SearchAnswer } from "../corpus/evidence.ts";
import { QUESTION_LIMIT } from "../corpus/evidence-limits.ts";
import { TRACE_NAMES, type TraceName } from "../corpus/trace.ts";
import type { ClusterFile, OverviewFile } from "./explorer.ts";

/**
 * Whoever can answer for a case: the local server from the store, a one-file copy from the tables it carries. The questions below read
 * their parameters once for both, so the page cannot tell them apart.
 */
export interface CaseAnswers {
  readonly overview: OverviewFile;
  /** Undefined everywhere: the case has no such thing. */
  cluster(id: string): ClusterFile | undefined;
  pair(trace: TraceName, left: number, right: number, windowMs: number): Found<PairAnswer>;
  object(trace: TraceName, object: number, windowMs: number, options: ObjectOptions): Found<ObjectAnswer>;
  postsOfAccount(account: number, offset: number): Found<PostsAnswer>;
  postsOfDomain(domain: string, offset: number): Found<PostsAnswer>;
  search(question: string): Found<SearchAnswer>;
}

export interface ObjectOptions {
  readonly offset: number;
  readonly membersOnly: boolean;
}

type Outcome<T> = T | NotHeld | undefined;
export type Found<T> = Outcome<T> | Promise<Outcome<T>>;

/** A copy that holds a part of the case says in one sentence why this is not in it. */
export interface NotHeld {
  readonly notHeld: string;
}

/** An answer: a value to be sent as JSON, or a refusal in one sentence. */
export type Answer =
  | { readonly status: 200; readonly body: unknown }
  | { readonly status: 400 | 404; readonly error: string };

type Question = (answers: CaseAnswers, query: URLSearchParams) => Promise<Answer> | Answer;

/**
 * `api/<name>?…`; every question reads its parameters strictly and is answered by a bounded amount.
 *
 * | question | parameters |
 * |---|---|
 * | overview | – |
 * | cluster | id |
 * | pair | trace, left, right |
 * | object | trace, object, offset?, members? |
 * | posts | account or domain, offset? |
 * | search | q |
 */
export const QUESTIONS: Readonly<Record<string, Question>> = {
  overview: (answers) => found(answers.overview, ""),
  cluster: (answers, query) => {
    const id = query.get("id") ?? "";
    return found(answers.cluster(id), `This case has no cluster ${quoted(id)}.`);
  },
  pair: async (answers, query) => {
    const trace = traceOf(query);
    const left = numberOf(query, "left");
    const right = numberOf(query, "right");
    if (trace === undefined || left === undefined || right === undefined || left === right) {
      return refused("A pair needs trace, left and right: the name of a trace and two different account numbers.");
    }
    const used = answers.overview.traces.find((entry) => entry.trace === trace);
    if (used === undefined) return missing(`The trace ${trace} was not looked at in this case.`);
    return found(
      await answers.pair(trace, left, right, used.windowMs),
      `This case has no account ${left} or no account ${right}.`,
    );
  },
  object: async (answers, query) => {
    const trace = traceOf(query);
    const object = numberOf(query, "object");
    const offset = offsetOf(query);
    if (trace === undefined || object === undefined || offset === undefined) {
      return refused("An object needs trace and object: the name of a trace and the object's number.");
    }
    const used = answers.overview.traces.find((entry) => entry.trace === trace);
    if (used === undefined) return missing(`The trace ${trace} was not looked at in this case.`);
    const membersOnly = query.get("members") === "1";
    const answer = await answers.object(trace, object, used.windowMs, { offset, membersOnly });
    return found(answer, `The trace ${trace} has no object ${object}.`);
  },
  posts: async (answers, query) => {
    const account = numberOf(query, "account");
    const domain = query.get("domain");
    const offset = offsetOf(query);
    if (offset === undefined || (account === undefined) === (domain === null)) {
      return refused("Posts need an account number or a domain, and may have an offset.");
    }
    if (domain !== null) return found(await answers.postsOfDomain(domain, offset), "");
    return found(await answers.postsOfAccount(account ?? -1, offset), `This case has no account ${account}.`);
  },
  search: async (answers, query) => {
    const question = (query.get("q") ?? "").trim();
    if (question.length < 2 || question.length > QUESTION_LIMIT) {
      return refused(`A search needs between 2 and ${QUESTION_LIMIT} characters.`);
    }
    return found(await answers.search(question), "");
  },
};

export function found<T>(body: Outcome<T>, otherwise: string): Answer {
  if (body === undefined) return missing(otherwise);
  return isNotHeld(body) ? missing(body.notHeld) : { status: 200, body };
}

export function refused(error: string): Answer {
  return { status: 400, error };
}

export function missing(error: string): Answer {
  return { status: 404, error };
}

export function traceOf(query: URLSearchParams): TraceName | undefined {
  const name = query.get("trace");
  return TRACE_NAMES.find((trace) => trace === name);
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

function isNotHeld(body: unknown): body is NotHeld {
  return typeof body === "object" && body !== null && "notHeld" in body;
}

function quoted(text: string): string {
  return JSON.stringify(text.slice(0, 40));
}
