import { countOf, firstOf, flagOf, handleOf, idInLink, idOf, keyedListOf, keyOf } from "./cells.ts";
import type { Format } from "./format.ts";
import { secondsTime } from "./times.ts";

/**
 * Posts scraped from the web page of X to CSV through pandas: objects and lists are Python literals, ids are floats that lost digits
 * (the whole id stands in `url`), times are seconds in `epoch`. A broken advertising row, its columns shifted or empty, can be
 * repeated thousands of times: it has neither a link to a post nor an author, and is set aside.
 */
export const xScrape: Format = {
  name: "x-scrape",
  title: "X web scrape",
  containers: ["table"],
  required: ["username", "url", "epoch", "rawcontent"],
  known: [
    ...[
      "type",
      "id",
      "text",
      "media",
      "retweetedtweet",
      "retweetedtweetid",
      "retweeteduserid",
      "id_str",
      "lang",
      "replycount",
    ],
    ...[
      "retweetcount",
      "likecount",
      "quotecount",
      "conversationid",
      "hashtags",
      "mentionedusers",
      "links",
      "viewcount",
    ],
    ...[
      "quotedtweet",
      "in_reply_to_screen_name",
      "in_reply_to_status_id_str",
      "in_reply_to_user_id_str",
      "user",
      "date",
    ],
  ],
  zone: "utc",
  map: (cell) => {
    const time = cell("epoch");
    const user = cell("user");
    const link = idInLink(cell("url"));
    const reposted = flagOf(cell("retweetedtweet"));
    const quoted = flagOf(cell("quotedtweet"));
    const answered = handleOf(cell("in_reply_to_screen_name"));
    const kinds = [
      reposted === undefined ? "" : `when ${reposted} then 'repost'`,
      answered === undefined ? "" : `when ${answered} is not null then 'reply'`,
      quoted === undefined ? "" : `when ${quoted} then 'quote'`,
    ].join(" ");
    return {
      postId: firstOf(link, idOf(cell("id_str")), idOf(cell("id"))),
      accountId: handleOf(idOf(cell("username"))),
      timeMs: secondsTime(time),
      timeText: time,
      kind: kinds.trim() === "" ? undefined : `(case ${kinds} end)`,
      text: cell("rawContent", "text"),
      language: cell("lang"),
      targetPostId: firstOf(idOf(cell("retweetedTweetID")), idOf(cell("in_reply_to_status_id_str"))),
      // Handles, like the accounts of this layout.
      targetAccountId: answered,
      urls: keyedListOf(cell("links"), "expanded_url"),
      hashtags: keyedListOf(cell("hashtags"), "text"),
      mentions: keyedListOf(cell("mentionedUsers"), "screen_name"),
      mediaHashes: undefined,
      views: countOf(keyOf(cell("viewCount"), "count")),
      likes: countOf(cell("likeCount")),
      reposts: countOf(cell("retweetCount")),
      replies: countOf(cell("replyCount")),
      account: {
        handle: handleOf(cell("username")),
        name: keyOf(user, "displayname"),
        platform: "'x'",
        createdMs: pythonDate(user),
        followers: countOf(keyOf(user, "followersCount")),
        following: countOf(keyOf(user, "friendsCount")),
        declaredPosts: countOf(keyOf(user, "statusesCount")),
        verified: flagOf(keyOf(user, "verified")),
      },
      junk: [
        {
          code: "row-shifted",
          reason: "The row's columns are shifted or empty: it holds no link to a post (a broken advertising row).",
          when: `${link} is null`,
        },
      ],
    };
  },
};

/** `datetime.datetime(2012, 4, 9, 3, 53, 22, ...)`, which is UTC in these files. */
function pythonDate(sql: string | undefined): string | undefined {
  if (sql === undefined) return undefined;
  const numbers = `regexp_extract(${sql}, 'datetime\\.datetime\\(([0-9]{4}, [0-9]+, [0-9]+, [0-9]+, [0-9]+(?:, [0-9]+)?)', 1)`;
  return `epoch_ms(try_strptime(${numbers}, ['%Y, %m, %d, %H, %M, %S', '%Y, %m, %d, %H, %M']))`;
}
