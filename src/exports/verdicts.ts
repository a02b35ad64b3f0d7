import type { Draft } from "../clusters/verdicts/draft.ts";
import { formatLine, type VerdictLine } from "../clusters/verdicts/line.ts";
import type { Composition } from "../clusters/verdicts/overlap.ts";
import type { Issue } from "../corpus/issue.ts";

/** `GET api/verdicts`: what analysts wrote, and what of this run it may be about. */
export interface VerdictsAnswer {
  readonly lines: readonly VerdictLine[];
  /** Lines that could not be read, by row. */
  readonly issues: readonly Issue[];
  /** Null: may be written to. Else one sentence why not. */
  readonly readOnly: string | null;
  /** Clusters of this run, where any line speaks of a cluster. */
  readonly compositions: readonly Composition[];
  /** Number in this case of each account that a line speaks of, by `subjectKey`; an account that is not in the case is left out. */
  readonly accounts: Readonly<Record<string, number>>;
}

/** `POST api/verdicts` */
export type VerdictsRequest = { readonly write: Draft } | { readonly import: readonly VerdictLine[] };

export interface VerdictsWritten extends VerdictsAnswer {
  /** Lines that are new, and those that were there already. */
  readonly added: number;
  readonly known: number;
}

/** Largest body of a POST, in bytes. */
export const BODY_LIMIT = 16_384;

/** The file as a colleague gets it. */
export function verdictsText(lines: readonly VerdictLine[]): string {
  return lines.map((line) => `${formatLine(line)}\n`).join("");
}

/** Lines in portions of which each fits into the body of one POST; a line too long for any is a portion of its own, to be refused by name. */
export function portionsOf(lines: readonly VerdictLine[]): VerdictLine[][] {
  const portions: VerdictLine[][] = [];
  let room = 0;
  for (const line of lines) {
    const size = new TextEncoder().encode(formatLine(line)).length + 1;
    const last = portions[portions.length - 1];
    if (last === undefined || size > room) {
      portions.push([line]);
      room = BODY_LIMIT - '{"import":[]}'.length - size;
    } else {
      last.push(line);
      room -= size;
    }
  }
  return portions;
}
