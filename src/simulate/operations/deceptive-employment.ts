import { chance, logNormal, type Random } from "../../math/random.ts";
import { said } from "../benign/crowd.ts";
import { castOf, enlist, enlistTypical, isOn, mainPlatform } from "../casting.ts";
import { leastTellingClock } from "../clock.ts";
import { firstDecoys } from "../decoys.ts";
import { humanTime, nextWaking } from "../rhythm.ts";
import type { Story } from "../story.ts";
import { strangersWhoAct } from "../strangers.ts";
import { addPost, addVoice, type World } from "../world.ts";
import { deckOf } from "./deck.ts";
import { checkedCrewSize } from "./dials.ts";
import { hiringLine, seekerBio, seekerLine } from "./employment-lines.ts";
import { type EmploymentParameters, employmentParameters, LABEL } from "./employment-parameters.ts";
import { contactName, contactOf, dress, forgetHistories, showStockPictures } from "./employment-personas.ts";

/** Busier accounts would look for work so often that it could be seen. Posts in 14 days. */
const BUSIEST = 12;

/**
 * Deceptive employment: invented programmers who look for remote work. The fraud happens in applications and interviews; in public
 * there are bios with the same claims, a shared contact, mirrored pictures, and a clock that belongs to another continent.
 */
export const DECEPTIVE_EMPLOYMENT: Story<EmploymentParameters> = {
  name: "deceptive-employment",
  label: LABEL,
  about: [
    "Eight invented programmers look for remote work: shared résumé fragments, contact and pictures, and a clock that belies the place.",
    "Next to nothing of it is in posts: a weak lead for an analyst, no cluster; the right answer is none (OpenAI 2025).",
  ],
  abstains: () => true,
  parameters: employmentParameters,
  cast: (world, table) => {
    const { people, span } = world;
    const here = isOn(world, mainPlatform(world));
    const fits = (account: number) =>
      here(account) &&
      (table.histories.value === 1
        ? people.rate[account]! <= (BUSIEST * span.days) / 14
        : people.language[account] === 0);
    const take = table.histories.value === 1 ? enlistTypical : enlist;
    const crew = take(world, checkedCrewSize(world, LABEL, table, 1), LABEL, "persona", fits).sort((a, b) => a - b);
    if (table.histories.value === 0) forgetHistories(world, crew, table);
    dress(world, crew, table);
  },
  perform: (world, table, random) => {
    const crew = castOf(world, LABEL, "persona");
    const threads = openRoles(world, table, random);
    const acts = actsOf(world, crew, table);
    const blends = table.histories.value === 1;
    const decoys = blends ? firstDecoys(world, crew, random) : [];
    const make = () => deal(world, crew, acts, threads, table, random);
    const times = (plan: readonly (readonly Act[])[]) => plan.map((own) => own.map(({ timeMs }) => timeMs));
    const plan = blends ? leastTellingClock(world, random, { cast: crew, decoys }, make, times) : make();
    const voice = personaVoice(world, crew, table);
    plan.forEach((own, k) => {
      own.forEach(({ thread, timeMs }, i) => {
        const line = chance(random, table.paraphrase.value) ? REWORDED : k % Math.max(1, table.lines.value);
        const post = { timeMs, account: crew[k]!, voice, argument: 2 * line + (i === 0 ? 1 : 0), appeal: 1 };
        addPost(world, thread < 0 ? { ...post, kind: "post" } : { ...post, kind: "reply", target: thread });
      });
    });
    seekWork(world, threads, crew.length, table, random);
    showStockPictures(world, table, random);
  },
};

const writesCode = (world: World) => {
  const here = isOn(world, mainPlatform(world));
  return (account: number) =>
    here(account) && world.communities[world.people.community[account]!]!.topic.name === "machines";
};

/** Ordinary people of the trade who have work to give. */
function openRoles(world: World, table: EmploymentParameters, random: Random): number[] {
  const { people, span, communities, posts } = world;
  const voice = addVoice(world, (number, own) => {
    const towns = communities[people.community[posts.account[number]!]!]!.lexicons[0]!.town!;
    return said(hiringLine(towns, own), "en");
  });
  const wanted = Math.max(1, Math.round((table.threads.value * span.days) / 14));
  return strangersWhoAct(world, wanted, random, writesCode(world))
    .map((account) => {
      const timeMs = humanTime(random, span, people.zone[account]!, people.shift[account]!);
      return addPost(world, { timeMs, account, kind: "post", voice, appeal: 25 });
    })
    .filter((post) => post >= 0);
}

