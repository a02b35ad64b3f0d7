import { between, chance, pick, type Random, stream } from "../../math/random.ts";
import { castOf, enlist, isOn, mainPlatform } from "../casting.ts";
import { inventName } from "../communities.ts";
import { assumed, type ParameterTable } from "../parameters.ts";
import { DAY_MS, HOUR_MS } from "../rhythm.ts";
import type { Story } from "../story.ts";
import { ENGLISH } from "../text/english.ts";
import { addPost, addVoice, type Content, type World } from "../world.ts";
import { groupSize, said } from "./crowd.ts";
import { STEPS, type Step, traineeBio, trainingLine } from "./training-lines.ts";

const LABEL = "benign:training-day";
const PARAMETERS = {
  share: assumed(0.004, "of all accounts are opened at the training table"),
  least: assumed(8, "trainees at least"),
  most: assumed(30, "trainees at most: the room is full"),
  openMin: assumed(25, "minutes within which all open their accounts"),
  hours: assumed(3.5, "length of the afternoon"),
  exercises: assumed(3, "most posts of an exercise a trainee writes"),
  answers: assumed(3, "most replies of a trainee to the others"),
  reposts: assumed(0.5, "chance that a trainee tries out the repost button on a trainer's post"),
  declared: assumed(0.6, "trainees whose bio says what the account is for"),
  returns: assumed(0.1, "trainees who post once more on the next day; nobody later"),
} satisfies ParameterTable;

/** A room full of people who open accounts, use one hashtag for an afternoon, and are never seen again. */
export const TRAINING_DAY: Story<typeof PARAMETERS> = {
  name: "training-day",
  label: LABEL,
  about: [
    "An association's training afternoon: a room of people opens accounts within minutes and uses one hashtag until five.",
    "New, thin, in step, in one place; announced by the trainer, a few posts each, and over the next day.",
  ],
  parameters: () => PARAMETERS,
  cast: (world, parameters) => {
    const { people } = world;
    const here = isOn(world, mainPlatform(world));
    const speaks = (account: number) => here(account) && people.language[account] === 0;
    const { ngo, town, zone, startMs } = dayOf(world);
    const [trainer] = enlist(world, 1, LABEL, "trainer", speaks);
    people.bio[trainer!] = `Trainer at ${ngo}, ${town}. Digital skills for associations, free of charge`;
    people.location[trainer!] = town;
    people.rate[trainer!] = 3;
    const random = stream(world.seed, 461);
    for (const account of enlist(world, groupSize(world, parameters), LABEL, "trainee", speaks)) {
      const openMs = startMs - 5 * 60_000 + random() * parameters.openMin.value * 60_000;
      people.createdMs[account] = Math.floor(openMs / 1000) * 1000;
      people.followers[account] = between(random, 0, 9);
      people.following[account] = between(random, 2, 24);
      people.verified[account] = 0;
      people.rate[account] = 0;
      people.zone[account] = zone;
      people.location[account] = chance(random, 0.5) ? town : "";
      people.bio[account] = chance(random, parameters.declared.value) ? traineeBio(random, ngo) : "";
    }
  },
  perform: (world, parameters, random) => {
    const { startMs } = dayOf(world);
    const voice = roomVoice(world);
    const say = (account: number, timeMs: number, step: Step, target = -1) => {
      const post = { timeMs, account, voice, argument: STEPS.indexOf(step), appeal: 1 };
      return addPost(world, target < 0 ? { ...post, kind: "post" } : { ...post, kind: "reply", target });
    };
    const trainer = castOf(world, LABEL, "trainer")[0]!;
    const endMs = startMs + parameters.hours.value * HOUR_MS;
    const lead = [
      say(trainer, startMs, "welcome"),
      say(trainer, startMs + 1.2 * HOUR_MS, "task"),
      say(trainer, endMs - 600_000, "close"),
    ];
    const seen: { post: number; account: number }[] = [];
    for (const account of castOf(world, LABEL, "trainee")) {
      const helloMs = world.people.createdMs[account]! + between(random, 3, 20) * 60_000;
      seen.push({ post: say(account, helloMs, "hello"), account });
      for (let i = between(random, 1, parameters.exercises.value); i > 0; i--)
        seen.push({ post: say(account, startMs + (1.3 + 1.8 * random()) * HOUR_MS, "exercise"), account });
      if (chance(random, 0.5)) say(account, endMs - (5 - 15 * random()) * 60_000, "thanks");
      if (chance(random, parameters.returns.value)) say(account, endMs + (16 + 6 * random()) * HOUR_MS, "thanks");
      for (const target of lead) {
        if (target < 0 || !chance(random, parameters.reposts.value / lead.length)) continue;
        const timeMs = Math.max(helloMs, world.posts.timeMs[target]!) + between(random, 1, 15) * 60_000;
        addPost(world, { timeMs, account, kind: "repost", target, voice });
      }
    }
    answerEachOther(world, seen, parameters, random, say);
    countPosts(world);
  },
};

