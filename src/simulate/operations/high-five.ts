import { between, chance, logNormal, type Random, sample, seeded, shuffle } from "../../math/random.ts";
import { castOf, divideActivity, enlist, enlistTypical, isOn } from "../casting.ts";
import { matchedHours } from "../matched.ts";
import { PLATFORM_NUMBER } from "../platforms.ts";
import { DAY_MS, humanTime, nextWaking } from "../rhythm.ts";
import type { Story } from "../story.ts";
import { strangersWhoAct } from "../strangers.ts";
import { addPost, type World } from "../world.ts";
import { commentOrdinarily, wellKnown } from "./comments.ts";
import { crewSize } from "./dials.ts";
import { checkHighFive, type HighFiveParameters, highFiveParameters, LABEL } from "./high-five-parameters.ts";
import { type HighFiveVoices, highFiveVoices, REWORDED } from "./high-five-voices.ts";
import { touchAtMost } from "./objects.ts";

/**
 * Operation "High Five": channels publish the same videos under different captions, and a crew of thin accounts fills the comments
 * there, where it is the public, and under what others read, where it drowns. Imitates the published behaviour; place and people are
 * invented.
 */
export const HIGH_FIVE: Story<HighFiveParameters> = {
  name: "high-five",
  label: LABEL,
  about: [
    "Five channels post the same videos under different captions; thin accounts fill their comments with ten words and an emoji (OpenAI 2025).",
    "60 to 90 % of the comments on the channels are the crew's, and 1.3 % of those on one post that everybody comments on.",
  ],
  platforms: { tiktok: 0.7, facebook: 0.3 },
  parameters: highFiveParameters,
  cast: (world, table) => {
    checkHighFive(table);
    const { people } = world;
    const onTiktok = isOn(world, "tiktok");
    const onFacebook = isOn(world, "facebook");
    const english = (account: number) => people.language[account] === 0;
    const bare = table.emptyAccounts.value === 1;
    const recruit = bare ? enlist : enlistTypical;
    // A channel's uploads fit into what the account would have posted anyway.
    const uploads = videoCount(world, table) / (1 - table.decoy.value);
    const busy = (account: number) => people.rate[account]! >= uploads && people.rate[account]! <= 2.5 * uploads;
    recruit(world, table.channels.value, LABEL, "channel", (a) => onTiktok(a) && english(a) && busy(a));
    const size = crewSize(world, table);
    const elsewhere = Math.round(size * table.facebook.value);
    const crew = [
      ...recruit(world, size - elsewhere, LABEL, "commenter", (a) => onTiktok(a) && english(a)),
      ...recruit(world, elsewhere, LABEL, "commenter", (a) => onFacebook(a) && english(a)),
    ];
    if (bare) for (const account of crew) bareAccount(world, account, table);
  },
  perform: (world, table, random) => {
    const { people } = world;
    const voices = highFiveVoices(world, table);
    const channels = castOf(world, LABEL, "channel");
    const crew = castOf(world, LABEL, "commenter");
    for (const account of channels)
      people.rate[account] = Math.max(0, people.rate[account]! - videoCount(world, table));
    const acts = commentCounts(world, crew, table, random);
    const threads = makeThreads(world, channels, table);
    dealComments(world, threads, crew, acts, table, random);
    setTimes(world, threads, table, random);
    const first = new Map<number, number>();
    for (const thread of threads) {
      const post = openThread(world, thread, voices, table, random);
      if (thread.kind === "channel" && !first.has(thread.argument)) first.set(thread.argument, post);
    }
    for (const [video, post] of first) passOn(world, video, post, voices, table, random);
  },
};

/** A post that the crew comments on, with who of it does, once for each comment. */
interface Thread {
  readonly kind: "channel" | "target" | "outlet";
  readonly account: number;
  /** Number of the video or of the text. */
  readonly argument: number;
  readonly crew: number[];
  timeMs: number;
}

const videoCount = (world: World, { videos }: HighFiveParameters): number =>
  Math.max(2, Math.round((videos.value * world.span.days) / 14));

