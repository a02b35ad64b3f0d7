import type { TraceName } from "../corpus/trace.ts";
import type { TopObject } from "./profile.ts";

/**
 * A name that tells a cluster from the others: what most of its members touched together, in the words of the trace. Never the name of
 * a member or a guess at who is behind it.
 */
export function nameOf(objects: readonly TopObject[], taken: ReadonlySet<string>): string {
  const most = Math.max(0, ...objects.map(({ members }) => members));
  const ordered = objects
    .filter(({ members }) => members >= COMMON_SHARE * most)
    .sort(
      (left, right) =>
        PREFERENCE.indexOf(left.trace) - PREFERENCE.indexOf(right.trace) ||
        right.members - left.members ||
        right.coactions - left.coactions,
    );
  for (const object of ordered) {
    const name = phrase(object);
    if (name !== "" && !taken.has(name)) return name;
  }
  for (let n = 2; ; n++) {
    const name = `${ordered[0] === undefined ? "cluster" : phrase(ordered[0]) || "cluster"} (${n})`;
    if (!taken.has(name)) return name;
  }
}

/** A name must hold for most: objects of clearly fewer members than the most common one are left out. */
const COMMON_SHARE = 0.6;

/** What reads best as a name first. */
const PREFERENCE: readonly TraceName[] = [
  "hashtag-sequence",
  "hashtag-set",
  "co-hashtag",
  "burst-hashtag",
  "co-domain",
  "same-text",
  "co-url",
  "co-target",
  "co-mention",
  "co-reply",
  "fast-repost",
  "co-repost",
  "co-media",
  "co-share",
  "shared-front",
  "shared-profile",
];

function phrase({ trace, label }: TopObject): string {
  if (label === "") return "";
  switch (trace) {
    case "hashtag-sequence":
    case "hashtag-set":
      return label
        .split(" ")
        .slice(0, 2)
        .map((tag) => `#${tag}`)
        .join(" ");
    case "co-hashtag":
    case "burst-hashtag":
      return `#${label.split(" ")[0]}`;
    case "co-domain":
      return label;
    case "co-url":
      return label.length <= 36 ? label : `${beginning(label, 35)}…`;
    case "same-text":
      return `“${shorten(label)}”`;
    case "co-target":
    case "fast-repost":
      return `${trace === "co-target" ? "replies to" : "reposts of"} ${shorten(label)}`;
    case "co-reply":
      return `replies to post ${shorten(label)}`;
    case "shared-front":
    case "shared-profile":
      // Without the kind of object that the label begins with: what is shared, not where.
      return `shared ${trace === "shared-front" ? "sites" : "profile"} ${shorten(label.replace(/^[^:]*: /, ""))}`;
    case "co-mention":
      return `@${label.split(" ")[0]}`;
    default:
      return `${trace === "co-repost" ? "reposts of" : "object"} ${shorten(label)}`;
  }
}

/** First words, cut at a space where there is one. */
function shorten(label: string): string {
  const flat = label.replace(/\s+/g, " ").trim();
  if (flat.length <= 32) return flat;
  return `${beginning(flat, Math.max(flat.slice(0, 32).lastIndexOf(" "), 20))}…`;
}

/** At most so many UTF-16 units; half an emoji would be no character at all. */
function beginning(text: string, most: number): string {
  const last = text.charCodeAt(most - 1);
  return text.slice(0, last >= 0xd800 && last < 0xdc00 ? most - 1 : most);
}
