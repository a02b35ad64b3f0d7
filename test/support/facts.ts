import type { ClusterFacts } from "../../src/clusters/measures/facts.ts";
import type { WordKind, WordShare } from "../../src/clusters/measures/words.ts";
import { ORDINARY } from "./ordinary-trades.ts";

const NO_WORDS: WordShare = { posts: 0, speakers: 0, bios: 0, outside: 0 };
const KINDS: readonly WordKind[] = [
  "fan",
  "sport",
  "petition",
  "prize",
  "entry",
  "offer",
  "alert",
  "training",
  "amount",
  "contact",
];

/** What differs from a crew of twenty that works by itself, week after week, and says nothing of the kinds asked about. */
export interface FactsByHand extends Partial<Omit<ClusterFacts, "words">> {
  readonly words?: Partial<Record<WordKind, Partial<WordShare>>>;
  readonly texts?: number;
  readonly bios?: number;
}

export function factsByHand({ words = {}, texts = 100, bios = 10, ...change }: FactsByHand = {}): ClusterFacts {
  return {
    accounts: 20,
    openness: { touched: 20, outsiders: 0, middle: 0, gini: 0.1 },
    persistence: {
      spanDays: 20,
      occasions: 15,
      largestOccasion: 0.1,
      occasionsOfPair: 8,
      objectsOfPair: 10,
      postsOfMember: 12,
      exportDays: 30,
    },
    words: {
      texts,
      speakers: 20,
      bios,
      of: Object.fromEntries(
        KINDS.map((kind) => [kind, { ...NO_WORDS, ...(texts === 0 ? { posts: null } : {}), ...words[kind] }]),
      ) as Record<WordKind, WordShare>,
    },
    copies: { texts, distinctTexts: 60, topText: 5, topTextMembers: 5, linked: 40, topLink: 4, topLinkMembers: 4 },
    disclosure: { described: 10, naming: 0, names: [] },
    reciprocity: { linked: 0, pairs: 0, mutual: 0 },
    targets: { posts: 50, top: 10, authors: 10, toMembers: 0 },
    lifetimes: { dated: 20, burst: 3, ageDays: 400, activeDays: 25, silentDays: 1, posts: 40 },
    clock: { moments: 50, near: 1000, expected: 1000, excess: 1 },
    trades: ORDINARY,
    ...change,
  };
}

/** The same with everything gone that an export need not hold. */
export function factsUnmeasured(change: FactsByHand = {}): ClusterFacts {
  return factsByHand({
    texts: 0,
    bios: 0,
    copies: { texts: 0, distinctTexts: 0, topText: 0, topTextMembers: 0, linked: 0, topLink: 0, topLinkMembers: 0 },
    disclosure: null,
    reciprocity: null,
    targets: null,
    lifetimes: { dated: 0, burst: 0, ageDays: null, activeDays: 0.5, silentDays: 0.1, posts: 3 },
    clock: { moments: 0, near: 0, expected: 0, excess: null },
    ...change,
  });
}
