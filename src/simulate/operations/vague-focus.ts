import { between, chance, logNormal, mix32, pick, type Random, sample, seeded, stream } from "../../math/random.ts";
import { said } from "../benign/crowd.ts";
import { castOf, divideActivity, enlist, enlistTypical, giveRole, isOn, mainPlatform } from "../casting.ts";
import { clocksOf, leastTellingClock } from "../clock.ts";
import { firstDecoys } from "../decoys.ts";
import { DAY_MS, HOUR_MS, humanTime } from "../rhythm.ts";
import type { Story } from "../story.ts";
import { strangersWhoAct } from "../strangers.ts";
import { addPost, addVoice, type Content, type World } from "../world.ts";
import { checkedCrewSize } from "./dials.ts";
import { dress, FRONTS, forgetHistories, frontOf, openSites } from "./vague-fronts.ts";
import { commentLine, echoLine, headline } from "./vague-lines.ts";
import { LABEL, type VagueParameters, vagueParameters } from "./vague-parameters.ts";

/**
 * "VAGue Focus": three invented organisations on one desk. Little volume; what gives it away is the desk's working day, a repurposed
 * account, one template of bios, and fronts that keep pointing at each other. What it wrote to people in private is not in posts.
 */
export const VAGUE_FOCUS: Story<VagueParameters> = {
  name: "vague-focus",
  label: LABEL,
  about: [
    "Nine accounts of three invented fronts post in the business hours of another continent and take up each other's articles (OpenAI 2025).",
    "Visible in clock, bios, landing sites and one account repurposed after ten silent years; letters to officials are not visible.",
  ],
  parameters: vagueParameters,
  cast: (world, table) => {
    const here = isOn(world, mainPlatform(world));
    const size = checkedCrewSize(world, LABEL, table, FRONTS.length);
    const english = (account: number) => here(account) && world.people.language[account] === 0;
    const enlisted =
      table.histories.value === 1
        ? enlistTypical(world, size, LABEL, "persona", here)
        : enlist(world, size, LABEL, "persona", english);
    // The oldest account becomes the news front, as the aged one did. The others in order of number, as `castOf` gives them.
    const { createdMs } = world.people;
    const oldest = enlisted.reduce((old, account) => (createdMs[account]! < createdMs[old]! ? account : old));
    const crew = [oldest, ...enlisted.filter((account) => account !== oldest).sort((a, b) => a - b)];
    crew.slice(0, FRONTS.length).forEach((account, i) => {
      giveRole(world, account, i === 0 ? "aged" : "brand");
    });
    if (table.histories.value === 0) forgetHistories(world, crew, table);
    dress(world, crew, table);
  },
  perform: (world, table, random) => {
    const crew = [
      ...castOf(world, LABEL, "aged"),
      ...castOf(world, LABEL, "brand"),
      ...castOf(world, LABEL, "persona"),
    ];
    if (table.histories.value === 1) {
      const acts = divideActivity(world, crew, table.decoy.value);
      const timed = { cast: crew, decoys: firstDecoys(world, crew, random) };
      const block = table.movedBlock.value === 1 ? middleBlock(world, table) : table.firstHourUtc.value;
      const make = () => crew.map((account, k) => someTimes(world, account, acts[k]!, block, table, random));
      publish(
        world,
        crew,
        leastTellingClock(world, random, timed, make, (times) => times),
        table,
        random,
      );
    } else publish(world, crew, everyWorkingDay(world, crew, table, random), table, random);
    openSites(world, table, random);
  },
};

/** Start of the block, hours UTC, whose middle is the median of ordinary accounts' mean hours. */
function middleBlock(world: World, table: VagueParameters): number {
  const clocks = clocksOf(world, seeded(world.seed, LABEL, "clocks"));
  return clocks[clocks.length >> 1]! - table.hours.value / 2;
}

const isWeekend = (timeMs: number): boolean => [0, 6].includes(new Date(timeMs).getUTCDay());

/** A moment of the working block of a day, less often at lunch. */
function inBlock(dayMs: number, firstHour: number, table: VagueParameters, random: Random): number {
  let share = random();
  if (share > 0.37 && share < 0.5 && chance(random, 0.6)) share = random();
  return dayMs + (firstHour + share * table.hours.value) * HOUR_MS;
}

/** Without histories: so many posts on every working day, and what the decoy dial asks for besides. */
function everyWorkingDay(world: World, crew: readonly number[], table: VagueParameters, random: Random): number[][] {
  const { span, people } = world;
  const decoy = table.decoy.value;
  return crew.map((account) => {
    const times: number[] = [];
    for (let day = 0; day < span.days; day++) {
      const dayMs = span.startMs + day * DAY_MS;
      if (isWeekend(dayMs) && !chance(random, table.weekends.value)) continue;
      const count = between(random, table.postsMin.value, Math.max(table.postsMin.value, table.postsMax.value));
      for (let i = 0; i < count; i++) times.push(inBlock(dayMs, table.firstHourUtc.value, table, random));
    }
    people.rate[account] = (times.length * decoy) / (1 - decoy);
    return times;
  });
}

/** With histories: as many as the account would have made, on working days, in the block or when its place is awake. */
function someTimes(
  world: World,
  account: number,
  count: number,
  block: number,
  table: VagueParameters,
  random: Random,
): number[] {
  const { span, people } = world;
  const all = Array.from({ length: span.days }, (_, day) => span.startMs + day * DAY_MS);
  const working = all.filter((dayMs) => !isWeekend(dayMs) || chance(random, table.weekends.value));
  return Array.from({ length: count }, () => {
    if (table.localHours.value === 1) return humanTime(random, span, people.zone[account]!, people.shift[account]!);
    return inBlock(pick(random, working.length > 0 ? working : all), block, table, random);
  });
}

