import { nameOf } from "../clusters/name.ts";
import { PROFILE_LINK } from "../corpus/profile-links.ts";
import { HANDLE } from "../text/handles.ts";
import { isOwnWord, mapStrings, type Place, traceAt } from "./map-strings.ts";
import { NameFinder } from "./name-finder.ts";
import type { SharedCase } from "./shared-case.ts";
import { nameClusters } from "./shared-cluster-names.ts";

export interface KnownNames {
  readonly ids: readonly string[];
  readonly handles: readonly string[];
  readonly names: readonly string[];
}

/**
 * A copy in which accounts and posts go by keyed pseudonyms: ids, handles, mentions and profiles in links, labels and sentences.
 * Display names go. In running text a handle or id of the case is replaced where it stands as a word of four letters or more, a
 * display name where it is of two words or more: shorter ones would take common words with them.
 *
 * Every text is taken for one that may hold a name unless `isOwnWord` says otherwise, so a field added later is hidden, not shown.
 *
 * @param hide keyed hash of an id
 */
export function hideNames<T extends Omit<SharedCase, "about">>(
  shared: T,
  known: KnownNames,
  hide: (id: string) => string,
): T {
  const hideHandle = (handle: string) => hide(handle.replace(/^[@＠]/, "").toLowerCase());
  const finder = new NameFinder();
  for (const id of known.ids) if (id.length >= LEAST) finder.add(id, () => hide(id));
  for (const handle of known.handles) {
    const bare = handle.replace(/^[@＠]/, "");
    if (bare.length >= LEAST) finder.add(bare, () => hideHandle(bare));
  }
  for (const name of known.names) if (/\S\s+\S/.test(name.trim())) finder.add(name.trim(), () => NAMELESS);
  const hideText = (text: string) =>
    finder.replace(
      text
        .replace(PROFILE, (_, site: string) => `${site}p_profile`)
        .replace(STATUS, (_, before: string, id: string) => before + hide(id))
        .replace(MENTION, (_, handle: string) => `@${hideHandle(handle)}`),
    );
  const hidden = mapStrings(shared, (text, place) => {
    if (isOwnWord(place)) return text;
    switch (place.key) {
      case "accountId":
      case "authorId":
      case "postId":
      case "key":
        return hide(text);
      case "handle":
        return text === "" ? text : hideHandle(text);
      case "name":
        return "accountId" in place.parent ? null : hideText(text);
      case "label":
      case "labels":
        return hideLabel(text, place, hide, hideHandle, hideText);
      default:
        return hideText(text);
    }
  });
  return nameClusters(hidden, namesOf(hidden.clusters));
}

/**
 * Made anew of labels that are hidden by now: made of the labels that were, they would be the id of an author, cut where it is long, or
 * words of a profile.
 */
function namesOf(clusters: SharedCase["clusters"]): Map<string, string> {
  const taken = new Set<string>();
  return new Map(
    clusters.map(({ clusterId, objects }) => {
      const name = nameOf(objects, taken);
      taken.add(name);
      return [clusterId, name];
    }),
  );
}

const LEAST = 4;
const NAMELESS = "p_name";

const PROFILE = new RegExp(PROFILE_LINK, "gi");
const STATUS = /(\/status(?:es)?\/)(\d{5,})/gi;
const MENTION = new RegExp(`[@＠](${HANDLE})`, "gu");

const ID_TRACES: ReadonlySet<string> = new Set(["co-repost", "co-reply", "co-target", "fast-repost", "authors"]);

function hideLabel(
  label: string,
  place: Place,
  hide: (id: string) => string,
  hideHandle: (handle: string) => string,
  hideText: (text: string) => string,
): string {
  const trace = traceAt(place);
  if (ID_TRACES.has(trace)) return hide(label);
  if (trace === "co-mention") return label.split(/\s+/).map(hideHandle).join(" ");
  if (trace !== "shared-profile") return hideText(label);
  // A trait of profiles is a bio, a name or a picture: its kind alone stays.
  const [kind] = label.split(":");
  return `${kind}: ${hide(label)}`;
}
