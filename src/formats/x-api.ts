import { countOf, firstOf, flagOf, handleOf, idOf, listOf } from "./cells.ts";
import type { Format } from "./format.ts";
import { isoTime } from "./times.ts";

/**
 * Posts from version 2 of the X (Twitter) API: pages with `data` and `includes`, one or many to a file, or one post a line, flattened
 * or not. Times are UTC. Links are the expanded ones, in the order of the text, like hashtags and mentions.
 */
export const xApi: Format = {
  name: "x-api",
  title: "X API v2",
  containers: ["json"],
  required: ["id", "author_id", "text", "created_at"],
  known: [
    "public_metrics",
    "conversation_id",
    "entities",
    "referenced_tweets",
    "lang",
    "edit_history_tweet_ids",
    "source",
    "author",
  ],
  page: "data",
  pageAccounts: {
    path: "includes.users",
    id: "id",
    map: (cell) => ({
      handle: handleOf(cell("username")),
      name: cell("name"),
      platform: "'x'",
      createdMs: isoTime(cell("created_at")),
      followers: countOf(cell("public_metrics.followers_count")),
      following: countOf(cell("public_metrics.following_count")),
      declaredPosts: countOf(cell("public_metrics.tweet_count")),
      bio: cell("description"),
      location: cell("location"),
      verified: flagOf(cell("verified")),
    }),
  },
  zone: "utc",
  map: (cell) => {
    const time = cell("created_at");
    const references = cell("referenced_tweets");
    const referred = (type: string) =>
      references === undefined
        ? undefined
        : `nullif(list_filter(json_extract(${references}::json, '$[*]'), lambda r: r->>'$.type' = '${type}')[1]->>'$.id', '')`;
    const [reposted, quoted, answered] = ["retweeted", "quoted", "replied_to"].map(referred);
    return {
      postId: idOf(cell("id")),
      accountId: idOf(cell("author_id")),
      timeMs: isoTime(time),
      timeText: time,
      kind:
        references === undefined
          ? undefined
          : `(case when ${reposted} is not null then 'repost' when ${answered} is not null then 'reply' when ${quoted} is not null then 'quote' else 'post' end)`,
      text: cell("note_tweet.text", "text"),
      language: cell("lang"),
      // A reply that also quotes points at what it answers, like its in_reply_to_user_id.
      targetPostId: firstOf(reposted, answered, quoted),
      targetAccountId: idOf(cell("in_reply_to_user_id")),
      urls: within(cell("entities.urls"), "expanded_url"),
      hashtags: within(cell("entities.hashtags"), "tag"),
      mentions: within(cell("entities.mentions"), "username"),
      mediaHashes: listOf(cell("attachments.media_keys")),
      client: cell("source"),
      views: countOf(cell("public_metrics.impression_count")),
      likes: countOf(cell("public_metrics.like_count")),
      reposts: countOf(cell("public_metrics.retweet_count")),
      replies: countOf(cell("public_metrics.reply_count")),
      account: {
        handle: handleOf(cell("author.username")),
        name: cell("author.name"),
        platform: "'x'",
        createdMs: isoTime(cell("author.created_at")),
        followers: countOf(cell("author.public_metrics.followers_count")),
        following: countOf(cell("author.public_metrics.following_count")),
        declaredPosts: countOf(cell("author.public_metrics.tweet_count")),
        bio: cell("author.description"),
        location: cell("author.location"),
        verified: flagOf(cell("author.verified")),
      },
    };
  },
};

/** One key of each object in a JSON array. */
function within(sql: string | undefined, key: string): string | undefined {
  return sql === undefined ? undefined : `json_extract_string(${sql}, '$[*].${key}')`;
}
