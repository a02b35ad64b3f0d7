import { between, chance, logNormal, type Random, sample, seeded, shuffle, stream } from "../../math/random.ts";
import { assumed, OPENAI_2025, type Parameter, published } from "../parameters.ts";
import { DAY_MS, humanTime, nextWaking } from "../rhythm.ts";
import type { Difficulty, Story } from "../story.ts";
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
    big: published(220, `${OPENAI_2025}: 220 comments generated for one video`),
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
    organicRepliesMax: assumed(3, "most replies of ordinary accounts to a main post; 0 to 10 on the published video"),
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
    const speaks = (account: number) => people.language[account] === 0;
    for (const account of enlist(world, table.mains.value, LABEL, "main", speaks))
      people.rate[account] = (table.mainDecoys.value * span.days) / 14;
    const replies =
      (table.mainPosts.value * (table.repliesMin.value + table.repliesMax.value)) / 2 + table.bigPost.value;
    const crew = enlist(world, table.repliers.value, LABEL, "replier");
    const acts = Math.min(replies / crew.length, table.postsPerReplier.value * 1.5);
    const decoys = (acts * table.decoy.value) / (1 - table.decoy.value);
    for (const account of crew) people.rate[account] = decoys;
  },
  perform: (world, table, random) => {
    const mains = castOf(world, LABEL, "main");
    const left = new Map(castOf(world, LABEL, "replier").map((account) => [account, table.postsPerReplier.value]));
    const voices = makeVoices(world, table);
    const big = Math.floor(table.mainPosts.value / 2);
    for (let i = 0; i < table.mainPosts.value; i++) {
      const account = mains[i % mains.length]!;
      const post = addPost(world, {
        timeMs: mainTime(world, account, i, table, random),
        account,
        kind: "post",
        voice: voices.main,
      });
      if (post < 0) throw new Error(`simulate: main post ${i} of ${LABEL} fell outside the world`);
      const wanted = i === big ? table.bigPost.value : between(random, table.repliesMin.value, table.repliesMax.value);
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

/**
 * The posts are spread over the span and leave a day for the replies. Their hour is natural for their author, or, matched, the replies'
 * hours are those at which the whole platform posts, so that the crew's clock tells nothing.
 */
function mainTime(world: World, account: number, index: number, table: Parameters, random: Random): number {
  const { span, people } = world;
  const room = (span.days - 1.5) * DAY_MS;
  const natural = humanTime(random, span, people.zone[account]!, people.shift[account]!) % DAY_MS;
  const hour = table.matchedHours.value === 1 ? matchedHour(world, index, table) : natural;
  const at = ((index + random()) * room) / table.mainPosts.value;
  return span.startMs + Math.min(room, Math.floor(at / DAY_MS) * DAY_MS + hour);
}

/** The hour of the day, in milliseconds, at one of `mainPosts` evenly spaced ranks of when everybody posts, less the median delay. */
function matchedHour(world: World, index: number, table: Parameters): number {
  const { span, people, seed } = world;
  const random = seeded(seed, LABEL, "hours");
  const hours = Array.from({ length: 999 }, () => {
    const account = Math.floor(random() * people.count);
    return humanTime(random, span, people.zone[account]!, people.shift[account]!) % DAY_MS;
  }).sort((a, b) => a - b);
  const rank = shuffle(random, [...Array(table.mainPosts.value).keys()])[index]!;
  const hour =
    hours[Math.floor(((rank + 0.5) * hours.length) / table.mainPosts.value)]! - table.delayMin.value * 60_000;
  return (hour + DAY_MS) % DAY_MS;
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
  const stretch = isBig ? 2 : 1;
  const ceiling = table.delayCeilingMin.value * (isBig ? 6 : 1);
  let minutes = 0;
  for (let i = 0; i <= round; i++) minutes += stretch * logNormal(random, table.delayMin.value, table.delaySigma.value);
  minutes = Math.min(
    ceiling * (0.9 + 0.1 * random()),
    Math.max(table.delayFloorMin.value * (1 + 0.3 * random()), minutes),
  );
  let timeMs = posts.timeMs[post]! + minutes * 60_000;
  if (table.localHours.value === 1) timeMs = nextWaking(random, timeMs, people.zone[account]!, people.shift[account]!);
  const line = chance(random, table.paraphrase.value) ? 0 : between(random, 1, table.lines.value);
  addPost(world, {
    timeMs,
    account,
    kind: "reply",
    target: post,
    voice,
    argument: chance(random, table.chinese.value) ? 1000 : line,
  });
}

function answerOrganically(world: World, post: number, table: Parameters, random: Random): void {
  const count = between(random, 0, table.organicRepliesMax.value);
  for (let i = 0; i < count; i++) {
    const account = Math.floor(random() * world.people.count);
    if (world.people.rate[account] === 0 || account === world.posts.account[post]) continue;
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

/** Arguments of the reply voice: 0 reworded, 1000 Chinese, else the number of the script's line. */
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
    if (line === 1000) return say(chineseLine(random), "zh");
    return say(line === 0 ? replyLine(random) : script[line - 1]!, "en");
  });
  return { main, reply };
}
