/**
 * A link to a person's page on the large platforms, up to the person: host and what leads there in the first group, then the name, as
 * the source of a pattern that RE2 (of the store) and JavaScript read alike. Only whole hosts: netflix.com is not x.com.
 */
export const PROFILE_LINK = String.raw`((?:^|[^\w-])(?:(?:twitter|x|facebook|fb|instagram|threads|tiktok|medium|vk)\.com|threads\.net|ok\.ru|(?:t|telegram)\.me|linkedin\.com/in|reddit\.com/u(?:ser)?|youtube\.com/(?:c|user)|bsky\.app/profile)/)@?[\w.-]+(?:\?id=\d+)?`;