/** What each persona does for its story; the rest is ordinary life. */
function actsOf({ people, span }: World, crew: readonly number[], table: EmploymentParameters): number[] {
  const decoy = table.decoy.value;
  return crew.map((account) => {
    const rate = people.rate[account]!;
    const all = table.histories.value === 1 ? rate * (1 - decoy) : (table.acts.value * span.days) / 14;
    const acts = Math.max(1, Math.round(all));
    people.rate[account] = table.histories.value === 1 ? Math.max(0, rate - acts) : (acts * decoy) / (1 - decoy);
    return acts;
  });
}

interface Act {
  /** The post answered; -1 for a post of one's own. */
  readonly thread: number;
  readonly timeMs: number;
}

/** Who answers whom and when: awake by the own clock, a second answer to a post only when each has had one. */
function deal(
  world: World,
  crew: readonly number[],
  acts: readonly number[],
  threads: readonly number[],
  table: EmploymentParameters,
  random: Random,
): Act[][] {
  const { people, posts, span } = world;
  const median = table.jitter.value * table.delayMin.value * 60_000;
  // The code page is an object, too.
  const most = Math.max(1, table.shared.value - 1);
  const nextThread = deckOf(threads, random);
  return crew.map((account, k) => {
    const zone = people.zone[account]!;
    const shift = people.shift[account]!;
    let answers = 0;
    return Array.from({ length: acts[k]! }, () => {
      if (threads.length > 0 && answers < most && chance(random, table.answers.value)) {
        const thread = nextThread();
        const late = posts.timeMs[thread]! + logNormal(random, median, table.delaySigma.value);
        const timeMs = nextWaking(random, late, zone, shift);
        if (timeMs < span.endMs) {
          answers++;
          return { thread, timeMs };
        }
      }
      return { thread: -1, timeMs: humanTime(random, span, zone, shift) };
    });
  });
}

/** Line that stands for own words. The argument of a persona's post is twice the line, plus one when it links the code page. */
const REWORDED = 0xffffff;
const codePage = (contact: string): string => `https://codeforge.example/${contact}`;

function personaVoice(world: World, crew: readonly number[], table: EmploymentParameters): number {
  const { posts, seed } = world;
  const member = new Map(crew.map((account, k) => [account, k]));
  return addVoice(world, (number, random) => {
    const argument = posts.argument[number]!;
    const line = argument >> 1 === REWORDED ? -1 : argument >> 1;
    const text = seekerLine(seed, line, posts.target[number]! >= 0, random);
    if (argument % 2 === 0) return said(text, "en");
    return said(text, "en", { urls: [codePage(contactOf(world, member.get(posts.account[number]!)!, table))] });
  });
}

/** Honest seekers: the same kind of bio, answers and code pages, each of their own. */
function seekWork(
  world: World,
  threads: readonly number[],
  size: number,
  table: EmploymentParameters,
  random: Random,
): void {
  const { people, posts, seed } = world;
  if (threads.length === 0) return;
  const voice = addVoice(world, (number, own) => {
    const text = seekerLine(seed, -1, true, own);
    return said(text, "en", { urls: chance(own, 0.4) ? [codePage(people.handle[posts.account[number]!]!)] : [] });
  });
  const english = (account: number) => people.language[account] === 0 && writesCode(world)(account);
  for (const account of strangersWhoAct(world, Math.round(table.seekers.value * size), random, english)) {
    people.bio[account] = seekerBio(seed, [-1, -1], contactName(random), random);
    const target = threads[Math.floor(random() * threads.length)]!;
    const late = posts.timeMs[target]! + 60_000 * logNormal(random, table.delayMin.value, 1.3);
    const timeMs = nextWaking(random, late, people.zone[account]!, people.shift[account]!);
    addPost(world, { timeMs, account, kind: "reply", target, voice, appeal: 0.3 });
  }
}
