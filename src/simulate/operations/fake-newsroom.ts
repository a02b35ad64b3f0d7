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
  shuffle,
  stream,
} from "../../math/random.ts";
import { castOf, divideActivity, enlist, enlistTypical } from "../casting.ts";
import { leastTellingClock } from "../clock.ts";
import { inventName } from "../communities.ts";
import { pictureHash } from "../identity.ts";
import { DAY_MS, HOUR_MS, humanTime, nextWaking } from "../rhythm.ts";
import { contentOf } from "../rows.ts";
import type { Story } from "../story.ts";
import { expand, tidy } from "../text/grammar.ts";
import { LANGUAGES } from "../text/languages.ts";
import { addPost, addVoice, type Content, type World } from "../world.ts";
import { crewSize } from "./dials.ts";
import { commentOnPages } from "./newsroom-crew.ts";
import { bylineOf, TOPICS, writeArticle } from "./newsroom-lines.ts";
import { checkNewsroom, LABEL, type NewsroomParameters, newsroomParameters } from "./newsroom-parameters.ts";
import { openSites } from "./newsroom-sites.ts";

/** Sites that look like newspapers of many places and publish the same articles at the same minute, with a crew that praises them. */
export const FAKE_NEWSROOM: Story<NewsroomParameters> = {
  name: "fake-newsroom",
  label: LABEL,
  about: [
    "70 sites registered in ten weeks carry near-identical articles within three minutes, in six languages, by invented authors.",
    "Each has a page that links its articles, 250 commenters praise them, and the sites share indicators (Anthropic 2026).",
  ],
  platforms: { facebook: 0.5, x: 0.5 },
  // A collection around sites in many languages.
  languages: { en: 0.45, es: 0.15, de: 0.12, fr: 0.12, zh: 0.09, ur: 0.07 },
  parameters: newsroomParameters,
  cast: (world, table) => {
    checkNewsroom(table);
    const { count } = world.people;
    const pages = Math.max(2, Math.min(table.sites.value, Math.round(table.sitesShare.value * count)));
    const wanted = crewSize(world, table);
    const crew = table.prevalence.value > 0 ? wanted : Math.min(wanted, Math.round(table.largestShare.value * count));
    const cast = table.typical.value === 1 ? enlistTypical : enlist;
    cast(world, pages, LABEL, "page");
    cast(world, crew, LABEL, "commenter");
    openSites(world, castOf(world, LABEL, "page"), table);
    if (table.typical.value === 0) makeFresh(world, table);
  },
  perform: (world, table, random) => {
    const pages = castOf(world, LABEL, "page");
    const sites = world.sites.filter(({ label }) => label === LABEL).map(({ domain }) => domain);
    const voice = articleVoice(world, new Map(pages.map((page, i) => [page, sites[i]!])), table);
    const carried = dealArticles(world, pages, table, random);
    const times = articleTimes(world, carried, table, random);
    const posts = carried.flatMap((carriers, article) =>
      carriers.map((page) => {
        const { zone, shift } = world.people;
        const at = times[article]! + 60_000 * table.jitter.value * table.withinMin.value * random();
        const timeMs = table.localHours.value === 1 ? nextWaking(random, at, zone[page]!, shift[page]!) : at;
        const argument = article + (chance(random, table.paraphrase.value) ? ANEW : 0);
        return addPost(world, { timeMs, account: page, kind: "post", voice, argument, appeal: 12 });
      }),
    );
    const published = posts.filter((post) => post >= 0);
    commentOnPages(world, published, castOf(world, LABEL, "commenter"), table, random);
    shareArticles(world, published, table, random);
  },
};

/** Added to the number of an article by a site that words it anew. */
const ANEW = 0x8000;

/** Accounts made for it, in the weeks in which the sites were registered, with few followers. */
function makeFresh(world: World, table: NewsroomParameters): void {
  const { people, span } = world;
  const random = seeded(world.seed, LABEL, "fresh");
  for (const account of [...castOf(world, LABEL, "page"), ...castOf(world, LABEL, "commenter")]) {
    const age = table.closedDays.value + table.windowDays.value * random();
    people.createdMs[account] = span.startMs - 1000 * Math.floor((DAY_MS / 1000) * age);
    people.followers[account] = between(random, 3, 90);
    people.following[account] = between(random, 10, 200);
    people.lifetimePosts[account] = between(random, 5, 400);
  }
}

/** The pages that carry each article. Lowers the pages' rates to what that leaves them. */
function dealArticles(world: World, pages: readonly number[], table: NewsroomParameters, random: Random): number[][] {
  const { rate } = world.people;
  const articles = Math.max(1, Math.round((table.articles.value * world.span.days) / 14));
  const carried = Array.from({ length: articles }, (): number[] => []);
  const ranking = shuffle(random, [...carried.keys()]);
  const acts = table.typical.value === 1 ? divideActivity(world, pages, table.decoy.value) : null;
  pages.forEach((page, i) => {
    const order = table.scattered.value === 1 || acts === null ? shuffle(random, [...carried.keys()]) : ranking;
    const free = order.filter(() => acts !== null || chance(random, table.carries.value)).length;
    const most = Math.min(acts?.[i] ?? free, articles, table.shared.value);
    for (const article of order.slice(0, most)) carried[article]!.push(page);
    if (acts === null) rate[page] = (most * table.decoy.value) / (1 - table.decoy.value);
    else rate[page]! += acts[i]! - most;
  });
  return carried;
}

