import { between, chance, logNormal, type Random, sample, seeded, stream } from "../../math/random.ts";
import { said } from "../benign/crowd.ts";
import { castOf, enlist, enlistTypical, isOn, mainPlatform } from "../casting.ts";
import { leastTellingClock } from "../clock.ts";
import { firstDecoys } from "../decoys.ts";
import type { Difficulty } from "../difficulty.ts";
import { enterSite } from "../organic/site-facts.ts";
import { assumed, OPENAI_2025, published } from "../parameters.ts";
import { DAY_MS, humanTime, nextWaking } from "../rhythm.ts";
import type { Story } from "../story.ts";
import { strangersWhoAct } from "../strangers.ts";
import { addPost, addVoice, type Content, ORGANIC_VOICE, type World } from "../world.ts";
import { deckOf } from "./deck.ts";
import { checkedCrewSize, dials } from "./dials.ts";
import { askingLine, dropLine, otherLine } from "./scopecreep-lines.ts";

const LABEL = "scopecreep";
/** Busier accounts would drop the link so often that it could be seen. Posts in 14 days. */
const BUSIEST = 12;

function scopeCreepParameters(difficulty: Difficulty) {
  const histories = difficulty === "easy" ? 0 : 1;
  const why = `difficulty ${difficulty}`;
  return {
    ...dials(
      difficulty,
      assumed(
        10,
        "accounts; nothing is published about posts, and the thrown-away accounts of the report are e-mail accounts",
      ),
    ),
    tool: published("a crosshair overlay for games, trojanised", `${OPENAI_2025}; name and link here are invented`),
    drops: assumed(3, "most drops of an account that has no history"),
    threads: assumed(40, "gaming threads in 14 days that drops may land in"),
    delayMin: assumed(25, "median minutes from a thread's first post to a drop, log-normal, times the jitter"),
    delaySigma: assumed(1, "standard deviation of the logarithm of that delay"),
    lines: assumed(6, "scripted remarks around the link; an account keeps to one"),
    freshDays: assumed(20, "accounts without histories are younger than this before the world begins"),
    histories: assumed(histories, `1: accounts as old, followed and busy as anybody; 0: thrown-away accounts, ${why}`),
    localHours: assumed(difficulty === "evasive" ? 1 : 0, `1: drops wait until the account's place is awake, ${why}`),
    askers: assumed(4, "ordinary players who repeat the link to ask or warn"),
    otherLinks: assumed(30, "ordinary players who link something else in these threads, in 14 days"),
  };
}
type ScopeCreepParameters = ReturnType<typeof scopeCreepParameters>;

/** Malware spread by a link under gaming posts. Ten accounts, one object: too little to be told from a link that is passed on. */
export const SCOPECREEP: Story<ScopeCreepParameters> = {
  name: "scopecreep",
  label: LABEL,
  about: [
    "Ten accounts drop one download link in gaming threads, now and then, each under its own remark (OpenAI 2025).",
    "One link is all they share: a lead for a malware analyst, no cluster; the right answer is none.",
  ],
  abstains: () => true,
  parameters: scopeCreepParameters,
  cast: (world, table) => {
    enterSite(world, DOMAIN, LABEL, "download");
    const here = isOn(world, mainPlatform(world));
    if (table.histories.value === 1) {
      const calm = (account: number) => world.people.rate[account]! <= (BUSIEST * world.span.days) / 14;
      enlistTypical(
        world,
        checkedCrewSize(world, LABEL, table, 1),
        LABEL,
        "dropper",
        (account) => here(account) && calm(account),
      );
    } else throwAway(world, enlist(world, checkedCrewSize(world, LABEL, table, 1), LABEL, "dropper", here), table);
  },
  perform: (world, table, random) => {
    const crew = castOf(world, LABEL, "dropper");
    const threads = openThreads(world, table, random);
    if (threads.length === 0) return;
    const acts = actsOf(world, crew, table, random);
    const blends = table.histories.value === 1;
    const decoys = blends ? firstDecoys(world, crew, random) : [];
    const make = () => deal(world, crew, acts, threads, table, random);
    const times = (plan: readonly (readonly Drop[])[]) => plan.map((drops) => drops.map(({ timeMs }) => timeMs));
    const plan = blends ? leastTellingClock(world, random, { cast: crew, decoys }, make, times) : make();
    const voice = dropVoice(world);
    plan.forEach((drops, k) => {
      for (const { thread, timeMs } of drops) {
        const argument = chance(random, table.paraphrase.value) ? REWORDED : k % Math.max(1, table.lines.value);
        addPost(world, { timeMs, account: crew[k]!, kind: "reply", target: thread, voice, argument, appeal: 0.3 });
      }
    });
    playersLink(world, threads, table, random);
  },
};

