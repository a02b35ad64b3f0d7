import { ACT_FIELDS, actOf, fieldsOf, NotALine, oneOf, REASON_LIMIT, textOf, whoOf } from "./fields.ts";
import { type AccountSubject, pairOf, type Subject, subjectKey, type VerdictLine } from "./line.ts";
import { SKETCH_SIZE } from "./overlap.ts";

/** Longest line that is read, in characters: a reason of the longest kind with every letter escaped fits. */
const LINE_LIMIT = 32_000;
const NAME_LIMIT = 300;

export type Parsed<T> = { readonly value: T } | { readonly why: string };

/** One line of a verdicts file, or half a sentence why it is none. Nothing is mended or guessed. */
export function parseLine(text: string): Parsed<VerdictLine> {
  if (text.length > LINE_LIMIT) return { why: `it is longer than ${LINE_LIMIT} characters` };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { why: "it is no JSON" };
  }
  return readLine(value);
}

/** The same of a value that has been read as JSON. */
export function readLine(value: unknown): Parsed<VerdictLine> {
  return attempt(() => {
    const fields = fieldsOf(value, "it", ["schema", "at", "who", "reason", "subject", ...ACT_FIELDS]);
    if (fields.schema !== 1) throw new NotALine(`it has schema ${JSON.stringify(fields.schema)}, this version reads 1`);
    return {
      schema: 1,
      at: instantOf(fields.at),
      who: whoOf(fields.who),
      reason: textOf(fields.reason, "reason", REASON_LIMIT),
      subject: subjectOf(fields.subject),
      ...actOf(fields),
    };
  });
}

/** Runs what throws `NotALine`; faults of ours go on. */
export function attempt<T>(read: () => T): Parsed<T> {
  try {
    return { value: read() };
  } catch (error) {
    if (error instanceof NotALine) return { why: error.message };
    throw error;
  }
}

function instantOf(value: unknown): string {
  const isWritten = typeof value === "string" && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(value);
  // A 30th of February would be read as a day in March.
  if (!isWritten || Number.isNaN(Date.parse(value)) || new Date(value).toISOString() !== value) {
    throw new NotALine("at must be a time like 2026-11-22T07:10:45.123Z");
  }
  return value;
}

function subjectOf(value: unknown): Subject {
  const kind = oneOf((value as { kind?: unknown } | null)?.kind, "the subject's kind", ["cluster", "account", "pair"]);
  if (kind === "account") return accountOf(value);
  if (kind === "pair") {
    const { left, right } = fieldsOf(value, "the subject", ["kind", "left", "right"]);
    const pair = pairOf(accountOf(left), accountOf(right));
    if (subjectKey(pair.left) === subjectKey(pair.right)) throw new NotALine("a pair needs two accounts");
    return pair;
  }
  const fields = fieldsOf(value, "the subject", ["kind", "key", "name", "accounts", "sketch"]);
  const key = textOf(fields.key, "the cluster's key", 64);
  if (!/^[0-9a-z]+$/.test(key)) throw new NotALine("the cluster's key must be letters and digits");
  const { accounts } = fields;
  if (!Number.isSafeInteger(accounts) || (accounts as number) < 1)
    throw new NotALine("the cluster's accounts must be a count");
  return {
    kind,
    key,
    name: textOf(fields.name, "the cluster's name", NAME_LIMIT),
    accounts: accounts as number,
    sketch: sketchFrom(fields.sketch, accounts as number),
  };
}

function accountOf(value: unknown): AccountSubject {
  const fields = fieldsOf(value, "the account", ["kind", "platform", "accountId", "name"]);
  return {
    kind: oneOf(fields.kind, "the account's kind", ["account"]),
    platform: fields.platform === null ? null : textOf(fields.platform, "the platform", NAME_LIMIT),
    accountId: textOf(fields.accountId, "the account's id", NAME_LIMIT),
    name: fields.name === null ? null : textOf(fields.name, "the account's name", NAME_LIMIT),
  };
}

function sketchFrom(value: unknown, accounts: number): readonly string[] {
  const size = Math.min(accounts, SKETCH_SIZE);
  const isSketch =
    Array.isArray(value) &&
    value.length > 0 &&
    value.length <= size &&
    value.every(
      (hash, i) => typeof hash === "string" && /^[0-9a-f]{8}$/.test(hash) && (i === 0 || hash > String(value[i - 1])),
    );
  if (!isSketch) throw new NotALine("the cluster's sketch is damaged");
  return value as string[];
}
