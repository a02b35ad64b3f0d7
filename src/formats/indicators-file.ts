import { UserError } from "../corpus/issue.ts";
import type { Source } from "../store/reader.ts";
import { pickColumns } from "./columns.ts";
import { listColumns } from "./override.ts";
import { anyTime } from "./times.ts";

/** How a file of indicators of sites will be read: SQL for the columns of the table `indicators`. */
export interface IndicatorsChoice {
  readonly format: string;
  readonly domain: string;
  readonly type: string;
  readonly value: string;
  readonly firstSeenMs: string;
  readonly lastSeenMs: string;
  readonly source: string;
  readonly wanted: readonly number[];
}

/** Marionet's `indicators.csv`, or the triples that the Information Laundromat writes. */
export function chooseIndicators(source: Source): IndicatorsChoice {
  const { cell, wanted } = pickColumns(source);
  const domain = cell("domain", "domain_name");
  const type = cell("indicator_type");
  const laundromat = source.names.includes("indicator_content");
  const value = cell("indicator_value", "indicator_content");
  if (domain === undefined || type === undefined || value === undefined) {
    throw new UserError(
      "indicators-column-missing",
      `${source.inspection.path} is no file of indicators: it needs domain, indicator_type and indicator_value; its columns are ${listColumns(source.names)}.`,
    );
  }
  return {
    format: laundromat ? "laundromat-indicators" : "marionet-indicators",
    domain: bareHost(domain),
    type: `lower(trim(${type}))`,
    value: `trim(${value})`,
    firstSeenMs: anyTime(cell("first_seen")) ?? "null",
    lastSeenMs: anyTime(cell("last_seen")) ?? "null",
    source: cell("source") ?? "null",
    wanted: [...wanted].sort((a, b) => a - b),
  };
}

/** Host of a domain written as a domain or as an address: no scheme, path, port or final dot; lower case. */
function bareHost(sql: string): string {
  return `nullif(rtrim(regexp_extract(lower(trim(${sql})), '^(?:[a-z][a-z0-9+.-]*://)?(?:[^/@]*@)?([^/:?#\\s]+)', 1), '.'), '')`;
}
