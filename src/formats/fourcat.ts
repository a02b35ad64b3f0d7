import { countOf, firstOf, flagOf, handleOf, idOf, listOf } from "./cells.ts";
import type { Format } from "./format.ts";
import { epochTime, isoTime } from "./times.ts";

/**
 * CSV of 4CAT, any source: `id, thread_id, author, body, timestamp`. Lists are joined with commas. `timestamp` is a time without a
 * zone, or seconds (Bluesky). On a server outside UTC `timestamp` and `unix_timestamp` differ; which is right depends on the
 * source, so the written `timestamp` is taken and the doubt is said.
 */
export const fourcat: Format = {
  name: "4cat",
  title: "4CAT",
  containers: ["table", "json"],
  required: ["id", "thread_id", "author", "body", "timestamp"],
  known: [
    "unix_timestamp",
    "urls",
    "hashtags",
    "mentions",
    "subject",
    "author_fullname",
    "author_id",
    "is_retweet",
    "link",
  ],
  zone: "written",
  doubt: serverZone,
  map: (cell) => {
    const time = cell("timestamp");
    const unix = epochTime(cell("unix_timestamp"));
    const reposted = cell("is_retweet", "is_repost");
    const passed = firstOf(
      idOf(cell("retweeted_id", "retweet_id", "reposted_id")),
      idOf(cell("quoted_post", "quote_tweet_id")),
      idOf(cell("replied_to_post", "in_reply_to", "reply_to")),
    );
    const yes = reposted === undefined ? undefined : flagOf(reposted);
    return {
      postId: idOf(cell("id")),
      accountId: firstOf(idOf(cell("author_id")), idOf(cell("author"))),
      timeMs: firstOf(isoTime(time), epochTime(time), unix),
      timeText: firstOf(time, cell("unix_timestamp")),
      kind: yes === undefined ? undefined : `(case when ${yes} then 'repost' end)`,
      text: cell("body"),
      language: cell("language_guess", "language", "lang"),
      targetPostId: passed,
      targetAccountId: handleOf(cell("retweeted_user_id", "in_reply_to_user_id")),
      urls: listOf(cell("urls", "links"), ","),
      hashtags: listOf(cell("hashtags"), ","),
      mentions: listOf(cell("mentions"), ","),
      client: cell("source"),
      views: countOf(cell("views", "impression_count", "plays")),
      likes: countOf(cell("like_count", "likes")),
      reposts: countOf(cell("retweet_count", "reposts", "shares")),
      replies: countOf(cell("reply_count", "replies", "comments")),
      account: {
        handle: handleOf(cell("author_username", "author")),
        name: cell("author_fullname", "author_name", "author_display_name"),
        followers: countOf(cell("author_followers", "author_followers_count")),
        avatarHash: undefined,
      },
    };
  },
};

function serverZone(sample: readonly Readonly<Record<string, string>>[]): string | null {
  const offsets = sample.map((record) => {
    const written = Date.parse(`${record.timestamp?.trim().replace(" ", "T")}Z`);
    return written / 1000 - Number(record.unix_timestamp?.trim() || Number.NaN);
  });
  const known = offsets.filter((seconds) => !Number.isNaN(seconds));
  const [first] = known;
  if (first === undefined || first === 0 || known.some((seconds) => seconds !== first)) return null;
  return `timestamp and unix_timestamp differ by ${first / 3600} hours in every row (the zone of the 4CAT server); timestamp was taken as UTC, and all times may be shifted by as much.`;
}
