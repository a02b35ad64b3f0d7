import type { TieColumns, Ties, TieTable } from "../clusters/tie-columns.ts";

/**
 * `GET api/edges`: pairs of a case in as few bytes as a browser reads without parsing.
 *
 * | bytes | what |
 * |---|---|
 * | 4 | "MTI1" |
 * | 4 | length of the header, a multiple of 8 |
 * | … | header: JSON in UTF-8, padded with spaces (`TieTable`, and `rows`, `accounts`) |
 * | 8 × rows | standsAt, float64 |
 * | 4 × rows | bits, float32 |
 * | 4 × rows, three times | a, b, objects, uint32 |
 * | 4 × accounts, twice | account, cluster, uint32 |
 * | rows | trace, uint8 |
 *
 * Little-endian. 25 bytes a row and 8 an account: 50,000 rows are 1.3 MB.
 */
const MAGIC = 0x3149544d;
const PREFIX = 8;

interface Header extends TieTable {
  readonly rows: number;
  readonly accounts: number;
}

export function encodeTies({ columns, ...table }: Ties): Uint8Array {
  const header: Header = { ...table, rows: columns.count, accounts: columns.account.length };
  const text = new TextEncoder().encode(JSON.stringify(header));
  const headerLength = Math.ceil(text.length / 8) * 8;
  const bytes = new Uint8Array(PREFIX + headerLength + 25 * header.rows + 8 * header.accounts).fill(SPACE, PREFIX);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, MAGIC, true);
  view.setUint32(4, headerLength, true);
  bytes.set(text, PREFIX);
  const into = sections(bytes.buffer, PREFIX + headerLength, header);
  for (const name of COLUMNS) into[name].set(columns[name]);
  return bytes;
}

/** @throws when the bytes are no answer of this version's server */
export function decodeTies(buffer: ArrayBuffer): Ties {
  const view = new DataView(buffer);
  if (buffer.byteLength < PREFIX || view.getUint32(0, true) !== MAGIC) {
    throw new Error("exports: these bytes are no list of pairs");
  }
  const headerLength = view.getUint32(4, true);
  const text = new TextDecoder().decode(new Uint8Array(buffer, PREFIX, headerLength));
  const { rows, accounts, ...table } = JSON.parse(text) as Header;
  const expected = PREFIX + headerLength + 25 * rows + 8 * accounts;
  if (buffer.byteLength !== expected) throw new Error(`exports: ${buffer.byteLength} bytes of pairs, not ${expected}`);
  const columns = sections(buffer, PREFIX + headerLength, { rows, accounts });
  return { ...table, columns: { count: rows, ...columns } };
}

const SPACE = 32;
const COLUMNS = ["standsAt", "bits", "a", "b", "objects", "account", "cluster", "trace"] as const;

function sections(
  buffer: ArrayBufferLike,
  start: number,
  { rows, accounts }: Pick<Header, "rows" | "accounts">,
): Omit<TieColumns, "count"> {
  let at = start;
  const next = (bytes: number): number => {
    const from = at;
    at += bytes;
    return from;
  };
  return {
    standsAt: new Float64Array(buffer, next(8 * rows), rows),
    bits: new Float32Array(buffer, next(4 * rows), rows),
    a: new Uint32Array(buffer, next(4 * rows), rows),
    b: new Uint32Array(buffer, next(4 * rows), rows),
    objects: new Uint32Array(buffer, next(4 * rows), rows),
    account: new Uint32Array(buffer, next(4 * accounts), accounts),
    cluster: new Uint32Array(buffer, next(4 * accounts), accounts),
    trace: new Uint8Array(buffer, next(rows), rows),
  };
}
