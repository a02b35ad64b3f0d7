/** The networks of the Coordination Network Toolkit, by its own names, and what two messages must have in common. */
export const TOOLKIT_NETWORKS = {
  co_retweet: "the post reposted",
  co_reply: "the post answered",
  co_tweet: "the text",
  co_link: "a link",
  co_similar_tweet: "most words",
  co_post: "nothing but the time",
} as const;
export type ToolkitNetwork = keyof typeof TOOLKIT_NETWORKS;
