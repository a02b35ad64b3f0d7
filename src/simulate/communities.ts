import { cumulative, pick, type Random } from "../math/random.ts";
import { expand, type Lexicon, words } from "./text/grammar.ts";
import type { Language, Topic } from "./text/language.ts";
import { LANGUAGES } from "./text/languages.ts";

/** People who talk about one topic in one language; several can share a topic and then know different names. */
export interface Community {
  readonly language: number;
  readonly topic: Topic;
  readonly hashtags: readonly string[];
  readonly hashtagSums: Float64Array;
  /** What its posts are written from: own names, topic, language. */
  readonly lexicons: readonly Lexicon[];
  /** Communities of one topic link to the same articles. */
  readonly topicNumber: number;
}

const SYLLABLES = words(
  "ba|ve|lo|ri|ka|mu|ten|sol|dar|fen|gi|hol|ja|nor|pa|que|ru|si|tal|vor|wen|xi|yar|zu|mer|lin|cas|dun",
);

/** Made-up proper name of two or three syllables: belongs to nobody. */
export function inventName(random: Random): string {
  const count = random() < 0.6 ? 2 : 3;
  let name = "";
  for (let i = 0; i < count; i++) name += pick(random, SYLLABLES);
  return name.slice(0, 1).toUpperCase() + name.slice(1);
}

/** At least one community for each topic of each language, more of the widely spoken. */
export function makeCommunities(
  random: Random,
  accounts: number,
  shares: readonly number[] = LANGUAGES.map(({ share }) => share),
): Community[] {
  const wanted = Math.min(400, Math.max(8, Math.round(accounts / 120)));
  const communities: Community[] = [];
  let topicNumber = 0;
  LANGUAGES.forEach((language, index) => {
    const count = Math.max(language.topics.length, Math.round(wanted * shares[index]!));
    for (let i = 0; i < count; i++) {
      const topic = language.topics[i % language.topics.length]!;
      const number = topicNumber + (i % language.topics.length);
      communities.push(makeCommunity(random, index, language, topic, number));
    }
    topicNumber += language.topics.length;
  });
  return communities;
}

function makeCommunity(
  random: Random,
  index: number,
  language: Language,
  topic: Topic,
  topicNumber: number,
): Community {
  const entities = Array.from({ length: 6 }, () => inventName(random));
  const own = `${inventName(random)}${expand("{Fans|Talk|Now|Days|Club}", [], random)}`.toLowerCase();
  const hashtags = [...topic.hashtags, own, `${own}${2024 + Math.floor(random() * 2)}`];
  const names: Lexicon = {
    entity: entities,
    town: language.places,
    name: [language.gap === "" ? "<last><first>" : "<first> <last>"],
    first: language.firstNames,
    last: language.lastNames,
  };
  return {
    language: index,
    topic,
    topicNumber,
    hashtags,
    hashtagSums: cumulative(hashtags.map((_, rank) => 1 / (rank + 1))),
    lexicons: [names, topic.words, language.words],
  };
}
