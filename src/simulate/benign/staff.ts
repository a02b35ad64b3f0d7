import { between, chance, logNormal, pick, type Random, stream } from "../../math/random.ts";
import { castOf, enlist, isOn, mainPlatform } from "../casting.ts";
import { inventName } from "../communities.ts";
import { enterSite } from "../organic/site-facts.ts";
import { assumed, type ParameterTable } from "../parameters.ts";
import { DAY_MS, HOUR_MS } from "../rhythm.ts";
import type { Story } from "../story.ts";
import { ENGLISH } from "../text/english.ts";
import { addPost, addVoice, type Content, ORGANIC_VOICE, type World } from "../world.ts";
import { groupSize, said } from "./crowd.ts";
import { announcedLine, type Employer, FIELDS, newsOf, ownLine, staffBio, suggestedLine } from "./staff-lines.ts";

const LABEL = "benign:staff";
const PARAMETERS = {
  share: assumed(0.0035, "of all accounts work for the brand, as many for the party"),
  least: assumed(6, "staff of each at least"),
  most: assumed(60, "staff of each at most"),
  disclosed: assumed(0.75, "staff who name the employer in the bio; at least half is what is expected of open staff"),
  news: assumed(1.3, "posts of the employer on a working day"),
  reposts: assumed(0.3, "chance that one of the staff reposts such a post"),
  repostMin: assumed(35, "median minutes to that repost, log-normal, moved into working hours"),
  speaks: assumed(0.25, "chance that one of the staff writes about the news"),
  suggested: assumed(0.45, "of these the line that went round the office, word for word"),
  speakMin: assumed(80, "median minutes to such a post, log-normal, moved into working hours"),
  sigma: assumed(1, "standard deviation of the logarithm of both delays"),
  replies: assumed(0.04, "chance that one of the staff answers the post"),
} satisfies ParameterTable;

/** People who repost their employer in working hours and say in the bio that they work there. */
export const STAFF: Story<typeof PARAMETERS> = {
  name: "staff",
  label: LABEL,
  about: [
    "Staff of a brand and of a party repost their employer and post its line, Monday to Friday from nine to six.",
    "The same few targets day after day and copied lines; under their names, with the employer in the bio.",
  ],
  parameters: () => PARAMETERS,
  cast: (world, parameters) => {
    const { people } = world;
    const here = isOn(world, mainPlatform(world));
    const speaks = (account: number) => here(account) && people.language[account] === 0;
    FIELDS.forEach((field, f) => {
      const random = stream(world.seed ^ 0x57aff, f);
      const name = `${inventName(random)} ${pick(random, field.suffixes)}`;
      const zone = pick(random, ENGLISH.zones);
      const town = pick(random, ENGLISH.places);
      const [employer] = enlist(world, 1, LABEL, field.name, speaks);
      const account = employer!;
      people.name[account] = name;
      people.handle[account] = name.toLowerCase().replaceAll(" ", "_");
      people.bio[account] =
        field.name === "brand"
          ? `${name}, ${town}. Service on weekdays, nine to six`
          : `${name}. Programme and dates on our page. Press: weekdays, nine to six`;
      people.verified[account] = 1;
      people.followers[account] = 6000 + 5 * people.followers[account]!;
      people.rate[account] = 0;
      people.zone[account] = zone;
      people.location[account] = town;
      const it = employerOf(world, f);
      enterSite(world, siteOf(it), LABEL, field.name);
      const members = enlist(world, groupSize(world, parameters), LABEL, `${field.name}-staff`, speaks);
      const open = Math.round(parameters.disclosed.value * members.length);
      members.forEach((staff, i) => {
        people.zone[staff] = zone;
        people.shift[staff] = 0;
        people.name[staff] = `${pick(random, ENGLISH.firstNames)} ${pick(random, ENGLISH.lastNames)}`;
        if (chance(random, 0.7)) people.location[staff] = town;
        if (i < open) people.bio[staff] = staffBio(it, town, world.communities[people.community[staff]!]!, random);
      });
    });
  },
  perform: (world, parameters, random) => {
    FIELDS.forEach((_, f) => {
      promote(world, f, parameters, random);
    });
  },
};

function employerOf(world: World, f: number): Employer {
  const field = FIELDS[f]!;
  const account = castOf(world, LABEL, field.name)[0]!;
  const name = world.people.name[account]!;
  return { name, handle: world.people.handle[account]!, tag: name.replaceAll(" ", ""), field };
}

