import {
  between,
  chance,
  cumulative,
  drawIndex,
  logNormal,
  pick,
  type Random,
  sample,
  seeded,
  stream,
} from "../../math/random.ts";
import { castOf, divideActivity, enlist, enlistTypical, isOn } from "../casting.ts";
import { pictureHash } from "../identity.ts";
import { matchedHours } from "../matched.ts";
import { DAY_MS, HOUR_MS, nextWaking } from "../rhythm.ts";
import type { Story } from "../story.ts";
import { LANGUAGES } from "../text/languages.ts";
import { addPost, addVoice, type Content, type World } from "../world.ts";
import { crewSize } from "./dials.ts";
import { rewordedLine, strangerLine, type Theme, templateLine, themeOf } from "./trend-lines.ts";
import { checkTrend, LABEL, type TrendParameters, trendParameters } from "./trend-parameters.ts";

/** Real people are paid to make a hashtag trend: they start at a minute set elsewhere and fill the gaps of lines handed out. */
export const TREND_FOR_HIRE: Story<TrendParameters> = {
  name: "trend-for-hire",
  label: LABEL,
  about: [
    "Some hundred real people, paid by the campaign, push a hashtag from a set minute on with lines handed out (Kenya, Mozilla 2021).",
    "Organised beyond doubt, and the persons are authentic: old accounts, an ordinary life before, between and after.",
  ],
  platforms: { x: 1 },
  parameters: trendParameters,
  cast: (world, table) => {
    checkTrend(table);
    const { people } = world;
    const onX = isOn(world, "x");
    const wanted = crewSize(world, table);
    const most = Math.round(table.largestShare.value * people.count);
    const count = table.prevalence.value > 0 ? wanted : Math.min(wanted, most);
    const leads = Math.min(table.leads.value, count - 1);
    if (table.typical.value === 1) {
      enlistTypical(world, leads, LABEL, "lead", onX);
      enlistTypical(world, count - leads, LABEL, "participant", onX);
      return;
    }
    const speaks = (account: number) => onX(account) && people.language[account] === 0 && people.rate[account]! > 3;
    enlist(world, leads, LABEL, "lead", speaks);
    enlist(world, count - leads, LABEL, "participant", speaks);
  },
  perform: (world, table, random) => {
    const count = Math.max(1, Math.round((table.campaigns.value * world.span.days) / 14));
    const leads = castOf(world, LABEL, "lead");
    const tasks = dealTasks(world, [...leads, ...castOf(world, LABEL, "participant")], count, table, random);
    const sizes = tasks.map((task) => [...task.values()].reduce((a, b) => a + b, 0));
    const starts = campaignStarts(world, sizes, table, random);
    const themes = seeded(world.seed, LABEL, "themes");
    tasks.forEach((task, campaign) => {
      const theme = themeOf(themes, campaign);
      hold(world, campaign, starts[campaign]!, task, leads, theme, table, random);
      joinIn(world, starts[campaign]!, theme.hashtags[0]!, table, random);
    });
  },
};

/** Acts of each member in each campaign. */
type Task = Map<number, number>;

/**
 * Who takes on which campaign with how many acts. On easy it comes on top of an unchanged life; otherwise people are as busy as they
 * would have been, and what is more than the campaigns take stays with their own life.
 */
function dealTasks(
  world: World,
  members: readonly number[],
  campaigns: number,
  table: TrendParameters,
  random: Random,
): Task[] {
  const { rate } = world.people;
  const tasks = Array.from({ length: campaigns }, (): Task => new Map());
  const decoy = table.decoy.value;
  const budgets =
    table.typical.value === 1
      ? divideActivity(world, members, decoy)
      : members.map((account) => Math.round((rate[account]! * (1 - decoy)) / Math.max(decoy, 0.05)));
  members.forEach((account, i) => {
    const willing = [...tasks.keys()].filter(() => chance(random, table.joins.value));
    const most = Math.min(budgets[i]!, table.shared.value);
    const taken = sample(random, willing.length > 0 ? willing : [between(random, 0, campaigns - 1)], Math.max(1, most));
    let left = budgets[i]!;
    taken.forEach((campaign, k) => {
      const acts = Math.min(table.postsEachMax.value, Math.max(1, Math.round(left / (taken.length - k))));
      tasks[campaign]!.set(account, acts);
      left -= acts;
    });
    if (table.typical.value === 1 && left > 0) rate[account]! += left;
  });
  return tasks;
}

