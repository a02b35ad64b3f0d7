/** What a post is. `post` is an account's own; the others answer or pass on another post. */
export const POST_KINDS = ["post", "repost", "reply", "quote", "comment"] as const;
export type PostKind = (typeof POST_KINDS)[number];

/** Dense numbers for typed columns: the position in `POST_KINDS`. */
export const KIND_CODE: Readonly<Record<PostKind, number>> = { post: 0, repost: 1, reply: 2, quote: 3, comment: 4 };
