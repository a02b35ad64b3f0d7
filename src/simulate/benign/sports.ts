import { between, chance, logNormal, mix32, pick, poisson, type Random, stream } from "../../math/random.ts";
import { castOf, enlist, isOn, mainPlatform } from "../casting.ts";
import { inventName } from "../communities.ts";
import { assumed, type ParameterTable } from "../parameters.ts";
import { DAY_MS, HOUR_MS } from "../rhythm.ts";
import type { Story } from "../story.ts";
import { ENGLISH } from "../text/english.ts";
import { LANGUAGES } from "../text/languages.ts";
import { addPost, addVoice, type World } from "../world.ts";
import { groupSize, isUp, passersBy, said, spend } from "./crowd.ts";
import { clubLine, type Moment, matchLine } from "./sports-lines.ts";

const LABEL = "benign:sports";
const PARAMETERS = {
  share: assumed(0.014, "of all accounts are regulars, who watch with the phone in hand and say so"),
  least: assumed(12, "regulars at least"),
  most: assumed(300, "regulars at most"),
  matches: assumed(4, "matches of the two clubs in 14 days, every third between them"),
  goals: assumed(2.7, "mean goals a match, Poisson: about what the big football leagues score"),
  moments: assumed(3, "cards and missed chances a match"),
  watches: assumed(0.75, "chance that a regular follows a match of the own club, half of it for the other club's"),
  reacts: assumed(0.5, "chance that who follows writes at a moment"),
  delayS: assumed(24, "median seconds from the moment to a post, log-normal: nine of ten within the minute"),
  sigma: assumed(0.7, "standard deviation of the logarithm of that delay"),
  shouts: assumed(0.35, "of posts at an own goal that are a shout of a few letters"),
  tagged: assumed(0.75, "posts of regulars with the match's tag; half of it for the others"),
  declared: assumed(0.6, "regulars who name the club in their bio"),
  casual: assumed(
    0.05,
    "of all accounts write once about a match and stay labelled as they are: the bursts run through everybody",
  ),
  reposts: assumed(0.15, "chance that a regular reposts a ticker post of the club"),
} satisfies ParameterTable;

interface Match {
  /** Home first. */
  readonly clubs: readonly [string, string];
  /** Own clubs on either side, -1 for invented guests. */
  readonly own: readonly [number, number];
  readonly tag: string;
  readonly startMs: number;
  readonly moments: readonly (Moment & { readonly timeMs: number })[];
}

/** Supporters of two clubs, who all write within the same minute because a ball went in. */
export const SPORTS: Story<typeof PARAMETERS> = {
  name: "sports",
  label: LABEL,
  about: [
    "Supporters of two clubs watch with the phone in hand: whatever happens on the pitch is met within a minute, goals with shouts.",
    "Synchronous beyond any crew, in own words, and everybody else who watches does the same; the clock is on the pitch.",
  ],
  parameters: () => PARAMETERS,
  cast: (world, parameters) => {
    const { people } = world;
    const here = isOn(world, mainPlatform(world));
    const speaks = (account: number) => here(account) && people.language[account] === 0;
    const names = clubsOf(world);
    enlist(world, 2, LABEL, "club", speaks)
      .sort((a, b) => a - b)
      .forEach((account, i) => {
        people.name[account] = names[i]!;
        people.handle[account] = `${names[i]!.toLowerCase().replace(" ", "_")}_${people.handle[account]!.slice(-2)}`;
        people.bio[account] = `Official account of ${names[i]}. Tickets and line-ups`;
        people.verified[account] = 1;
        people.followers[account] = 8000 + 5 * people.followers[account]!;
        people.rate[account] = 0;
      });
    const random = stream(world.seed, 411);
    for (const account of enlist(world, groupSize(world, parameters), LABEL, "regular-viewer", speaks)) {
      const club = names[sideOf(world, account)]!;
      if (chance(random, parameters.declared.value))
        people.bio[account] =
          `${pick(random, [club, `${club} season ticket`, `Home and away with ${club}`, `${club} till the end`])}. ${people.bio[account]!}`.trim();
    }
  },
  perform: (world, parameters, random) => {
    const matches = matchesOf(world, parameters);
    const voice = viewerVoice(world, matches, parameters);
    const ticker = addVoice(world, (number) => {
      const [match, moment] = momentAt(matches, world.posts.argument[number]!);
      return said(`${clubLine(match.clubs, moment)} #${match.tag}`, "en", { hashtags: [match.tag] });
    });
    matches.forEach((match, index) => {
      watch(world, match, index, voice, ticker, parameters, random);
    });
  },
};

/** The club an account is for, or takes the side of when only passing by. */
const sideOf = (world: World, account: number): number => mix32(world.seed ^ 0x5b0e, account) & 1;

function clubsOf(world: World): [string, string] {
  const random = stream(world.seed, 410);
  const second = pick(random, ["Rovers", "Athletic", "United", "Town"]);
  return [`${inventName(random)} FC`, `${inventName(random)} ${second}`];
}

