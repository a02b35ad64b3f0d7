import { between, chance, type Random } from "../../math/random.ts";
import { castOf, isOn } from "../casting.ts";
import { humanTime, nextWaking } from "../rhythm.ts";
import type { Story } from "../story.ts";
import { strangersWhoAct } from "../strangers.ts";
import { addPost, type World } from "../world.ts";
import { commentOrdinarily, wellKnown } from "./comments.ts";
import { type MayTouch, touchAtMost } from "./objects.ts";
import { castUncleSpam } from "./uncle-spam-cast.ts";
import { checkUncleSpam, LABEL, type UncleSpamParameters, uncleSpamParameters } from "./uncle-spam-parameters.ts";
import { registerFronts } from "./uncle-spam-sites.ts";
import { makeSlots } from "./uncle-spam-slots.ts";
import { LINKED, REPLY, REWORDED, TAGGED, type UncleSpamVoices, uncleSpamVoices } from "./uncle-spam-voices.ts";

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
    registerFronts(world, table);
  },
  perform: (world, table, random) => {
    const crew = [...castOf(world, LABEL, "pro"), ...castOf(world, LABEL, "contra")];
    const slots = makeSlots(world, crew, table, random);
    const voices = uncleSpamVoices(world, table);
    const may = touchAtMost(table.shared.value);
    slots.forEach(({ timeMs, acts }, slot) => {
      const platforms = new Set(acts.map(({ account }) => world.people.platform[account]!));
      const news = new Map<number, number>();
      for (const platform of platforms)
        news.set(platform, publishNews(world, slot, timeMs, platform, voices, table, random));
      for (const { account, timeMs: at } of acts)
        act(world, account, at, news.get(world.people.platform[account]!)!, may, voices, table, random);
    });
    debateOrdinarily(world, voices, table, random);
  },
};

/** What there is to quarrel about: a headline of a well-known ordinary account, answered by others too. */
function publishNews(
  world: World,
  slot: number,
  slotMs: number,
  platform: number,
  voices: UncleSpamVoices,
  table: UncleSpamParameters,
  random: Random,
): number {
  const { people, span } = world;
  const suits = (account: number) => people.platform[account] === platform && people.language[account] === 0;
  const timeMs = slotMs - Math.min(between(random, 3, 40) * 60_000, (slotMs - span.startMs) / 2);
  const account = wellKnown(world, suits, slot % 5);
  const post = addPost(world, { timeMs, account, kind: "post", voice: voices.wire, argument: slot });
  const crowd = { voice: voices.stranger, argument: REPLY, medianMin: 45, sigma: 1.3, suits };
  commentOrdinarily(world, post, between(random, 2, 2 * table.newsReplies.value - 2), crowd, random);
  return post;
}

/** One post of the crew: an answer to the news, or one of its own, with tags and link as far as it may touch them. */
function act(
  world: World,
  account: number,
  plannedMs: number,
  news: number,
  may: MayTouch,
  voices: UncleSpamVoices,
  table: UncleSpamParameters,
  random: Random,
): void {
  const { people, span } = world;
  let timeMs = plannedMs;
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

/** Ordinary people quarrel too, under the same tags, most of a community on one side; a few pass a front's link on. */
function debateOrdinarily(world: World, voices: UncleSpamVoices, table: UncleSpamParameters, random: Random): void {
  const { people, span } = world;
  const here = (account: number) => isOn(world, "x")(account) || isOn(world, "bluesky")(account);
  const everybody = people.platform.reduce((sum, _, account) => sum + (here(account) ? 1 : 0), 0);
  const suits = (account: number) => here(account) && people.language[account] === 0;
  for (const account of strangersWhoAct(world, Math.round(table.debate.value * everybody), random, suits)) {
    const timeMs = humanTime(random, span, people.zone[account]!, people.shift[account]!);
    const argument = (chance(random, 0.5) ? TAGGED : 0) | (chance(random, 0.06) ? LINKED : 0);
    addPost(world, { timeMs, account, kind: "post", voice: voices.stranger, argument, appeal: 1 });
  }
}
