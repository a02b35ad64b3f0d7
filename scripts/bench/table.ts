/** A Markdown table; numbers are right-aligned. */
export function markdownTable(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const numeric = header.map(
    (_, column) => rows.length > 0 && rows.every((row) => /^[\d.,–-]/.test(row[column] ?? "")),
  );
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(header), line(numeric.map((right) => (right ? "---:" : "---"))), ...rows.map(line)].join("\n");
}
