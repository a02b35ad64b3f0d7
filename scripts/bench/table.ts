import type { Cost } from "./measure.ts";

/** A Markdown table; numbers are right-aligned. */
export function markdownTable(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const numeric = header.map(
    (_, column) => rows.length > 0 && rows.every((row) => /^[\d.,–-]/.test(row[column] ?? "")),
  );
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(header), line(numeric.map((right) => (right ? "---:" : "---"))), ...rows.map(line)].join("\n");
}

/** Cells for a cost: wall, CPU, memory. */
export function costCells({ wallS, cpuS, peakBytes }: Cost): string[] {
  return [`${wallS.toFixed(1)} s`, `${cpuS.toFixed(1)} s`, `${(peakBytes / 1e9).toFixed(2)} GB`];
}
