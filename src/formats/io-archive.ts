import { countOf, firstOf, flagOf, handleOf, idOf, listOf, plainId } from "./cells.ts";
import type { Format } from "./format.ts";
import { isoTime } from "./times.ts";

/**
 * Tweets of the Twitter information operations archive. Times are UTC to the minute; hashtags, urls and user_mentions are Python list
 * literals; accounts under 5,000 followers have hashed ids; `user_mentions` and targets are ids, like `userid`.
 */
export const ioArchive: Format = {
  name: "io-archive",
  title: "Twitter information operations archive",
  containers: ["table", "parquet"],
  required: ["tweetid", "userid", "tweet_text", "tweet_time"],
  known: [
    ...[
      "user_display_name",
      "user_screen_name",
      "user_reported_location",
      "user_profile_description",
      "user_profile_url",
    ],
    ...["follower_count", "following_count", "account_creation_date", "account_language", "tweet_language"],
    ...["tweet_client_name", "in_reply_to_userid", "in_reply_to_tweetid", "quoted_tweet_tweetid", "is_retweet"],
    ...["retweet_userid", "retweet_tweetid", "latitude", "longitude", "quote_count", "reply_count", "like_count"],
    ...["retweet_count", "hashtags", "urls", "user_mentions", "poll_choices"],
  ],
  zone: "utc",
  map: (cell, intact) => {
    const time = cell("tweet_time");
    const retweeted = idOf(intact("retweet_tweetid"));
    const quoted = idOf(intact("quoted_tweet_tweetid"));
    const answered = idOf(intact("in_reply_to_tweetid"));
    const passed = flagOf(cell("is_retweet"));
    const kind = [
      ...(passed === undefined ? [] : [`when ${passed} then 'repost'`]),
      ...(retweeted === undefined ? [] : [`when ${retweeted} is not null then 'repost'`]),
      ...(answered === undefined ? [] : [`when ${answered} is not null then 'reply'`]),
      ...(quoted === undefined ? [] : [`when ${quoted} is not null then 'quote'`]),
    ];
    return {
      postId: idOf(intact("tweetid")),
      accountId: plainId(cell("userid")),
      timeMs: isoTime(time),
      timeText: time,
      kind: kind.length === 0 ? undefined : `(case ${kind.join(" ")} end)`,
      text: cell("tweet_text"),
      language: cell("tweet_language"),
      targetPostId: firstOf(retweeted, answered, quoted),
      targetAccountId: firstOf(plainId(cell("retweet_userid")), plainId(cell("in_reply_to_userid"))),
      urls: listOf(cell("urls")),
      hashtags: listOf(cell("hashtags")),
      mentions: listOf(cell("user_mentions")),
      client: cell("tweet_client_name"),
      likes: countOf(cell("like_count")),
      reposts: countOf(cell("retweet_count")),
      replies: countOf(cell("reply_count")),
      account: {
        handle: handleOf(cell("user_screen_name")),
        name: cell("user_display_name"),
        platform: "'twitter'",
        createdMs: isoTime(cell("account_creation_date")),
        followers: countOf(cell("follower_count")),
        following: countOf(cell("following_count")),
        bio: cell("user_profile_description"),
        location: cell("user_reported_location"),
      },
    };
  },
};
