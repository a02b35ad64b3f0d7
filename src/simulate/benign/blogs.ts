import { between, chance, logNormal, pick, type Random, seeded, stream } from "../../math/random.ts";
import { castOf, enlist, isOn, mainPlatform } from "../casting.ts";
import { inventName } from "../communities.ts";
import { enterSite } from "../organic/site-facts.ts";
import { assumed, type ParameterTable } from "../parameters.ts";
import { PLATFORM_NUMBER } from "../platforms.ts";
import { humanTime } from "../rhythm.ts";
import type { Story } from "../story.ts";
import { expand, tidy } from "../text/grammar.ts";
import { LANGUAGES } from "../text/languages.ts";
import { addPost, addVoice, type Content, type World } from "../world.ts";

const LABEL = "benign:blog";
const PARAMETERS = {
  share: assumed(0.008, "of all accounts are blogs that publish on a site of their own, at least 12 and at most 80"),
  announced: assumed(0.6, "blogs whose author has an account that announces each article, through a plug-in"),
  delayMin: assumed(4, "median minutes from an article to its announcement, log-normal"),
  sigma: assumed(1.2, "standard deviation of the logarithm of that delay"),
  verbatim: assumed(0.7, "announcements that are the article's beginning word for word; the others say it anew"),
} satisfies ParameterTable;

/** Blogs on sites of their own and the accounts that announce what is new there: one person each, in the open. */
export const BLOGS: Story<typeof PARAMETERS> = {
  name: "blogs",
  label: LABEL,
  about: [
    "Blogs that publish on their own sites; for most of them an account of the same author announces each article, linked, within minutes.",
    "Verbatim across platforms in one direction, like a laundering path; declared, one author, one site.",
  ],
  parameters: () => PARAMETERS,
  cast: (world, table) => {
    const { people } = world;
    const here = isOn(world, mainPlatform(world));
    const count = Math.min(80, Math.max(12, Math.round(table.share.value * people.count)));
    const random = seeded(world.seed, "blogs");
    const blogs = enlist(world, count, LABEL, "blog", (account) => people.rate[account]! < 40);
    blogs.forEach((blog) => {
      moveToWeb(world, blog);
      if (!chance(random, table.announced.value)) return;
      const speaks = (account: number) => here(account) && people.language[account] === people.language[blog];
      const [author] = enlist(world, 1, LABEL, "author", speaks);
      people.bio[author!] = `${people.name[author!]!}. Blog: ${siteOfBlog(world, blog)}`;
      people.name[blog] = people.name[author!]!;
    });
  },
  perform: (world, table, random) => {
    const { people } = world;
    const authors = new Map(castOf(world, LABEL, "author").map((author) => [people.bio[author]!, author]));
    for (const blog of castOf(world, LABEL, "blog")) {
      const domain = siteOfBlog(world, blog);
      const author = [...authors].find(([bio]) => bio.endsWith(` ${domain}`))?.[1];
      writeArticles(world, blog, domain, articleTimes(world, blog, random), (timeMs, voice, article) => {
        if (author === undefined) return;
        const at = timeMs + 60_000 * logNormal(random, table.delayMin.value, table.sigma.value);
        const argument = chance(random, table.verbatim.value) ? article : article + ANEW;
        addPost(world, { timeMs: at, account: author, kind: "post", voice, argument, appeal: 6 });
      });
    }
  },
};

/** Added to the number of an article by whoever announces it in other words. */
const ANEW = 0x8000;

/**
 * From now on the account is a site that publishes: it reposts and answers nobody, so its ordinary life is left to whoever cast it
 * (`articleTimes`). Its site is entered with facts like anybody's.
 */
export function moveToWeb(world: World, account: number, role = "blog", label = LABEL): void {
  const { people } = world;
  people.platform[account] = PLATFORM_NUMBER.web;
  people.client[account] = "web";
  enterSite(world, siteOfBlog(world, account), label, role);
}

/** Registrable name of the site of an account on the web; the number keeps two from meeting. */
export function siteOfBlog(world: World, account: number): string {
  const random = stream(world.seed ^ 0xb109, account);
  const name = inventName(random).toLowerCase();
  return `${name}${pick(random, ["-notes", "-blog", "blog", "-online", "weblog", "-journal", "24"])}${account.toString(36)}.example`;
}

/** When an account on the web publishes in its ordinary life: at its author's hours. Its rate is spent on that. */
export function articleTimes({ people, span }: World, account: number, random: Random): number[] {
  const count = Math.max(1, Math.round(people.rate[account]! * (0.7 + 0.6 * random())));
  people.rate[account] = 0;
  return Array.from({ length: count }, () => humanTime(random, span, people.zone[account]!, people.shift[account]!));
}

/** Ordinary articles at these times, each with an address on `domain`. `then` hears of each. */
export function writeArticles(
  world: World,
  account: number,
  domain: string,
  times: readonly number[],
  then: (timeMs: number, voice: number, article: number) => void = () => {},
): void {
  const { people, posts, seed } = world;
  const { lexicons, language } = world.communities[people.community[account]!]!;
  const { statements, additions, comments, gap, code } = LANGUAGES[language]!;
  const write = (patterns: readonly string[], random: Random) => tidy(expand(pick(random, patterns), lexicons, random));
  const voice = addVoice(world, (number): Content => {
    const argument = posts.argument[number]!;
    const article = argument % ANEW;
    const same = stream(seed ^ 0xa471, account * 512 + article);
    const title = write(statements, same);
    const body = Array.from({ length: between(same, 1, 3) }, () => write(additions, same));
    const path = `${between(same, 1000, 99_999)}`;
    const isAnnouncement = posts.account[number] !== account;
    const text =
      argument >= ANEW ? write(comments, same) : isAnnouncement ? title : [ended(title, code), ...body].join(gap);
    return { text, language: code, urls: [`https://${domain}/${path}`], hashtags: [], mentions: [], media: [] };
  });
  for (const [article, timeMs] of times.entries()) {
    const post = addPost(world, { timeMs, account, kind: "post", voice, argument: article });
    if (post >= 0) then(timeMs, voice, article);
  }
}

/** With a full stop in the script of the language, where the sentence has no sign of its own. */
function ended(sentence: string, code: string): string {
  if (/[.!?。？؟۔]$/.test(sentence)) return sentence;
  return sentence + (code === "zh" ? "。" : code === "ur" ? "۔" : ".");
}
