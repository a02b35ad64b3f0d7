import { chance, mix32, pick, type Random, shuffle, stream } from "../../math/random.ts";
import { pictureHash, retouched } from "../identity.ts";
import { LANGUAGES } from "../text/languages.ts";
import { addVoice, type Content, type World } from "../world.ts";
import { captionLine, commentLine, outletLine, publicLine, targetLine } from "./high-five-lines.ts";
import type { HighFiveParameters } from "./high-five-parameters.ts";

/** Argument of a comment that is no line of the script. */
export const REWORDED = 0xffffffff;

/** The campaign's hashtags, and those of the place, which its people use too. */
const CAMPAIGN_TAGS = ["CaptainIlar", "BayPlan", "DuchessTurnip"];
const PLACE_TAGS = ["marilaya", "harbourlife", "ferryday", "marilayabay"];

/** Numbers of the voices, by what speaks: the first three by kind of thread. */
export interface HighFiveVoices {
  readonly channel: number;
  readonly target: number;
  readonly outlet: number;
  readonly comment: number;
  readonly stranger: number;
  readonly reupload: number;
}

export function highFiveVoices(world: World, table: HighFiveParameters): HighFiveVoices {
  const { seed, posts, people } = world;
  const say = (
    text: string,
    language: string,
    hashtags: readonly string[] = [],
    media: readonly string[] = [],
  ): Content => ({
    text: text + hashtags.map((tag) => ` #${tag}`).join(""),
    language,
    urls: [],
    hashtags,
    mentions: [],
    media,
  });
  const videoOf = (number: number) => pictureHash(mix32(seed, 0x415), posts.argument[number]!);
  /** Some write Taglish, always; the others English. */
  const isTaglish = (account: number) => chance(stream(mix32(seed, 0x7a61), account), table.taglish.value);
  const written = (random: Random, taglish: boolean) =>
    say(commentLine(random, taglish, table.emoji.value), taglish ? "tl" : "en");
  const lines = Array.from({ length: table.lines.value }, (_, i) => i);
  const scripts = [false, true].map((taglish, salt) =>
    lines.map((line) => written(stream(mix32(seed, 0x415e + salt), line), taglish)),
  );
  return {
    channel: addVoice(world, (number, random) => {
      const taglish = isTaglish(posts.account[number]!);
      const text = captionLine(random, taglish);
      const tags = chance(random, table.tagged.value) ? CAMPAIGN_TAGS : [pick(random, PLACE_TAGS)];
      const picture = retouched(random, videoOf(number), table.mediaBits.value);
      return say(text, taglish ? "tl" : "en", tags, [picture]);
    }),
    target: addVoice(world, (number, random) =>
      say(targetLine(random), "en", ["marilaya"], [pictureHash(seed, number)]),
    ),
    outlet: addVoice(world, (number, random) => say(outletLine(random), "en", [], [pictureHash(seed, number)])),
    comment: addVoice(world, (number, random) => {
      const line = posts.argument[number]!;
      const taglish = isTaglish(posts.account[number]!);
      return line === REWORDED ? written(random, taglish) : scripts[taglish ? 1 : 0]![line]!;
    }),
    stranger: addVoice(world, (number, random) => {
      const taglish = isTaglish(posts.account[number]!) && chance(random, 0.5);
      const { places } = LANGUAGES[people.language[posts.account[number]!]!]!;
      return say(publicLine(random, taglish, places), taglish ? "tl" : "en");
    }),
    reupload: addVoice(world, (number, random) => {
      const tags = shuffle(random, [pick(random, CAMPAIGN_TAGS), pick(random, PLACE_TAGS)]).slice(
        0,
        chance(random, 0.5) ? 1 : 2,
      );
      return say(publicLine(random, false, LANGUAGES[0]!.places), "en", tags, [videoOf(number)]);
    }),
  };
}