function throwAway({ people, span, seed }: World, crew: readonly number[], table: ScopeCreepParameters): void {
  const random = seeded(seed, LABEL, "thrown-away");
  for (const account of crew) {
    people.createdMs[account] = span.startMs - 1000 * Math.floor((DAY_MS / 1000) * table.freshDays.value * random());
    people.followers[account] = between(random, 0, 3);
    people.following[account] = between(random, 0, 9);
    people.lifetimePosts[account] = between(random, 0, 6);
    people.bio[account] = "";
  }
}

/** First posts of ordinary players in English-speaking gaming communities, which anybody may take up. */
function openThreads(world: World, table: ScopeCreepParameters, random: Random): number[] {
  const { people, span, communities } = world;
  const here = isOn(world, mainPlatform(world));
  const plays = (account: number) => here(account) && communities[people.community[account]!]!.topic.name === "gaming";
  const wanted = Math.max(1, Math.round((table.threads.value * span.days) / 14));
  return strangersWhoAct(world, wanted, random, plays)
    .map((account) => {
      const timeMs = humanTime(random, span, people.zone[account]!, people.shift[account]!);
      const argument = people.community[account]!;
      return addPost(world, { timeMs, account, kind: "post", voice: ORGANIC_VOICE, argument, appeal: 30 });
    })
    .filter((post) => post >= 0);
}

/** Drops of each account; what it does besides is ordinary life. The link is one object, each thread another. */
function actsOf({ people }: World, crew: readonly number[], table: ScopeCreepParameters, random: Random): number[] {
  const most = Math.max(1, table.shared.value - 1);
  const decoy = table.decoy.value;
  return crew.map((account) => {
    const rate = people.rate[account]!;
    if (table.histories.value === 1) {
      const acts = Math.min(most, Math.max(1, Math.round(rate * (1 - decoy))));
      people.rate[account] = Math.max(0, rate - acts);
      return acts;
    }
    const acts = Math.min(most, between(random, 1, Math.max(1, table.drops.value)));
    people.rate[account] = (acts * decoy) / (1 - decoy);
    return acts;
  });
}

interface Drop {
  readonly thread: number;
  readonly timeMs: number;
}

/** Who drops where and when. A thread gets a second drop only when each has had one. */
function deal(
  world: World,
  crew: readonly number[],
  acts: readonly number[],
  threads: readonly number[],
  table: ScopeCreepParameters,
  random: Random,
): Drop[][] {
  const { people, posts, span } = world;
  const median = table.jitter.value * table.delayMin.value * 60_000;
  const nextThread = deckOf(threads, random);
  return crew.map((account, k) => {
    const drops: Drop[] = [];
    for (let tries = 0; drops.length < acts[k]! && tries < 20 * acts[k]!; tries++) {
      const thread = nextThread();
      let timeMs = posts.timeMs[thread]! + logNormal(random, median, table.delaySigma.value);
      if (table.localHours.value === 1)
        timeMs = nextWaking(random, timeMs, people.zone[account]!, people.shift[account]!);
      if (timeMs < span.endMs) drops.push({ thread, timeMs });
    }
    return drops;
  });
}

const REWORDED = 0xffffffff;
const DOMAIN = "reticulo-tools.example";
const LINK = `https://${DOMAIN}/get/reticulo-setup.zip`;
const linking = (text: string, url: string): Content => said(text, "en", { urls: [url] });

function dropVoice(world: World): number {
  return addVoice(world, (number, random) => {
    const line = world.posts.argument[number]!;
    return linking(dropLine(LINK, line === REWORDED ? random : stream(world.seed ^ 0x5c0e, line)), LINK);
  });
}

/** Players ask about the link, and link other things: saves, maps, patches. */
function playersLink(world: World, threads: readonly number[], table: ScopeCreepParameters, random: Random): void {
  const { people, posts, span } = world;
  const asking = addVoice(world, (_number, own) => linking(askingLine(LINK, own), LINK));
  const other = addVoice(world, (number, own) => {
    // A few dozen pages that players know: some come up twice.
    const url = `https://modshelf.example/files/${Math.floor(2000 * stream(world.seed ^ 0x30d5, number % 40)())}`;
    return linking(otherLine(url, own), url);
  });
  const here = isOn(world, mainPlatform(world));
  const plays = (account: number) =>
    here(account) && world.communities[people.community[account]!]!.topic.name === "gaming";
  const others = Math.round((table.otherLinks.value * span.days) / 14);
  const players = strangersWhoAct(world, table.askers.value + others, random, plays);
  players.forEach((account, i) => {
    const [target] = sample(random, threads, 1);
    const timeMs = posts.timeMs[target!]! + 60_000 * logNormal(random, 40, 1.4);
    addPost(world, {
      timeMs,
      account,
      kind: "reply",
      target: target!,
      voice: i < table.askers.value ? asking : other,
      appeal: 0.3,
    });
  });
}
