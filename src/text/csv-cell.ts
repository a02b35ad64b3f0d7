/**
 * A text as a cell of CSV that a spreadsheet obeys in nothing: what it would take for a formula gets a leading apostrophe, controls and
 * marks of direction become their code points, "[U+202E]". The same rules as of the tables of a case (`store/csv-files.ts`).
 */
export function csvCell(text: string): string {
  const visible = HIDDEN.test(text) ? text.replace(ALL_HIDDEN, codePoint) : text;
  const inert = FORMULA.test(visible) && !NUMBER.test(visible) ? `'${visible}` : visible;
  return /[",\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}

const SIGNS =
  "[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\x7F-\\x9F\\u{AD}\\u{61C}\\u{200B}\\u{200E}\\u{200F}\\u{2028}-\\u{202E}\\u{2060}-\\u{2069}\\u{FEFF}\\u{E0000}-\\u{E007F}]";
const HIDDEN = new RegExp(SIGNS, "u");
const ALL_HIDDEN = new RegExp(SIGNS, "gu");
const FORMULA = /^(?:[\t\n\f\r ]*[=+@＝＋＠－-]|[\t\r\n])/;
const NUMBER = /^[+-]?[0-9]+(?:[.][0-9]+)?(?:e[+-]?[0-9]+)?$/i;

function codePoint(sign: string): string {
  return `[U+${sign.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0")}]`;
}
