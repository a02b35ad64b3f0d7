import { computed, signal } from "@preact/signals";
import { type Book, bookOf } from "../../src/clusters/verdicts/book.ts";
import type { Draft } from "../../src/clusters/verdicts/draft.ts";
import type { VerdictLine } from "../../src/clusters/verdicts/line.ts";
import { parseLine } from "../../src/clusters/verdicts/parse.ts";
import {
  portionsOf,
  type VerdictsAnswer,
  type VerdictsRequest,
  type VerdictsWritten,
} from "../../src/exports/verdicts.ts";
import { ask, tell } from "./answer.ts";
import { sentenceOf } from "./sentence.ts";

const KEY = "marionet-analyst";
const PATH = "api/verdicts";
const NONE: VerdictsAnswer = { lines: [], issues: [], readOnly: null, compositions: [], accounts: {} };

/** What analysts wrote; null until the server has said it. */
export const verdicts = signal<VerdictsAnswer | null>(null);
/** By subject. */
export const book = computed<Book>(() => {
  const { lines, compositions } = verdicts.value ?? NONE;
  return bookOf(lines, compositions);
});
/** Who sits at this desk; asked once and kept in this browser alone. */
export const analyst = signal(storedName());
/** Counts up when the reader asks by key for the form, so that it takes the focus. */
export const formWanted = signal(0);

/** Asked once, after the page stands. Without an answer all can be looked at and nothing be written. */
export async function loadVerdicts(): Promise<void> {
  try {
    verdicts.value = await ask<VerdictsAnswer>(PATH);
  } catch (error) {
    verdicts.value = { ...NONE, readOnly: sentenceOf(error) };
  }
}

/** Keeps one entry. Returns why it could not be kept, or null. */
export async function writeEntry(draft: Draft): Promise<string | null> {
  try {
    verdicts.value = await send({ write: draft });
    return null;
  } catch (error) {
    return sentenceOf(error);
  }
}

/** What became of a colleague's file. */
export interface Imported {
  readonly added: number;
  readonly known: number;
  /** Rows that were not taken, and why. */
  readonly setAside: readonly string[];
}

/** Adds the lines of a colleague's file; those that are there already are left alone, bad ones set aside. */
export async function importFile(file: File): Promise<Imported> {
  let text: string;
  try {
    text = await file.text();
  } catch {
    return { added: 0, known: 0, setAside: [`${file.name} could not be read; is it still there?`] };
  }
  const lines: VerdictLine[] = [];
  const setAside: string[] = [];
  for (const [index, row] of text.split("\n").entries()) {
    if (row.trim() === "") continue;
    const parsed = parseLine(row);
    if ("why" in parsed) setAside.push(`Row ${index + 1}: ${parsed.why}.`);
    else lines.push(parsed.value);
  }
  let added = 0;
  let known = 0;
  for (const portion of portionsOf(lines)) {
    try {
      const written = await send({ import: portion });
      verdicts.value = written;
      added += written.added;
      known += written.known;
    } catch (error) {
      setAside.push(`${portion.length} from ${portion[0]?.at.slice(0, 10)} on: ${sentenceOf(error)}`);
    }
  }
  return { added, known, setAside };
}

export function nameAnalyst(name: string): void {
  analyst.value = name;
  try {
    localStorage.setItem(KEY, name);
  } catch {
    // A browser that forbids storage asks again next time.
  }
}

function send(request: VerdictsRequest): Promise<VerdictsWritten> {
  return tell<VerdictsWritten>(PATH, request);
}

function storedName(): string {
  try {
    return localStorage.getItem(KEY) ?? "";
  } catch {
    return "";
  }
}
