import { formatCount } from "../text/figures.ts";
import type { ParityManifest } from "./parity-manifest.ts";

/** What every parity run says first, on the terminal and in its folder. */
export const NO_CLAIM =
  "This repeats another tool's figures. Marionet claims nothing by it: no pair was tested against chance, no cluster was looked for, no account is called coordinated.";

/** `summary.md` of a parity run. */
export function paritySummary(manifest: ParityManifest): string {
  const { like, parameters, layout, rows, counts, thresholds, tables, issues } = manifest;
  const parts = [
    `# As ${like.title} ${like.version} has it`,
    NO_CLAIM,
    `docs/peers.md tells what the columns mean, what differs from Marionet's own way, and which defects are repeated here.`,
    "## What was run",
    list(settingsOf(parameters)),
    `Read as ${layout === "posts" ? "an export of posts, mapped to the tool's columns" : `a table in the layout ${layout}, row by row`}: ${formatCount(rows.read)} rows, ${formatCount(rows.rejected)} set aside (rejects.csv).`,
    "## What came of it",
    list([
      ...Object.entries(counts).map(([name, count]) => `${worded(name)}: ${formatCount(count)}`),
      ...Object.entries(thresholds).map(([name, value]) => `weights above ${value} are marked (${name} window)`),
    ]),
    "## Tables",
    list(tables.map((table) => `\`${table.path}\`: ${formatCount(table.rows)} rows`)),
    ...(issues.length === 0 ? [] : ["## Worth knowing", list(issues.map(({ message }) => message))]),
    "## Cite",
    `${like.title}: doi ${like.doi}; ${like.source}.`,
  ];
  return `${parts.join("\n\n")}\n`;
}

/** "window: 60 s", "keep loops: no". */
export function settingsOf(parameters: ParityManifest["parameters"]): string[] {
  return Object.entries(parameters).map(([name, value]) => {
    if (name.endsWith("S")) return `${worded(name.slice(0, -1))}: ${value === null ? "none" : `${value} s`}`;
    return `${worded(name)}: ${value === true ? "yes" : value === false ? "no" : value}`;
  });
}

/** "pairsOfShares" to "pairs of shares". */
export function worded(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

function list(lines: readonly string[]): string {
  return lines.map((line) => `- ${line}`).join("\n");
}
