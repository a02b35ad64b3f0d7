import { mostlyText, type PooledCompositionLine } from "./composition.ts";
import type { FigureGroup } from "./figures.ts";
import { figure, table } from "./markdown-table.ts";
import { FEWEST, type OverCases } from "./over-cases.ts";

const TITLES: Readonly<Record<FigureGroup, string>> = {
  clustering: "Clusters against labels",
  flags: "Flagged accounts against labels",
  ranking: "Ranking",
  operations: "Operations and their best-matching clusters",
  "unexplained operations": "The same when only unexplained clusters count",
  "flag rates": "How often innocent accounts are flagged",
};

/** Means over several cases as Markdown tables, one a group. */
export function overCasesMarkdown(
  lines: readonly OverCases[],
  composition: readonly PooledCompositionLine[],
  cases: number,
): string {
  const parts: string[] = [];
  for (const [group, title] of Object.entries(TITLES)) {
    const own = lines.filter((line) => line.group === group);
    if (own.length === 0) continue;
    parts.push(
      `### ${title}\n\n${table(
        ["of", "figure", "cases", "mean (95 % over cases)", "lowest", "highest"],
        own.map(({ of, what, cases: known, mean, interval, lowest, highest }) => [
          of,
          what,
          String(known),
          figure(mean, interval, digitsOf(what)),
          figure(lowest, null, digitsOf(what)),
          figure(highest, null, digitsOf(what)),
        ]),
      )}`,
    );
  }
  parts.push(`### What the clusters of all cases are made of\n\n${compositionTable(composition)}`);
  const few = cases < FEWEST ? ` Fewer than ${FEWEST} cases give no interval worth the name, so none is shown.` : "";
  return `Each case counts alike.${few} A figure that does not exist in a case (a precision where nothing is flagged) is left out of its mean; "cases" says how many have it.\n\n${parts.join("\n\n")}\n`;
}

function compositionTable(composition: readonly PooledCompositionLine[]): string {
  if (composition.length === 0) return "No clusters.";
  return table(
    ["reading", "mostly", "clusters", "in cases", "accounts"],
    composition.map((line) => [
      line.reading,
      mostlyText(line),
      String(line.clusters),
      String(line.cases),
      String(line.accounts),
    ]),
  );
}

/** Rates of false alarms are small. */
const digitsOf = (what: string): number =>
  what === "false positive rate" || what === "in any cluster" || what === "unexplained" ? 4 : 2;
