import type { Interval } from "./interval.ts";

/** A Markdown table. Cells come from files of others: they can neither break the table nor carry markup. */
export function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(inert).join(" | ")} |`;
  return [line(heads), line(heads.map(() => "---")), ...rows.map(line)].join("\n");
}

/** Two decimals, its interval behind it in brackets; a dash where the figure does not exist. */
export function figure(value: number | null, interval: Interval | null = null, digits = 2): string {
  if (value === null) return "-";
  const text = value.toFixed(digits);
  if (interval === null) return text;
  return `${text} (${interval.low.toFixed(digits)} to ${interval.high.toFixed(digits)})`;
}

const inert = (cell: string): string => cell.replace(/\p{C}/gu, "").replace(/[\\|<>`*_[\]]/g, "\\$&");
