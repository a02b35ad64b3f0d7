import { countOf, plainId } from "./cells.ts";
import type { Format } from "./format.ts";
import { isoTime } from "./times.ts";

/**
 * Tweets of the Internet Research Agency, one author a file in the source: `author_id` is the handle, no tweet id, reposts marked
 * but without what they repost. Times are UTC to the minute, without a zone.
 */
export const ira: Format = {
  name: "ira",
  title: "IRA tweets by author",
  containers: ["table", "parquet", "json"],
  required: ["author_id", "content", "publish_date", "post_type", "retweet"],
  known: ["region", "language", "harvested_date", "following", "followers", "updates"],
  conflicts: ["external_author_id"],
  zone: "utc",
  map: (cell) => {
    const time = cell("publish_date");
    return {
      accountId: plainId(cell("author_id")),
      timeMs: isoTime(time),
      timeText: time,
      kind: postType(cell("post_type"), cell("retweet")),
      text: unquoted(cell("content")),
      language: cell("language"),
      account: {
        handle: plainId(cell("author_id")),
        platform: "'twitter'",
        followers: countOf(cell("followers")),
        following: countOf(cell("following")),
        declaredPosts: countOf(cell("updates")),
        location: unknownAsNull(cell("region")),
      },
    };
  },
};

/** `R`, `RETWEET`, `Q`, `QUOTE_TWEET` or blank; `retweet` is 1 or 0. */
export function postType(type: string | undefined, retweet: string | undefined): string | undefined {
  if (type === undefined) return undefined;
  const flag = retweet === undefined ? "" : ` or ${retweet} = '1'`;
  return `(case when upper(${type})[1] = 'Q' then 'quote' when upper(${type})[1] = 'R'${flag} then 'repost' else 'post' end)`;
}

/** The collecting program wrapped about one text in twenty-five in single quotes; they are not the author's. */
function unquoted(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  return `(case when length(${text}) > 2 and ${text}[1] = '''' and ${text}[-1] = '''' then ${text}[2:-2] else ${text} end)`;
}

export function unknownAsNull(sql: string | undefined): string | undefined {
  return sql === undefined ? undefined : `nullif(${sql}, 'Unknown')`;
}
