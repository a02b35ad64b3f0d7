import { between, chance, logNormal, type Random, sample, seeded, stream } from "../../math/random.ts";
import { castOf, divideActivity, enlist, enlistTypical, isOn, mainPlatform } from "../casting.ts";
import { matchedHours } from "../matched.ts";
import { DAY_MS, humanTime, nextWaking } from "../rhythm.ts";
import type { Story } from "../story.ts";
import { LANGUAGES, languageIndex } from "../text/languages.ts";
import { addPost, addVoice, type Content, ORGANIC_VOICE, type World } from "../world.ts";
import { crewSize } from "./dials.ts";
import { chineseLine, mainLine, replyLine, urduLine } from "./sneer-lines.ts";
import { checkSneer, LABEL, type SneerParameters, sneerParameters } from "./sneer-parameters.ts";

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
    const left = answersEach(world, table);
    const voices = makeVoices(world, table);
    const count = mainPosts(world, table);
    const big = Math.floor(count / 2);
    const shape = Array.from({ length: count }, (_, i) =>
      i === big ? table.bigPost.value : between(random, table.repliesMin.value, table.repliesMax.value),
    );
    const sizes = table.matched.value === 1 ? scaledTo(sum([...left.values()]), shape) : shape;
    const times = mainTimes(world, mains, sizes, table, random);
    for (let i = 0; i < count; i++) {
      const account = mains[i % mains.length]!;
      const wanted = sizes[i]!;
      const post = addPost(world, { timeMs: times[i]!, account, kind: "post", voice: voices.main });
      if (post < 0) throw new Error(`simulate: main post ${i} of ${LABEL} fell outside the world`);
      const free = [...left.keys()].filter((replier) => left.get(replier)! > 0);
      const crew = sample(random, free, wanted);
      for (const replier of crew) left.set(replier, left.get(replier)! - 1);
      // More replies than repliers: the same accounts come back, as they must have on the published video.
      for (let k = 0; k < wanted && crew.length > 0; k++)
        answer(
          world,
          post,
          crew[k % crew.length]!,
          Math.floor(k / crew.length),
          i === big,
          voices.reply,
          table,
          random,
        );
      answerOrganically(world, post, table, random);
    }
  },
};

const mainPosts = (world: World, table: SneerParameters): number =>
  Math.max(1, Math.round((table.mainPosts.value * world.span.days) / 14));

/**
 * How many main posts each replier answers. Matched: as many as leave it no busier than it would have been anyway, within the bound on
 * what two may share; what the bound cuts off goes back to its ordinary life.
 */
function answersEach(world: World, table: SneerParameters): Map<number, number> {
  const crew = castOf(world, LABEL, "replier");
  if (table.matched.value !== 1) return new Map(crew.map((account) => [account, table.shared.value]));
  const most = Math.min(table.shared.value, mainPosts(world, table));
  const acts = divideActivity(world, crew, table.decoy.value);
  return new Map(
    crew.map((account, i) => {
      const kept = Math.min(acts[i]!, most);
      world.people.rate[account]! += acts[i]! - kept;
      return [account, kept];
    }),
  );
}

/** The same proportions with another total, each at least one. */
const scaledTo = (total: number, shape: readonly number[]): number[] =>
  shape.map((size) => Math.max(1, Math.round((size * total) / sum(shape))));

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

/**
 * The posts are spread over the span and leave a day for the replies. Their hour is natural for their author, or, matched, the replies'
 * hours are those at which the whole platform posts, so that the crew's clock tells nothing.
 */
function mainTimes(
  world: World,
  mains: readonly number[],
  sizes: readonly number[],
  table: SneerParameters,
  random: Random,
): number[] {
  const { span, people } = world;
  const room = (span.days - 1.5) * DAY_MS;
  const matched = table.matched.value === 1 ? matchedHours(world, sizes, seeded(world.seed, LABEL, "hours")) : null;
  const draws = Array.from({ length: 400 }, () => delayMinutes(0, false, table, random));
  const delayMs = (60_000 * sum(draws)) / draws.length;
  return sizes.map((_, i) => {
    const author = mains[i % mains.length]!;
    const natural = humanTime(random, span, people.zone[author]!, people.shift[author]!) % DAY_MS;
    // Matched hours are those of the replies, so the post comes a mean delay before.
    const hour = matched === null ? natural : (matched[i]! - delayMs + DAY_MS) % DAY_MS;
    const day = Math.floor(((i + random()) * room) / sizes.length / DAY_MS);
    return span.startMs + Math.min(room, day * DAY_MS + hour);
  });
}

function answer(
  world: World,
  post: number,
  account: number,
  round: number,
  isBig: boolean,
  voice: number,
  table: SneerParameters,
  random: Random,
): void {
  const { people, posts } = world;
  const minutes = delayMinutes(round, isBig, table, random);
  let timeMs = posts.timeMs[post]! + minutes * 60_000;
  if (table.localHours.value === 1) timeMs = nextWaking(random, timeMs, people.zone[account]!, people.shift[account]!);
  const home = LANGUAGES[people.language[account]!]!.code;
  const isChinese = chance(random, table.chinese.value);
  const line = chance(random, table.paraphrase.value) ? REWORDED : between(random, 0, table.lines.value - 1);
  addPost(world, {
    timeMs,
    account,
    kind: "reply",
    target: post,
    voice,
    argument: table.matched.value === 1 ? (OWN_LANGUAGE.get(home) ?? line) : isChinese ? CHINESE : line,
  });
}

/** Log-normal between floor and ceiling, drawn again when it falls outside: no heap at either end. */
function delayMinutes(round: number, isBig: boolean, table: SneerParameters, random: Random): number {
  const floor = table.jitter.value * table.delayFloorMin.value;
  const ceiling = table.jitter.value * table.delayCeilingMin.value * (isBig ? 6 : 1);
  const median = table.jitter.value * table.delayMin.value * (isBig ? 2 : 1);
  for (let tries = 0; tries < 50; tries++) {
    let minutes = 0;
    for (let i = 0; i <= round; i++) minutes += logNormal(random, median, table.delaySigma.value);
    if (minutes >= floor && minutes <= ceiling) return minutes;
  }
  return floor + random() * (ceiling - floor);
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
