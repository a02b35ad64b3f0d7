import {
  between,
  chance,
  logNormal,
  mix32,
  pick,
  type Random,
  sample,
  seeded,
  shuffle,
  stream,
} from "../../math/random.ts";
import { castOf, divideActivity, enlist, enlistTypical, isOn } from "../casting.ts";
import { leastTellingClock } from "../clock.ts";
import { pictureHash, retouched } from "../identity.ts";
import { matchedHours } from "../matched.ts";
import { DAY_MS, HOUR_MS, humanTime, nextWaking } from "../rhythm.ts";
import type { Story } from "../story.ts";
import { strangersWhoAct } from "../strangers.ts";
import { LANGUAGES, languageIndex } from "../text/languages.ts";
import { addPost, addVoice, type Content, type World } from "../world.ts";
import { crewSize } from "./dials.ts";
import { type Meaning, meaningLine, strangerLine, type Tongue, tagOf } from "./storm-2035-lines.ts";
import { checkStorm, LABEL, type StormParameters, stormParameters } from "./storm-2035-parameters.ts";

const SPANISH = languageIndex("es");

/**
 * Operation "Storm-2035": personas on X post batches of a dozen tweets, half of them translations of the other half, to nobody.
 * Imitates the published behaviour; topics are invented.
 */
export const STORM_2035: Story<StormParameters> = {
  name: "storm-2035",
  label: LABEL,
  about: [
    "Personas post batches of a dozen tweets together, English and Spanish translations of each other (OpenAI 2025).",
    "They follow many and are followed by few, some share a photo; 150 to 350 views and no like at all (easy).",
  ],
  platforms: { x: 1 },
  parameters: stormParameters,
  cast: (world, table) => {
    checkStorm(table);
    const { people, seed } = world;
    const isMadeUp = table.madeUp.value === 1;
    const recruit = isMadeUp ? enlist : enlistTypical;
    const here = isOn(world, "x");
    const size = crewSize(world, table);
    const spanish = Math.round(size * table.spanish.value);
    const speaking = (language: number) => (account: number) => here(account) && people.language[account] === language;
    const crew = [
      ...(size > spanish ? recruit(world, size - spanish, LABEL, "persona", speaking(0)) : []),
      ...(spanish > 0 ? recruit(world, spanish, LABEL, "persona", speaking(SPANISH)) : []),
    ];
    if (isMadeUp) for (const account of crew) makeUp(world, account, table);
    copyPictures(world, crew, table, seeded(seed, LABEL, "pictures"));
  },
  perform: (world, table, random) => {
    const crew = castOf(world, LABEL, "persona");
    const batches = dealBatches(world, crew, table, random);
    const times = timeBatches(world, batches, table, random);
    const meanings: Meaning[] = [];
    const voices = makeVoices(world, meanings);
    for (const batch of times) postBatch(world, batch, meanings, voices.crew, table, random);
    mentionOrdinarily(world, meanings, voices.stranger, table, random);
  },
};

/** As reported: follows far more than follow it, claims a place. */
function makeUp({ people, span, seed }: World, account: number, table: StormParameters): void {
  const random = seeded(seed, LABEL, "persona", account);
  people.followers[account] = between(random, 5, table.followersMax.value);
  people.following[account] = Math.ceil(people.followers[account]! * table.asymmetry.value * (1 + 1.5 * random()));
  people.location[account] = pick(random, LANGUAGES[people.language[account]!]!.places);
  people.createdMs[account] = span.startMs - 1000 * Math.floor((20 + 200 * random()) * 86_400);
  people.lifetimePosts[account] = between(random, 20, 240);
  people.verified[account] = 0;
}

/** Photos off a public board: two or three of the crew have the same one, and strangers took some too. */
function copyPictures(world: World, crew: readonly number[], table: StormParameters, random: Random): void {
  const copiers = sample(random, crew, Math.round(table.copied.value * crew.length));
  const board = Math.max(1, Math.floor(copiers.length / 2.5));
  const picture = (number: number) => pictureHash(mix32(world.seed, 0x2035), number % board);
  copiers.forEach((account, i) => {
    world.people.avatars.set(account, retouched(random, picture(i), between(random, 0, table.copyBits.value)));
  });
  const here = isOn(world, "x");
  const ordinary = [...world.people.label.keys()].filter(
    (account) => world.people.label[account] === 0 && here(account),
  );
  sample(random, ordinary, table.pinned.value).forEach((account, i) => {
    world.people.avatars.set(account, picture(i));
  });
}

