import { between, chance, logNormal, pick, type Random, sample, seeded, shuffle, stream } from "../../math/random.ts";
import { castOf, divideActivity, enlist, enlistTypical, isOn } from "../casting.ts";
import { matchedHours } from "../matched.ts";
import { DAY_MS, humanTime, nextWaking } from "../rhythm.ts";
import type { Story } from "../story.ts";
import { expand, type Lexicon, tidy, words } from "../text/grammar.ts";
import { addPost, addVoice, type Content, ORGANIC_VOICE, type World } from "../world.ts";
import { crewSize } from "./dials.ts";
import { checkFarm, type FarmParameters, farmParameters, LABEL } from "./farm-parameters.ts";

const PRAISE: Lexicon = {
  yes: words("{great|good|nice|strong|excellent} {post|one|point|words|thread}|so true|well said|agreed|exactly|yes"),
  more: words("keep {going|it up|posting}|everyone should {see|read} this|{more|much more} of this|thank you|support"),
  face: words("👍|👏|💯|🔥|❤️|🙌||"),
};
const COMMENTS = words(
  "<yes> <face>|<yes>, <more> <face>|<more>!|<face> <yes>|<more>. <yes>|[<yes>,] {from|here in} {my|our} house too <face>",
);

/** A rack of telephones that repost what they are paid for, shift by shift. What they like is in no export of posts. */
export const PHONE_FARM: Story<FarmParameters> = {
  name: "phone-farm",
  label: LABEL,
  about: [
    "Telephones in shifts of 20 repost the posts of paying customers, always in the same order, seconds apart (OpenAI 2025, code only).",
    "Visible in timing and participation alone, likes are in no export; on evasive hardly ever the same two, and the answer is none.",
  ],
  platforms: { x: 1 },
  abstains: (difficulty) => difficulty === "evasive",
  parameters: farmParameters,
  cast: (world, table) => {
    checkFarm(table);
    const { people, span } = world;
    const onX = isOn(world, "x");
    // Customers stay what they are: whoever is boosted need not have asked for it.
    const lively = (account: number) => onX(account) && people.rate[account]! > 4;
    for (const account of enlist(world, table.customers.value, "organic", "boosted", lively)) {
      people.rate[account] = people.rate[account]! / 2;
    }
    const wanted = crewSize(world, table);
    const most = Math.round(table.largestShare.value * people.count);
    const count = table.prevalence.value > 0 ? wanted : Math.min(wanted, most);
    if (table.fresh.value === 0) {
      enlistTypical(world, count, LABEL, "device", onX);
      return;
    }
    const random = seeded(world.seed, LABEL, "fresh");
    for (const account of enlist(world, count, LABEL, "device", onX)) {
      people.createdMs[account] = span.startMs - 1000 * Math.floor((DAY_MS / 1000) * (10 + 25 * random()));
      people.followers[account] = between(random, 0, 15);
      people.following[account] = between(random, 5, 80);
      people.lifetimePosts[account] = between(random, 2, 120);
    }
  },
  perform: (world, table, random) => {
    const devices = castOf(world, LABEL, "device");
    const count = Math.max(1, Math.round((table.sessions.value * world.span.days) / 14));
    const rota = makeRota(world, devices, count, table, random);
    const starts = sessionStarts(world, rota, table, random);
    const customers = castOf(world, "organic", "boosted");
    const voice = commentVoice(world, table);
    rota.forEach((session, i) => {
      let at = starts[i]!;
      const boosted = sample(random, customers, table.targets.value).sort((a, b) => a - b);
      const posts = boosted.map((customer) => publish(world, customer, at, table, random));
      session.forEach((crew, k) => {
        for (const device of crew) {
          at += 1000 * logNormal(random, table.jitter.value * table.cadenceS.value, table.cadenceSigma.value);
          if (posts[k]! >= 0) act(world, device, posts[k]!, at, voice, table, random);
        }
      });
    });
  },
};

/** The telephones that work on each target of each session, in their order. */
type Rota = readonly (readonly (readonly number[])[])[];

/**
 * Who works when. Fixed shifts: of a shift's targets a telephone takes as many as its quota allows, the same ones as its neighbours,
 * so that they share as much as their activity permits. Dealt anew: any telephone that has some quota left.
 */
