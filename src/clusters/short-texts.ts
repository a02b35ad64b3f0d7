import type { Touches } from "../coaction/held.ts";
import { GrowableUint32 } from "../math/growable.ts";
import { type Hash64, HashIndex, hashString } from "../math/hash.ts";
import type { Store } from "../store/database.ts";
import { normaliseText } from "../text/normalise.ts";

/** Longer ones are told by the trace of same texts. Characters as exported. */
const SHORT = 140;

/**
 * Who wrote which short text, normalised, for telling whether two groups draw on one stock of lines: branches of a crew on two platforms
 * never meet, and each line is used by one or two members, so that any member's use counts as the group's. Reposts are not their words.
 * Only hashes are kept, and in words those texts that two accounts wrote. Cost: O(posts), 16 bytes a distinct text.
 */
export async function shortTexts(store: Store, accountCount: number): Promise<Touches> {
  const index = new HashIndex();
  const hash: Hash64 = { low: 0, high: 0 };
  const account = new GrowableUint32();
  const object = new GrowableUint32();
  const firstBy: number[] = [];
  const labels: string[] = [];
  for await (const chunk of store.chunks(
    `select account, text from posts where kind <> 'repost' and text is not null and length(text) <= ${SHORT}
       and not starts_with(upper(ltrim(text)), 'RT @') order by post`,
  )) {
    const [accounts, texts] = [chunk.getColumnVector(0), chunk.getColumnVector(1)];
    for (let i = 0; i < chunk.rowCount; i++) {
      const normal = normaliseText(texts.getItem(i) as string);
      if (normal === "") continue;
      hashString(normal, hash);
      const text = index.intern(hash.low, hash.high);
      const writer = accounts.getItem(i) as number;
      if (text === firstBy.length) firstBy.push(writer);
      else if (firstBy[text] !== writer) labels[text] ??= normal;
      account.push(writer);
      object.push(text);
    }
  }
  return {
    name: "short texts",
    accountCount,
    objectCount: index.size,
    account: account.take(),
    object: object.take(),
    labels,
    isHeldByOne: true,
  };
}
