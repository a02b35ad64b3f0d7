import { between, chance, logNormal, mix32, type Random, seeded, shuffle, stream } from "../../math/random.ts";
import { castOf, divideActivity, isOn } from "../casting.ts";
import { articleAt } from "../links.ts";
import { matchedHours } from "../matched.ts";
import { PLATFORM_NUMBER } from "../platforms.ts";
import { DAY_MS, HOUR_MS, humanTime, nextWaking } from "../rhythm.ts";
import type { Story } from "../story.ts";
import { addPost, addVoice, type Content, type World } from "../world.ts";
import { bystanders, commentOrdinarily, wellKnown } from "./bystanders.ts";
import { type MayTouch, touchAtMost } from "./objects.ts";
import { castUncleSpam } from "./uncle-spam-cast.ts";
import { type Camp, campPost, campReply, type Stance, strangerLine, wireLine } from "./uncle-spam-lines.ts";
import { checkUncleSpam, LABEL, type UncleSpamParameters, uncleSpamParameters } from "./uncle-spam-parameters.ts";

/**
 * Operation "Uncle Spam": made-up veterans quarrel on both sides of one dispute, and both sides share logo, page of links, schedule and
 * way of speaking. Imitates the published behaviour; dispute and fronts are invented.
 */
export const UNCLE_SPAM: Story<UncleSpamParameters> = {
  name: "uncle-spam",
  label: LABEL,
  about: [
    "Made-up veterans argue for and against the same levy on X and Bluesky, half and half, at one place's prime time (OpenAI 2025).",
    "Opposite stances, one logo, one page of links, one schedule; thousands of followers and hardly a like (easy).",
  ],
  platforms: { x: 0.6, bluesky: 0.4 },
  parameters: uncleSpamParameters,
  cast: (world, table) => {
    checkUncleSpam(table);
    castUncleSpam(world, table);
  },
  perform: (world, table, random) => {
    const crew = [...castOf(world, LABEL, "pro"), ...castOf(world, LABEL, "contra")];
    const slots = makeSlots(world, crew, table, random);
    const voices = makeVoices(world, table);
    const may = touchAtMost(table.shared.value);
    slots.forEach(({ timeMs, members }, slot) => {
      const news = new Map(members.map((account) => [world.people.platform[account]!, -1]));
      for (const platform of news.keys())
        news.set(platform, publishNews(world, slot, timeMs, platform, voices, table, random));
      for (const account of members)
        act(world, account, timeMs, news.get(world.people.platform[account]!)!, may, voices, table, random);
    });
    debateOrdinarily(world, voices, table, random);
  },
};

interface Slot {
  readonly timeMs: number;
  /** Who posts, once for each post. */
  readonly members: number[];
}

/** Each account's posts are dealt over the slots; a slot is in one place's prime time, or at an hour that tells nothing. */
function makeSlots(world: World, crew: readonly number[], table: UncleSpamParameters, random: Random): Slot[] {
  const { span, people, seed } = world;
  const scale = span.days / 14;
  const count = Math.max(1, Math.round(table.slots.value * scale));
  const most = Math.max(1, Math.round(table.actsMax.value * scale));
  const acts =
    table.madeUp.value === 1
      ? crew.map(() => between(random, Math.min(most, Math.max(1, Math.round(table.actsMin.value * scale))), most))
      : divideActivity(world, crew, table.decoy.value, most);
  if (table.madeUp.value === 1)
    crew.forEach((account, i) => {
      people.rate[account] = (acts[i]! * table.decoy.value) / (1 - table.decoy.value);
    });
  const members: number[][] = Array.from({ length: count }, () => []);
  crew.forEach((account, i) => {
    const order = shuffle(random, [...members.keys()]);
    for (let k = 0; k < acts[i]!; k++) members[order[k % count]!]!.push(account);
  });
  const sizes = members.map((list) => Math.max(1, list.length));
  const matched = table.primeTime.value === 1 ? null : matchedHours(world, sizes, seeded(seed, LABEL, "hours"));
  const ahead = 60_000 * table.jitter.value * table.delayMin.value;
  const room = span.days - 1.5;
  return members.map((list, i) => {
    const prime = (table.primeHour.value + random() * table.primeLength.value - table.primeZone.value) * HOUR_MS;
    const hour = matched === null ? prime % DAY_MS : (matched[i]! - ahead + DAY_MS) % DAY_MS;
    const day = Math.floor(((i + random()) * room) / count);
    return { timeMs: span.startMs + day * DAY_MS + hour, members: list };
  });
}

/** What there is to quarrel about: a headline of a well-known ordinary account, answered by others too. */
function publishNews(
  world: World,
  slot: number,
  slotMs: number,
  platform: number,
  voices: Voices,
  table: UncleSpamParameters,
  random: Random,
): number {
  const { people, span } = world;
  const suits = (account: number) => people.platform[account] === platform && people.language[account] === 0;
  const timeMs = slotMs - Math.min(between(random, 3, 40) * 60_000, (slotMs - span.startMs) / 2);
  const account = wellKnown(world, suits, slot % 5);
  const post = addPost(world, { timeMs, account, kind: "post", voice: voices.wire, argument: slot });
  const crowd = { voice: voices.stranger, argument: () => REPLY, medianMin: 45, sigma: 1.3, suits };
  commentOrdinarily(world, post, between(random, 2, 2 * table.newsReplies.value - 2), crowd, random);
  return post;
}

