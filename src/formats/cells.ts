/**
 * Pieces of SQL that formats are made of. Each takes SQL for a text (or undefined: no such column) and gives SQL, or undefined again.
 */

type Sql = string | undefined;

/** Words that programs write for "nothing". */
const NOTHING = ["nan", "none", "null", "n/a", "<na>"];

/**
 * Whether a text is one of some words. Never SQL's `in`: DuckDB turns that into a join, and a join loses the order of rows, which is
 * all that tells which row of the file a record was.
 */
export function oneOf(sql: string, words: readonly string[]): string {
  return `list_contains([${words.map((word) => `'${word}'`).join(", ")}], ${sql})`;
}

/**
 * An id as a key, or null. Ids are text. A whole number with ".0" behind it (a float column) loses that; an id a spreadsheet or
 * a float destroyed (`1.05E+18`) is null: its last digits are gone, and joining on it would join strangers.
 */
export function idOf(sql: Sql): Sql {
  if (sql === undefined) return undefined;
  // The cheap tests in front spare nearly every row the costly ones.
  return `(case when strlen(${sql}) <= 4 and ${oneOf(`lower(trim(${sql}))`, NOTHING)} then null
    when contains(${sql}, '.') or contains(${sql}, '+') then (case
      when regexp_full_match(trim(${sql}), '-?[0-9][0-9.,]*[eE]\\+?[0-9]+') then null
      when regexp_full_match(trim(${sql}), '[0-9]{1,15}\\.0') then trim(${sql})[:-3]
      when regexp_full_match(trim(${sql}), '[0-9]+\\.[0-9]+') then null else nullif(trim(${sql}), '') end)
    else ${plainId(sql)} end)`;
}

/** An id that no spreadsheet touches (hashes, handles): without blanks around it. */
export function plainId(sql: Sql): Sql {
  if (sql === undefined) return undefined;
  return `(case when prefix(${sql}, ' ') or suffix(${sql}, ' ') then nullif(trim(${sql}), '') else ${sql} end)`;
}

/** A handle without its leading @. */
export function handleOf(sql: Sql): Sql {
  return sql === undefined ? undefined : `nullif(ltrim(trim(${sql}), '@'), '')`;
}

/** A count; null when it is none. Floats are cut, negative counts are no counts. */
export function countOf(sql: Sql): Sql {
  if (sql === undefined) return undefined;
  const whole = `coalesce(try_cast(${sql} as bigint), try_cast(trunc(try_cast(${sql} as double)) as bigint))`;
  return `(case when ${whole} >= 0 then ${whole} end)`;
}

/** True or false in the usual spellings. */
export function flagOf(sql: Sql): Sql {
  if (sql === undefined) return undefined;
  const word = `lower(trim(${sql}))`;
  const yes = oneOf(word, ["true", "t", "1", "1.0", "yes", "y"]);
  const no = oneOf(word, ["false", "f", "0", "0.0", "no", "n"]);
  return `(case when ${yes} then true when ${no} then false end)`;
}

/**
 * A list cell as varchar[]: JSON (`["a","b"]`), Python or bare (`['a']`, `[a, b]`), or joined with the given separator.
 * Blank is null (nothing said); `[]` is the empty list (said: none).
 */
export function listOf(sql: Sql, separator = "|"): Sql {
  if (sql === undefined) return undefined;
  const list = `trim(${sql})`;
  const bracketed = `(case when json_valid(${list}) then json_extract_string(${list}, '$[*]') else try_cast(${list} as varchar[]) end)`;
  const joined = `string_split(${list}, '${separator}')`;
  return cleaned(`(case when ${list} = '' then null when ${list}[1] = '[' then ${bracketed} else ${joined} end)`);
}

/** Values of one key in a list of objects, JSON or Python literal: all that stands behind `'key': '...'`. */
export function keyedListOf(sql: Sql, key: string): Sql {
  if (sql === undefined) return undefined;
  const list = `trim(${sql})`;
  const single = `'''${key}'': (?:''([^'']*)''|"([^"]*)")'`;
  const found = (group: number) => `regexp_extract_all(${list}, ${single}, ${group})`;
  const python = `list_transform(list_zip(${found(1)}, ${found(2)}), lambda z: coalesce(nullif(z[1], ''), z[2]))`;
  return cleaned(
    `(case when ${list} = '' then null when json_valid(${list}) then json_extract_string(${list}, '$[*].${key}') else ${python} end)`,
  );
}

function cleaned(list: string): string {
  return `list_filter(list_transform(${list}, lambda item: trim(item)), lambda item: item <> '')`;
}

/** The value of one key in a Python or JSON object written into a cell. */
export function keyOf(sql: Sql, key: string): Sql {
  if (sql === undefined) return undefined;
  return `nullif(regexp_extract(${sql}, '[''"]${key}[''"]: ?[''"]?([^''",}]*)', 1), '')`;
}

/** The post id in a link to a post on Twitter or X. */
export function idInLink(sql: Sql): Sql {
  return sql === undefined
    ? undefined
    : `nullif(regexp_extract(${sql}, '/status(?:es)?/([0-9]{5,20})(?:[^0-9]|$)', 1), '')`;
}

/** The first that is not null. */
export function firstOf(...sql: readonly Sql[]): Sql {
  const given = sql.filter((one) => one !== undefined);
  return given.length === 0 ? undefined : given.length === 1 ? given[0] : `coalesce(${given.join(", ")})`;
}

/** The text begins as a retweet did before retweets had a field of their own. */
export function looksReposted(text: string): string {
  return `regexp_matches(${text}, '^\\s*RT @\\w+')`;
}
