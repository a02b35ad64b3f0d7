import { countOf, firstOf, idInLink, idOf, listOf, plainId } from "./cells.ts";
import type { Format } from "./format.ts";
import { postType, unknownAsNull } from "./ira.ts";
import { usTime } from "./times.ts";

/**
 * IRA tweets as FiveThirtyEight published them. Ids went through a spreadsheet (9.06E+17): the author is the account, the post id is
 * read from `article_url`. Dates are month first, to the minute, without a zone.
 */
export const fivethirtyeight: Format = {
  name: "fivethirtyeight",
  title: "IRA tweets, FiveThirtyEight",
  containers: ["table", "parquet"],
  required: ["external_author_id", "author", "content", "publish_date"],
  known: [
    ...[
      "region",
      "language",
      "harvested_date",
      "following",
      "followers",
      "updates",
      "post_type",
      "account_type",
      "retweet",
    ],
    ...["account_category", "new_june_2018", "alt_external_id", "tweet_id", "article_url", "tco1_step1", "tco2_step1"],
    "tco3_step1",
  ],
  zone: "assumed",
  map: (cell, intact) => {
    const time = cell("publish_date");
    const links = ["tco1_step1", "tco2_step1", "tco3_step1"]
      .map((name) => cell(name))
      .filter((sql) => sql !== undefined);
    return {
      postId: firstOf(idInLink(cell("article_url")), idOf(intact("tweet_id"))),
      accountId: plainId(cell("author")),
      timeMs: usTime(time),
      timeText: time,
      kind: postType(cell("post_type"), cell("retweet")),
      text: cell("content"),
      language: cell("language"),
      // Blank columns say nothing about a link still in the text, so no links is null and not the empty list.
      urls: links.length === 0 ? undefined : listOf(`nullif(concat_ws('|', ${links.join(", ")}), '')`),
      account: {
        handle: plainId(cell("author")),
        platform: "'twitter'",
        followers: countOf(cell("followers")),
        following: countOf(cell("following")),
        declaredPosts: countOf(cell("updates")),
        location: unknownAsNull(cell("region")),
      },
    };
  },
};
