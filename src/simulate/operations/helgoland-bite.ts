import { chance, logNormal, pick, type Random, stream } from "../../math/random.ts";
import { articleTimes, BLOGS, moveToWeb, siteOfBlog, writeArticles } from "../benign/blogs.ts";
import { castOf, enlist, enlistTypicalParts, isOn } from "../casting.ts";
import { pictureHash } from "../identity.ts";
import { HOUR_MS, nextWaking } from "../rhythm.ts";
import type { Story } from "../story.ts";
import { expand, tidy } from "../text/grammar.ts";
import { LANGUAGES, languageIndex } from "../text/languages.ts";
import { addPost, addVoice, type Content, ORGANIC_VOICE, type World } from "../world.ts";
import { crewSize } from "./dials.ts";
import { makeItem, tell } from "./helgoland-lines.ts";
import { checkHelgoland, type HelgolandParameters, helgolandParameters, LABEL } from "./helgoland-parameters.ts";
import { NO_ITEM, planActs } from "./helgoland-plan.ts";

/** Roles in the order in which a crew of any size is filled; the first channel is the source of everything. */
const ROLES = ["channel", "page", "site"] as const;
type Role = (typeof ROLES)[number];

/** A channel whose items go to X within minutes and, word for word, to a site within the day. Three accounts, no crowd. */
export const HELGOLAND_BITE: Story<HelgolandParameters> = {
  name: "helgoland-bite",
  label: LABEL,
  about: [
    "A Telegram channel writes on a German election; an X account repeats it within minutes, a site verbatim within the day (OpenAI 2025).",
    "Three accounts on three platforms: a path with a direction and a delay, and no crew to be found.",
  ],
  platforms: { telegram: 0.3, x: 0.7 },
  // Collected around a German election.
  languages: { de: 0.62, en: 0.23, fr: 0.05, es: 0.05, zh: 0.03, ur: 0.02 },
  company: [BLOGS] as readonly Story[],
  parameters: helgolandParameters,
  cast: (world, table) => {
    checkHelgoland(table);
    const { people, span } = world;
    const german = languageIndex("de");
    const rate = people.rate;
    const size = Math.max(ROLES.length, crewSize(world, table));
    const typical = table.typical.value === 1;
    const onTelegram = isOn(world, "telegram");
    const onX = isOn(world, "x");
    // A few items can only be seen in accounts that post a little more than most; the site makes up for it by its silence.
    const busy = (from: number, to: number) => (account: number) =>
      !typical || (rate[account]! * 14 >= from * span.days && rate[account]! * 14 < to * span.days);
    const suits: Readonly<Record<Role, (account: number) => boolean>> = {
      channel: (account) => onTelegram(account) && busy(7, 16)(account),
      page: (account) => onX(account) && busy(4, 10)(account),
      site: busy(2, 3.2),
    };
    const parts = ROLES.map((role, i) => ({
      count: Math.floor((size + ROLES.length - 1 - i) / ROLES.length),
      role,
      suits: (account: number) => people.language[account] === german && suits[role](account),
    }));
    if (typical) enlistTypicalParts(world, LABEL, parts);
    else for (const { count, role, suits } of parts) enlist(world, count, LABEL, role, suits);
    for (const site of castOf(world, LABEL, "site")) moveToWeb(world, site, "site", LABEL);
    if (typical) return;
    for (const channel of castOf(world, LABEL, "channel")) people.followers[channel] = table.subscribers.value;
    for (const page of castOf(world, LABEL, "page")) people.followers[page] = table.followers.value;
  },
  perform: (world, table, random) => {
    const [channel, ...mirrors] = castOf(world, LABEL, "channel");
    const pages = castOf(world, LABEL, "page");
    const sites = castOf(world, LABEL, "site");
    const voice = itemVoice(world, table);
    const articles: number[] = [];
    const life = new Map<number, number[]>(sites.map((site) => [site, []]));
    for (const act of planActs(world, channel!, [...mirrors, ...pages], sites, table, random)) {
      const { item, account, timeMs } = act;
      const isSite = sites.includes(account);
      if (item === NO_ITEM && isSite) life.get(account)!.push(timeMs);
      else if (item === NO_ITEM) liveAt(world, account, timeMs);
      else {
        const appeal = isSite ? 0 : pages.includes(account) ? 150 : 60;
        const argument = item + (act.isLinked ? LINKED : 0) + (act.isEnglish ? IN_ENGLISH : 0);
        const post = addPost(world, { timeMs, account, kind: "post", voice, argument, appeal });
        if (isSite && post >= 0) articles.push(post);
      }
    }
    for (const [site, planned] of life) {
      const times = table.typical.value === 1 ? planned : articleTimes(world, site, random);
      writeArticles(world, site, siteOfBlog(world, site), times);
    }
    shareArticles(world, articles, table, random);
  },
};

