import { between, chance, logNormal, mix32, pick, type Random, sample, seeded, stream } from "../../math/random.ts";
import { said } from "../benign/crowd.ts";
import { castOf, divideActivity, enlist, enlistTypical, isOn } from "../casting.ts";
import { leastTellingClock } from "../clock.ts";
import { firstDecoys } from "../decoys.ts";
import { matchedHours } from "../matched.ts";
import { DAY_MS, HOUR_MS, humanTime, nextWaking } from "../rhythm.ts";
import type { Story } from "../story.ts";
import { strangersWhoAct } from "../strangers.ts";
import { LANGUAGES } from "../text/languages.ts";
import { addPost, addVoice, type Content, ORGANIC_VOICE, type World } from "../world.ts";
import { checkedCrewSize } from "./dials.ts";
import { LURE_LANGUAGES, lure, warning } from "./wrong-number-lines.ts";
import { LABEL, type WrongNumberParameters, wrongNumberParameters } from "./wrong-number-parameters.ts";

/**
 * Task scam "Wrong Number": channels and accounts promise money for liking videos and pass whoever answers on to a chat contact.
 * Commercial fraud, no influence operation: what it shares is a template, its slots and a handful of contacts.
 */
export const WRONG_NUMBER: Story<WrongNumberParameters> = {
  name: "wrong-number",
  label: LABEL,
  about: [
    "A task scam: channels and accounts post lures (earn by liking videos) in six languages and point to five rotating contacts.",
    "Visible in shared contacts and in templates with slots; a commercial pattern, and to be called one (OpenAI 2025).",
  ],
  platforms: { telegram: 0.5, facebook: 0.5 },
  parameters: wrongNumberParameters,
  cast: (world, table) => {
    const size = checkedCrewSize(world, LABEL, table, 2);
    const channels = Math.floor(size / 2);
    const take = table.histories.value === 1 ? enlistTypical : enlist;
    const crew = [
      ...take(world, channels, LABEL, "channel", isOn(world, "telegram")),
      ...take(world, size - channels, LABEL, "poster", isOn(world, "facebook")),
    ];
    if (table.histories.value === 0) forgetHistories(world, crew, table);
  },
  perform: (world, table, random) => {
    const crew = [...castOf(world, LABEL, "channel"), ...castOf(world, LABEL, "poster")];
    const acts = actsOf(world, crew, table, random);
    const blends = table.histories.value === 1;
    const decoys = blends ? firstDecoys(world, crew, random) : [];
    const make = () => timetable(world, crew, acts, table, random);
    const times = (plan: readonly (readonly Turn[])[]) => plan.map((turns) => turns.map(({ timeMs }) => timeMs));
    const plan = blends ? leastTellingClock(world, random, { cast: crew, decoys }, make, times) : make();
    const voice = lureVoice(world, crew, table);
    const lures: number[] = [];
    plan.forEach((turns, k) => {
      for (const { round, timeMs } of turns) {
        const argument = argumentOf(k, round, table, random);
        // No appeal: comments are closed, so ordinary life does not answer.
        const post = addPost(world, { timeMs, account: crew[k]!, kind: "post", voice, argument });
        if (post >= 0) lures.push(post);
      }
    });
    comeAcross(world, lures, crew.length, table, random);
  },
};

/** New accounts that nobody follows. */
function forgetHistories({ people, span, seed }: World, crew: readonly number[], table: WrongNumberParameters): void {
  const random = seeded(seed, LABEL, "fresh");
  for (const account of crew) {
    people.createdMs[account] = span.startMs - 1000 * Math.floor((DAY_MS / 1000) * table.freshDays.value * random());
    people.followers[account] = between(random, 0, 25);
    people.following[account] = between(random, 0, 60);
    people.lifetimePosts[account] = between(random, 0, 30);
  }
}

const roundsOf = ({ span }: World, table: WrongNumberParameters): number =>
  Math.max(1, Math.round(table.roundsADay.value * (span.days - 1)));

/** Lures of each account, and what is left of its ordinary life. */
function actsOf(world: World, crew: readonly number[], table: WrongNumberParameters, random: Random): number[] {
  if (table.histories.value === 1) return divideActivity(world, crew, table.decoy.value);
  const rounds = roundsOf(world, table);
  return crew.map((account) => {
    const acts = Math.max(
      1,
      Array.from({ length: rounds }, () => random()).filter((x) => x < table.joins.value).length,
    );
    world.people.rate[account] = (acts * table.decoy.value) / (1 - table.decoy.value);
    return acts;
  });
}

interface Turn {
  readonly round: number;
  readonly timeMs: number;
}

/** Which rounds each account joins, and when. Hours of the rounds are those of a long working day, or everybody's. */
function timetable(
  world: World,
  crew: readonly number[],
  acts: readonly number[],
  table: WrongNumberParameters,
  random: Random,
): Turn[][] {
  const { span, people } = world;
  const count = roundsOf(world, table);
  const median = table.jitter.value * table.delayMin.value * 60_000;
  const ones = Array.from({ length: count }, () => 1);
  const hours = table.histories.value === 1 ? matchedHours(world, ones, random) : null;
  const starts = ones.map((_, i) => {
    const hour = hours === null ? between(random, 6, 19) * HOUR_MS : (hours[i]! - median + DAY_MS) % DAY_MS;
    return span.startMs + Math.floor((i * (span.days - 1)) / count) * DAY_MS + hour;
  });
  const all = [...starts.keys()];
  return crew.map((account, k) => {
    // Busier accounts than there are rounds come back to some of them.
    const rounds: number[] = [];
    while (rounds.length < acts[k]!) rounds.push(...sample(random, all, acts[k]! - rounds.length));
    return rounds.map((round) => {
      const timeMs = starts[round]! + delayMs(random, median, table.delaySigma.value);
      if (table.localHours.value === 0) return { round, timeMs };
      return { round, timeMs: nextWaking(random, timeMs, people.zone[account]!, people.shift[account]!) };
    });
  });
}