function answerEachOther(
  world: World,
  seen: readonly { post: number; account: number }[],
  parameters: typeof PARAMETERS,
  random: Random,
  say: (account: number, timeMs: number, step: Step, target: number) => number,
): void {
  for (const account of castOf(world, LABEL, "trainee")) {
    for (let i = between(random, 0, parameters.answers.value); i > 0; i--) {
      const other = pick(random, seen);
      if (other.account === account || other.post < 0) continue;
      const earliest = Math.max(world.posts.timeMs[other.post]!, world.people.createdMs[account]! + 180_000);
      say(account, earliest + between(random, 1, 12) * 60_000, "answer", other.post);
    }
  }
}

/** Accounts that did not exist before have written what they wrote here. */
function countPosts({ people, posts }: World): void {
  const role = people.roles.indexOf("trainee");
  for (let i = 0; i < people.count; i++) if (people.role[i] === role) people.lifetimePosts[i] = 0;
  for (let i = 0; i < posts.count; i++) {
    const account = posts.account[i]!;
    if (people.role[account] === role) people.lifetimePosts[account]!++;
  }
}

/** Who holds it, where and when: from the seed alone. Early in the second half of the span, on a weekday. */
function dayOf(world: World): { ngo: string; town: string; zone: number; startMs: number; hashtag: string } {
  const { span, seed } = world;
  const random = stream(seed, 460);
  const name = inventName(random);
  const town = pick(random, ENGLISH.places);
  const zone = pick(random, ENGLISH.zones);
  let dayMs = span.startMs + Math.floor(span.days * (0.4 + 0.3 * random())) * DAY_MS;
  while ([0, 6].includes(new Date(dayMs).getUTCDay()) && dayMs + 2 * DAY_MS < span.endMs) dayMs += DAY_MS;
  // Half past one in the afternoon there, on this day by UTC.
  const startMs = dayMs + ((13.5 - zone + 24) % 24) * HOUR_MS;
  const ngo = `${name} ${pick(random, ["Commons", "Media House", "Neighbours", "Learning"])}`;
  const hashtag = `${name}${pick(random, ["Training", "SkillsDay", "Workshop"])}`;
  return { ngo, town, zone, startMs, hashtag };
}

function roomVoice(world: World): number {
  const { people, posts } = world;
  const { ngo, town, hashtag } = dayOf(world);
  const room = { ngo, town, count: castOf(world, LABEL, "trainee").length };
  return addVoice(world, (number, random): Content => {
    const step = STEPS[posts.argument[number]!]!;
    const isTagged = step !== "answer" || chance(random, 0.3);
    const hashtags = isTagged ? [hashtag] : [];
    const [first] = people.name[posts.account[number]!]!.split(" ");
    const text = trainingLine(random, step, room, first!) + hashtags.map((tag) => ` #${tag}`).join("");
    return said(text, "en", { hashtags });
  });
}
