import { LINK_PATTERN } from "../text/defang.ts";
import { isOwnWord, LEFT_OUT, mapStrings, type Place, traceAt } from "./map-strings.ts";
import type { SharedCase } from "./shared-case.ts";
import { nameClusters } from "./shared-cluster-names.ts";

/**
 * A copy without what people wrote: times, kinds, ids, hosts and our own figures stay; texts, tags, descriptions and the paths of links
 * go. A field that is not known to be one of those is left out, so a field added later is hidden, not shown.
 */
export function leaveOutTexts<T extends Omit<SharedCase, "about">>(shared: T): T {
  const names = new Map(shared.clusters.map((profile) => [profile.clusterId, wordlessName(profile)]));
  const bare = mapStrings(shared, (text, place) => {
    if (isOwnWord(place) || KEPT.has(place.key)) return text;
    if (SENTENCES.has(place.key)) return withoutQuotes(text);
    switch (place.key) {
      case "text":
        return null;
      case "label":
      case "labels":
        return wordlessLabel(text, place);
      case "name":
        return "accountId" in place.parent ? text : LEFT_OUT;
      default:
        return LEFT_OUT;
    }
  });
  const named = nameClusters(bare, names);
  const posts = named.rows.posts.map((post) => ({ ...post, textLength: 0 }));
  return { ...named, rows: { ...named.rows, posts } };
}

const KEPT: ReadonlySet<string> = new Set([
  "accountId",
  "authorId",
  "postId",
  "handle",
  "key",
  "platform",
  "language",
  "domain",
  "caseName",
  "file",
  "path",
]);

/** Sentences of ours, which may quote. */
const SENTENCES: ReadonlySet<string> = new Set([
  "sentence",
  "sentences",
  "what",
  "value",
  "expected",
  "weakBecause",
  "reason",
  "caveats",
  "powerSentence",
]);

/** Objects whose labels are ids, hosts or hashes. */
const WORDLESS_TRACES: ReadonlySet<string> = new Set([
  "co-repost",
  "co-reply",
  "co-target",
  "fast-repost",
  "co-domain",
  "co-media",
  "authors",
]);

function wordlessLabel(label: string, place: Place): string {
  const trace = traceAt(place);
  // What has blanks in it is no id, whatever the export called it.
  if (WORDLESS_TRACES.has(trace) && !/\s/.test(label)) return label;
  if (trace === "co-url") return `${hostOf(label)}/…`;
  const number = place.parent.object;
  return typeof number === "number" ? `${LEFT_OUT} (no. ${number})` : LEFT_OUT;
}

function hostOf(link: string): string {
  return (
    link
      .replace(/^[a-z][a-z0-9+.-]*:\/*/i, "")
      .replace(/^[^/?#]*@/, "")
      .split(/[/?#\s]/)[0] ?? ""
  );
}

/** Names of clusters are made of what members touched: kept where that is an author or a site. */
function wordlessName({ clusterId, name, domains }: SharedCase["clusters"][number]): string {
  const isWordless = /^(?:replies to|reposts of) \S+$/.test(name) || domains.some(({ domain }) => domain === name);
  return isWordless ? name : `Cluster ${clusterId}`;
}

function withoutQuotes(sentence: string): string {
  return sentence
    .replace(/“[^”]*”/g, "“…”")
    .replace(/"[^"]*"/g, '"…"')
    .replace(LINK_PATTERN, (link) => `${hostOf(link)}/…`)
    .replace(/#[\p{L}\p{M}\p{N}_]+/gu, "#…");
}