/** Added to an item's number by who links its article, and by who tells it in English. */
const LINKED = 0x100000;
const IN_ENGLISH = 0x200000;

/** A post of ordinary life, at a time that is planned with the others. */
function liveAt(world: World, account: number, timeMs: number): void {
  const argument = world.people.community[account]!;
  addPost(world, { timeMs, account, kind: "post", voice: ORGANIC_VOICE, argument, appeal: 8 });
}

/** The longest post on X, in characters; what is longer ends with its last whole sentence. */
const X_LONGEST = 280;

function itemVoice(world: World, table: HelgolandParameters): number {
  const { posts, people, seed } = world;
  const addressOf = addresses(world);
  return addVoice(world, (number, random): Content => {
    const argument = posts.argument[number]!;
    const item = argument % LINKED;
    const facts = stream(seed ^ 0x8e16, item);
    const account = posts.account[number]!;
    const role = people.roles[people.role[account]!];
    const isSource = role === "channel";
    const told = makeItem(facts, argument >= IN_ENGLISH);
    const anew = !isSource && chance(random, table.paraphrase.value);
    const full = tell(told, anew ? random : facts);
    const onX = role === "page";
    const text = onX && full.length > X_LONGEST ? full.slice(0, full.lastIndexOf(". ", X_LONGEST) + 1) : full;
    const hasPicture = stream(seed ^ 0x91c7, item)() < table.pictures.value;
    const picture = table.samePicture.value === 1 ? pictureHash(seed ^ 0x91c7, item) : pictureHash(seed, number);
    return {
      text,
      language: told.language,
      urls: isSource || (onX && argument % IN_ENGLISH < LINKED) ? [] : [addressOf(item)],
      hashtags: [],
      mentions: [],
      media: hasPicture ? [picture] : [],
    };
  });
}

/** Addresses of items on the first site: what X links, and what the site itself gives. */
function addresses(world: World): (item: number) => string {
  const domain = siteOfBlog(world, castOf(world, LABEL, "site")[0]!);
  return (item) => `https://${domain}/${10_000 + Math.floor(stream(world.seed ^ 0xa271, item)() * 90_000)}`;
}

/** Ordinary readers pass an article on, late and in their own words. */
function shareArticles(world: World, articles: readonly number[], table: HelgolandParameters, random: Random): void {
  const { people, posts, communities } = world;
  const addressOf = addresses(world);
  const german = languageIndex("de");
  const readers: number[] = [];
  for (let i = 0; i < people.count; i++)
    if (people.label[i] === 0 && people.language[i] === german && people.rate[i]! > 0) readers.push(i);
  if (articles.length === 0 || readers.length === 0) return;
  const voice = addVoice(world, (number, own): Content => {
    const article = articles[posts.argument[number]!]!;
    const { lexicons } = communities[people.community[posts.account[number]!]!]!;
    return {
      text: tidy(expand(pick(own, LANGUAGES[german]!.comments), lexicons, own)),
      language: "de",
      urls: [addressOf(posts.argument[article]! % LINKED)],
      hashtags: [],
      mentions: [],
      media: [],
    };
  });
  const wanted = Math.round(table.sharers.value * people.count);
  for (let i = 0; i < wanted; i++) {
    const article = Math.floor(random() * articles.length);
    const account = readers[Math.floor(random() * readers.length)]!;
    const late = posts.timeMs[articles[article]!]! + HOUR_MS * logNormal(random, 5, 1);
    const timeMs = nextWaking(random, late, people.zone[account]!, people.shift[account]!);
    addPost(world, { timeMs, account, kind: "post", voice, argument: article, appeal: 3 });
  }
}