function campaignStarts(world: World, sizes: readonly number[], table: TrendParameters, random: Random): number[] {
  const { span } = world;
  const hours =
    table.matchedHours.value === 1
      ? matchedHours(world, sizes, seeded(world.seed, LABEL, "hours")).map(
          (hour) => (hour - 60_000 * table.jitter.value * table.delayMin.value + DAY_MS) % DAY_MS,
        )
      : sizes.map(() => between(random, 14, 36) * (HOUR_MS / 2));
  const room = span.days - 1;
  return hours.map((hour, i) => {
    const day = Math.floor(((i + 0.15 + 0.7 * random()) * room) / sizes.length);
    const exact = span.startMs + day * DAY_MS + hour;
    return table.sharpStart.value === 1 ? exact : Math.floor(exact / 60_000) * 60_000;
  });
}

function hold(
  world: World,
  campaign: number,
  startMs: number,
  task: Task,
  leads: readonly number[],
  theme: Theme,
  table: TrendParameters,
  random: Random,
): void {
  const { people } = world;
  const voice = campaignVoice(world, campaign, theme, table);
  const opened: number[] = [];
  const reposted = new Set<number>();
  for (const [account, acts] of task) {
    const isLead = leads.includes(account);
    let at = startMs;
    for (let i = 0; i < acts; i++) {
      at +=
        i === 0
          ? 60_000 *
            logNormal(random, table.jitter.value * table.delayMin.value * (isLead ? 0.3 : 1), table.delaySigma.value)
          : 60_000 * logNormal(random, Math.sqrt(table.jitter.value) * table.gapMin.value, 0.8);
      const zone = people.zone[account]!;
      const timeMs = table.localHours.value === 1 ? nextWaking(random, at, zone, people.shift[account]!) : at;
      const target = !isLead && opened.length > 0 && chance(random, table.reposts.value) ? pick(random, opened) : -1;
      const key = target * people.count + account;
      if (target >= 0 && !reposted.has(key)) {
        reposted.add(key);
        addPost(world, { timeMs, account, kind: "repost", target, voice });
        continue;
      }
      const line = chance(random, table.paraphrase.value) ? REWORDED : between(random, 0, table.templates.value - 1);
      const post = addPost(world, { timeMs, account, kind: "post", voice, argument: line, appeal: isLead ? 25 : 4 });
      if (isLead && post >= 0) opened.push(post);
    }
  }
}

const REWORDED = 0xffffffff;

function campaignVoice(world: World, campaign: number, theme: Theme, table: TrendParameters): number {
  const { seed, posts } = world;
  return addVoice(world, (number, random): Content => {
    const line = posts.argument[number]!;
    const text =
      line === REWORDED
        ? rewordedLine(theme, random)
        : templateLine(theme, stream(seed ^ 0x7e4d, campaign * 1000 + line), random);
    const hashtags = chance(random, table.secondTag.value) ? theme.hashtags : theme.hashtags.slice(0, 1);
    const tags = hashtags.map((tag) => `#${tag}`).join(" ");
    const isFirst = line === REWORDED && chance(random, 0.25);
    const poster = chance(random, table.poster.value)
      ? pictureHash(seed ^ 0x9057, campaign * 3 + between(random, 0, 2))
      : pictureHash(seed, number);
    const media = chance(random, table.pictures.value) ? [poster] : [];
    return {
      text: isFirst ? `${tags} ${text}` : `${text} ${tags}`,
      language: "en",
      urls: [],
      hashtags,
      mentions: [],
      media,
    };
  });
}

/** Once it trends, strangers wonder about it, each in their own words. */
function joinIn(world: World, startMs: number, hashtag: string, table: TrendParameters, random: Random): void {
  const { people, communities, posts } = world;
  const voice = addVoice(world, (number, own): Content => {
    const account = posts.account[number]!;
    const { lexicons } = communities[people.community[account]!]!;
    const language = LANGUAGES[people.language[account]!]!;
    const text = strangerLine(hashtag, language.code === "en", lexicons, own);
    return { text, language: language.code, urls: [], hashtags: [hashtag], mentions: [], media: [] };
  });
  const active = cumulative(people.rate.map((rate, i) => (people.label[i] === 0 ? rate : 0)));
  const wanted = Math.round(table.strangers.value * people.count);
  for (let i = 0; i < wanted; i++) {
    const account = drawIndex(random, active);
    const after = startMs + HOUR_MS * logNormal(random, 2.5 * Math.sqrt(table.jitter.value), 0.9);
    const timeMs = nextWaking(random, after, people.zone[account]!, people.shift[account]!);
    addPost(world, { timeMs, account, kind: "post", voice, appeal: 3 });
  }
}
