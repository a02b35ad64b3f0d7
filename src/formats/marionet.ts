import { POST_KINDS, type PostKind } from "../corpus/post.ts";
import { countOf, flagOf, handleOf, idOf, listOf, oneOf } from "./cells.ts";
import type { Format } from "./format.ts";
import { anyTime } from "./times.ts";

/**
 * Marionet's own plain layout: `posts.csv`, or the same columns as JSON lines or Parquet. Lists are joined with `|` (in JSON and
 * Parquet they may be arrays). Only the account, the time and one of text, urls or a target are needed. Times are ISO 8601.
 */
export const marionet: Format = {
  name: "marionet",
  title: "Marionet posts",
  containers: ["table", "json", "parquet"],
  required: ["account_id", "created_at", ["text", "urls", "target_post_id", "target_account_id"]],
  known: [
    ...["post_id", "account_handle", "account_name", "platform", "kind", "language", "hashtags", "mentions"],
    ...["media_hashes", "client", "views", "likes", "reposts", "replies"],
  ],
  zone: "written",
  map: (cell, intact) => {
    const time = cell("created_at");
    return {
      postId: idOf(intact("post_id")),
      accountId: idOf(intact("account_id")),
      timeMs: anyTime(time),
      timeText: time,
      kind: knownKind(cell("kind")),
      text: cell("text"),
      language: cell("language"),
      targetPostId: idOf(intact("target_post_id")),
      targetAccountId: idOf(intact("target_account_id")),
      urls: listOf(cell("urls")),
      hashtags: listOf(cell("hashtags")),
      mentions: listOf(cell("mentions")),
      mediaHashes: listOf(cell("media_hashes")),
      client: cell("client"),
      views: countOf(cell("views")),
      likes: countOf(cell("likes")),
      reposts: countOf(cell("reposts")),
      replies: countOf(cell("replies")),
      account: {
        handle: handleOf(cell("account_handle")),
        name: cell("account_name"),
        platform: cell("platform"),
        followers: countOf(cell("account_followers")),
        createdMs: anyTime(cell("account_created_at")),
        verified: flagOf(cell("account_verified")),
      },
    };
  },
};

/** A kind as written, where it is one of ours or a usual synonym; null otherwise. */
export function knownKind(sql: string | undefined): string | undefined {
  if (sql === undefined) return undefined;
  const word = `lower(trim(${sql}))`;
  const synonyms: readonly [kind: PostKind, words: readonly string[]][] = [
    ["post", ["tweet", "original", "status"]],
    ["repost", ["retweet", "retweeted", "rt", "share", "reblog", "forward"]],
    ["reply", ["replied_to", "answer"]],
    ["quote", ["quoted", "quote_tweet"]],
  ];
  const cases = synonyms.map(([kind, words]) => `when ${oneOf(word, words)} then '${kind}'`);
  return `(case when ${oneOf(word, POST_KINDS)} then ${word} ${cases.join(" ")} end)`;
}