/** One post of the crew: an answer to the news, or one of its own, with tags and link as far as it may touch them. */
function act(
  world: World,
  account: number,
  slotMs: number,
  news: number,
  may: MayTouch,
  voices: Voices,
  table: UncleSpamParameters,
  random: Random,
): void {
  const { people, span } = world;
  let timeMs = slotMs + 60_000 * table.jitter.value * logNormal(random, table.delayMin.value, table.delaySigma.value);
  if (table.localHours.value === 1) timeMs = nextWaking(random, timeMs, people.zone[account]!, people.shift[account]!);
  timeMs = Math.min(timeMs, span.endMs - 1000 * between(random, 1, 7200));
  const line = chance(random, table.paraphrase.value) ? REWORDED : between(random, 0, table.lines.value - 1);
  const isReply = chance(random, table.replies.value) && may(account, `news ${news}`);
  const tags = !isReply && chance(random, table.tagged.value) && may(account, "tags") ? TAGGED : 0;
  const link = !isReply && chance(random, table.posted.value) && may(account, "link") ? LINKED : 0;
  const argument = line | tags | link;
  const post = isReply
    ? addPost(world, { timeMs, account, kind: "reply", target: news, voice: voices.crew, argument: argument | REPLY })
    : addPost(world, { timeMs, account, kind: "post", voice: voices.crew, argument });
  if (table.madeUp.value === 1 && post >= 0)
    world.audience.set(post, { views: between(random, 12, table.viewsMax.value), likes: chance(random, 0.2) ? 1 : 0 });
}

/** Ordinary people quarrel too, under the same tags, most of a community on one side; a few pass the campaign's link on. */
function debateOrdinarily(world: World, voices: Voices, table: UncleSpamParameters, random: Random): void {
  const { people, span } = world;
  const here = (account: number) => isOn(world, "x")(account) || isOn(world, "bluesky")(account);
  const places = people.platform.filter(
    (platform) => platform === PLATFORM_NUMBER.x || platform === PLATFORM_NUMBER.bluesky,
  );
  const suits = (account: number) => here(account) && people.language[account] === 0;
  for (const account of bystanders(world, random, Math.round(table.debate.value * places.length), suits)) {
    const timeMs = humanTime(random, span, people.zone[account]!, people.shift[account]!);
    const argument = (chance(random, 0.5) ? TAGGED : 0) | (chance(random, 0.06) ? LINKED : 0);
    addPost(world, { timeMs, account, kind: "post", voice: voices.stranger, argument, appeal: 1 });
  }
}

/** Argument of the voices: the line of the script in the lowest bits, above them what the post is and carries. */
const REWORDED = 0xffff;
const TAGGED = 0x10000;
const LINKED = 0x20000;
const REPLY = 0x40000;

const CAMPAIGN_LINK = "https://homefront-relay.example/levy-facts";
const TAGS: Readonly<Record<Stance, readonly string[]>> = {
  pro: ["CorvaneLevy", "KeepTheLevy", "VeteransForTin"],
  contra: ["CorvaneLevy", "ScrapTheLevy", "VeteransForTin"],
  neutral: ["CorvaneLevy"],
};

interface Voices {
  readonly crew: number;
  readonly wire: number;
  readonly stranger: number;
}

function makeVoices(world: World, table: UncleSpamParameters): Voices {
  const { seed, posts, people, span } = world;
  const say = (text: string, argument: number, hashtags: readonly string[]): Content => {
    const tags = (argument & TAGGED) === 0 ? [] : hashtags;
    return {
      text: text + tags.map((tag) => ` #${tag}`).join(""),
      language: "en",
      urls: (argument & LINKED) === 0 ? [] : [CAMPAIGN_LINK],
      hashtags: tags,
      mentions: [],
      media: [],
    };
  };
  const contra = people.roles.indexOf("contra");
  const scripted = (camp: Camp, isReply: boolean, line: number) => {
    const random = stream(mix32(seed, (camp === "pro" ? 2 : 0) + (isReply ? 1 : 0)), line);
    return isReply ? campReply(camp, random) : campPost(camp, random);
  };
  const crew = addVoice(world, (number, random) => {
    const argument = posts.argument[number]!;
    const camp = people.role[posts.account[number]!] === contra ? "contra" : "pro";
    const isReply = (argument & REPLY) !== 0;
    const line = argument & REWORDED;
    const written = isReply ? campReply : campPost;
    return say(line === REWORDED ? written(camp, random) : scripted(camp, isReply, line), argument, TAGS[camp]);
  });
  const wire = addVoice(world, (number, random): Content => {
    const slot = posts.argument[number]!;
    const url = articleAt(seed, 700, Math.floor(span.startMs / DAY_MS), slot);
    return { ...say(wireLine(random), 0, []), urls: [url] };
  });
  const stranger = addVoice(world, (number, random) => {
    const community = people.community[posts.account[number]!]!;
    const mind = mix32(mix32(seed, 0x57a), community) % 2 === 0;
    const pro = chance(random, table.dissent.value) ? !mind : mind;
    const stance: Stance = chance(random, 0.3) ? "neutral" : pro ? "pro" : "contra";
    // Strangers use one tag or two, seldom the whole row.
    const tags = TAGS[stance].slice(0, between(random, 1, 2));
    return say(strangerLine(stance, random), posts.argument[number]!, tags);
  });
  return { crew, wire, stranger };
}