/** As reported: nobody follows it, it follows nobody, it has published nothing, and it is as old as all the others. */
function bareAccount({ people, span, seed }: World, account: number, table: HighFiveParameters): void {
  const random = seeded(seed, LABEL, "bare", account);
  const isFriend = people.platform[account] === PLATFORM_NUMBER.facebook;
  people.followers[account] = between(random, 0, isFriend ? table.friendsMax.value : table.followersMax.value);
  // Friends are mutual; on a video platform the account follows nobody.
  people.following[account] = isFriend ? people.followers[account]! : 0;
  people.lifetimePosts[account] = 0;
  people.verified[account] = 0;
  const december = Date.UTC(new Date(span.startMs).getUTCFullYear() - 1, 11, 1);
  people.createdMs[account] = Math.min(december + Math.floor(random() * 31 * 86_400) * 1000, span.startMs - DAY_MS);
  people.bio[account] = "";
  if (chance(random, 0.9)) people.location[account] = "";
}

/** Bare accounts only comment; the others comment as often as leaves them as busy as they were. */
function commentCounts(world: World, crew: readonly number[], table: HighFiveParameters, random: Random): number[] {
  const most = Math.max(1, Math.round((table.commentsMax.value * world.span.days) / 14));
  if (table.emptyAccounts.value === 0) return divideActivity(world, crew, table.decoy.value, most);
  const least = Math.max(1, Math.round((table.commentsMin.value * world.span.days) / 14));
  return crew.map((account) => {
    const acts = between(random, least, Math.max(least, most));
    world.people.rate[account] = (acts * table.decoy.value) / (1 - table.decoy.value);
    return acts;
  });
}

function makeThreads(world: World, channels: readonly number[], table: HighFiveParameters): Thread[] {
  const english = (account: number) => world.people.language[account] === 0;
  const on = (platform: "tiktok" | "facebook") => (account: number) =>
    isOn(world, platform)(account) && english(account);
  const thread = (kind: Thread["kind"], account: number, argument: number): Thread => {
    return { kind, account, argument, crew: [], timeMs: 0 };
  };
  const threads: Thread[] = [];
  for (let video = 0; video < videoCount(world, table); video++)
    for (const account of channels) threads.push(thread("channel", account, video));
  threads.push(thread("target", wellKnown(world, on("tiktok")), 0));
  const outlets = Math.max(1, Math.round((table.outletPosts.value * world.span.days) / 14));
  for (let i = 0; i < outlets; i++) threads.push(thread("outlet", wellKnown(world, on("facebook"), i % 3), i));
  return threads;
}

/** Some of the crew go to the target, as many as its share asks for; all else is dealt over the channels or, on Facebook, the pages. */
function dealComments(
  world: World,
  threads: readonly Thread[],
  crew: readonly number[],
  acts: readonly number[],
  table: HighFiveParameters,
  random: Random,
): void {
  const { people } = world;
  const may = touchAtMost(table.shared.value);
  const left = new Map(crew.map((account, i) => [account, acts[i]!]));
  const target = threads.find(({ kind }) => kind === "target")!;
  const here = crew.filter((account) => people.platform[account] === people.platform[target.account]);
  const wanted = Math.round((targetPublic(world, table) * table.targetShare.value) / (1 - table.targetShare.value));
  for (const account of sample(random, here, wanted)) {
    if (!may(account, `thread ${threads.indexOf(target)}`)) continue;
    target.crew.push(account);
    left.set(account, left.get(account)! - 1);
  }
  for (const [account, count] of left) {
    const theirs = shuffle(random, [...threads.keys()]).filter((i) => {
      const { kind, account: author } = threads[i]!;
      return kind !== "target" && people.platform[author] === people.platform[account];
    });
    const open = theirs.filter((i) => may(account, `thread ${i}`));
    for (let k = 0; k < count && open.length > 0; k++) threads[open[k % open.length]!]!.crew.push(account);
  }
}

const targetPublic = ({ people }: World, { targetPublic: share }: HighFiveParameters): number =>
  Math.round(share.value * people.platform.filter((platform) => platform === PLATFORM_NUMBER.tiktok).length);

/**
 * The same video comes on all channels within hours, or, for accounts that hide, on one day at hours dealt so that the comments come
 * when everybody posts. A day and a half is left for the comments.
 */
