import { UserError } from "../corpus/issue.ts";
import { countOf, handleOf, idOf, listOf } from "./cells.ts";
import type { Cell, PostMapping } from "./format.ts";
import { knownKind } from "./marionet.ts";
import { anyTime } from "./times.ts";

/** Columns of the normal form that `--map` can name, with the way each is read. `time` and `created_at` are the same. */
const READERS: Readonly<Record<string, (sql: string) => Partial<PostMapping>>> = {
  post_id: (sql) => ({ postId: idOf(sql) }),
  account_id: (sql) => ({ accountId: idOf(sql) }),
  account: (sql) => ({ accountId: idOf(sql) }),
  time: (sql) => ({ timeMs: anyTime(sql), timeText: sql }),
  created_at: (sql) => ({ timeMs: anyTime(sql), timeText: sql }),
  kind: (sql) => ({ kind: knownKind(sql) }),
  text: (sql) => ({ text: sql }),
  language: (sql) => ({ language: sql }),
  target_post_id: (sql) => ({ targetPostId: idOf(sql) }),
  target_account_id: (sql) => ({ targetAccountId: idOf(sql) }),
  object_id: (sql) => ({ objectId: idOf(sql) }),
  urls: (sql) => ({ urls: listOf(sql) }),
  url: (sql) => ({ urls: listOf(sql) }),
  hashtags: (sql) => ({ hashtags: listOf(sql) }),
  mentions: (sql) => ({ mentions: listOf(sql) }),
  media_hashes: (sql) => ({ mediaHashes: listOf(sql) }),
  client: (sql) => ({ client: sql }),
  views: (sql) => ({ views: countOf(sql) }),
  likes: (sql) => ({ likes: countOf(sql) }),
  reposts: (sql) => ({ reposts: countOf(sql) }),
  replies: (sql) => ({ replies: countOf(sql) }),
};
const ACCOUNT_READERS: Readonly<Record<string, (sql: string) => NonNullable<PostMapping["account"]>>> = {
  account_handle: (sql) => ({ handle: handleOf(sql) }),
  account_name: (sql) => ({ name: sql }),
  platform: (sql) => ({ platform: sql }),
};

export const MAP_KEYS: readonly string[] = [...Object.keys(READERS), ...Object.keys(ACCOUNT_READERS)];

/** The mapping with the user's columns in place of those the format chose. Throws a `UserError` for a key or column that is not there. */
export function overrideMapping(
  mapping: PostMapping,
  map: Readonly<Record<string, string>>,
  cell: Cell,
  path: string,
  names: readonly string[],
): PostMapping {
  let result = mapping;
  for (const [key, column] of Object.entries(map)) {
    const sql = cell(column);
    const reader = READERS[key];
    const accountReader = ACCOUNT_READERS[key];
    if (reader === undefined && accountReader === undefined) {
      throw new UserError("map-key-unknown", `--map does not know "${key}"; it takes ${MAP_KEYS.join(", ")}.`);
    }
    if (sql === undefined) {
      throw new UserError(
        "map-column-missing",
        `${path} has no column "${column}" that --map gives for ${key}; its columns are ${listColumns(names)}.`,
      );
    }
    if (reader !== undefined) result = { ...result, ...reader(sql) };
    else if (accountReader !== undefined) result = { ...result, account: { ...result.account, ...accountReader(sql) } };
  }
  return result;
}

/** Names of columns for a sentence: printable, short, at most thirty. */
export function listColumns(names: readonly string[]): string {
  const shown = names.slice(0, 30).map((name) => `"${name.replaceAll(/[\p{C}"]/gu, " ").slice(0, 40)}"`);
  const more = names.length > shown.length ? ` and ${names.length - shown.length} more` : "";
  return shown.join(", ") + more;
}
