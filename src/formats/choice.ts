import { UserError } from "../corpus/issue.ts";
import type { Source } from "../store/reader.ts";
import { CATALOGUE } from "./catalogue.ts";
import { pickColumns } from "./columns.ts";
import { detectFormat, missingOf } from "./detect.ts";
import type { Format, PostMapping } from "./format.ts";
import { generic } from "./generic.ts";
import { listColumns, overrideMapping } from "./override.ts";

/** How one file of posts will be read. */
export interface Choice {
  readonly format: Format;
  /** Share of the format's columns found, 0 to 1. */
  readonly confidence: number;
  readonly mapping: PostMapping;
  /** Positions of the columns to read. */
  readonly wanted: readonly number[];
  /** Columns whose ids lost digits. */
  readonly destroyed: ReadonlySet<string>;
  /** What the format finds doubtful in the first records. */
  readonly doubt: string | null;
}

/**
 * The format the user named, or the one detected, or (with `map`) none but the columns the user named. Throws a `UserError` when author,
 * time or content cannot be found.
 */
export function chooseMapping(
  source: Source,
  formatName: string | undefined,
  map: Readonly<Record<string, string>>,
): Choice {
  const { path, container } = source.inspection;
  if (source.names.length === 0 && container === "json") {
    throw new UserError(
      "json-broken",
      `${path} begins like JSON but no record of it can be read; check that it is whole.`,
    );
  }
  const detected =
    formatName === undefined ? detectFormat(source, CATALOGUE) : { format: named(formatName), confidence: 1 };
  const format = detected?.format ?? generic;
  const columns = `its columns are ${listColumns(source.names)}`;
  const missing = missingOf(format, new Set(source.names.map((name) => name.toLowerCase())));
  if (formatName !== undefined && Object.keys(map).length === 0 && missing.length > 0) {
    throw new UserError(
      "format-columns-missing",
      `${path} is not in the format ${format.name}: it lacks ${missing.join(", ")}; ${columns}.`,
    );
  }
  const picker = pickColumns(source);
  const mapping = overrideMapping(format.map(picker.cell, picker.intact), map, picker.cell, path, source.names);
  const cure = `name the columns with --map, for example --map account_id=author,time=date,text=body; ${columns}`;
  if (mapping.timeText === undefined)
    throw new UserError("time-column-missing", `${path} has no column of times; ${cure}.`);
  if (mapping.accountId === undefined) {
    throw new UserError("account-column-missing", `${path} has no column of accounts; ${cure}.`);
  }
  const { text, urls, mediaHashes, targetPostId, targetAccountId, objectId } = mapping;
  if ([text, urls, mediaHashes, targetPostId, targetAccountId, objectId].every((one) => one === undefined)) {
    throw new UserError("content-column-missing", `${path} has no column of texts, links or targets; ${cure}.`);
  }
  const wanted = [...picker.wanted].sort((a, b) => a - b);
  const doubt = format.doubt?.(sampleRecords(source)) ?? null;
  return { format, confidence: detected?.confidence ?? 0, mapping, wanted, destroyed: picker.destroyed, doubt };
}

function sampleRecords(source: Source): Record<string, string>[] {
  return source.sample.map((record) =>
    Object.fromEntries(source.names.map((name, i) => [name.toLowerCase(), record[i] ?? ""])),
  );
}

function named(name: string): Format {
  const format = CATALOGUE.find((one) => one.name === name);
  if (format !== undefined) return format;
  const known = CATALOGUE.map((one) => one.name).join(", ");
  throw new UserError("format-unknown", `There is no format "${name}"; --format takes ${known}.`);
}