/** Log-normal and less than a day, drawn again when it is more, so that nothing heaps up at the end. */
function delayMs(random: Random, median: number, sigma: number): number {
  for (let tries = 0; tries < 50; tries++) {
    const delay = logNormal(random, median, sigma);
    if (delay < 0.9 * DAY_MS) return delay;
  }
  return 0.9 * DAY_MS * random();
}

/** Line of the argument that stands for a text put together anew. */
const REWORDED = 255;

/**
 * Contact and template of a lure: contact * 256 + line. The contact rotates from round to round. An account that may share few
 * objects keeps to few contacts, each of which counts as two (link and handle), and to few templates.
 */
function argumentOf(member: number, round: number, table: WrongNumberParameters, random: Random): number {
  const all = Math.max(1, table.contacts.value);
  const own = Math.min(all, Math.max(1, Math.floor(table.shared.value / 3)));
  const templates = Math.max(1, Math.min(table.lines.value, REWORDED));
  const lines = Math.max(1, Math.min(templates, table.shared.value - 2 * own));
  const contact = (own === all ? round : member + (round % own)) % all;
  const line = chance(random, table.paraphrase.value) ? REWORDED : (member + between(random, 0, lines - 1)) % templates;
  return contact * 256 + line;
}

/** Invented names of contacts, on a chat service that does not exist. */
const contactOf = (world: World, contact: number): string => {
  const random = seeded(world.seed, LABEL, "contact", contact);
  const name = pick(random, ["work", "task", "bonus", "hr", "daily", "easy", "job", "vip"]);
  return `${name}_${pick(random, ["lina", "mina", "kelly", "amy", "rosa", "vera", "nora", "ivy"])}${contact}${between(random, 10, 99)}`;
};
const linkOf = (name: string): string => `https://chat.example/${name}`;

/** Accounts with histories write their own language; the others were made to cover all languages evenly. */
function lureVoice(world: World, crew: readonly number[], table: WrongNumberParameters): number {
  const { people, posts, seed } = world;
  const spoken = LURE_LANGUAGES.slice(0, table.languages.value);
  const member = new Map(crew.map((account, k) => [account, k]));
  const languageOf = (account: number) => {
    if (table.histories.value === 0) return spoken[member.get(account)! % spoken.length] ?? "en";
    const own = LANGUAGES[people.language[account]!]!.code;
    return spoken.includes(own) ? own : "en";
  };
  return addVoice(world, (number, random): Content => {
    const argument = posts.argument[number]!;
    const name = contactOf(world, Math.floor(argument / 256));
    const language = languageOf(posts.account[number]!);
    const isLink = chance(random, table.links.value);
    const line = argument % 256 === REWORDED ? -1 : argument % 256;
    const wording = line < 0 ? random : stream(mix32(seed, 0x5ca3 + LURE_LANGUAGES.indexOf(language)), line);
    const text = lure(language, line, isLink ? linkOf(name) : `@${name}`, random, wording);
    return said(text, language, isLink ? { urls: [linkOf(name)] } : { mentions: [name] });
  });
}

/** Strangers pass lures on, warn of their contacts, and have chat groups of their own. */
function comeAcross(
  world: World,
  lures: readonly number[],
  size: number,
  table: WrongNumberParameters,
  random: Random,
): void {
  const { people, posts } = world;
  if (lures.length === 0) return;
  for (const account of strangersWhoAct(world, Math.round(table.forwards.value * size), random)) {
    const here = lures.filter((post) => people.platform[posts.account[post]!] === people.platform[account]);
    if (here.length === 0) continue;
    const target = pick(random, here);
    const timeMs = posts.timeMs[target]! + 60_000 * logNormal(random, 90, 1.2);
    addPost(world, { timeMs, account, kind: "repost", target, voice: posts.voice[target]! });
  }
  const warn = addVoice(world, (number, own): Content => {
    const name = contactOf(world, posts.argument[number]!);
    return said(warning(`@${name}`, own), "en", { mentions: [name] });
  });
  const english = (account: number) => people.language[account] === 0;
  for (const account of strangersWhoAct(world, Math.round(table.warnings.value * size), random, english)) {
    const argument = between(random, 0, Math.max(1, table.contacts.value) - 1);
    addPost(world, {
      timeMs: ownTime(world, account, random),
      account,
      kind: "post",
      voice: warn,
      argument,
      appeal: 3,
    });
  }
  const invite = addVoice(world, (number, own): Content => {
    const said = world.voices[ORGANIC_VOICE]!(number, own);
    // The group of a community: some link to the same.
    const { hashtags, topic } = world.communities[posts.argument[number]!]!;
    const url = linkOf(`${hashtags[topic.hashtags.length]!}_group`);
    return { ...said, text: `${said.text} ${url}`, urls: [url] };
  });
  for (const account of strangersWhoAct(world, Math.round(table.groups.value * people.count), random)) {
    const argument = people.community[account]!;
    addPost(world, {
      timeMs: ownTime(world, account, random),
      account,
      kind: "post",
      voice: invite,
      argument,
      appeal: 2,
    });
  }
}

const ownTime = ({ people, span }: World, account: number, random: Random): number =>
  humanTime(random, span, people.zone[account]!, people.shift[account]!);
