import type { WordRun } from "./difference.ts";

/** A text in parts, those that hold the question to be marked; case does not matter, as in the search itself. */
export function hitRuns(text: string, question: string): readonly WordRun[] {
  const lower = text.toLowerCase();
  const wanted = question.toLowerCase();
  // A few letters change length when lowered; then places would not fit, and nothing is marked.
  if (wanted === "" || lower.length !== text.length) return [{ text, differs: false }];
  const runs: WordRun[] = [];
  let from = 0;
  for (let at = lower.indexOf(wanted); at !== -1; at = lower.indexOf(wanted, from)) {
    if (at > from) runs.push({ text: text.slice(from, at), differs: false });
    runs.push({ text: text.slice(at, at + wanted.length), differs: true });
    from = at + wanted.length;
  }
  if (from < text.length) runs.push({ text: text.slice(from), differs: false });
  return runs;
}