function matchesOf(world: World, parameters: typeof PARAMETERS): Match[] {
  const { span, seed } = world;
  const names = clubsOf(world);
  const count = Math.max(1, Math.round((parameters.matches.value * span.days) / 14));
  return Array.from({ length: count }, (_, i) => {
    const random = stream(seed ^ 0x3a7c, i);
    const home = i & 1;
    const isDerby = i % 3 === 2;
    const guest = isDerby ? names[1 - home]! : `${inventName(random)} ${pick(random, ["City", "Wanderers", "SC"])}`;
    const clubs: [string, string] = [names[home]!, guest];
    const day = Math.floor(((i + 0.5) * span.days) / count);
    const startMs = span.startMs + day * DAY_MS + between(random, 14, 20) * HOUR_MS + (random() < 0.5 ? 0 : 1_800_000);
    const tag = clubs.map((club) => club.slice(0, 3).toUpperCase()).join("");
    return {
      clubs,
      own: [home, isDerby ? 1 - home : -1],
      tag,
      startMs,
      moments: momentsOf(random, startMs, parameters),
    };
  });
}

function momentsOf(random: Random, startMs: number, parameters: typeof PARAMETERS): Match["moments"] {
  const kinds: Moment["kind"][] = ["start", "half", "end"];
  const minutes = [0, 45, 93];
  const goals = poisson(random, parameters.goals.value);
  for (let i = 0; i < goals + parameters.moments.value; i++) {
    kinds.push(i < goals ? "goal" : pick(random, ["chance", "chance", "card"] as const));
    minutes.push(between(random, 2, 91));
  }
  const score: [number, number] = [0, 0];
  const order = [...kinds.keys()].sort((a, b) => minutes[a]! - minutes[b]! || a - b);
  return order.map((i) => {
    const side = random() < 0.55 ? 0 : 1;
    if (kinds[i] === "goal") score[side]!++;
    const minute = minutes[i]!;
    // The break lasts a quarter of an hour; nobody knows the second before it happens.
    const timeMs = startMs + (minute + (minute > 45 ? 15 : 0) + random()) * 60_000;
    return { kind: kinds[i]!, minute, side, player: pick(random, ENGLISH.lastNames), score: [...score], timeMs };
  });
}

/** Arguments of both voices: match and moment. */
const MOMENTS = 64;
const momentAt = (matches: readonly Match[], argument: number): [Match, Moment] => {
  const match = matches[Math.floor(argument / MOMENTS)]!;
  return [match, match.moments[argument % MOMENTS]!];
};

function viewerVoice(world: World, matches: readonly Match[], parameters: typeof PARAMETERS): number {
  const { people, posts } = world;
  const regular = people.labels.indexOf(LABEL);
  return addVoice(world, (number, random) => {
    const account = posts.account[number]!;
    const [match, moment] = momentAt(matches, posts.argument[number]!);
    const language = LANGUAGES[people.language[account]!]!;
    const isRegular = people.label[account] === regular;
    const club = sideOf(world, account);
    const side = isRegular ? Math.max(0, match.own.indexOf(club)) : club;
    const text = matchLine(random, language, match.clubs, moment, side, parameters.shouts.value);
    const isTagged = chance(random, parameters.tagged.value * (isRegular ? 1 : 0.5));
    const hashtags = isTagged ? [match.tag] : [];
    return said(text + hashtags.map((tag) => ` #${tag}`).join(""), language.code, { hashtags });
  });
}

function watch(
  world: World,
  match: Match,
  index: number,
  voice: number,
  ticker: number,
  parameters: typeof PARAMETERS,
  random: Random,
): void {
  const { people } = world;
  const clubs = castOf(world, LABEL, "club");
  const regulars = castOf(world, LABEL, "regular-viewer").filter((account) =>
    chance(random, parameters.watches.value * (match.own.includes(sideOf(world, account)) ? 1 : 0.5)),
  );
  const here = isOn(world, mainPlatform(world));
  const label = people.labels.indexOf(LABEL);
  const casual = passersBy(
    world,
    random,
    Math.round(parameters.casual.value * people.count),
    (account) => here(account) && people.label[account] !== label && isUp(world, account, match.startMs),
  );
  const delayMs = () => 1000 * logNormal(random, parameters.delayS.value, parameters.sigma.value);
  match.moments.forEach((moment, m) => {
    const argument = index * MOMENTS + m;
    for (const account of regulars) {
      if (!chance(random, parameters.reacts.value)) continue;
      addPost(world, { timeMs: moment.timeMs + delayMs(), account, kind: "post", voice, argument, appeal: 2 });
    }
    if (!["start", "goal", "half", "end"].includes(moment.kind)) return;
    for (const own of match.own.filter((club) => club >= 0)) {
      const timeMs = moment.timeMs + delayMs();
      const post = addPost(world, { timeMs, account: clubs[own]!, kind: "post", voice: ticker, argument, appeal: 60 });
      for (const account of regulars) {
        if (post < 0 || sideOf(world, account) !== own || !chance(random, parameters.reposts.value)) continue;
        addPost(world, { timeMs: timeMs + delayMs(), account, kind: "repost", target: post, voice: ticker });
      }
    }
  });
  for (const account of casual) {
    const loud = match.moments.map((moment, m) => [m, moment.kind === "goal" ? 3 : 1] as const);
    const m = pick(
      random,
      loud.flatMap(([at, weight]) => new Array<number>(weight).fill(at)),
    );
    const timeMs = match.moments[m]!.timeMs + delayMs();
    const argument = index * MOMENTS + m;
    if (addPost(world, { timeMs, account, kind: "post", voice, argument, appeal: 2 }) >= 0) spend(world, account);
  }
}
