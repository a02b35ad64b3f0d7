import { LINK_PATTERN } from "./defang.ts";
import type { WordRun } from "./difference.ts";

/**
 * A text in parts, those that hold the question to be marked; case does not matter, as in the search itself. A link is marked whole:
 * cut in the middle it would no longer be known for a link, and would stand on the page as it was posted.
 */
export function hitRuns(text: string, question: string): readonly WordRun[] {
  const lower = text.toLowerCase();
  const wanted = question.toLowerCase();
  // A few letters change length when lowered; then places would not fit, and nothing is marked.
  if (wanted === "" || lower.length !== text.length) return [{ text, differs: false }];
  const links = [...text.matchAll(LINK_PATTERN)].map(({ index, 0: link }) => [index, index + link.length] as const);
  const runs: WordRun[] = [];
  let from = 0;
  for (let at = lower.indexOf(wanted); at !== -1; at = lower.indexOf(wanted, from)) {
    const end = at + wanted.length;
    const cut = links.filter(([start, stop]) => start < end && stop > at);
    // A hit may begin in what the last one took with it.
    const begin = Math.max(from, Math.min(at, ...cut.map(([start]) => start)));
    const stop = Math.max(end, ...cut.map(([, linkEnd]) => linkEnd));
    if (begin > from) runs.push({ text: text.slice(from, begin), differs: false });
    runs.push({ text: text.slice(begin, stop), differs: true });
    from = stop;
  }
  if (from < text.length) runs.push({ text: text.slice(from), differs: false });
  return runs;
}
