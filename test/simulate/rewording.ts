/**
 * Share of texts that have a near-duplicate among the others: five-word runs (characters in Chinese) whose Jaccard overlap is above
 * 0.6. For lines that grammar wrote anew.
 */
export function nearDuplicates(texts: readonly string[]): number {
  const runs = texts.map(fiveRuns).filter((set) => set.size > 0);
  const isNear = (a: ReadonlySet<string>, b: ReadonlySet<string>) => {
    let common = 0;
    for (const run of a) if (b.has(run)) common++;
    return common / (a.size + b.size - common) > 0.6;
  };
  return runs.filter((a, i) => runs.some((b, j) => i !== j && isNear(a, b))).length / Math.max(1, runs.length);
}

function fiveRuns(text: string): Set<string> {
  const tokens = /[\u4e00-\u9fff]/.test(text) ? [...text] : text.toLowerCase().split(/\s+/);
  const found = new Set<string>();
  for (let i = 0; i + 5 <= tokens.length; i++) found.add(tokens.slice(i, i + 5).join(" "));
  return found;
}