/**
 * Who posts in which batch. Made-up accounts fill as many batches as asked for, half in each language; others as many as their own
 * activity gives, about a dozen tweets each, and nobody is in more batches than the dial `shared` lets them share.
 */
function dealBatches(world: World, crew: readonly number[], table: StormParameters, random: Random): number[][] {
  const { people, span } = world;
  const most = Math.max(1, Math.round((table.batches.value * span.days) / 14));
  const left = new Map<number, number>();
  let count = most;
  if (table.madeUp.value === 1) {
    for (const spanish of [false, true]) {
      const side = crew.filter((account) => (people.language[account] === SPANISH) === spanish);
      const tweets = Math.round((most * table.batch.value * side.length) / crew.length);
      side.forEach((account, i) => {
        const wanted = Math.max(1, Math.floor((tweets + side.length - 1 - i) / side.length));
        const acts = Math.min(table.shared.value, most, wanted);
        left.set(account, acts);
        people.rate[account] = (acts * table.decoy.value) / (1 - table.decoy.value);
      });
    }
  } else {
    const acts = divideActivity(world, crew, table.decoy.value, Math.min(most, table.shared.value));
    const filled = (batches: number) => acts.reduce((sum, own) => sum + Math.min(own, batches), 0);
    count = 1;
    while (count < most && filled(count + 1) >= 0.85 * table.batch.value * (count + 1)) count++;
    crew.forEach((account, i) => {
      left.set(account, Math.min(acts[i]!, count));
      people.rate[account] = people.rate[account]! + Math.max(0, acts[i]! - count);
    });
  }
  const batches: number[][] = Array.from({ length: count }, () => []);
  // Those with most to post first, each into the emptiest batches of its language: so all batches come out alike.
  const spoken = (batch: readonly number[], language: number) =>
    batch.filter((member) => people.language[member] === language).length;
  for (const account of shuffle(random, [...crew]).sort((a, b) => left.get(b)! - left.get(a)!)) {
    const language = people.language[account]!;
    const order = shuffle(random, [...batches]).sort((a, b) => spoken(a, language) - spoken(b, language));
    for (const batch of order.slice(0, left.get(account)!)) batch.push(account);
  }
  return batches.filter((batch) => batch.length > 0);
}

/**
 * When each account tweets in each batch. A batch comes in somebody's working day, or, of many ways to time them, when the crew's hours
 * tell least.
 */
function timeBatches(
  world: World,
  batches: readonly number[][],
  table: StormParameters,
  random: Random,
): ReadonlyMap<number, number>[] {
  const make = () => drawTimes(world, batches, table, random);
  if (table.officeHours.value === 1) return make();
  const cast = [...new Set(batches.flat())];
  return leastTellingClock(world, random, { cast, decoys: cast.map(() => []) }, make, (way) => {
    const times = new Map<number, number[]>(cast.map((account) => [account, []]));
    for (const [account, timeMs] of way.flatMap((batch) => [...batch])) times.get(account)!.push(timeMs);
    return [...times.values()];
  });
}

/** A day and a half is left at the end for tweets that come late. */
function drawTimes(
  world: World,
  batches: readonly number[][],
  table: StormParameters,
  random: Random,
): Map<number, number>[] {
  const { span } = world;
  const sizes = batches.map(({ length }) => length);
  const matched = table.officeHours.value === 1 ? null : matchedHours(world, sizes, random);
  const ahead = 60_000 * table.jitter.value * table.delayMin.value;
  return batches.map((members, i) => {
    const hour = matched === null ? (6 + 9 * random()) * HOUR_MS : (matched[i]! - ahead + DAY_MS) % DAY_MS;
    const day = Math.floor(((i + 0.5) * (span.days - 1.5)) / batches.length);
    const startMs = span.startMs + day * DAY_MS + hour;
    const delay = () => ahead * logNormal(random, 1, table.delaySigma.value);
    return new Map(members.map((account) => [account, startMs + delay()]));
  });
}

