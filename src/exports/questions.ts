import type { ObjectAnswer, PairAnswer, PostsAnswer, SearchAnswer } from "../corpus/evidence.ts";
import { QUESTION_LIMIT } from "../corpus/evidence-limits.ts";
import { ALL_TIME, type Stretch } from "../corpus/stretch.ts";
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
  pair(trace: TraceName, left: number, right: number, windowMs: number, stretch: Stretch): Found<PairAnswer>;
  object(trace: TraceName, object: number, windowMs: number, options: ObjectOptions): Found<ObjectAnswer>;
  postsOfAccount(account: number, offset: number, stretch: Stretch): Found<PostsAnswer>;
  postsOfDomain(domain: string, offset: number, stretch: Stretch): Found<PostsAnswer>;
  postsOfAccountOnSite(account: number, domain: string, offset: number, stretch: Stretch): Found<PostsAnswer>;
  search(question: string, stretch: Stretch): Found<SearchAnswer>;
}

export interface ObjectOptions {
  readonly offset: number;
  readonly membersOnly: boolean;
  readonly stretch: Stretch;
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
 * | pair | trace, left, right, from? and to? |
 * | object | trace, object, offset?, members?, from? and to? |
 * | posts | account or domain or both, offset?, from? and to? |
 * | search | q, from? and to? |
 *
 * `from` and `to` are milliseconds since 1970; only what lies in [from, to) is told, and how much there is in all.
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
    const stretch = stretchOf(query);
    if (stretch === undefined) return refused(STRETCH);
    if (trace === undefined || left === undefined || right === undefined || left === right) {
      return refused("A pair needs trace, left and right: the name of a trace and two different account numbers.");
    }
    const used = answers.overview.traces.find((entry) => entry.trace === trace);
    if (used === undefined) return missing(`The trace ${trace} was not looked at in this case.`);
    return found(
      await answers.pair(trace, left, right, used.windowMs, stretch),
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
    const stretch = stretchOf(query);
    if (stretch === undefined) return refused(STRETCH);
    const membersOnly = query.get("members") === "1";
    const answer = await answers.object(trace, object, used.windowMs, { offset, membersOnly, stretch });
    return found(answer, `The trace ${trace} has no object ${object}.`);
  },
  posts: async (answers, query) => {
    const account = numberOf(query, "account");
    const domain = query.get("domain");
    const offset = offsetOf(query);
    if (offset === undefined || (account === undefined && (domain === null || query.has("account")))) {
      return refused("Posts need an account number, a domain or both, and may have an offset.");
    }
    const stretch = stretchOf(query);
    if (stretch === undefined) return refused(STRETCH);
    if (account !== undefined && domain !== null) {
      return found(
        await answers.postsOfAccountOnSite(account, domain, offset, stretch),
        `This case has no account ${account}.`,
      );
    }
    if (domain !== null) return found(await answers.postsOfDomain(domain, offset, stretch), "");
    return found(await answers.postsOfAccount(account ?? -1, offset, stretch), `This case has no account ${account}.`);
  },
  search: async (answers, query) => {
    const question = (query.get("q") ?? "").trim();
    if (question.length < 2 || question.length > QUESTION_LIMIT) {
      return refused(`A search needs between 2 and ${QUESTION_LIMIT} characters.`);
    }
    const stretch = stretchOf(query);
    if (stretch === undefined) return refused(STRETCH);
    return found(await answers.search(question, stretch), "");
  },
};

export function found<T>(body: Outcome<T>, otherwise = "Nothing found."): Answer {
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

const STRETCH = "A stretch of time needs from and to, whole milliseconds since 1970, from before to.";

/** The stretch of time that is asked about, all of the time where none is; undefined: malformed. */
function stretchOf(query: URLSearchParams): Stretch | undefined {
  const [from, to] = [query.get("from"), query.get("to")];
  if (from === null && to === null) return ALL_TIME;
  if (!/^-?\d{1,16}$/.test(from ?? "") || !/^-?\d{1,16}$/.test(to ?? "")) return undefined;
  const stretch = { fromMs: Number(from), toMs: Number(to) };
  return stretch.fromMs < stretch.toMs ? stretch : undefined;
}

export function offsetOf(query: URLSearchParams): number | undefined {
  return query.has("offset") ? numberOf(query, "offset") : 0;
}

function isNotHeld(body: unknown): body is NotHeld {
  return typeof body === "object" && body !== null && "notHeld" in body;
}

export function quoted(text: string): string {
  return JSON.stringify(text.slice(0, 40));
}
