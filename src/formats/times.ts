/**
 * Times as formats write them, to milliseconds since 1970, UTC, in SQL. A time without a zone is read as UTC.
 */

type Sql = string | undefined;

/** Earliest and latest time believed: before the first, a date is a default (1970, 1900); after the last, a mistake. */
export const EARLIEST_MS = Date.UTC(1990, 0, 1);
export const LATEST_MS = Date.UTC(2100, 0, 1);

/** Seconds since 1970, also with a fraction. */
export function secondsTime(sql: Sql): Sql {
  if (sql === undefined) return undefined;
  return `cast(round(${bounded(sql, 1e11)} * 1000) as bigint)`;
}

/** A number since 1970 in seconds, milliseconds or microseconds, told apart by size. */
export function epochTime(sql: Sql): Sql {
  if (sql === undefined) return undefined;
  const number = bounded(sql, 1e17);
  return `cast(round(case when abs(${number}) < 1e11 then ${number} * 1000 when abs(${number}) < 1e14 then ${number} else ${number} / 1000 end) as bigint)`;
}

/** A huge number would overflow the cast to an integer: it is no time. */
function bounded(sql: string, limit: number): string {
  return `(case when abs(try_cast(${sql} as double)) < ${limit} then try_cast(${sql} as double) end)`;
}

/** ISO 8601 and its relatives: `2015-12-16T01:02:03.000Z`, `2015-12-16 01:02`, with or without an offset. */
export function isoTime(sql: Sql): Sql {
  if (sql === undefined) return undefined;
  // Four digits and a dash first, or DuckDB would also take 'infinity' and 'epoch'.
  // DuckDB wants seconds before an offset; the second form adds them.
  const whole = `regexp_replace(trim(${sql}), '([T ][0-9]{2}:[0-9]{2})(:[0-9.]+)? ?(UTC|GMT|Z|[+-][0-9:]+)$', '\\1:00\\3')`;
  const minutes = `replace(replace(${whole}, 'UTC', 'Z'), 'GMT', 'Z')`;
  return `(case when regexp_matches(${sql}, '^\\s*[0-9]{4}-[0-9]') then epoch_ms(coalesce(try_cast(trim(${sql}) as timestamptz), try_cast(${minutes} as timestamptz))) end)`;
}

/** Month first, as US programs and spreadsheets write: `8/7/15 9:54`, `10/1/2017 19:58:00`, `1:05 PM`. */
export function usTime(sql: Sql): Sql {
  if (sql === undefined) return undefined;
  const forms = ["%m/%d/%Y %H:%M", "%m/%d/%Y %H:%M:%S", "%m/%d/%Y %I:%M %p", "%m/%d/%Y %I:%M:%S %p", "%m/%d/%Y"];
  const short = forms.map((form) => form.replace("%Y", "%y"));
  const quoted = (list: readonly string[]) => `[${list.map((form) => `'${form}'`).join(", ")}]`;
  // Two-digit years first need their own test: %Y would read 15 as the year 15.
  return `epoch_ms(case when regexp_matches(${sql}, '^\\s*[0-9]+/[0-9]+/[0-9]{4}') then try_strptime(trim(${sql}), ${quoted(forms)}) when regexp_matches(${sql}, '^\\s*[0-9]+/[0-9]+/[0-9]{2}') then try_strptime(trim(${sql}), ${quoted(short)}) end)`;
}

/** Twitter's own: `Fri Feb 22 12:00:00 +0000 2013`. */
export function twitterTime(sql: Sql): Sql {
  if (sql === undefined) return undefined;
  // Two short words first, or DuckDB would take 'infinity' for a time.
  return `epoch_ms(case when regexp_matches(${sql}, '^\\s*[A-Z][a-z]{2} [A-Z][a-z]{2} ') then try_strptime(trim(${sql}), '%a %b %d %H:%M:%S %z %Y') end)`;
}

/** Any of the forms above. */
export function anyTime(sql: Sql): Sql {
  if (sql === undefined) return undefined;
  return `coalesce(${isoTime(sql)}, ${epochTime(sql)}, ${twitterTime(sql)}, ${usTime(sql)})`;
}

/** True where a time as written names its zone or needs none (a number since 1970). */
export function namesZone(sql: string): string {
  return `regexp_matches(${sql}, '(Z|UTC|GMT|:[0-9]{2}(\\.[0-9]+)?[+-][0-9]{2}:?([0-9]{2})?)\\s*$|^\\s*-?[0-9.]+\\s*$|[+-][0-9]{4} [0-9]{4}\\s*$')`;
}
