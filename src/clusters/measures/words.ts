import { evidenceTexts, memberBios, outsideTexts } from "../../store/rival-facts.ts";
import { foldText, Lexicon } from "../../text/lexicon.ts";
import { FAN_WORDS } from "../lexicons/fans.ts";
import { AMOUNT, CONTACT, OFFER_WORDS } from "../lexicons/money.ts";
import { ALERT_WORDS } from "../lexicons/news.ts";
import { PETITION_WORDS } from "../lexicons/petition.ts";
import { ENTRY_WORDS, PRIZE_WORDS } from "../lexicons/prizes.ts";
import { SPORT_WORDS } from "../lexicons/sports.ts";
import { TRAINING_WORDS } from "../lexicons/training.ts";
import type { MeasureInput } from "./measure.ts";

/** Kinds of words asked about; a rival that needs another adds it here. */
const LEXICONS = {
  fan: new Lexicon(FAN_WORDS),
  sport: new Lexicon(SPORT_WORDS),
  petition: new Lexicon(PETITION_WORDS),
  prize: new Lexicon(PRIZE_WORDS),
  entry: new Lexicon(ENTRY_WORDS),
  offer: new Lexicon(OFFER_WORDS),
  alert: new Lexicon(ALERT_WORDS),
  training: new Lexicon(TRAINING_WORDS),
  amount: { matchesFolded: (text: string) => AMOUNT.test(text) },
  contact: { matchesFolded: (text: string) => CONTACT.test(text) },
} as const;
export type WordKind = keyof typeof LEXICONS;
const KINDS = Object.keys(LEXICONS) as WordKind[];

/**
 * Of what do they speak? Shares of the members' posts on the evidence, of the members and of their own descriptions that hold a word of
 * each kind, and of the posts of accounts in no cluster as a yardstick: in an export about football everybody says "goal".
 *
 * A post counts with the words of what it answers or passes on: the call to a prize draw is the host's, the repost says nothing.
 * Null where there is no text, no description. Cost: one reading of these posts, and of 4,000 others. Words can be put on by anyone.
 */
export interface WordShares {
  /** Posts with words, members with one such post, and members with a description: what the shares are taken over. */
  readonly texts: number;
  readonly speakers: number;
  readonly bios: number;
  readonly of: Readonly<Record<WordKind, WordShare>>;
}

export interface WordShare {
  /** Posts on the evidence; null: none has text. */
  readonly posts: number | null;
  /** Speakers with at least one such post. */
  readonly speakers: number;
  /** Descriptions that hold such a word. */
  readonly bios: number;
  /** Share of other accounts' posts; null: there are none with text. */
  readonly outside: number | null;
}

const YARDSTICK_POSTS = 4000;

export async function measureWords({ store, drafts, clusterIds }: MeasureInput): Promise<WordShares[]> {
  const counts = new Map(clusterIds.map((id) => [id, new Counter()]));
  // Groups pass on the same texts again and again: each is read once.
  const known = new Map<string, readonly WordKind[]>();
  const kindsOf = (text: string): readonly WordKind[] => {
    const kinds = known.get(text) ?? kindsIn(foldText(text));
    known.set(text, kinds);
    return kinds;
  };
  for await (const { clusterId, account, text, targetText } of evidenceTexts(store)) {
    if (text === null && targetText === null) continue;
    counts.get(clusterId)!.post(account, kindsOf(`${text ?? ""}\n${targetText ?? ""}`));
  }
  for (const { clusterId, bio } of await memberBios(store)) if (bio !== null) counts.get(clusterId)!.bio(foldText(bio));
  const outside = (await outsideTexts(store, YARDSTICK_POSTS)).map(foldText);
  const outsideShare = (kind: WordKind): number | null =>
    outside.length === 0 ? null : outside.filter((text) => LEXICONS[kind].matchesFolded(text)).length / outside.length;
  const yardstick = Object.fromEntries(KINDS.map((kind) => [kind, outsideShare(kind)])) as Record<
    WordKind,
    number | null
  >;
  return drafts.map((_, i) => counts.get(clusterIds[i]!)!.finish(yardstick));
}

const kindsIn = (folded: string): WordKind[] => KINDS.filter((kind) => LEXICONS[kind].matchesFolded(folded));

class Counter {
  private texts = 0;
  private bios = 0;
  private readonly speakers = new Set<number>();
  private readonly of = new Map(KINDS.map((kind) => [kind, { posts: 0, speakers: new Set<number>(), bios: 0 }]));

  post(account: number, kinds: readonly WordKind[]): void {
    this.texts++;
    this.speakers.add(account);
    for (const kind of kinds) {
      const count = this.of.get(kind)!;
      count.posts++;
      count.speakers.add(account);
    }
  }

  bio(folded: string): void {
    this.bios++;
    for (const [kind, count] of this.of) if (LEXICONS[kind].matchesFolded(folded)) count.bios++;
  }

  finish(outside: Readonly<Record<WordKind, number | null>>): WordShares {
    const shareOf = (kind: WordKind): WordShare => {
      const { posts, speakers, bios } = this.of.get(kind)!;
      return {
        posts: this.texts === 0 ? null : posts / this.texts,
        speakers: speakers.size,
        bios,
        outside: outside[kind],
      };
    };
    return {
      texts: this.texts,
      speakers: this.speakers.size,
      bios: this.bios,
      of: Object.fromEntries(KINDS.map((kind) => [kind, shareOf(kind)])) as Record<WordKind, WordShare>,
    };
  }
}
