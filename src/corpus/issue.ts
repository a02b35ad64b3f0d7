/**
 * What went wrong with the user's input, as a value.
 *
 * Expected problems (a bad row, an unreadable time, a missing column) are collected and counted, never thrown: the rest of the
 * input goes on. A problem that ends the command is thrown as a `UserError`, which the command line prints as one sentence.
 */

export type Severity = "error" | "warning" | "note";

export interface Issue {
  /** Stable, machine-readable: `time-unreadable`, `row-ragged`, `post-id-duplicate`... */
  readonly code: string;
  readonly severity: Severity;
  /** Path as the user gave it. */
  readonly file?: string;
  /** Row as a spreadsheet counts: the header is row 1. In JSON, the n-th record counts from 1. */
  readonly row?: number;
  readonly column?: string;
  /** One sentence: what, where, what next. */
  readonly message: string;
}

/** The user's input or flags make it impossible to go on. Ends the command with exit code 1 and no stack trace. */
export class UserError extends Error {
  override readonly name = "UserError";
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}