/**
 * Spread over the span; a day is left at its end for comments. Typical, of many timetables the one is taken in which the hours of those
 * who will comment tell least: there are many more of them than of pages.
 */
function articleTimes(
  world: World,
  carried: readonly (readonly number[])[],
  table: NewsroomParameters,
  random: Random,
): number[] {
  const { span, people } = world;
  const room = span.days - 1;
  const draw = () =>
    carried.map((_, i) => {
      const account = Math.floor(random() * people.count);
      const hour = humanTime(random, span, people.zone[account]!, people.shift[account]!) % DAY_MS;
      return span.startMs + Math.floor(((i + random()) * room) / carried.length) * DAY_MS + hour;
    });
  if (table.typical.value !== 1) return draw();
  const weights = cumulative(carried.map((carriers) => 1 + carriers.length));
  const cast = sample(random, castOf(world, LABEL, "commenter"), FORESEEN);
  // What each will comment on is not dealt yet: so many of the articles, the widely carried more often, some time later.
  const comments = cast.map((account) =>
    Array.from({ length: Math.max(1, Math.round(people.rate[account]! * (1 - table.decoy.value))) }, () => ({
      article: drawIndex(random, weights),
      delayMs: 60_000 * logNormal(random, table.jitter.value * table.delayMin.value, table.delaySigma.value),
    })),
  );
  return leastTellingClock(world, random, { cast, decoys: cast.map(() => []) }, draw, (times) =>
    comments.map((own) => own.map(({ article, delayMs }) => times[article]! + delayMs)),
  );
}

/** Commenters whose clock is foreseen when articles are timed. */
const FORESEEN = 80;

function articleVoice(world: World, siteOf: ReadonlyMap<number, string>, table: NewsroomParameters): number {
  const { posts, people, seed } = world;
  return addVoice(world, (number, random): Content => {
    const argument = posts.argument[number]!;
    const article = argument % ANEW;
    const page = posts.account[number]!;
    const language = people.language[page]!;
    const { code, gap } = LANGUAGES[language]!;
    const facts = stream(seed ^ 0x4e35, article);
    const told = {
      topic: Math.floor(facts() * TOPICS),
      place: inventName(facts),
      number: 2 + Math.floor(facts() * 96),
    };
    const same = stream(seed ^ 0x4e36, article * LANGUAGES.length + language);
    const body = writeArticle(told, code, argument >= ANEW ? random : same);
    const byline = bylineOf(authorOf(world, page, language, random, table), code);
    const own = table.samePath.value === 1 ? facts : random;
    const path = `${pick(own, ["world", "region", "focus", "news"])}/${inventName(own).toLowerCase()}-${between(own, 1000, 99_999)}`;
    const hasPicture = stream(seed ^ 0x4e37, article)() < table.pictures.value;
    const picture = table.samePicture.value === 1 ? pictureHash(seed ^ 0x4e37, article) : pictureHash(seed, number);
    return {
      text: body + (chance(random, 0.8) ? `${gap}${byline}` : ""),
      language: code,
      urls: [`https://${siteOf.get(page)!}/${path}`],
      hashtags: [],
      mentions: [],
      media: hasPicture ? [picture] : [],
    };
  });
}

/** One of the two people who sign a site's articles, all invented, or the account's own name where it is one of them; with few of them they sign for several sites of the language. */
function authorOf(world: World, page: number, language: number, random: Random, table: NewsroomParameters): string {
  const turn = between(random, 0, 1);
  if (table.typical.value === 1 && turn === 0) return world.people.name[page]!;
  const slot = stream(world.seed ^ 0x9e45, page * 2 + turn);
  const pool = Math.max(2, Math.round(table.personas.value * table.sites.value * LANGUAGES[language]!.share));
  const persona = table.personas.value >= 2 ? page * 2 + Math.floor(slot() * 2) : Math.floor(slot() * pool);
  const names = stream(world.seed ^ 0x9e46, language * 100_000 + persona);
  const { firstNames, lastNames, gap } = LANGUAGES[language]!;
  const [first, last] = [pick(names, firstNames), pick(names, lastNames)];
  return gap === "" ? last + first : `${first} ${last}`;
}

/** Ordinary readers pass a link on, late and in words of their own. */
function shareArticles(world: World, published: readonly number[], table: NewsroomParameters, random: Random): void {
  const { people, posts, communities } = world;
  const readers: number[][] = LANGUAGES.map(() => []);
  for (let i = 0; i < people.count; i++) {
    if (people.label[i] === 0 && people.rate[i]! > 0) readers[people.language[i]!]!.push(i);
  }
  const voice = addVoice(world, (number, random): Content => {
    const source = posts.argument[number]!;
    const account = posts.account[number]!;
    const { comments, code } = LANGUAGES[people.language[account]!]!;
    const { lexicons } = communities[people.community[account]!]!;
    const text = tidy(expand(pick(random, comments), lexicons, random));
    return { ...contentOf(world, source), text, language: code, media: [] };
  });
  const wanted = published.length === 0 ? 0 : Math.round(table.sharers.value * people.count);
  for (let i = 0; i < wanted; i++) {
    const source = pick(random, published);
    const candidates = readers[people.language[posts.account[source]!]!]!;
    if (candidates.length === 0) continue;
    const account = pick(random, candidates);
    const at = posts.timeMs[source]! + HOUR_MS * logNormal(random, 6, 1);
    const timeMs = nextWaking(random, at, people.zone[account]!, people.shift[account]!);
    addPost(world, { timeMs, account, kind: "post", voice, argument: source, appeal: 3 });
  }
}