function makeRota(
  world: World,
  devices: readonly number[],
  sessions: number,
  table: FarmParameters,
  random: Random,
): Rota {
  const { rate } = world.people;
  const shifts = Math.max(1, Math.ceil(devices.length / table.shift.value));
  const rounds = Math.ceil(sessions / shifts) * table.targets.value;
  const most = Math.min(rounds, table.shared.value);
  const quotas = new Map<number, number>();
  if (table.fresh.value === 1) {
    const life = (most * table.decoy.value) / (1 - table.decoy.value);
    for (const device of devices) {
      quotas.set(device, most);
      rate[device] = life;
    }
  } else {
    divideActivity(world, devices, table.decoy.value).forEach((acts, i) => {
      quotas.set(devices[i]!, Math.min(acts, most));
      rate[devices[i]!]! += Math.max(0, acts - most);
    });
  }
  const members = Array.from({ length: shifts }, (_, shift) => devices.filter((_device, i) => i % shifts === shift));
  const ranks = members.map(() => shuffle(random, [...Array(rounds).keys()]));
  return Array.from({ length: sessions }, (_, session) =>
    Array.from({ length: table.targets.value }, (_, k) => {
      if (table.orderly.value === 1) {
        const rank = ranks[session % shifts]![Math.floor(session / shifts) * table.targets.value + k]!;
        return members[session % shifts]!.filter((device) => quotas.get(device)! > rank);
      }
      const willing = devices.filter((device) => quotas.get(device)! > 0);
      // No more than lets the quotas last to the end.
      const left = willing.reduce((sum, device) => sum + quotas.get(device)!, 0);
      const targetsLeft = (sessions - session) * table.targets.value - k;
      const crew = sample(random, willing, Math.min(table.shift.value, Math.ceil(left / targetsLeft)));
      for (const device of crew) quotas.set(device, quotas.get(device)! - 1);
      return crew;
    }),
  );
}

/** Spread over the span, a day left at its start for what is boosted and half a day at its end for slow telephones. */
function sessionStarts(world: World, rota: Rota, table: FarmParameters, random: Random): number[] {
  const { span, people } = world;
  const acts = rota.map((session) => session.reduce((sum, crew) => sum + crew.length, 0));
  const hours =
    table.matchedHours.value === 1
      ? matchedHours(world, acts, seeded(world.seed, LABEL, "hours"))
      : rota.map(() => {
          const device = Math.floor(random() * people.count);
          return humanTime(random, span, people.zone[device]!, people.shift[device]!) % DAY_MS;
        });
  const days = span.days - 2;
  return hours.map((hour, i) => span.startMs + (1 + Math.floor(((i + random()) * days) / rota.length)) * DAY_MS + hour);
}

/** A customer's ordinary post some time before the session; ordinary readers take it up too. */
function publish(world: World, customer: number, startMs: number, table: FarmParameters, random: Random): number {
  const delay = logNormal(random, table.jitter.value * table.delayMin.value, table.delaySigma.value);
  return addPost(world, {
    timeMs: startMs - 60_000 * delay,
    account: customer,
    kind: "post",
    voice: ORGANIC_VOICE,
    argument: world.people.community[customer]!,
    appeal: 300,
  });
}

function act(
  world: World,
  account: number,
  target: number,
  orderedMs: number,
  voice: number,
  table: FarmParameters,
  random: Random,
): void {
  const { people } = world;
  const timeMs =
    table.localHours.value === 1
      ? nextWaking(random, orderedMs, people.zone[account]!, people.shift[account]!)
      : orderedMs;
  if (!chance(random, table.comments.value)) {
    addPost(world, { timeMs, account, kind: "repost", target, voice });
    return;
  }
  const line = chance(random, table.paraphrase.value) ? REWORDED : between(random, 0, table.lines.value - 1);
  addPost(world, { timeMs, account, kind: "reply", target, voice, argument: line });
}

const REWORDED = 0xffffffff;

/** A few words in English, whatever the post is in: nobody reads it. */
function commentVoice(world: World, table: FarmParameters): number {
  const write = (random: Random) => tidy(expand(pick(random, COMMENTS), [PRAISE], random));
  const script = Array.from({ length: table.lines.value }, (_, i) => write(stream(world.seed ^ 0xfa43, i)));
  return addVoice(world, (number, random): Content => {
    const line = world.posts.argument[number]!;
    const text = line === REWORDED ? write(random) : script[line]!;
    return { text, language: "en", urls: [], hashtags: [], mentions: [], media: [] };
  });
}
