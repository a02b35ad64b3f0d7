import { evidenceTexts, memberBios, outsideBios } from "../../store/rival-facts.ts";
import { foldText } from "../../text/lexicon.ts";
import type { MeasureInput } from "./measure.ts";

/**
 * Do the members' own descriptions name what the evidence is about: the artist, the club, the employer?
 *
 * A name counts when three members and a tenth of the described ones carry it, at least five times the share among accounts in no
 * cluster, and when a fifth of the posts on the evidence hold it too (also inside a hashtag, with what they answer or pass on). Who
 * organises in the open says what for; a covert crew has no reason to write its subject into every description.
 *
 * What it does not show: a description can be put on in a minute (`free`). Null: fewer than three members have one. Cost: words of all
 * descriptions of members, and of 4,000 others.
 */
export interface Disclosure {
  /** Members with a description, and those of them that name it. */
  readonly described: number;
  readonly naming: number;
  /** The names, the commonest first, at most three. */
  readonly names: readonly string[];
}

const YARDSTICK_BIOS = 4000;
const LEAST_MEMBERS = 3;
const LEAST_SHARE = 0.1;
const LIFT = 5;
const EVIDENCE_SHARE = 0.2;
const NAMES_SHOWN = 3;
/** Shorter words are particles; a whole name in a script without spaces is one run. */
const WORD = /[\p{L}\p{N}\p{M}]{4,}|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]{2,}/gu;

export async function measureDisclosure({ store, clusterIds }: MeasureInput): Promise<(Disclosure | null)[]> {
  const bios = new Map(clusterIds.map((id) => [id, [] as Set<string>[]]));
  for (const { clusterId, bio } of await memberBios(store)) if (bio !== null) bios.get(clusterId)!.push(wordsOf(bio));
  const others = (await outsideBios(store, YARDSTICK_BIOS)).map(wordsOf);
  const candidates = new Map(clusterIds.map((id) => [id, commonNames(bios.get(id)!, others)]));
  const held = new Map(clusterIds.map((id) => [id, { posts: 0, of: new Map<string, number>() }]));
  // Where nobody describes himself, as in most exports of posts alone, there is nothing to look for.
  const isAsked = [...candidates.values()].some((names) => names.length > 0);
  for await (const { clusterId, text, targetText } of isAsked ? evidenceTexts(store) : []) {
    if ((text === null && targetText === null) || candidates.get(clusterId)!.length === 0) continue;
    const own = held.get(clusterId)!;
    own.posts++;
    const folded = foldText(`${text ?? ""}\n${targetText ?? ""}`);
    for (const name of candidates.get(clusterId)!) {
      if (folded.includes(name)) own.of.set(name, (own.of.get(name) ?? 0) + 1);
    }
  }
  return clusterIds.map((id): Disclosure | null => {
    const described = bios.get(id)!;
    if (described.length < LEAST_MEMBERS) return null;
    const { posts, of } = held.get(id)!;
    const names = candidates.get(id)!.filter((name) => (of.get(name) ?? 0) >= EVIDENCE_SHARE * posts && posts > 0);
    return {
      described: described.length,
      naming: described.filter((words) => names.some((name) => words.has(name))).length,
      names: names.slice(0, NAMES_SHOWN),
    };
  });
}

function wordsOf(bio: string): Set<string> {
  return new Set(foldText(bio).match(WORD) ?? []);
}

/** Words that many of these descriptions hold and few others, the commonest first. */
function commonNames(bios: readonly ReadonlySet<string>[], others: readonly ReadonlySet<string>[]): string[] {
  const count = (sets: readonly ReadonlySet<string>[]): Map<string, number> => {
    const found = new Map<string, number>();
    for (const words of sets) for (const word of words) found.set(word, (found.get(word) ?? 0) + 1);
    return found;
  };
  const outside = count(others);
  return [...count(bios)]
    .filter(([word, members]) => {
      if (members < LEAST_MEMBERS || members < LEAST_SHARE * bios.length) return false;
      const elsewhere = others.length === 0 ? 0 : (outside.get(word) ?? 0) / others.length;
      return members / bios.length >= LIFT * elsewhere;
    })
    .sort(([left, a], [right, b]) => b - a || (left < right ? -1 : 1))
    .map(([word]) => word);
}