function setTimes(world: World, threads: readonly Thread[], table: HighFiveParameters, random: Random): void {
  const { span, people, seed } = world;
  const room = (span.days - 1.5) * DAY_MS;
  const sizes = threads.map(({ crew }) => Math.max(1, crew.length));
  const matched = table.emptyAccounts.value === 0 ? matchedHours(world, sizes, seeded(seed, LABEL, "hours")) : null;
  const videos = videoCount(world, table);
  const outlets = threads.filter(({ kind }) => kind === "outlet").length;
  const starts = new Map<string, number>();
  threads.forEach((thread, i) => {
    const [position, among] =
      thread.kind === "channel"
        ? [thread.argument, videos]
        : thread.kind === "outlet"
          ? [thread.argument, outlets]
          : [1, 3];
    const key = `${thread.kind} ${thread.argument}`;
    const natural = humanTime(random, span, people.zone[thread.account]!, people.shift[thread.account]!) % DAY_MS;
    const day = Math.floor(((position + 0.5) * room) / among / DAY_MS);
    const start = starts.get(key) ?? span.startMs + day * DAY_MS + natural;
    starts.set(key, start);
    const gap = thread.kind === "channel" ? 60_000 * logNormal(random, table.channelGapMin.value, 0.8) : 0;
    const ahead = 60_000 * table.jitter.value * table.delayMin.value;
    const at =
      matched === null
        ? start + gap * table.jitter.value
        : span.startMs + day * DAY_MS + ((matched[i]! - ahead + DAY_MS) % DAY_MS);
    thread.timeMs = Math.min(span.startMs + room, at);
  });
}

function openThread(
  world: World,
  { kind, account, argument, crew, timeMs }: Thread,
  voices: HighFiveVoices,
  table: HighFiveParameters,
  random: Random,
): number {
  const post = addPost(world, { timeMs, account, kind: "post", voice: voices[kind], argument });
  if (post < 0) throw new Error(`simulate: ${kind} post ${argument} of ${LABEL} fell outside the world`);
  for (const commenter of crew) comment(world, post, commenter, voices, table, random);
  const strangers =
    kind === "target"
      ? targetPublic(world, table)
      : kind === "outlet"
        ? Math.round(crew.length / table.outletShare.value) - crew.length
        : strangersBeside(crew.length, table, random);
  const made = commentOrdinarily(
    world,
    post,
    strangers,
    {
      voice: voices.stranger,
      argument: 0,
      medianMin: kind === "channel" ? 60 : 150,
      sigma: 1.3,
      suits: (other) => world.people.language[other] === 0,
    },
    random,
  );
  if (kind === "target") world.audience.set(post, { views: 90 * made + between(random, 0, 999), likes: 8 * made });
  return post;
}

/** How many strangers leave the crew a share within its bounds; nobody when it has one comment and would fall below. */
function strangersBeside(comments: number, { crewShareMin, crewShareMax }: HighFiveParameters, random: Random): number {
  const least = Math.ceil((comments * (1 - crewShareMax.value)) / crewShareMax.value);
  const most = Math.floor((comments * (1 - crewShareMin.value)) / crewShareMin.value);
  return most < least ? 0 : between(random, least, most);
}

function comment(
  world: World,
  target: number,
  account: number,
  voices: HighFiveVoices,
  table: HighFiveParameters,
  random: Random,
): void {
  const { people, posts, span } = world;
  const jitter = table.jitter.value;
  let minutes = Number.POSITIVE_INFINITY;
  for (let tries = 0; minutes > jitter * table.delayCeilingMin.value; tries++)
    minutes =
      tries < 50
        ? logNormal(random, jitter * table.delayMin.value, table.delaySigma.value)
        : random() * jitter * table.delayCeilingMin.value;
  let timeMs = posts.timeMs[target]! + minutes * 60_000;
  if (table.localHours.value === 1) timeMs = nextWaking(random, timeMs, people.zone[account]!, people.shift[account]!);
  const argument = chance(random, table.paraphrase.value) ? REWORDED : between(random, 0, table.lines.value - 1);
  addPost(world, {
    timeMs: Math.min(timeMs, span.endMs - 1000),
    account,
    kind: "reply",
    target,
    voice: voices.comment,
    argument,
  });
}

/** Ordinary accounts take a video over too, as an upload of their own or as a repost, so that no picture is the channels' alone. */
function passOn(
  world: World,
  video: number,
  post: number,
  voices: HighFiveVoices,
  table: HighFiveParameters,
  random: Random,
): void {
  const { posts, people } = world;
  const suits = (account: number) => isOn(world, "tiktok")(account) && people.language[account] === 0;
  strangersWhoAct(world, 2 * table.reuploads.value, random, suits).forEach((account, i) => {
    const timeMs = posts.timeMs[post]! + 60_000 * logNormal(random, 300, 1);
    if (i % 2 === 0) addPost(world, { timeMs, account, kind: "post", voice: voices.reupload, argument: video });
    else addPost(world, { timeMs, account, kind: "repost", target: post, voice: voices.channel, argument: video });
  });
}
