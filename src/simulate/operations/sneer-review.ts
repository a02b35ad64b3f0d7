import { between, chance, logNormal, type Random, stream } from "../../math/random.ts";
import { castOf, enlist, enlistTypical, isOn, mainPlatform } from "../casting.ts";
import type { Story } from "../story.ts";
import { LANGUAGES, languageIndex } from "../text/languages.ts";
import { addPost, addVoice, type Content, ORGANIC_VOICE, type World } from "../world.ts";
import { crewSize } from "./dials.ts";
import { chineseLine, mainLine, replyLine, urduLine } from "./sneer-lines.ts";
import { checkSneer, LABEL, type SneerParameters, sneerParameters } from "./sneer-parameters.ts";
import { mainPosts, planDiscussions } from "./sneer-plan.ts";

/**
 * Operation "Sneer Review": main accounts post about a target, a crew of others answers each post within minutes, so that a stranger
 * sees a lively discussion. Imitates the published behaviour; target, lines and accounts are invented.
 */
export const SNEER_REVIEW: Story<SneerParameters> = {
  name: "sneer-review",
  label: LABEL,
  about: [
    "Main accounts criticise a game; a crew answers every post within minutes, agreeing, and hardly anybody else does (OpenAI 2025).",
    "Visible in who answers whom together, in time and text; one post draws 220 replies of the crew (easy).",
  ],
  parameters: sneerParameters,
  cast: (world, table) => {
    const { people, span } = world;
    checkSneer(table);
    const here = isOn(world, mainPlatform(world));
    const speaks = (account: number) => here(account) && people.language[account] === 0;
    for (const account of enlist(world, table.mains.value, LABEL, "main", speaks))
      people.rate[account] = (table.mainDecoys.value * span.days) / 14;
    if (table.matched.value === 1) {
      const published = ["en", "zh", "ur"].map(languageIndex);
      const answers = (account: number) => here(account) && published.includes(people.language[account]!);
      enlistTypical(world, crewSize(world, table), LABEL, "replier", answers);
      return;
    }
    const replies =
      (mainPosts(world, table) * (table.repliesMin.value + table.repliesMax.value)) / 2 + table.bigPost.value;
    const crew = enlist(world, crewSize(world, table), LABEL, "replier", here);
    const acts = Math.min(replies / crew.length, table.shared.value * 1.5);
    const decoys = (acts * table.decoy.value) / (1 - table.decoy.value);
    for (const account of crew) people.rate[account] = decoys;
  },
  perform: (world, table, random) => {
    const mains = castOf(world, LABEL, "main");
    const voices = makeVoices(world, table);
    const crew = castOf(world, LABEL, "replier");
    const discussions = planDiscussions(world, mains, crew, table, random);
    for (const { author, timeMs, answers } of discussions) {
      const post = addPost(world, { timeMs, account: author, kind: "post", voice: voices.main });
      if (post < 0) throw new Error(`simulate: a main post of ${LABEL} fell outside the world`);
      for (const answer of answers) {
        const argument = lineOf(world, answer.account, table, random);
        addPost(world, { ...answer, kind: "reply", target: post, voice: voices.reply, argument });
      }
      answerOrganically(world, post, table, random);
    }
  },
};

/** What a replier says: a number of the script, or how it is to be written. */
function lineOf({ people }: World, account: number, table: SneerParameters, random: Random): number {
  const home = LANGUAGES[people.language[account]!]!.code;
  const isChinese = chance(random, table.chinese.value);
  const line = chance(random, table.paraphrase.value) ? REWORDED : between(random, 0, table.lines.value - 1);
  if (table.matched.value === 1) return OWN_LANGUAGE.get(home) ?? line;
  return isChinese ? CHINESE : line;
}

/** Few strangers find the discussion. */
function answerOrganically(world: World, post: number, table: SneerParameters, random: Random): void {
  const count = between(random, 0, table.organicRepliesMax.value);
  const platform = world.people.platform[world.posts.account[post]!];
  for (let i = 0; i < count; i++) {
    const account = Math.floor(random() * world.people.count);
    if (world.people.label[account] !== 0 || world.people.platform[account] !== platform) continue;
    const timeMs = world.posts.timeMs[post]! + 60_000 * logNormal(random, 60, 1.5);
    addPost(world, {
      timeMs,
      account,
      kind: "reply",
      target: post,
      voice: ORGANIC_VOICE,
      argument: world.people.community[account]!,
    });
  }
}

/** Arguments of the reply voice; any other is the number of a line of the script, from 0. */
const REWORDED = 0xffffffff;
const CHINESE = 0xfffffffe;
const URDU = 0xfffffffd;
/** Matched, everybody answers in the language of its other posts, or the languages of the crew would give it away. */
const OWN_LANGUAGE: ReadonlyMap<string, number> = new Map([
  ["zh", CHINESE],
  ["ur", URDU],
]);

function makeVoices(world: World, table: SneerParameters): { main: number; reply: number } {
  const say = (text: string, language: string): Content => ({
    text,
    language,
    urls: [],
    hashtags: [],
    mentions: [],
    media: [],
  });
  const script = Array.from({ length: table.lines.value }, (_, i) => replyLine(stream(world.seed ^ 0x5ee4, i)));
  const main = addVoice(world, (_number, random) => say(mainLine(random), "en"));
  const reply = addVoice(world, (number, random) => {
    const line = world.posts.argument[number]!;
    if (line === CHINESE) return say(chineseLine(random), "zh");
    if (line === URDU) return say(urduLine(random), "ur");
    return say(line === REWORDED ? replyLine(random) : script[line]!, "en");
  });
  return { main, reply };
}
