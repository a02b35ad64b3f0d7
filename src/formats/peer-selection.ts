import type { PeerInput } from "./peer-input.ts";

/** What counts as an object where an export does not say: what CooRTweet's `reshape_tweets` calls the intent. */
export const OBJECT_CHOICES = ["shares", "reposts", "replies", "links", "hashtags", "texts"] as const;
export type ObjectChoice = (typeof OBJECT_CHOICES)[number];

/** Whether a message without links has the empty link, as when the toolkit reads CSV, or none, as when it reads JSON. */
export const EMPTY_LINKS = ["match", "skip"] as const;
export type EmptyLinks = (typeof EMPTY_LINKS)[number];

/** How each column of posts is read as an object. */
const OBJECTS: Readonly<Record<ObjectChoice, string>> = {
  shares: "[p.object_id]",
  reposts: "case when p.kind = 'repost' then [p.target_post_id] end",
  replies: "case when p.kind in ('reply', 'comment') then [p.target_post_id] end",
  links: "p.urls",
  hashtags: "p.hashtags",
  texts: "case when p.kind <> 'repost' then [p.text] end",
};

/** SELECT of account, object, content and time for CooRTweet, in the order of the file. */
export function sharesSelect(layout: PeerInput["layout"], objects: ObjectChoice): string {
  if (layout !== "posts") return `select account, object, content, "time" from stage where code is null`;
  return `select account, object, content, "time" from (
      select p.post, a.account_id as account, p.post_id as content, p.time_ms / 1000.0::double as "time",
        unnest(${OBJECTS[objects]}) as object, generate_subscripts(${OBJECTS[objects]}, 1) as nth
      from posts p join accounts a using (account))
    where object is not null order by post, nth`;
}

/** What two messages of a network have in common, by the columns of the toolkit. */
type Network = "co_retweet" | "co_reply" | "co_tweet" | "co_link" | "co_similar_tweet" | "co_post";

/** SELECT of message, user, key and time for a network of the toolkit, in the order of the file. */
export function marksSelect(layout: PeerInput["layout"], network: Network, emptyLinks: EmptyLinks): string {
  const rows = layout === "toolkit" ? TOOLKIT_ROWS : layout === "coortweet" ? objectRows(network) : POST_ROWS;
  if (network !== "co_link")
    return `select message, "user", ${KEYS[network]} as key, "time" from (${rows}) order by nr`;
  const links =
    emptyLinks === "match"
      ? "case when len(links) = 0 then [''] else links end"
      : "list_filter(links, lambda link: link <> '')";
  return `select message, "user", key, "time" from (
      select nr, message, "user", "time", unnest(${links}) as key, generate_subscripts(${links}, 1) as nth
      from (${rows}) where not reposted)
    order by nr, nth`;
}

/** An object of CooRTweet's table goes where the network looks. */
function objectRows(network: Network): string {
  const object = "coalesce(object, '')";
  return `select rowid as nr, coalesce(content, '') as message, account as "user", ${network === "co_retweet"} as reposted,
    nullif(object, '') as repost, nullif(object, '') as reply, ${object} as text, string_split(${object}, ' ') as links, "time"
    from stage where code is null and "time" is not null`;
}

const TOOLKIT_ROWS = `select rowid as nr, message, "user", repost <> '' as reposted, nullif(repost, '') as repost, nullif(reply, '') as reply,
  text, string_split(urls, ' ') as links, "time" from stage where code is null`;

const POST_ROWS = `select p.post as nr, p.post_id as message, a.account_id as "user", p.kind = 'repost' as reposted,
  case when p.kind = 'repost' then p.target_post_id end as repost,
  case when p.kind in ('reply', 'comment') then p.target_post_id end as reply,
  coalesce(p.text, '') as text, coalesce(p.urls, []) as links, p.time_ms / 1000.0::double as "time"
  from posts p join accounts a using (account)`;

const KEYS: Readonly<Record<Exclude<Network, "co_link">, string>> = {
  co_retweet: "repost",
  co_reply: "case when not reposted then reply end",
  co_tweet: "case when not reposted then text end",
  co_similar_tweet: "case when not reposted then text end",
  co_post: "'all'",
};

/** SELECT of id and username of every user of the toolkit's network, in the order of the ids; the greatest name of several, as in the toolkit. */
export function usersSelect(layout: PeerInput["layout"]): string {
  if (layout === "posts")
    return `select account_id as id, coalesce(handle, '') as username from accounts where posts > 0 order by id`;
  if (layout === "coortweet")
    return `select account as id, account as username from stage where code is null and "time" is not null group by 1, 2 order by id`;
  return `select "user" as id, max(username) as username from (
      select "user", username from stage where code is null qualify row_number() over (partition by message order by rowid) = 1)
    group by 1 order by id`;
}
