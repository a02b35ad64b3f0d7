import { STAGE_COLUMNS, type StageColumn } from "../store/staging.ts";
import { looksReposted } from "./cells.ts";
import type { Format, PostMapping } from "./format.ts";
import { EARLIEST_MS, LATEST_MS, namesZone } from "./times.ts";

/** Why rows are refused, by code: what `rejects` and the manifest say. */
export const REJECT_REASONS: Readonly<Record<string, string>> = {
  "account-missing": "The row names no account.",
  "time-missing": "The row has no time.",
  "time-unreadable": "The time cannot be read.",
  "time-out-of-range": "The time lies before 1990 or after 2099.",
  "post-empty": "The row has no text, link, picture or target.",
  "post-id-duplicate": "A post with the same id stands in an earlier row.",
  "record-unreadable": "The record is not a JSON object.",
};

/**
 * The SELECT that turns the raw cells of one file (`reading`, columns `row`, `code`, `c<n>`) into rows for the stage: the normal form,
 * a derived id where the export has none, and for a bad row the code of the first thing wrong with it.
 */
export function stageSelection(file: number, format: Format, mapping: PostMapping, reading: string): string {
  const columns = columnsOf(mapping);
  const given = Object.entries(columns).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const has = (name: string) => columns[name] !== undefined;
  const junk = (mapping.junk ?? []).map((one) => `when ${one.when} then '${one.code}'`).join(" ");
  const inner = `select row, coalesce(code, ${junk === "" ? "null" : `case ${junk} end`}) as early_code, ${given
    .map(([name, sql]) => `${sql} as ${name}`)
    .join(", ")} from (${reading})`;
  const passed = given
    .map(([name]) => name)
    .filter((name) => !["export_id", "time_text", "format_kind"].includes(name));
  return `select ${file}::usmallint as file, row, coalesce(early_code, ${faultOf(has)}) as code,
    ${has("export_id") ? "export_id is null" : "true"} as derived, ${zoned(format)} as zoned,
    ${idOfPost(has)} as post_id, ${kindOf(has)} as kind, ${passed.join(", ")} from (${inner})`;
}

type Has = (column: string) => boolean;

function faultOf(has: Has): string {
  const empty = ["target_post_id", "target_account_id", "object_id"].filter(has).map((column) => `${column} is null`);
  if (has("text")) empty.push("(text is null or trim(text) = '')");
  for (const list of ["urls", "media_hashes"].filter(has)) empty.push(`coalesce(len(${list}), 0) = 0`);
  return `case when account_id is null then 'account-missing'
    when time_text is null or trim(time_text) = '' then 'time-missing'
    when time_ms is null then 'time-unreadable'
    when time_ms < ${EARLIEST_MS} or time_ms >= ${LATEST_MS} then 'time-out-of-range'
    when ${empty.length === 0 ? "true" : empty.join(" and ")} then 'post-empty' end`;
}

/** Made of what the row says, so that the same row has the same id in another file and another run. */
function idOfPost(has: Has): string {
  const parts = ["account_id", "time_ms", "text", "urls", "target_post_id", "target_account_id", "object_id"].filter(
    has,
  );
  const said = parts.map((part) => `coalesce(${part}::varchar, '')`).join(", ");
  const derived = `'d-' || md5(concat_ws(chr(31), ${said}))[:16]`;
  return has("export_id") ? `coalesce(export_id, ${derived})` : derived;
}

function kindOf(has: Has): string {
  const guess: string[] = [];
  if (has("text")) guess.push(`when ${looksReposted("text")} then 'repost'`);
  if (has("target_post_id")) {
    // A post that only points at another, without a word of its own, passes it on.
    guess.push(
      `when target_post_id is not null then ${has("text") ? "case when text is null then 'repost' else 'reply' end" : "'repost'"}`,
    );
  }
  const guessed = guess.length === 0 ? "'post'" : `case ${guess.join(" ")} else 'post' end`;
  return has("format_kind") ? `coalesce(format_kind, ${guessed})` : guessed;
}

function zoned(format: Format): string {
  return format.zone === "utc" ? "true" : format.zone === "assumed" ? "false" : namesZone("time_text");
}

/** The columns of the stage that a mapping fills. */
export function stageColumns(mapping: PostMapping): StageColumn[] {
  const given = Object.entries(columnsOf(mapping)).flatMap(([name, sql]) => (sql === undefined ? [] : [name]));
  return ["post_id", "kind", ...given.filter((name) => name in STAGE_COLUMNS)] as StageColumn[];
}

function columnsOf(mapping: PostMapping): Record<string, string | undefined> {
  const { account = {} } = mapping;
  return {
    export_id: mapping.postId,
    account_id: mapping.accountId,
    time_ms: mapping.timeMs,
    time_text: mapping.timeText,
    format_kind: mapping.kind,
    text: mapping.text,
    language: mapping.language,
    target_post_id: mapping.targetPostId,
    target_account_id: mapping.targetAccountId,
    object_id: mapping.objectId,
    urls: mapping.urls,
    hashtags: mapping.hashtags,
    mentions: mapping.mentions,
    media_hashes: mapping.mediaHashes,
    client: mapping.client,
    views: mapping.views,
    likes: mapping.likes,
    reposts: mapping.reposts,
    replies: mapping.replies,
    handle: account.handle,
    name: account.name,
    platform: account.platform,
    created_ms: account.createdMs,
    followers: account.followers,
    following: account.following,
    declared_posts: account.declaredPosts,
    bio: account.bio,
    location: account.location,
    avatar_hash: account.avatarHash,
    verified: account.verified,
  };
}
