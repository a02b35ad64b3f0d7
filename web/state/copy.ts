import { signal } from "@preact/signals";
import type { Answer, CaseAnswers } from "../../src/exports/questions.ts";
import type { SharedAbout } from "../../src/exports/shared-case.ts";

/**
 * The page as a copy of a case in one file: its data stand packed in a block of the document, and every question is answered from
 * there. Nothing is asked of anybody, and nothing can be written.
 */
export interface Copy {
  readonly about: SharedAbout;
  /** What it holds and what it leaves out. */
  readonly scope: readonly string[];
}

/** Set once the data have been read; null: a case served from this machine. */
export const copy = signal<Copy | null>(null);

let opened: Promise<CaseAnswers> | null = null;

export function isCopy(): boolean {
  return document.getElementById("case") !== null;
}

/** Errors: `Error` with one sentence when the data cannot be read. */
export async function askCopy(path: string): Promise<Answer> {
  opened ??= openCopy();
  const answers = await opened;
  const { QUESTIONS } = await import("../../src/exports/questions.ts");
  const [name = "", query = ""] = path.replace(/^api\//, "").split("?", 2);
  const question = Object.hasOwn(QUESTIONS, name) ? QUESTIONS[name] : undefined;
  if (question === undefined) {
    return { status: 404, error: "A copy of a case cannot answer this; open the case itself with npm run explore." };
  }
  return question(answers, new URLSearchParams(query));
}

async function openCopy(): Promise<CaseAnswers> {
  const json = await unpack(document.getElementById("case")?.textContent ?? "");
  const [{ readShared, sharedScope }, { sharedAnswers }] = await Promise.all([
    import("../../src/exports/shared-case.ts"),
    import("../../src/exports/shared-answers.ts"),
  ]);
  const shared = readShared(json);
  copy.value = { about: shared.about, scope: sharedScope(shared) };
  return sharedAnswers(shared);
}

async function unpack(base64: string): Promise<string> {
  if (typeof DecompressionStream === "undefined") {
    throw new Error("This browser is too old to unpack the data of this file; open it with a newer one.");
  }
  try {
    const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
    return await new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).text();
  } catch {
    throw new Error("The data of this file are damaged; ask for the file anew, or write it again from the case.");
  }
}
