import { between, chance, logNormal, pick, type Random, stream } from "../../math/random.ts";
import { castOf, enlist, isOn, mainPlatform } from "../casting.ts";
import { inventName } from "../communities.ts";
import { assumed, type ParameterTable } from "../parameters.ts";
import { DAY_MS, HOUR_MS, nextWaking } from "../rhythm.ts";
import type { Story } from "../story.ts";
import { ENGLISH } from "../text/english.ts";
import { expand, tidy } from "../text/grammar.ts";
import { addPost, addVoice, type Content, type World } from "../world.ts";
import { groupSize, passersBy, said, spend } from "./crowd.ts";
import { callLine, entryLine, HUNTER_BIOS } from "./giveaway-lines.ts";

const LABEL = "benign:giveaway";
const PARAMETERS = {
  share: assumed(0.01, "of all accounts hunt prizes and enter most draws"),
  least: assumed(10, "hunters at least"),
  most: assumed(200, "hunters at most"),
  hosts: assumed(2, "shops and streamers that give away"),
  draws: assumed(3, "draws of each host in 14 days"),
  joins: assumed(0.75, "chance that a hunter enters a draw: repost, then reply"),
  delayMin: assumed(70, "median minutes from the call to an entry, log-normal, then waking hours"),
  sigma: assumed(1.2, "standard deviation of the logarithm of that delay"),
  replyS: assumed(35, "median seconds from an entrant's repost to the reply, log-normal"),
  tags: assumed(0.3, "replies that name one or two friends, as the call asks"),
  declared: assumed(0.6, "hunters whose bio speaks of competitions"),
  others: assumed(0.012, "of all accounts enter a draw and stay labelled as they are"),
} satisfies ParameterTable;

/** Strangers who repost and answer the same few accounts because there is something to win. */
export const GIVEAWAY: Story<typeof PARAMETERS> = {
  name: "giveaway",
  label: LABEL,
  about: [
    "Two hosts raffle prizes to whoever follows, reposts and replies; serial prize hunters enter nearly every draw.",
    "One target, the same acts in the same order, short equal replies; the call itself says why.",
  ],
  parameters: () => PARAMETERS,
  cast: (world, parameters) => {
    const { people } = world;
    const here = isOn(world, mainPlatform(world));
    const speaks = (account: number) => here(account) && people.language[account] === 0;
    enlist(world, parameters.hosts.value, LABEL, "host", speaks).forEach((account, i) => {
      const random = stream(world.seed ^ 0x6a, i);
      const name = `${inventName(random)} ${pick(random, ["Shop", "Store", "Plays", "Outdoors", "Audio", "Kitchen"])}`;
      people.name[account] = name;
      people.handle[account] = `${name.toLowerCase().replace(" ", "_")}_${people.handle[account]!.slice(-2)}`;
      people.bio[account] = `${name}. Giveaways every week, rules on our page. Winners are announced here`;
      people.followers[account] = 12_000 + 4 * people.followers[account]!;
      people.rate[account] = 2;
    });
    const random = stream(world.seed, 441);
    for (const account of enlist(world, groupSize(world, parameters), LABEL, "hunter", speaks)) {
      people.following[account] = Math.round(logNormal(random, 1500, 0.6));
      if (chance(random, parameters.declared.value))
        people.bio[account] = tidy(expand(pick(random, HUNTER_BIOS), [{ town: ENGLISH.places }], random));
    }
  },
  perform: (world, parameters, random) => {
    const { span } = world;
    const count = Math.max(1, Math.round((parameters.draws.value * span.days) / 14));
    const voices = makeVoices(world, parameters);
    castOf(world, LABEL, "host").forEach((host, h) => {
      for (let i = 0; i < count; i++) {
        const day = Math.floor(((i + (h + 0.5) / parameters.hosts.value) * (span.days - 2)) / count);
        const timeMs = span.startMs + day * DAY_MS + (between(random, 12, 20) + random()) * HOUR_MS;
        holdDraw(world, host, h * DRAWS + i, timeMs, voices, parameters, random);
      }
    });
  },
};

/** Arguments of the voices: host times DRAWS plus draw. */
const DRAWS = 100;

interface Voices {
  readonly call: number;
  readonly entry: number;
  readonly winner: number;
}

function holdDraw(
  world: World,
  host: number,
  argument: number,
  callMs: number,
  voices: Voices,
  parameters: typeof PARAMETERS,
  random: Random,
): void {
  const { people } = world;
  const call = addPost(world, {
    timeMs: callMs,
    account: host,
    kind: "post",
    voice: voices.call,
    argument,
    appeal: 150,
  });
  if (call < 0) return;
  const platform = people.platform[host];
  const label = people.labels.indexOf(LABEL);
  const hunters = castOf(world, LABEL, "hunter").filter(() => chance(random, parameters.joins.value));
  const wanted = Math.round(parameters.others.value * people.count);
  const others = passersBy(
    world,
    random,
    wanted,
    (i) => people.platform[i] === platform && people.label[i] !== label && people.language[i] === 0,
  );
  for (const account of [...hunters, ...others]) {
    const late = 60_000 * logNormal(random, parameters.delayMin.value, parameters.sigma.value);
    const at = nextWaking(random, callMs + late, people.zone[account]!, people.shift[account]!);
    addPost(world, { timeMs: at, account, kind: "repost", target: call, voice: voices.call });
    const replyMs = at + 1000 * logNormal(random, parameters.replyS.value, 0.6);
    addPost(world, { timeMs: replyMs, account, kind: "reply", target: call, voice: voices.entry, appeal: 0.1 });
    if (people.label[account] !== label) spend(world, account, 2);
  }
  const winner = pick(random, hunters.length > 0 ? hunters : others.length > 0 ? others : [host]);
  addPost(world, {
    timeMs: callMs + 2 * DAY_MS,
    account: host,
    kind: "reply",
    target: call,
    voice: voices.winner,
    argument: winner,
    appeal: 5,
  });
}

function makeVoices(world: World, parameters: typeof PARAMETERS): Voices {
  const { people, posts, seed } = world;
  const call = addVoice(world, (number): Content => {
    const argument = posts.argument[number]!;
    const handle = people.handle[posts.account[number]!]!;
    const own = stream(seed ^ 0xca11, Math.floor(argument / DRAWS));
    const text = callLine(own, stream(seed ^ 0x9712e, argument), handle);
    return said(text, "en", { mentions: text.includes(`@${handle}`) ? [handle] : [] });
  });
  const entry = addVoice(world, (number, random): Content => {
    const text = entryLine(random);
    if (!chance(random, parameters.tags.value)) return said(text, "en");
    const platform = people.platform[posts.account[number]!];
    const friends: string[] = [];
    for (let i = between(random, 1, 2); i > 0; i--) {
      const friend = Math.floor(random() * people.count);
      const isNew = !friends.includes(people.handle[friend]!);
      if (people.platform[friend] === platform && isNew) friends.push(people.handle[friend]!);
    }
    return said(`${text} ${friends.map((handle) => `@${handle}`).join(" ")}`.trim(), "en", { mentions: friends });
  });
  const winner = addVoice(world, (number): Content => {
    const handle = people.handle[posts.argument[number]!]!;
    return said(`And the winner is @${handle}, congratulations! Please send us a message within three days`, "en", {
      mentions: [handle],
    });
  });
  return { call, entry, winner };
}
