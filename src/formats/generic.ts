import { countOf, firstOf, flagOf, handleOf, idInLink, idOf, listOf } from "./cells.ts";
import type { Cell, Format } from "./format.ts";
import { knownKind } from "./marionet.ts";
import { anyTime } from "./times.ts";

/** Names under which exports commonly keep each column, best first. What `--map` names comes before all of them. */
export const SYNONYMS = {
  post_id: ["post_id", "tweet_id", "tweetid", "status_id", "message_id", "comment_id", "id_str", "id"],
  account_id: [
    ...["account_id", "user_id", "userid", "author_id", "user_id_str", "screen_name", "user_screen_name", "username"],
    ...["author_username", "user_name", "handle", "author", "user", "account", "channel_id", "channel", "name"],
  ],
  time: [
    ...[
      "created_at",
      "epoch",
      "timestamp",
      "tweet_created",
      "tweet_time",
      "published_at",
      "publish_date",
      "created_utc",
    ],
    ...["datetime", "created", "create_time", "time", "date"],
  ],
  text: ["full_text", "rawcontent", "text", "tweet_text", "content", "message", "body", "tweet"],
} as const;

/**
 * Any table with an author, a time and a text (or links) under common names: scrapes of X, crowd-rated tweets, small exports. The last
 * choice, when no known format fits; `--map` names columns that have other names.
 */
export const generic: Format = {
  name: "generic",
  title: "table with common column names",
  containers: ["table", "json", "parquet"],
  required: [SYNONYMS.account_id, SYNONYMS.time, [...SYNONYMS.text, "urls", "url", "link", "links"]],
  known: [],
  zone: "written",
  map: (cell, intact) => {
    const time = cell(...SYNONYMS.time);
    const account = intact(...SYNONYMS.account_id);
    return {
      // A link to the post holds its whole id even where a float column lost digits.
      postId: firstOf(idInLink(cell("url", "link", "permalink", "tweet_url")), idOf(intact(...SYNONYMS.post_id))),
      accountId: handleOf(idOf(account)),
      timeMs: anyTime(time),
      timeText: time,
      kind: knownKind(cell("kind")),
      text: cell(...SYNONYMS.text),
      language: cell("language", "lang", "tweet_language"),
      targetPostId: idOf(targetOf(intact)),
      targetAccountId: idOf(
        cell("target_account_id", "retweeted_user_id", "in_reply_to_user_id", "in_reply_to_user_id_str"),
      ),
      urls: linksOf(cell),
      hashtags: listOf(cell("hashtags")),
      mentions: listOf(cell("mentions", "user_mentions")),
      mediaHashes: listOf(cell("media_hashes")),
      client: cell("client", "source"),
      views: countOf(cell("views", "view_count", "views_count")),
      likes: countOf(cell("likes", "like_count", "favorite_count", "likecount")),
      reposts: countOf(cell("reposts", "retweet_count", "shares", "share_count")),
      replies: countOf(cell("replies", "reply_count", "comments_count")),
      account: {
        handle: handleOf(
          cell("account_handle", "screen_name", "user_screen_name", "username", "author_username", "handle"),
        ),
        name: cell("account_name", "display_name", "author_name"),
        platform: cell("platform"),
        followers: countOf(cell("followers", "followers_count", "follower_count")),
        following: countOf(cell("following", "friends_count", "following_count")),
        location: cell("user_location", "location"),
        verified: flagOf(cell("verified")),
      },
    };
  },
};

function targetOf(cell: Cell): string | undefined {
  return firstOf(
    idOf(cell("target_post_id", "retweeted_status_id", "retweet_id", "repost_id")),
    idOf(cell("in_reply_to_status_id", "in_reply_to_status_id_str", "in_reply_to_tweet_id", "reply_to", "parent_id")),
  );
}

function linksOf(cell: Cell): string | undefined {
  return listOf(cell("urls", "expanded_urls"));
}
