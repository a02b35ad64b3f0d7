/**
 * Delimited text (CSV, TSV, `;`) as a person at a spreadsheet would read it, more forgiving than any parser of DuckDB: a quote
 * opens a quoted cell only at the cell's beginning, a quote in mid-cell is a letter, line ends are LF, CRLF or a bare CR.
 */

export type Delimiter = "," | ";" | "\t" | "|";

const DELIMITERS: readonly Delimiter[] = [",", ";", "\t", "|"];

/** The delimiter that stands most often in the first line, outside quotes. */
export function sniffDelimiter(head: string): Delimiter {
  const counts = new Map<string, number>();
  let quoted = false;
  for (const letter of head) {
    if (letter === '"') quoted = !quoted;
    else if (!quoted && (letter === "\n" || letter === "\r")) break;
    else if (!quoted) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  }
  const count = (delimiter: Delimiter) => counts.get(delimiter) ?? 0;
  return DELIMITERS.reduce((best, one) => (count(one) > count(best) ? one : best));
}

/** The first records of a text; the last may be cut when the text is. */
export function firstRecords(text: string, delimiter: Delimiter, limit: number): string[][] {
  const records: string[][] = [];
  const reader = new DelimitedReader(delimiter, 1_000_000, (cells) => {
    if (records.length < limit && cells !== null) records.push([...cells]);
  });
  // A piece at a time, so that a long text is not cut into cells beyond what is asked for.
  for (let from = 0; from < text.length && records.length < limit; from += 8192)
    reader.take(text.slice(from, from + 8192));
  if (records.length < limit) reader.finish();
  return records;
}

/** Gets the cells of one record, or null for a record longer than the limit, and its row. A blank line has one empty cell. */
export type OnRecord = (cells: readonly string[] | null, row: number) => void;

/** Cuts text, given in pieces, into records. Keeps at most one record, and of that at most `maxRecordLength` characters. */
export class DelimitedReader {
  private cells: string[] = [];
  private cell = "";
  private length = 0;
  private row = 1;
  private state: "start" | "bare" | "quoted" | "quoteInQuoted" = "start";
  /** Carriage returns since the last record, while no other letter has come: CR LF and CR CR LF are one line end. */
  private afterCr = 0;
  private any = false;

  constructor(
    private readonly delimiter: Delimiter,
    private readonly maxRecordLength: number,
    private readonly onRecord: OnRecord,
  ) {}

  take(text: string): void {
    const delimiter = this.delimiter.charCodeAt(0);
    const n = text.length;
    let from = 0;
    for (let i = 0; i < n; i++) {
      const c = text.charCodeAt(i);
      if (this.afterCr > 0) {
        if (c === 0x0a || c === 0x0d) {
          this.afterCr = c === 0x0d ? this.afterCr + 1 : 0;
          from = i + 1;
          continue;
        }
        for (; this.afterCr > 1; this.afterCr--) this.endRecord();
        this.afterCr = 0;
      }
      if (this.state === "quoted") {
        if (c === 0x22) {
          this.add(text, from, i);
          this.state = "quoteInQuoted";
          from = i + 1;
        }
        continue;
      }
      if (this.state === "quoteInQuoted" && c === 0x22) {
        // A doubled quote stands for one.
        from = i;
        this.state = "quoted";
        continue;
      }
      if (c === delimiter) {
        this.add(text, from, i);
        this.endCell();
        from = i + 1;
      } else if (c === 0x0a || c === 0x0d) {
        this.add(text, from, i);
        this.endRecord();
        if (c === 0x0d) this.afterCr = 1;
        from = i + 1;
      } else if (c === 0x22 && this.state === "start") {
        this.state = "quoted";
        this.any = true;
        from = i + 1;
      } else if (this.state === "start" || this.state === "quoteInQuoted") this.state = "bare";
    }
    this.add(text, from, n);
  }

  /** The end of the text. True when it came inside quotes: everything since the opening quote is one cell. */
  finish(): boolean {
    const open = this.state === "quoted";
    if (this.any || this.cells.length > 0 || this.cell !== "") this.endRecord();
    return open;
  }

  private add(text: string, from: number, to: number): void {
    if (to <= from) return;
    this.any = true;
    this.length += to - from;
    if (this.length > this.maxRecordLength) {
      this.cells = [];
      this.cell = "";
    } else this.cell += text.slice(from, to);
  }

  private endCell(): void {
    this.any = true;
    this.length++;
    if (this.length <= this.maxRecordLength) this.cells.push(this.cell);
    this.cell = "";
    this.state = "start";
  }

  private endRecord(): void {
    this.endCell();
    this.onRecord(this.length > this.maxRecordLength + 1 ? null : this.cells, this.row);
    this.row++;
    this.cells = [];
    this.length = 0;
    this.any = false;
  }
}
