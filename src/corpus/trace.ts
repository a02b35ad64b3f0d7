/**
 * The vocabulary of traces: a trace is one kind of behaviour that leaves a mark. How each is read from posts is told in
 * `src/traces/`, one file a trace; here are only the names that every floor, the browser included, must agree on.
 */

export const TRACE_NAMES = [
  "co-repost",
  "fast-repost",
  "co-url",
  "co-domain",
  "same-text",
  "hashtag-sequence",
  "hashtag-set",
  "co-hashtag",
  "burst-hashtag",
  "co-mention",
  "co-reply",
  "co-target",
  "co-media",
  "co-share",
  "shared-profile",
  "shared-front",
] as const;
export type TraceName = (typeof TRACE_NAMES)[number];

/** The window of traces without times: a hundred years. */
export const ALWAYS_MS = 36_500 * 86_400_000;

/** Kinds of evidence that can be forged independently of each other. */
export type Family = "content" | "timing" | "target" | "identity" | "infrastructure";

/** What it costs a stranger to leave the same mark and so frame an account. */
export type Forgery = "free" | "cheap" | "effort" | "costly";

/** One letter, hue and dash on screen; several traces can share a layer. */
export type LayerLetter = "R" | "L" | "T" | "H" | "P" | "I" | "S" | "W" | "A";

export const LAYER_OF: Readonly<Record<TraceName, LayerLetter>> = {
  "co-repost": "R",
  "fast-repost": "S",
  "co-url": "L",
  "co-domain": "W",
  "same-text": "T",
  "hashtag-sequence": "H",
  "hashtag-set": "H",
  "co-hashtag": "H",
  "burst-hashtag": "H",
  "co-mention": "P",
  "co-reply": "P",
  "co-target": "P",
  "co-media": "I",
  "co-share": "R",
  "shared-profile": "A",
  "shared-front": "W",
};

export const LAYER_LABEL: Readonly<Record<LayerLetter, string>> = {
  R: "repost",
  L: "link",
  T: "text",
  H: "hashtags",
  P: "reply",
  I: "image",
  S: "synchrony",
  W: "site",
  A: "profile",
};

/** What one object of the trace is called in a sentence: "23 identical links". */
export const OBJECT_NOUN: Readonly<Record<TraceName, readonly [one: string, many: string]>> = {
  "co-repost": ["repost of the same post", "reposts of the same posts"],
  "fast-repost": ["author reposted at once", "authors reposted at once"],
  "co-url": ["identical link", "identical links"],
  "co-domain": ["common site", "common sites"],
  "same-text": ["identical text", "identical texts"],
  "hashtag-sequence": ["identical hashtag sequence", "identical hashtag sequences"],
  "hashtag-set": ["identical hashtag set", "identical hashtag sets"],
  "co-hashtag": ["common hashtag", "common hashtags"],
  "burst-hashtag": ["hashtag that lived for a day", "hashtags that lived for a day"],
  "co-mention": ["common mention", "common mentions"],
  "co-reply": ["post answered together", "posts answered together"],
  "co-target": ["author answered together", "authors answered together"],
  "co-media": ["identical picture", "identical pictures"],
  "co-share": ["object shared together", "objects shared together"],
  "shared-profile": ["trait of the profile in common", "traits of the profile in common"],
  "shared-front": ["mark of a common front", "marks of a common front"],
};
