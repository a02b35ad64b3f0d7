import { nearHashes } from "../math/near-hashes.ts";
import { UnionFind } from "../math/union-find.ts";
import type { ProfileRow } from "../store/profile-rows.ts";
import { contactsOf } from "../text/contacts.ts";
import { Background } from "../text/information.ts";
import { normaliseText } from "../text/normalise.ts";
import type { ObservedTrace } from "./observed-trace.ts";
import { ProfileMarks } from "./profile-marks.ts";
import { sharedProfile } from "./shared-profile.ts";

/** A crop or a new caption leaves a perceptual hash within so many of its 64 bits. */
const NEAR_BITS = 10;
/** methods, section 1.5: below, a description says too little to be the same by more than chance. */
const MIN_BITS = 40;
/** A name counts when fewer than one in a thousand such exports would hold it twice. */
const NAME_SPARE_BITS = 10;

/**
 * What accounts show of themselves, as actions at their first posts.
 *
 * - picture: perceptual hashes within 10 of 64 bits of each other, chained; other values only when equal.
 * - description: each address in it; and its words, without addresses, digits and the account's own name and place (so one template with
 *   different names is one object), if they say at least 40 bits among the descriptions of the case. "Mum of two" says a few.
 * - name: the display name, if its words are so rare that no two accounts of the case should have it.
 *
 * Rarity of what is left is for the null (`coaction/nulls/`), among the accounts that show anything: a picture that everybody has
 * surprises nobody. Cost: linear, but for the pictures (`math/near-hashes.ts`).
 */
export function observeProfiles(rows: readonly ProfileRow[], accountCount: number): ObservedTrace {
  const marks = new ProfileMarks(sharedProfile, accountCount);
  const pictureOf = pictures(rows);
  const bios = backgroundOf(rows.map(templateOf));
  const names = backgroundOf(rows.map(({ name }) => normaliseText(name ?? "")));
  const nameBits = Math.log2(Math.max(2, rows.length)) + NAME_SPARE_BITS;
  for (const row of rows) {
    const picture = pictureOf(row);
    if (picture !== null) marks.add(row, "picture", `picture ${picture}`);
    const { bio, name } = row;
    if (bio !== null) {
      for (const contact of contactsOf(bio)) marks.add(row, "link", `in the description: ${contact}`);
      const template = templateOf(row);
      if (template !== "" && bios.reaches(template, MIN_BITS)) marks.add(row, "words", `description “${template}”`);
    }
    const shown = normaliseText(name ?? "");
    if (shown !== "" && names.reaches(shown, nameBits)) marks.add(row, "name", `name “${shown}”`);
  }
  return marks.finish();
}

/** Description as it is compared: its words without what belongs to this account alone. */
function templateOf({ bio, name, location, handle }: ProfileRow): string {
  if (bio === null) return "";
  const own = new Set(normaliseText([name, location, handle].join(" ")).split(" "));
  return normaliseText(bio.replace(MAIL_OR_HOST, " "))
    .split(" ")
    .filter((word) => !own.has(word) && !/^\p{N}+$/u.test(word))
    .join(" ");
}

const MAIL_OR_HOST = /\S+@\S+\.\S+|(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}\/\S*/gu;

function backgroundOf(texts: readonly string[]): Background {
  const background = new Background();
  for (const text of new Set(texts)) if (text !== "") background.add(text);
  return background;
}

/** A name for the picture of each account: the smallest of the hashes that are chained to its own. */
function pictures(rows: readonly ProfileRow[]): (row: ProfileRow) => string | null {
  const hashes = [
    ...new Set(rows.map(({ avatarHash }) => avatarHash?.toLowerCase() ?? "").filter((hash) => PERCEPTUAL.test(hash))),
  ].sort();
  const groups = new UnionFind(hashes.length);
  const half = (from: number) => Uint32Array.from(hashes, (hash) => Number.parseInt(hash.slice(from, from + 8), 16));
  nearHashes(half(8), half(0), NEAR_BITS, (i, j) => groups.join(i, j));
  const nameOf = new Map(
    groups.groups().flatMap((members) => {
      const [first] = members;
      const name = hashes[first!]! + (members.length > 1 ? ` (within ${NEAR_BITS} bits)` : "");
      return members.map((member): [string, string] => [hashes[member]!, name]);
    }),
  );
  return ({ avatarHash }) => (avatarHash === null ? null : (nameOf.get(avatarHash.toLowerCase()) ?? avatarHash));
}

const PERCEPTUAL = /^[0-9a-f]{16}$/;
