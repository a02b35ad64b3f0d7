import { KIND_CODE } from "../../corpus/post.ts";
import { chance, drawIndex, pick, type Random } from "../../math/random.ts";
import type { Community } from "../communities.ts";
import { pictureHash } from "../identity.ts";
import { articleLink } from "../links.ts";
import { assumed } from "../parameters.ts";
import { expand, tidy } from "../text/grammar.ts";
import type { Language } from "../text/language.ts";
import { LANGUAGES } from "../text/languages.ts";
import type { Content, Voice, World } from "../world.ts";

export const VOICE_PARAMETERS = {
  stock: assumed(0.04, "share of own posts and replies that are a stock phrase, word for word"),
  second: assumed(0.65, "posts with a second sentence"),
  emoji: assumed(0.22, "posts with an emoji"),
  hashtags: assumed(0.2, "own posts with hashtags"),
  links: assumed(0.2, "own posts with a link"),
  mentions: assumed(0.06, "own posts that name another account"),
  pictures: assumed(0.12, "own posts with a picture of their own"),
};

/** How ordinary accounts write. The argument of a post is its community. */
export function organicVoice(world: World, parameters: typeof VOICE_PARAMETERS): Voice {
  const { posts, communities, people, seed } = world;
  return (number, random): Content => {
    const community = communities[posts.argument[number]!]!;
    const language = LANGUAGES[community.language]!;
    const kind = posts.kind[number]!;
    const hashtags: string[] = [];
    const urls: string[] = [];
    const mentions: string[] = [];
    const media: string[] = [];
    let text: string;
    if (chance(random, parameters.stock.value)) text = pick(random, language.stock);
    else text = sentences(random, community, language, kind, parameters.second.value);
    if (chance(random, parameters.emoji.value)) text += `${language.gap}${pick(random, language.words.mood!)}`;
    if (kind === KIND_CODE.post) {
      if (chance(random, parameters.mentions.value)) {
        const other = Math.floor(random() * people.count);
        if (people.platform[other] === people.platform[posts.account[number]!]) {
          mentions.push(people.handle[other]!);
          text += ` @${people.handle[other]!}`;
        }
      }
      if (chance(random, parameters.hashtags.value)) {
        const wanted = 1 + Math.floor(random() * random() * 4);
        for (let i = 0; i < wanted; i++) {
          const tag = community.hashtags[drawIndex(random, community.hashtagSums)]!;
          if (!hashtags.includes(tag)) hashtags.push(tag);
        }
        text += hashtags.map((tag) => ` #${tag}`).join("");
      }
      if (chance(random, parameters.links.value)) {
        urls.push(articleLink(random, seed, community.topicNumber, posts.timeMs[number]!));
      }
      if (chance(random, parameters.pictures.value)) media.push(pictureHash(seed, number));
    }
    return { text, language: language.code, urls, hashtags, mentions, media };
  };
}

function sentences(random: Random, community: Community, language: Language, kind: number, second: number): string {
  const write = (pattern: string) => tidy(expand(pattern, community.lexicons, random));
  if (kind === KIND_CODE.reply) {
    const reply = write(pick(random, language.replies));
    return chance(random, second / 3) ? `${ended(reply, language)}${write(pick(random, language.additions))}` : reply;
  }
  if (kind === KIND_CODE.quote) return write(pick(random, language.comments));
  const first = write(pick(random, language.statements));
  if (!chance(random, second)) return first;
  const next = `${ended(first, language)}${write(pick(random, language.additions))}`;
  return chance(random, second / 3) ? `${next}${language.gap}${write(pick(random, language.additions))}` : next;
}

function ended(sentence: string, language: Language): string {
  const stop = language.gap === "" ? "。" : language.code === "ur" ? "۔" : ".";
  return `${sentence}${/[.!?。？؟۔]$/.test(sentence) ? "" : stop}${language.gap}`;
}
