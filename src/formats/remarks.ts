import type { Issue } from "../corpus/issue.ts";
import type { Source } from "../store/reader.ts";
import type { StageCount } from "../store/staging.ts";
import type { Choice } from "./choice.ts";

/** What the user is told about one file and about all of them: nothing of it stops the work. */

/** A file without any record, or null. */
export function emptinessOf(source: Source): Issue | null {
  const { path, bytes, container, lines, head, headIsAll } = source.inspection;
  const issue = (code: string, message: string): Issue => ({ code, severity: "warning", file: path, message });
  if (bytes === 0 || (container !== "parquet" && headIsAll && head.trim() === "")) {
    return issue("file-empty", `${path} is empty.`);
  }
  if (container === "table" && headIsAll && source.sample.length === 0 && lines <= 1) {
    return issue("file-header-only", `${path} has a header but no row behind it.`);
  }
  if (container === "json" && headIsAll && /^\s*(\[\s*\]|\{\s*\})\s*$/.test(head)) {
    return issue("file-empty", `${path} holds no record.`);
  }
  return null;
}

export function bytesRemark(source: Source, openQuoteRow: number | null): Issue[] {
  const { path: file, firstBadRow } = source.inspection;
  const issues: Issue[] = [];
  if (firstBadRow !== null) {
    const message = `${file} holds bytes that are not UTF-8 text, first in row ${firstBadRow}; they were replaced by U+FFFD.`;
    issues.push({ code: "bytes-undecodable", severity: "warning", file, row: firstBadRow, message });
  }
  if (openQuoteRow !== null) {
    const message = `${file}: a quote opened in row ${openQuoteRow} is never closed, so all behind it is one cell; close it and try again.`;
    issues.push({ code: "quote-open", severity: "warning", file, row: openQuoteRow, message });
  }
  return issues;
}

export function choiceRemarks(source: Source, choice: Choice): Issue[] {
  const file = source.inspection.path;
  const issues: Issue[] = [];
  if (choice.doubt !== null) {
    issues.push({ code: "format-doubt", severity: "warning", file, message: `${file}: ${choice.doubt}` });
  }
  for (const column of choice.destroyed) {
    const message = `${file}: the ids in column "${column}" lost their last digits (a spreadsheet or a float), so they are not used.`;
    issues.push({ code: "ids-destroyed", severity: "warning", file, column, message });
  }
  return issues;
}

export function countRemarks(file: string, count: StageCount): Issue[] {
  const issues: Issue[] = [];
  const number = (n: number) => n.toLocaleString("en");
  if (count.derived > 0) {
    const some = count.derived === count.kept ? "" : ` for ${number(count.derived)} of ${number(count.kept)} posts`;
    const message = `${file} has no usable post ids${some}; they are derived from account, time and content and begin with "d-".`;
    issues.push({ code: "ids-derived", severity: "note", file, message });
  }
  if (count.unzoned > 0) {
    const message = `${file}: ${number(count.unzoned)} times name no time zone and are read as UTC.`;
    issues.push({ code: "zone-assumed", severity: "note", file, message });
  }
  if (count.repeated > 0) {
    const message = `${file}: ${number(count.repeated)} rows repeat the id of an earlier post and are set aside.`;
    issues.push({ code: "post-id-duplicate", severity: "warning", file, message });
  }
  return issues;
}

export function renamedRemark(renamed: number): Issue[] {
  if (renamed === 0) return [];
  const message = `${renamed.toLocaleString("en")} rows repeat a post (same account, time and content without an id, or one id with several objects); all are kept, their ids end in "#2", "#3".`;
  return [{ code: "ids-repeated", severity: "note", message }];
}
