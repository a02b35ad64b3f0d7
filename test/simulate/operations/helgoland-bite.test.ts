import { describe, expect, it } from "vitest";
import { options, type Row, readWorld, timeOf } from "../rows.ts";

const NAME = "helgoland-bite";
const easy = readWorld(NAME, options(1, "easy", 2500));
const hard = readWorld(NAME, options(1, "hard", 2500));
const evasive = readWorld(NAME, options(1, "evasive", 2500));
type Read = typeof easy;

const HOUR_MS = 3_600_000;
const median = (values: number[]) => values.sort((a, b) => a - b)[values.length >> 1]!;
/** Posts of the channel by their text, which the others repeat. */
const itemsOf = (world: Read) => new Map(world.by(NAME, "channel").map((post) => [post.text!, timeOf(post)]));
const delays = (world: Read, role: string) =>
  world
    .by(NAME, role)
    .filter((post) => itemsOf(world).has(post.text!))
    .map((post) => timeOf(post) - itemsOf(world).get(post.text!)!);
const siteHost = (world: Read) =>
  world.world.sites.find(({ label, role }) => label === NAME && role === "site")!.domain;

describe(NAME, () => {
  it("is three accounts on three platforms, the channel and the page followed as published", () => {
    const members = easy.accounts.filter((row) => easy.labelOf.get(row.account_id!)!.operation === NAME);
    expect(members.map((row) => row.platform).sort()).toEqual(["telegram", "web", "x"]);
    const followers = (platform: string) => Number(members.find((row) => row.platform === platform)!.followers);
    expect([followers("telegram"), followers("x")]).toEqual([1755, 27_000]);
  });

  it("posts ten to twenty items a day in German, on X minutes later, on the site verbatim within the day", () => {
    const items = [...itemsOf(easy)];
    expect(items.length / 14).toBeGreaterThan(10);
    expect(items.length / 14).toBeLessThan(21);
    const own = easy.by(NAME, "channel").filter(({ kind }) => kind === "post");
    expect(own.filter(({ language }) => language === "de").length / own.length).toBeGreaterThan(0.95);
    const toX = delays(easy, "page");
    const quick = toX.filter((ms) => ms < HOUR_MS);
    expect(toX.length).toBeGreaterThan(120);
    expect(median(quick) / 60_000).toBeGreaterThan(8);
    expect(median(quick) / 60_000).toBeLessThan(16);
    const toSite = delays(easy, "site");
    expect(toSite.length).toBeGreaterThan(90);
    for (const ms of toSite) {
      expect(ms).toBeGreaterThanOrEqual(HOUR_MS - 1000);
      expect(ms).toBeLessThanOrEqual(24 * HOUR_MS);
    }
    // One direction alone: nobody is before the channel.
    expect(Math.min(...toX, ...toSite)).toBeGreaterThan(0);
  });

  it("publishes on one domain, which X links once the article is there, and some readers too", () => {
    const host = siteHost(easy);
    const on = (posts: readonly Row[]) => posts.filter(({ urls }) => urls!.includes(`//${host}/`));
    const articles = new Map(on(easy.by(NAME, "site")).map((post) => [post.urls!, timeOf(post)]));
    const linked = on(easy.by(NAME, "page"));
    expect(linked.length).toBeGreaterThan(15);
    for (const post of linked) expect(timeOf(post)).toBeGreaterThan(articles.get(post.urls!)!);
    expect(easy.by(NAME, "site").every(({ urls }) => urls!.includes(`//${host}/`))).toBe(true);
    const readers = on(easy.by("organic").filter(({ kind }) => kind === "post"));
    expect(new Set(readers.map((post) => post.account_id)).size).toBeGreaterThan(5);
  });

  it("does not give itself away by being on the web: blogs are there too, and announce what they write", () => {
    const web = easy.posts.filter(({ platform }) => platform === "web");
    const blogs = web.filter((post) => easy.labelOf.get(post.account_id!)!.operation === "benign:blog");
    expect(new Set(blogs.map((post) => post.account_id)).size).toBeGreaterThanOrEqual(15);
    expect(web.every(({ kind, urls }) => kind === "post" && urls !== "")).toBe(true);
    const published = new Map(blogs.map((post) => [post.urls!, post]));
    const announced = easy.by("benign:blog", "author").filter(({ urls }) => published.has(urls!));
    expect(announced.length).toBeGreaterThan(10);
    const verbatim = announced.filter(({ urls, text }) => published.get(urls!)!.text!.startsWith(text!));
    expect(verbatim.length / announced.length).toBeGreaterThan(0.5);
    for (const post of announced) expect(timeOf(post)).toBeGreaterThan(timeOf(published.get(post.urls!)!));
  });

  it("is slower and reworded on hard, and shares three items at most on evasive, still in one direction", () => {
    expect(itemsOf(hard).size).toBeGreaterThanOrEqual(5);
    const relayed = (world: Read) => world.by(NAME, "page").filter(({ kind }) => kind === "post").length;
    expect(relayed(hard)).toBeGreaterThanOrEqual(2);
    expect(delays(evasive, "page").length + delays(evasive, "site").length).toBe(0);
    const host = siteHost(evasive);
    const articles = evasive.by(NAME, "site").filter(({ urls }) => urls!.includes(`//${host}/`));
    expect(articles.length).toBeGreaterThan(0);
    expect(articles.length).toBeLessThanOrEqual(5);
  });
});
