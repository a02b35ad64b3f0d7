import type { Store } from "./database.ts";

/**
 * The CSV files of a case, written by DuckDB straight from its tables.
 *
 * Cells that a spreadsheet would take for a formula (beginning with = + - @ or their full-width twins, also behind white space, unless
 * they are plain numbers) get a leading apostrophe, which spreadsheets show as text. Controls, marks of direction and signs without
 * width become their code points, "[U+202E]": they are seen, and two names that differ in nothing else stay two.
 */
const MACROS = `
create or replace temp macro hidden_signs(t) as list_distinct(regexp_extract_all(t,
  '[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\x7F-\\x{9F}\\x{AD}\\x{61C}\\x{200B}\\x{200E}\\x{200F}\\x{2028}-\\x{202E}\\x{2060}-\\x{2069}\\x{FEFF}\\x{E0000}-\\x{E007F}]'));
create or replace temp macro visible(t) as
  case when len(hidden_signs(t)) > 0 then list_reduce(list_concat([t], hidden_signs(t)),
    lambda so_far, sign: replace(so_far, sign, '[U+' || printf('%04X', unicode(sign)) || ']')) else t end;
create or replace temp macro cell(t) as
  case when regexp_matches(visible(t), '^(\\s*[=+@＝＋＠－-]|[\\t\\r\\n])')
    and not regexp_full_match(visible(t), '[+-]?[0-9]+([.][0-9]+)?(e[+-]?[0-9]+)?', 'i')
    then '''' || visible(t) else visible(t) end;
create or replace temp macro iso(ms) as strftime(make_timestamp_ms(ms), '%Y-%m-%dT%H:%M:%S') ||
  case when ms % 1000 = 0 then 'Z' else '.' || lpad((ms % 1000)::varchar, 3, '0') || 'Z' end;
`;

const PAIRS = `
with named as materialized (select account, cell(account_id) as id from accounts)
select x.id as source, y.id as target, p.trace, p.objects, p.coactions, p.expected, p.p, p.q,
  p.median_gap_ms / 1000 as median_delay_s, iso(p.first_ms) as first, iso(p.last_ms) as last,
  p.q_account, p.p_sharing, p.expected_time, p.p_time, p.bits,
  p.p_outside, p.under, p.q_fused
from pairs p join named x on x.account = p.a join named y on y.account = p.b
order by p.trace, p.a, p.b`;

const ACCOUNTS = `
select cell(a.account_id) as account_id, cell(a.handle) as handle, cell(a.platform) as platform, m.cluster_id, c.reading,
  coalesce(m.membership, 0) as membership, coalesce(m.score, 0) as score, m.role,
  a.posts, iso(a.first_ms) as first_seen, iso(a.last_ms) as last_seen,
  coalesce(m.core, false) as core
from accounts a left join members m using (account) left join clusters c using (cluster_id) order by a.account`;

const CLUSTERS = `
select cluster_id, cell(name) as name, reading, accounts, posts, traces, observed, expected, q, stability, top_rival,
  iso(first_ms) as first_seen, iso(last_ms) as last_seen, p_control
from clusters order by cluster_id`;

const SITES = `
select cell(domain) as domain, site_group as "group", accounts, posts, indicators
from sites order by rowid`;

const REJECTS = `
select cell(f.path) as file, r.row, r.code, cell(r.column_name) as "column", cell(r.reason) as reason
from rejects r join files f using (file) order by r.file, r.row, r.code`;

/** @param path of a folder that exists */
export async function writeCsvFiles(store: Store, path: string): Promise<void> {
  await copyOut(store, path, [
    ["pairs", PAIRS],
    ["accounts", ACCOUNTS],
    ["clusters", CLUSTERS],
    ["sites", SITES],
    ["rejects", REJECTS],
  ]);
}

/** Only the rows that were not taken in. */
export async function writeRejects(store: Store, path: string): Promise<void> {
  await copyOut(store, path, [["rejects", REJECTS]]);
}

async function copyOut(store: Store, path: string, tables: readonly (readonly [string, string])[]): Promise<void> {
  await store.run(MACROS);
  for (const [name, query] of tables) {
    await store.run(`copy (${query}) to '${`${path}/${name}.csv`.replaceAll("'", "''")}' (header, delimiter ',')`);
  }
}
