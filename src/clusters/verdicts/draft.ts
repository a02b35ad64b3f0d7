import { ACT_FIELDS, actOf, type Fields, fieldsOf, NotALine, REASON_LIMIT, textOf, whoOf } from "./fields.ts";
import type { Act } from "./line.ts";
import { attempt, type Parsed } from "./parse.ts";

/** What the page sends to have written: subjects by their numbers in this case, from which the server makes keys that last; no time. */
export type Draft = { readonly who: string; readonly reason: string; readonly on: DraftSubject } & Act;

export type DraftSubject =
  | { readonly cluster: string }
  | { readonly account: number }
  | { readonly pair: readonly [number, number] };

export function readDraft(value: unknown): Parsed<Draft> {
  return attempt(() => {
    const fields = fieldsOf(value, "the entry", ["who", "reason", "on", ...ACT_FIELDS]);
    return {
      who: whoOf(fields.who),
      reason: textOf(fields.reason, "reason", REASON_LIMIT),
      on: draftSubjectOf(fields.on),
      ...actOf(fields),
    };
  });
}

function draftSubjectOf(value: unknown): DraftSubject {
  const on: Fields = fieldsOf(value, "the subject", ["cluster", "account", "pair"]);
  if (Object.keys(on).length !== 1) throw new NotALine("the subject must be one of: cluster, account, pair");
  if ("cluster" in on) return { cluster: textOf(on.cluster, "the cluster", 20) };
  if ("account" in on) return { account: accountOf(on.account) };
  const { pair } = on;
  if (!Array.isArray(pair) || pair.length !== 2) throw new NotALine("a pair needs two account numbers");
  const [left, right] = [accountOf(pair[0]), accountOf(pair[1])];
  if (left === right) throw new NotALine("a pair needs two different accounts");
  return { pair: [left, right] };
}

function accountOf(value: unknown): number {
  if (!Number.isInteger(value) || (value as number) < 0 || (value as number) >= 2 ** 32)
    throw new NotALine("an account is given by its number");
  return value as number;
}
