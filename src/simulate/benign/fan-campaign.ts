import { between, chance, logNormal, pick, type Random, stream } from "../../math/random.ts";
import { castOf, enlist, isOn, mainPlatform } from "../casting.ts";
import { inventName } from "../communities.ts";
import { assumed, type ParameterTable } from "../parameters.ts";
import { DAY_MS, HOUR_MS, humanTime } from "../rhythm.ts";
import type { Story } from "../story.ts";
import { expand, type Lexicon, tidy, words } from "../text/grammar.ts";
import { LANGUAGES } from "../text/languages.ts";
import { addPost, addVoice, type Content, type World } from "../world.ts";
import { isUp, passersBy, spend } from "./crowd.ts";

const LABEL = "benign:fan-campaign";
const PARAMETERS = {
  share: assumed(0.02, "of all accounts are fans, at least 15 and at most 400"),
  declared: assumed(0.7, "fans who name the artist in their bio: openness tells them from a covert crew"),
  newcomers: assumed(0.15, "fans whose account is younger than two months: a campaign draws new people"),
  casuals: assumed(0.006, "of all accounts post once at a party and stay labelled as they are: the long tail"),
  parties: assumed(3, "streaming parties in 14 days, announced hours before by the organiser"),
  joins: assumed(0.7, "fans at each party"),
  postsEach: assumed(2, "most posts of a fan at one party"),
  copied: assumed(0.5, "of these posts are the organiser's template, word for word"),
  templates: assumed(4, "templates the organiser gives out for each party"),
  delayMin: assumed(9, "median minutes after the hour of the party, log-normal"),
  sigma: assumed(1, "standard deviation of the logarithm of that delay"),
  artistPosts: assumed(10, "the artist's own posts in 14 days"),
  reposts: assumed(0.3, "chance that a fan reposts one of them, within hours"),
  replies: assumed(0.1, "chance that a fan answers one of them"),
} satisfies ParameterTable;

const PARTY = words(
  "{It's time|Let's go|Everyone|Fam|OK people}, {stream|play|keep streaming} <song> {now|tonight|until it charts|on every device} {🔥|❤️|🎶|}|# {plays|streams} {to go|left} for <song>, {we can do it|do not stop now|phones out} {🙌|🔥|}|<song> by <artist> is {trending|climbing|number #} {because of you|already|right now} {😭|❤️|}|{On my|Already at my} #th {listen|stream} of <song>, {zero regrets|still crying|the bridge!} {😭|🎶|}|{Who else has|I have} <song> on {repeat|every speaker|the family tablet} {tonight|while <doing>}? {🎶|❤️|}",
);
const ANSWER = words(
  "{queen|legend|icon} behaviour {❤️|🔥|😭}|{crying|screaming|not okay} over this {😭|❤️|}|we are so proud of you, {see you in <town>|the new one is a masterpiece|# listens so far}|{<song> saved my week|<song> on the way to <doing>|<song> forever} {❤️|🎶|}|come to <town> please {🙏|❤️|}",
);
const ARTIST = words(
  "{rehearsing|back in the studio|on the tour bus} {today|tonight|since nine}, <song> {sounds huge|got a new bridge|live soon}|{thank you|love you} <town>, {what a night|you were loud|see you next year} {❤️|🎶|}|{new|tiny|secret} {verse|demo|video} {tomorrow|on Friday|very soon}, # {seconds|takes} of it made me cry|{pancakes|tea|no sleep} and <song>, {that is the update|that is all|good morning}",
);

/** Fans who stream, copy and repost together and say so openly. */
export const FAN_CAMPAIGN: Story<typeof PARAMETERS> = {
  name: "fan-campaign",
  label: LABEL,
  about: [
    "Fans of an artist hold announced streaming parties: copied templates, one order of hashtags, one link, one hour.",
    "Looks like a crew in every trace; open, self-declared, and about music.",
  ],
  parameters: () => PARAMETERS,
  cast: (world, parameters) => {
    const here = isOn(world, mainPlatform(world));
    const speaks = (account: number) =>
      here(account) && LANGUAGES[world.people.language[account]!]!.code === "en" && world.people.rate[account]! < 40;
    const fans = Math.min(400, Math.max(15, Math.round(parameters.share.value * world.people.count)));
    const name = artistOf(world).artist;
    const [artist] = enlist(world, 1, LABEL, "artist", speaks);
    world.people.name[artist!] = name;
    world.people.followers[artist!] = 40_000 + 3 * world.people.followers[artist!]!;
    const random = stream(world.seed, 71);
    for (const fan of [...enlist(world, 1, LABEL, "organiser", speaks), ...enlist(world, fans, LABEL, "fan", speaks)]) {
      if (chance(random, parameters.declared.value))
        world.people.bio[fan] =
          `${pick(random, ["Fan of", "All about", "Stream", "Here for"])} ${name} ${pick(random, ["❤️", "🎶", "forever", "always"])}`;
      if (!chance(random, parameters.newcomers.value)) continue;
      const { people, span } = world;
      people.createdMs[fan] = span.startMs - 1000 * Math.floor((1 + 59 * random()) * (DAY_MS / 1000));
      people.followers[fan] = between(random, 2, 40);
      people.following[fan] = between(random, 15, 180);
      people.lifetimePosts[fan] = between(random, 5, 120);
    }
  },
  perform: (world, parameters, random) => {
    const cast = {
      artist: castOf(world, LABEL, "artist")[0]!,
      organiser: castOf(world, LABEL, "organiser")[0]!,
      fans: castOf(world, LABEL, "fan"),
    };
    const parties = Math.max(1, Math.round((parameters.parties.value * world.span.days) / 14));
    for (let i = 0; i < parties; i++) holdParty(world, cast, i, parties, parameters, random);
    followArtist(world, cast, parameters, random);
  },
};

