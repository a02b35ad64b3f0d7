import { hashHex } from "../../math/hash.ts";

/**
 * What an analyst says of a cluster, an account's part in the data, or a pair: one line of `verdicts.jsonl` each. The file only grows;
 * who changes their mind writes another line. Nothing here is measured, and nothing measured is changed by it.
 */

/** In the order in which keys 1 to 5 pick them. */
export const VERDICTS = [
  "coordinated-inauthentic",
  "coordinated-organic",
  "commercial spam",
  "cannot tell",
  "not coordinated",
] as const;
export type Verdict = (typeof VERDICTS)[number];

export const ANSWERS = ["yes", "no", "cannot tell"] as const;
export type AxisAnswer = (typeof ANSWERS)[number];

/** The two questions, stored apart: fans and staff are coordinated, and not inauthentic for it. */
export interface Axes {
  readonly coordination: AxisAnswer;
  readonly inauthenticity: AxisAnswer;
}

export interface AccountSubject {
  readonly kind: "account";
  readonly platform: string | null;
  readonly accountId: string;
  /** Handle at the time, for people. */
  readonly name: string | null;
}

export interface PairSubject {
  readonly kind: "pair";
  /** In the order of their keys, so that a pair is the same seen from either side. */
  readonly left: AccountSubject;
  readonly right: AccountSubject;
}

/** A cluster as it was when something was said of it. */
export interface ClusterSubject {
  readonly kind: "cluster";
  readonly key: string;
  readonly name: string;
  readonly accounts: number;
  /** See `sketchOf`: by it a cluster is known again when its key has changed. */
  readonly sketch: readonly string[];
}

export type Subject = ClusterSubject | AccountSubject | PairSubject;

/** What was done, apart from who, when and of what. */
export type Act =
  | ({ readonly act: "verdict"; readonly verdict: Verdict } & Axes)
  | { readonly act: "label"; readonly label: string }
  | { readonly act: "note" }
  /** Takes back one's own line, by its id. */
  | { readonly act: "withdraw"; readonly withdraws: string };

export type VerdictLine = {
  readonly schema: 1;
  /** ISO 8601, UTC, milliseconds. */
  readonly at: string;
  readonly who: string;
  readonly subject: Subject;
  /** Why; of a note, the note itself. Never empty. */
  readonly reason: string;
} & Act;

/** What a verdict says on the two axes before the analyst has changed an answer that it leaves open. */
export function presetAxes(verdict: Verdict): Axes {
  if (verdict === "coordinated-inauthentic") return { coordination: "yes", inauthenticity: "yes" };
  if (verdict === "coordinated-organic") return { coordination: "yes", inauthenticity: "no" };
  if (verdict === "not coordinated") return { coordination: "no", inauthenticity: "cannot tell" };
  return { coordination: "cannot tell", inauthenticity: "cannot tell" };
}

/** Whether the two answers can stand under this verdict. Spam leaves both open; "cannot tell" leaves at least one unanswered. */
export function isConsistent(verdict: Verdict, { coordination, inauthenticity }: Axes): boolean {
  if (verdict === "coordinated-inauthentic") return coordination === "yes" && inauthenticity === "yes";
  if (verdict === "coordinated-organic") return coordination === "yes" && inauthenticity === "no";
  if (verdict === "not coordinated") return coordination === "no";
  return verdict === "commercial spam" || coordination === "cannot tell" || inauthenticity === "cannot tell";
}

/** What verdicts hang on: the same for the same subject in every run. */
export function subjectKey(subject: Subject): string {
  if (subject.kind === "cluster") return `cluster:${subject.key}`;
  if (subject.kind === "account") return `account:${JSON.stringify([subject.platform ?? "", subject.accountId])}`;
  return `pair:${[subject.left, subject.right].map(subjectKey).sort().join(" ")}`;
}

/** The two of a pair in the order in which they are stored. */
export function pairOf(one: AccountSubject, other: AccountSubject): PairSubject {
  const [left, right] = subjectKey(one) < subjectKey(other) ? [one, other] : [other, one];
  return { kind: "pair", left, right };
}

/** One line without its end, always with the same fields in the same order: two that say the same are equal as text. */
export function formatLine(line: VerdictLine): string {
  const { at, who, subject, reason, act } = line;
  const what =
    line.act === "verdict"
      ? { verdict: line.verdict, coordination: line.coordination, inauthenticity: line.inauthenticity }
      : line.act === "label"
        ? { label: line.label }
        : line.act === "withdraw"
          ? { withdraws: line.withdraws }
          : {};
  return JSON.stringify({ schema: 1, at, who, act, ...what, reason, subject: tidySubject(subject) });
}

/** Follows from everything a line says, so that a copy of it is known as one. */
export function lineId(line: VerdictLine): string {
  return hashHex(formatLine(line));
}

function tidySubject(subject: Subject): Subject {
  if (subject.kind === "cluster") {
    const { kind, key, name, accounts, sketch } = subject;
    return { kind, key, name, accounts, sketch };
  }
  if (subject.kind === "pair") return pairOf(tidyAccount(subject.left), tidyAccount(subject.right));
  return tidyAccount(subject);
}

function tidyAccount({ kind, platform, accountId, name }: AccountSubject): AccountSubject {
  return { kind, platform, accountId, name };
}