/** What a post of the crew is; its argument is (article * 3 + front) * 4 + mode, so that its voice needs nothing else. */
const MODES = { article: 0, copied: 1, reworded: 2, comment: 3 } as const;
type Mode = keyof typeof MODES;
const argumentOf = (article: number, front: number, mode: Mode): number =>
  (article * FRONTS.length + front) * 4 + MODES[mode];

interface Article {
  readonly post: number;
  readonly front: number;
  readonly number: number;
}

/**
 * The crew's posts in order of time. Each is an article of the own front, a comment, or the echo of another front's article: the one
 * whose age comes closest to a delay drawn for it, so that the working day stays what it is.
 */
function publish(
  world: World,
  crew: readonly number[],
  times: readonly (readonly number[])[],
  table: VagueParameters,
  random: Random,
): void {
  const { posts } = world;
  const voice = crewVoice(world, crew);
  const left = crew.map(() => Math.max(1, Math.floor(table.shared.value / 3)));
  const articles: Article[] = [];
  const moments = times
    .flatMap((own, member) => own.map((timeMs) => ({ timeMs, member })))
    .sort((a, b) => a.timeMs - b.timeMs || a.member - b.member);
  const appealOf = (member: number) => (member < FRONTS.length ? 20 : 4);
  for (const { timeMs, member } of moments) {
    const account = crew[member]!;
    const front = frontOf(member);
    const others = articles.filter(
      (article) => article.front !== front && posts.timeMs[article.post]! < timeMs - 60_000,
    );
    if (left[member]! > 0 && others.length > 0 && chance(random, table.cross.value)) {
      left[member]!--;
      const age = 60_000 * table.jitter.value * logNormal(random, table.echoMin.value, table.echoSigma.value);
      const far = ({ post }: Article) => Math.abs(timeMs - posts.timeMs[post]! - age);
      const chosen = others.reduce((best, other) => (far(other) < far(best) ? other : best));
      const form = random();
      const mode = chance(random, table.paraphrase.value) ? "reworded" : "copied";
      const argument = argumentOf(chosen.number, chosen.front, form < 0.65 ? mode : "comment");
      if (form < 0.3) addPost(world, { timeMs, account, kind: "repost", target: chosen.post, voice });
      else if (form < 0.65)
        addPost(world, { timeMs, account, kind: "post", voice, argument, appeal: appealOf(member) });
      else addPost(world, { timeMs, account, kind: "quote", target: chosen.post, voice, argument, appeal: 4 });
      continue;
    }
    const isArticle = chance(random, table.linked.value);
    const number = articles.length;
    const argument = isArticle ? argumentOf(number, front, "article") : argumentOf(0, front, "comment");
    const post = addPost(world, { timeMs, account, kind: "post", voice, argument, appeal: appealOf(member) });
    if (isArticle && post >= 0) articles.push({ post, front, number });
  }
  letReadersLink(world, articles, table, random);
}

const articleStream = (world: World, article: number): Random => stream(mix32(world.seed, 0xa47), article);

function addressOf(world: World, article: number, front: number): string {
  const own = stream(mix32(world.seed, 0xadd), article);
  const section = pick(own, ["analysis", "world", "briefing", "opinion", "notes"]);
  return `https://www.${FRONTS[front]!.domain}/${section}/${10_000 + Math.floor(own() * 90_000)}`;
}

function crewVoice(world: World, crew: readonly number[]): number {
  return addVoice(world, (number, random): Content => {
    const argument = world.posts.argument[number]!;
    const mode = argument % 4;
    const front = Math.floor(argument / 4) % FRONTS.length;
    const article = Math.floor(argument / (4 * FRONTS.length));
    const say = (text: string, urls: string[] = [], mentions: string[] = []): Content =>
      said(text + mentions.map((name) => ` @${name}`).join(""), "en", { urls, mentions });
    if (mode === MODES.comment) return say(commentLine(random));
    const url = addressOf(world, article, front);
    if (mode === MODES.article) return say(headline(articleStream(world, article)), [url]);
    const named = crew[front] === undefined ? [] : [world.people.handle[crew[front]]!];
    const words = articleStream(world, article);
    return say(mode === MODES.copied ? headline(words) : echoLine(words, random), [url], named);
  });
}

/** A few strangers share an article in words of their own. */
function letReadersLink(world: World, articles: readonly Article[], table: VagueParameters, random: Random): void {
  const { people, posts } = world;
  if (articles.length === 0) return;
  const voice = addVoice(world, (number, own): Content => {
    const argument = posts.argument[number]!;
    const front = Math.floor(argument / 4) % FRONTS.length;
    const article = Math.floor(argument / (4 * FRONTS.length));
    const text = echoLine(articleStream(world, article), own);
    return said(text, "en", { urls: [addressOf(world, article, front)] });
  });
  const here = isOn(world, mainPlatform(world));
  const reads = (account: number) => here(account) && people.language[account] === 0;
  for (const account of strangersWhoAct(world, table.readers.value, random, reads)) {
    const [article] = sample(random, articles, 1);
    const timeMs = posts.timeMs[article!.post]! + 60_000 * logNormal(random, 200, 1.2);
    const argument = argumentOf(article!.number, article!.front, "reworded");
    addPost(world, { timeMs, account, kind: "post", voice, argument, appeal: 2 });
  }
}