interface Cast {
  readonly artist: number;
  readonly organiser: number;
  readonly fans: readonly number[];
}

/** The artist and the song, invented from the seed alone. */
function artistOf(world: World): { artist: string; song: string; tag: string } {
  const random = stream(world.seed, 70);
  const artist = `${inventName(random)} ${inventName(random)}`;
  const song = `${pick(random, ["Silver", "Last", "Paper", "Midnight", "Second", "Velvet"])} ${pick(random, ["Season", "Harbour", "Letters", "Parade", "Signal", "Garden"])}`;
  return { artist, song, tag: artist.replace(" ", "") };
}

function holdParty(
  world: World,
  cast: Cast,
  index: number,
  parties: number,
  parameters: typeof PARAMETERS,
  random: Random,
): void {
  const { span, seed } = world;
  const { artist, song, tag } = artistOf(world);
  const day = Math.floor(((index + 0.5) * span.days) / parties);
  const startMs = span.startMs + day * DAY_MS + between(random, 16, 21) * HOUR_MS;
  const url = `https://videotube.example/watch?v=${Math.floor(stream(seed, 80 + index)() * 2.8e12).toString(36)}`;
  const hashtags = [song.replace(" ", ""), tag, `${tag}Party${index + 1}`];
  const lexicons: Lexicon[] = [
    { song: [song], artist: [artist] },
    world.communities[world.people.community[cast.organiser]!]!.lexicons[1]!,
  ];
  const tail = hashtags.map((name) => ` #${name}`).join("");
  const template = (number: number) => {
    const own = stream(seed ^ 0x7a11, index * 100 + number);
    return tidy(expand(pick(own, PARTY), lexicons, own));
  };
  const voice = addVoice(world, (number, own): Content => {
    const kind = world.posts.argument[number]!;
    const written = kind > 0 ? template(kind) : tidy(expand(pick(own, PARTY), lexicons, own));
    const text = kind === 255 ? `Streaming party at ${between(own, 5, 9)} pm! Copy and paste: ${template(1)}` : written;
    return { text: text + tail, language: "en", urls: [url], hashtags, mentions: [], media: [] };
  });
  addPost(world, {
    timeMs: startMs - (5 + 15 * random()) * HOUR_MS,
    account: cast.organiser,
    kind: "post",
    voice,
    argument: 255,
    appeal: 20,
  });
  for (const fan of [cast.organiser, ...cast.fans]) {
    if (!chance(random, parameters.joins.value)) continue;
    let at = startMs;
    const count = between(random, 1, parameters.postsEach.value);
    for (let i = 0; i < count; i++) {
      at += 60_000 * logNormal(random, parameters.delayMin.value, parameters.sigma.value);
      const argument = chance(random, parameters.copied.value) ? between(random, 1, parameters.templates.value) : 0;
      addPost(world, { timeMs: at, account: fan, kind: "post", voice, argument, appeal: 2 });
    }
  }
  const casuals = Math.round(parameters.casuals.value * world.people.count);
  for (const account of drawCasuals(world, cast, casuals, random, startMs)) {
    const timeMs = startMs + 60_000 * logNormal(random, 2 * parameters.delayMin.value, parameters.sigma.value);
    addPost(world, { timeMs, account, kind: "post", voice, argument: 0, appeal: 2 });
    spend(world, account);
  }
}

/** Others of the platform who hear the song that evening: own words, one post. */
function drawCasuals(world: World, cast: Cast, count: number, random: Random, startMs: number): number[] {
  const { people } = world;
  const isFan = new Set([cast.artist, cast.organiser, ...cast.fans]);
  const platform = people.platform[cast.organiser];
  return passersBy(
    world,
    random,
    count,
    (i) => people.platform[i] === platform && people.language[i] === 0 && !isFan.has(i) && isUp(world, i, startMs),
  );
}

function followArtist(world: World, { artist, fans }: Cast, parameters: typeof PARAMETERS, random: Random): void {
  const { people, span } = world;
  const { artist: name, song } = artistOf(world);
  const lexicons: Lexicon[] = [
    { song: [song], artist: [name] },
    ...world.communities[people.community[artist]!]!.lexicons,
  ];
  const speak = (patterns: readonly string[]) =>
    addVoice(world, (_number, own): Content => {
      return {
        text: tidy(expand(pick(own, patterns), lexicons, own)),
        language: "en",
        urls: [],
        hashtags: [],
        mentions: [],
        media: [],
      };
    });
  const says = speak(ARTIST);
  const answers = speak(ANSWER);
  const count = Math.round((parameters.artistPosts.value * span.days) / 14);
  for (let i = 0; i < count; i++) {
    const timeMs = humanTime(random, span, people.zone[artist]!, people.shift[artist]!);
    const post = addPost(world, { timeMs, account: artist, kind: "post", voice: says, appeal: 400 });
    for (const account of fans) {
      const at = timeMs + 60_000 * logNormal(random, 40, 1.4);
      if (chance(random, parameters.reposts.value))
        addPost(world, { timeMs: at, account, kind: "repost", target: post, voice: says });
      if (chance(random, parameters.replies.value))
        addPost(world, { timeMs: at + 40_000, account, kind: "reply", target: post, voice: answers, appeal: 0.5 });
    }
  }
}
