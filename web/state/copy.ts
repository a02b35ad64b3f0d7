import { signal } from "@preact/signals";
import type { Answer, CaseAnswers } from "../../src/exports/questions.ts";
import type { SharedFront } from "../../src/exports/shared-case.ts";

/**
 * The page as a copy of a case in one file: its data stand packed in blocks of the document, and every question is answered from
 * there. Nothing is asked of anybody, and nothing can be written.
 */

/** Set once the first block has been read; null: a case served from this machine. */
export const copy = signal<SharedFront | null>(null);

let front: Promise<SharedFront> | null = null;
let answers: Promise<CaseAnswers> | null = null;

export function isCopy(): boolean {
  return document.getElementById("case") !== null;
}

/** Errors: `Error` with one sentence when the data cannot be read. */
export async function askCopy(path: string): Promise<Answer> {
  const [name = "", query = ""] = path.replace(/^api\//, "").split("?", 2);
  front ??= openFront();
  const { overview } = await front;
  // The first screen does not wait for the rest.
  if (name === "overview") return { status: 200, body: overview };
  answers ??= openClusters(await front);
  const { QUESTIONS } = await import("../../src/exports/questions.ts");
  const question = Object.hasOwn(QUESTIONS, name) ? QUESTIONS[name] : undefined;
  if (question === undefined) {
    return { status: 404, error: "A copy of a case cannot answer this; open the case itself with npm run explore." };
  }
  return question(await answers, new URLSearchParams(query));
}

async function openFront(): Promise<SharedFront> {
  const json = await unpack("case");
  const { readFront } = await import("../../src/exports/shared-case.ts");
  copy.value = readFront(json);
  return copy.value;
}

/** The tables, by far the largest block, wait for the first question about posts. */
async function openClusters({ about, overview }: SharedFront): Promise<CaseAnswers> {
  const [{ readClusters, readRows }, { sharedAnswers }] = await Promise.all([
    import("../../src/exports/shared-case.ts"),
    import("../../src/exports/shared-answers.ts"),
  ]);
  const clusters = readClusters(await unpack("case-clusters"));
  return sharedAnswers({ about, overview, clusters }, async () => readRows(await unpack("case-rows")));
}

async function unpack(id: string): Promise<string> {
  if (typeof DecompressionStream === "undefined") {
    throw new Error("This browser is too old to unpack the data of this file; open it with a newer one.");
  }
  try {
    const bytes = Uint8Array.from(atob(document.getElementById(id)?.textContent ?? ""), (sign) => sign.charCodeAt(0));
    return await new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).text();
  } catch {
    throw new Error("The data of this file are damaged; ask for the file anew, or write it again from the case.");
  }
}