/** English and Spanish members in pairs, each pair with one meaning; whoever is left over says something of their own. */
function postBatch(
  world: World,
  batch: ReadonlyMap<number, number>,
  meanings: Meaning[],
  voice: number,
  table: StormParameters,
  random: Random,
): void {
  const { people, span } = world;
  const topic = random();
  const bySide = [false, true].map((spanish) =>
    shuffle(
      random,
      [...batch.keys()].filter((account) => (people.language[account] === SPANISH) === spanish),
    ),
  );
  const first = meanings.length;
  for (const side of bySide) {
    side.forEach((account, pair) => {
      meanings[first + pair] ??= { topic, claim: random(), demand: random() };
      let timeMs = batch.get(account)!;
      if (table.localHours.value === 1)
        timeMs = nextWaking(random, timeMs, people.zone[account]!, people.shift[account]!);
      timeMs = Math.min(timeMs, span.endMs - 1000 * between(random, 1, 7200));
      const argument =
        (first + pair) |
        (chance(random, table.tagged.value) ? TAGGED : 0) |
        (chance(random, table.paraphrase.value) ? REWORDED : 0);
      const post = addPost(world, { timeMs, account, kind: "post", voice, argument });
      if (table.madeUp.value === 1 && post >= 0)
        world.audience.set(post, { views: between(random, table.viewsMin.value, table.viewsMax.value), likes: 0 });
    });
  }
}

/** Ordinary people mention the same quarrels, so that no hashtag is the crew's alone. */
function mentionOrdinarily(
  world: World,
  meanings: readonly Meaning[],
  voice: number,
  table: StormParameters,
  random: Random,
): void {
  const { people, span } = world;
  const speaks = (account: number) => people.language[account] === 0 || people.language[account] === SPANISH;
  const suits = (account: number) => isOn(world, "x")(account) && speaks(account);
  const all = people.language.reduce((sum, _, account) => sum + (suits(account) ? 1 : 0), 0);
  for (const account of strangersWhoAct(world, Math.max(12, Math.round(table.debate.value * all)), random, suits)) {
    const timeMs = humanTime(random, span, people.zone[account]!, people.shift[account]!);
    const argument = between(random, 0, meanings.length - 1) | (chance(random, 0.6) ? TAGGED : 0);
    addPost(world, { timeMs, account, kind: "post", voice, argument, appeal: 1 });
  }
}

/** Argument of the voices: number of the meaning, and what the text carries and whether it is a free translation. */
const MEANING = 0xffff;
const TAGGED = 0x10000;
const REWORDED = 0x20000;

function makeVoices(world: World, meanings: readonly Meaning[]): { crew: number; stranger: number } {
  const { posts, people, seed } = world;
  const say = (text: string, tongue: Tongue, tags: readonly string[]): Content => ({
    text: text + tags.map((tag) => ` #${tag}`).join(""),
    language: tongue,
    urls: [],
    hashtags: tags,
    mentions: [],
    media: [],
  });
  const told = (number: number) => {
    const argument = posts.argument[number]!;
    const meaning = meanings[argument & MEANING]!;
    const tongue: Tongue = people.language[posts.account[number]!] === SPANISH ? "es" : "en";
    return { argument, meaning, tongue, tags: (argument & TAGGED) === 0 ? [] : [tagOf(meaning)] };
  };
  const crew = addVoice(world, (number, random) => {
    const { argument, meaning, tongue, tags } = told(number);
    const literal = stream(mix32(seed, 0x7274), argument & MEANING);
    return say(meaningLine(meaning, tongue, (argument & REWORDED) === 0 ? literal : random), tongue, tags);
  });
  const stranger = addVoice(world, (number, random) => {
    const { meaning, tongue, tags } = told(number);
    return say(strangerLine(meaning, tongue, random), tongue, tags);
  });
  return { crew, stranger };
}
