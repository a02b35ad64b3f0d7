import { UserError } from "../../corpus/issue.ts";
import { between, chance, logNormal, type Random, sample, seeded, shuffle, stream } from "../../math/random.ts";
import type { Difficulty } from "../difficulty.ts";
import { assumed, OPENAI_2025, type Parameter, published } from "../parameters.ts";
import { DAY_MS, humanTime, nextWaking } from "../rhythm.ts";
import type { Story } from "../story.ts";
import { addPost, addVoice, type Content, castOf, enlist, ORGANIC_VOICE, type World } from "../world.ts";
import { chineseLine, mainLine, replyLine } from "./sneer-lines.ts";

const LABEL = "sneer-review";

/** What a difficulty changes; the rest is the same at all three. */
const BY_DIFFICULTY: Readonly<
  Record<
    Difficulty,
    {
      repliers: number;
      jitter: number;
      paraphrase: number;
      decoy: number;
      most: number;
      big: Parameter<number>;
      local: number;
    }
  >
> = {
  easy: {
    repliers: 30,
    jitter: 1,
    paraphrase: 0,
    decoy: 0.1,
    most: 99,
    big: published(220, `${OPENAI_2025}: 220 comments generated for one video, 199 displayed`),
    local: 0,
  },
  hard: {
    repliers: 55,
    jitter: 10,
    paraphrase: 0.6,
    decoy: 0.3,
    most: 5,
    big: assumed(24, "fewer than the published 220, so that the number of posts tells nothing"),
    local: 0,
  },
  evasive: {
    repliers: 60,
    jitter: 10,
    paraphrase: 1,
    decoy: 0.5,
    most: 3,
    big: assumed(12, "hardly more than any other post gets"),
    local: 1,
  },
};

function parameters(difficulty: Difficulty) {
  const set = BY_DIFFICULTY[difficulty];
  const why = `difficulty ${difficulty}`;
  return {
    mains: assumed(2, "main accounts; one to three are plausible, the report speaks of a main account"),
    repliers: assumed(set.repliers, `accounts that answer; the report gives no number, 25 to 60 are plausible, ${why}`),
    mainPosts: assumed(8, "posts of the main accounts in 14 days"),
    repliesMin: assumed(8, "fewest crew replies to a main post"),
    repliesMax: assumed(30, "most crew replies to a main post, but for the big one"),
    bigPost: set.big,
    delayMin: assumed(8 * set.jitter, `median minutes to a crew reply, log-normal, ${why}`),
    delayFloorMin: assumed(1 * set.jitter, `no reply before, ${why}`),
    delayCeilingMin: assumed(
      40 * set.jitter,
      `no reply after, ${why}; those to the big post take up to six times as long`,
    ),
    delaySigma: assumed(0.9, "standard deviation of the logarithm of the delay"),
    postsPerReplier: assumed(set.most, `most main posts one replier answers, which bounds what two share, ${why}`),
    lines: assumed(30, "lines of the script that are used word for word"),
    paraphrase: assumed(set.paraphrase, `share of replies reworded by grammar, ${why}`),
    chinese: assumed(0.1, "share of replies in Chinese; English, Chinese and Urdu are published, by target"),
    decoy: assumed(set.decoy, `share of a crew account's activity that is ordinary life, ${why}`),
    matchedHours: assumed(
      set.jitter > 1 ? 1 : 0,
      `1: main posts are timed so that replies come at everybody's hours, ${why}`,
    ),
    localHours: assumed(set.local, `1: replies wait until the replier's place is awake, ${why}`),
    organicRepliesMax: assumed(3, "most replies of ordinary accounts to a main post: hardly anybody else takes part"),
    mainDecoys: assumed(6, "ordinary posts of a main account in 14 days"),
  };
}
type Parameters = ReturnType<typeof parameters>;

/**
 * Operation "Sneer Review": main accounts post about a target, a crew of others answers each post within minutes, so that a stranger
 * sees a lively discussion. Imitates the published behaviour; target, lines and accounts are invented.
 */
