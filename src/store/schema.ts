/**
 * The tables of a case, in the order in which the way of the data fills them. The only place that names columns for creation.
 *
 * Accounts, posts and (within a trace) objects carry dense numbers from 0, so that typed columns can index them; the ids of the
 * export stay strings beside them. Times are milliseconds since 1970, UTC.
 */

/** Filled by `formats` while reading the user's files. */
export const INPUT_TABLES = `
create table files (
  file usmallint not null,      -- dense
  path varchar not null,        -- as the user gave it
  sha256 varchar not null,      -- of the bytes on disk
  bytes ubigint not null,
  format varchar not null,
  role varchar not null,        -- posts, accounts or indicators
  rows_read uinteger not null,
  rows_kept uinteger not null,
  rows_rejected uinteger not null
);
create table accounts (
  account uinteger not null,    -- dense
  account_id varchar not null,
  handle varchar, name varchar, platform varchar,
  created_ms bigint, followers bigint, following bigint, declared_posts bigint,
  bio varchar, location varchar, avatar_hash varchar, verified boolean,
  posts uinteger not null,      -- in this case
  first_ms bigint, last_ms bigint
);
create table posts (
  post uinteger not null,       -- dense, in order of file and row
  post_id varchar not null,     -- from the export, or derived (then it begins with "d-")
  account uinteger not null,
  time_ms bigint not null,
  kind varchar not null,        -- POST_KINDS
  text varchar,
  language varchar,
  target_post_id varchar,       -- the post reposted, answered or quoted
  target_account_id varchar,    -- its author
  object_id varchar,            -- opaque shared object (CooRTweet layout)
  target_post uinteger,         -- dense number of target_post_id, null where there is none
  target_account uinteger,      -- dense number of target_account_id (its own numbering: targets need not be in the export)
  shared_object uinteger,       -- dense number of object_id
  target_time_ms bigint,        -- time of the target post, where the export holds it
  urls varchar[], hashtags varchar[], mentions varchar[], media_hashes varchar[],  -- as exported; null: read them from the text
  client varchar, views bigint, likes bigint, reposts bigint, replies bigint,
  file usmallint not null,
  row uinteger not null         -- as a spreadsheet counts: header is row 1
);
create table rejects (file usmallint not null, row uinteger, code varchar not null, column_name varchar, reason varchar not null);
create table indicators (
  domain varchar not null, indicator_type varchar not null, indicator_value varchar not null,
  first_seen_ms bigint, last_seen_ms bigint, source varchar
);
`;

/** Filled by the analysis; what evidence needs later. */
export const EVIDENCE_TABLES = `
create table objects (
  trace varchar not null, object uinteger not null,   -- dense within the trace
  label varchar not null,                             -- what a person reads: the URL, the text, the tags
  accounts uinteger not null, actions uinteger not null,
  bits double not null                                -- surprise of meeting on it
);
create table actions (
  trace varchar not null, account uinteger not null, object uinteger not null, time_ms bigint not null, post uinteger not null
);
create table pairs (
  trace varchar not null, a uinteger not null, b uinteger not null,   -- a < b
  objects uinteger not null, coactions uinteger not null,
  expected double not null, p double not null, q double not null, q_account double not null,
  p_sharing double not null, expected_time double, p_time double, bits double not null,
  median_delay_ms double not null, median_gap_ms double not null, first_ms bigint not null, last_ms bigint not null,
  p_outside double, under varchar not null,           -- UNDER
  q_fused double not null                             -- of the pair over all traces, 1 where it is no candidate
);
create table clusters (
  cluster_id varchar not null, key varchar not null, name varchar not null, reading varchar not null,
  accounts uinteger not null, posts uinteger not null, observed uinteger not null, expected double not null,
  q double not null, stability double not null, top_rival varchar, traces varchar not null, first_ms bigint not null, last_ms bigint not null,
  p_control double               -- against reruns on shuffled data; null: not rerun
);
create table members (
  account uinteger not null,                          -- at most once: nobody is in two clusters
  cluster_id varchar not null, membership double not null, score double not null, role varchar not null,
  core boolean not null                               -- well inside, and not one who only acts after the others
);
create table sites (
  domain varchar not null, site_group varchar,        -- null: in no group
  accounts uinteger not null, posts uinteger not null, indicators uinteger not null
);
create table domains (post uinteger not null, account uinteger not null, domain varchar not null);
`;