const siteOf = ({ handle }: Employer): string => `${handle.replaceAll("_", "-")}.example`;

function promote(world: World, f: number, parameters: typeof PARAMETERS, random: Random): void {
  const { people, span } = world;
  const account = castOf(world, LABEL, FIELDS[f]!.name)[0]!;
  const staff = castOf(world, LABEL, `${FIELDS[f]!.name}-staff`);
  const zone = people.zone[account]!;
  const voices = makeVoices(world, f);
  const count = Math.max(1, Math.round((parameters.news.value * span.days * 5) / 7));
  for (let item = 0; item < count; item++) {
    const day = span.startMs + Math.floor(((item + random()) * span.days) / count) * DAY_MS;
    const timeMs = atWork(random, day + (between(random, 9, 16) + random() - zone) * HOUR_MS, zone);
    const post = addPost(world, {
      timeMs,
      account,
      kind: "post",
      voice: voices.announced,
      argument: item,
      appeal: 60,
    });
    if (post < 0) continue;
    const later = (median: number) =>
      atWork(random, timeMs + 60_000 * logNormal(random, median, parameters.sigma.value), zone);
    for (const member of staff) {
      if (chance(random, parameters.reposts.value)) {
        const at = later(parameters.repostMin.value);
        addPost(world, { timeMs: at, account: member, kind: "repost", target: post, voice: voices.announced });
      }
      if (chance(random, parameters.speaks.value)) {
        const voice = chance(random, parameters.suggested.value) ? voices.suggested : voices.own;
        const at = later(parameters.speakMin.value);
        addPost(world, { timeMs: at, account: member, kind: "post", voice, argument: item, appeal: 2 });
      }
      if (chance(random, parameters.replies.value)) {
        const argument = people.community[member]!;
        const at = later(parameters.speakMin.value);
        addPost(world, { timeMs: at, account: member, kind: "reply", target: post, voice: ORGANIC_VOICE, argument });
      }
    }
  }
}

/** The moment itself within Monday to Friday, nine to six of that zone; otherwise some minutes into the next working day. */
function atWork(random: Random, timeMs: number, zone: number): number {
  const localMs = timeMs + zone * HOUR_MS;
  const midnight = Math.floor(localMs / DAY_MS) * DAY_MS;
  // The first of January 1970 was a Thursday: 0 is Monday.
  const weekday = (day: number) => (Math.floor(day / DAY_MS) + 3) % 7;
  const opens = 9 * HOUR_MS;
  const isOpen = weekday(midnight) < 5 && localMs >= midnight + opens && localMs < midnight + 18 * HOUR_MS;
  if (isOpen) return timeMs;
  let next = localMs < midnight + opens ? midnight : midnight + DAY_MS;
  while (weekday(next) >= 5) next += DAY_MS;
  return next + opens + 60_000 * Math.min(500, logNormal(random, 45, 0.9)) - zone * HOUR_MS;
}

function makeVoices(world: World, f: number) {
  const { people, posts, communities, seed } = world;
  const employer = employerOf(world, f);
  const site = `https://www.${siteOf(employer)}`;
  const itemOf = (number: number) => {
    const n = posts.argument[number]!;
    const item = stream(seed ^ (0x1e35 + f), n);
    return { item, news: newsOf(employer, n, item, ENGLISH.places), url: `${site}/news/${100 + n}` };
  };
  const tagged = (url: string) => ({ urls: [url], hashtags: [employer.tag] });
  const announced = addVoice(world, (number): Content => {
    const { item, news, url } = itemOf(number);
    return said(announcedLine(employer, news, item), "en", tagged(url));
  });
  const suggested = addVoice(world, (number): Content => {
    const { item, news, url } = itemOf(number);
    return said(suggestedLine(employer, news, item), "en", tagged(url));
  });
  const own = addVoice(world, (number, random): Content => {
    const { news, url } = itemOf(number);
    const community = communities[people.community[posts.account[number]!]!]!;
    const text = ownLine(employer, news, community, random);
    if (!chance(random, 0.4)) return said(text, "en", { urls: chance(random, 0.6) ? [url] : [] });
    return said(`${text} @${employer.handle}`, "en", { urls: [url], mentions: [employer.handle] });
  });
  return { announced, suggested, own };
}