export const SNEER_REVIEW: Story<Parameters> = {
  name: "sneer-review",
  label: LABEL,
  about: [
    "Main accounts criticise a game; a crew answers every post within minutes, agreeing, and hardly anybody else does (OpenAI 2025).",
    "Visible in who answers whom together, in time and text; one post draws 220 replies of the crew (easy).",
  ],
  parameters,
  cast: (world, table) => {
    const { people, span } = world;
    checkTable(table);
    const speaks = (account: number) => people.language[account] === 0;
    for (const account of enlist(world, table.mains.value, LABEL, "main", speaks))
      people.rate[account] = (table.mainDecoys.value * span.days) / 14;
    const replies =
      (mainPosts(world, table) * (table.repliesMin.value + table.repliesMax.value)) / 2 + table.bigPost.value;
    const crew = enlist(world, table.repliers.value, LABEL, "replier");
    const acts = Math.min(replies / crew.length, table.postsPerReplier.value * 1.5);
    const decoys = (acts * table.decoy.value) / (1 - table.decoy.value);
    for (const account of crew) people.rate[account] = decoys;
  },
  perform: (world, table, random) => {
    const mains = castOf(world, LABEL, "main");
    const left = new Map(castOf(world, LABEL, "replier").map((account) => [account, table.postsPerReplier.value]));
    const voices = makeVoices(world, table);
    const count = mainPosts(world, table);
    const big = Math.floor(count / 2);
    const sizes = Array.from({ length: count }, (_, i) =>
      i === big ? table.bigPost.value : between(random, table.repliesMin.value, table.repliesMax.value),
    );
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

const mainPosts = (world: World, table: Parameters): number =>
  Math.max(1, Math.round((table.mainPosts.value * world.span.days) / 14));

/** Only a caller's own numbers can be senseless. */
function checkTable(table: Parameters): void {
  const { mains, repliers, lines, decoy, repliesMin, repliesMax, delayFloorMin, delayCeilingMin } = table;
  if (
    Math.min(mains.value, repliers.value, lines.value) < 1 ||
    decoy.value >= 1 ||
    repliesMin.value > repliesMax.value ||
    delayFloorMin.value > delayCeilingMin.value
  ) {
    throw new UserError(
      "parameter-senseless",
      `${LABEL} needs at least one of mains, repliers and lines, decoy below 1, and no least above its most; look at what was given with --set.`,
    );
  }
}

/**
 * The posts are spread over the span and leave a day for the replies. Their hour is natural for their author, or, matched, the replies'
 * hours are those at which the whole platform posts, so that the crew's clock tells nothing.
 */
function mainTimes(
  world: World,
  mains: readonly number[],
  sizes: readonly number[],
  table: Parameters,
  random: Random,
): number[] {
  const { span, people } = world;
  const room = (span.days - 1.5) * DAY_MS;
  const matched = table.matchedHours.value === 1 ? matchedHours(world, sizes, table) : null;
  return sizes.map((_, i) => {
    const author = mains[i % mains.length]!;
    const natural = humanTime(random, span, people.zone[author]!, people.shift[author]!) % DAY_MS;
    const day = Math.floor(((i + random()) * room) / sizes.length / DAY_MS);
    return span.startMs + Math.min(room, day * DAY_MS + (matched?.[i] ?? natural));
  });
}

/**
 * Hours of the day for the main posts, in milliseconds: evenly spaced ranks of when everybody posts, less the median delay. Of fifty
 * ways to deal them out the one is taken in which the replies' mean hour comes closest to everybody's.
 */
function matchedHours(world: World, sizes: readonly number[], table: Parameters): number[] {
  const { span, people, seed } = world;
  const random = seeded(seed, LABEL, "hours");
  const everybody = Array.from({ length: 999 }, () => {
    const account = Math.floor(random() * people.count);
    return humanTime(random, span, people.zone[account]!, people.shift[account]!) % DAY_MS;
  }).sort((a, b) => a - b);
  const hours = sizes.map((_, rank) => everybody[Math.floor(((rank + 0.5) * everybody.length) / sizes.length)]!);
  const mean = everybody.reduce((a, b) => a + b, 0) / everybody.length;
  const replies = sizes.reduce((a, b) => a + b, 0);
  const distance = (deal: readonly number[]) =>
    Math.abs(deal.reduce((sum, hour, i) => sum + hour * sizes[i]!, 0) / replies - mean);
  let best = hours;
  for (let i = 0; i < 50; i++) {
    const deal = shuffle(random, [...hours]);
    if (i === 0 || distance(deal) < distance(best)) best = deal;
  }
  return best.map((hour) => (hour - table.delayMin.value * 60_000 + DAY_MS) % DAY_MS);
}

function answer(
  world: World,
  post: number,
  account: number,
  round: number,
  isBig: boolean,
  voice: number,
  table: Parameters,
  random: Random,
): void {
  const { people, posts } = world;
  const minutes = delayMinutes(round, isBig, table, random);
  let timeMs = posts.timeMs[post]! + minutes * 60_000;
  if (table.localHours.value === 1) timeMs = nextWaking(random, timeMs, people.zone[account]!, people.shift[account]!);
  const line = chance(random, table.paraphrase.value) ? REWORDED : between(random, 0, table.lines.value - 1);
  addPost(world, {
    timeMs,
    account,
    kind: "reply",
    target: post,
    voice,
    argument: chance(random, table.chinese.value) ? CHINESE : line,
  });
}

/** Log-normal between floor and ceiling, drawn again when it falls outside: no heap at either end. */
function delayMinutes(round: number, isBig: boolean, table: Parameters, random: Random): number {
  const floor = table.delayFloorMin.value;
  const ceiling = table.delayCeilingMin.value * (isBig ? 6 : 1);
  const median = table.delayMin.value * (isBig ? 2 : 1);
  for (let tries = 0; tries < 50; tries++) {
    let minutes = 0;
    for (let i = 0; i <= round; i++) minutes += logNormal(random, median, table.delaySigma.value);
    if (minutes >= floor && minutes <= ceiling) return minutes;
  }
  return floor + random() * (ceiling - floor);
}

/** Few strangers find the discussion. */
function answerOrganically(world: World, post: number, table: Parameters, random: Random): void {
  const count = between(random, 0, table.organicRepliesMax.value);
  for (let i = 0; i < count; i++) {
    const account = Math.floor(random() * world.people.count);
    if (world.people.label[account] !== 0) continue;
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

function makeVoices(world: World, table: Parameters): { main: number; reply: number } {
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
    return say(line === REWORDED ? replyLine(random) : script[line]!, "en");
  });
  return { main, reply };
}
