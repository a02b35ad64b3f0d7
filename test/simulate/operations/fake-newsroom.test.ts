import { describe, expect, it } from "vitest";
import type { Site } from "../../../src/simulate/sites.ts";
import { options, type Row, readWorld, timeOf } from "../rows.ts";

const NAME = "fake-newsroom";
const DAY_MS = 86_400_000;
const easy = readWorld(NAME, options(1, "easy", 2500));
const hard = readWorld(NAME, options(1, "hard", 2500));
const evasive = readWorld(NAME, options(1, "evasive", 2500));
type Read = typeof easy;

const sitesOf = (world: Read): Site[] => world.world.sites.filter(({ label }) => label === NAME);
/** Posts of the pages that link an article of their site. */
function articlesOf(world: Read): Row[] {
  const own = new Set(sitesOf(world).map(({ domain }) => domain));
  return world
    .by(NAME, "page")
    .filter(({ kind, urls }) => kind === "post" && urls !== "" && own.has(new URL(urls!).hostname));
}
/** Articles by what their addresses have in common, the path. */
function byPath(world: Read): Row[][] {
  const found = new Map<string, Row[]>();
  for (const post of articlesOf(world)) {
    const path = new URL(post.urls!).pathname;
    found.set(path, [...(found.get(path) ?? []), post]);
  }
  return [...found.values()];
}
const commentsOf = (world: Read) => {
  const pages = new Set(articlesOf(world).map((post) => post.post_id!));
  return world.by(NAME, "commenter").filter((post) => post.kind === "reply" && pages.has(post.target_post_id!));
};
/** For each pair of sites the number of values that both carry and no ordinary site does. */
function telling(world: Read): number[] {
  const ordinary = new Set(
    world.world.sites
      .filter(({ label }) => label !== NAME)
      .flatMap(({ indicators }) => indicators.map(({ type, value }) => `${type} ${value}`)),
  );
  const own = sitesOf(world).map(
    ({ indicators }) =>
      new Set(indicators.map(({ type, value }) => `${type} ${value}`).filter((key) => !ordinary.has(key))),
  );
  // Two may be registered on one day; that is a matter of the window, not of a value that links.
  const isLink = (key: string) => !/^(registered|registrar|cms|asn) /.test(key);
  return own.flatMap((a, i) => own.slice(i + 1).map((b) => [...a].filter((key) => isLink(key) && b.has(key)).length));
}

describe(NAME, () => {
  it("has 70 sites registered within ten weeks, fewer in a small world", () => {
    expect(sitesOf(easy).length).toBe(70);
    for (const world of [easy, hard]) {
      const days = sitesOf(world).map((site) =>
        Date.parse(site.indicators.find(({ type }) => type === "registered")!.value),
      );
      const { startMs } = world.world.span;
      expect(Math.max(...days) - Math.min(...days)).toBeLessThanOrEqual(70 * DAY_MS);
      expect(Math.max(...days)).toBeLessThan(startMs);
    }
    expect(sitesOf(readWorld(NAME, options(1, "easy", 1000))).length).toBe(35);
    expect(easy.by(NAME).length).toBeGreaterThan(1500);
  });

  it("publishes near-identical articles within three minutes, in six languages, signed by the same few", () => {
    const articles = byPath(easy).filter((posts) => posts.length > 10);
    expect(articles.length).toBeGreaterThanOrEqual(18);
    for (const posts of articles) {
      const times = posts.map(timeOf);
      expect(Math.max(...times) - Math.min(...times)).toBeLessThanOrEqual(180_000);
      expect(new Set(posts.map(({ language }) => language)).size).toBeGreaterThanOrEqual(4);
      for (const language of new Set(posts.map((post) => post.language))) {
        const bodies = posts
          .filter((post) => post.language === language)
          .map(({ text }) => text!.replace(/\s*(By|Por|Von|Par|记者|رپورٹ) [^.]*$/, ""));
        expect(new Set(bodies).size).toBe(1);
      }
    }
    expect(new Set(articlesOf(easy).map(({ language }) => language)).size).toBe(6);
    const authors = new Map<string, Set<string>>();
    for (const { text, urls } of articlesOf(easy)) {
      const author = /By ([^.]*)$/.exec(text!)?.[1];
      if (author !== undefined) authors.set(author, (authors.get(author) ?? new Set()).add(new URL(urls!).hostname));
    }
    expect(Math.max(...[...authors.values()].map((hosts) => hosts.size))).toBeGreaterThanOrEqual(4);
  });

  it("is praised minutes later by its crew, who speak the language of the page", () => {
    const target = new Map(articlesOf(easy).map((post) => [post.post_id!, post]));
    const comments = commentsOf(easy);
    expect(comments.length).toBeGreaterThan(800);
    const minutes = comments.map((post) => (timeOf(post) - timeOf(target.get(post.target_post_id!)!)) / 60_000);
    minutes.sort((a, b) => a - b);
    expect(minutes[minutes.length >> 1]).toBeGreaterThan(6);
    expect(minutes[minutes.length >> 1]).toBeLessThan(14);
    const same = comments.filter((post) => post.language === target.get(post.target_post_id!)!.language);
    expect(same.length / comments.length).toBeGreaterThan(0.98);
    const strangers = easy.by("organic").filter((post) => target.has(post.target_post_id!));
    expect(strangers.length).toBeGreaterThan(100);
    const hosts = new Set(sitesOf(easy).map(({ domain }) => domain));
    const shared = easy
      .by("organic")
      .filter((post) => post.kind === "post" && post.urls !== "" && hosts.has(new URL(post.urls!).hostname));
    expect(shared.length).toBeGreaterThan(5);
  });

  it("shares many indicators on easy, some on hard, and one cheap one at most on evasive", () => {
    const share = (counts: readonly number[], least: number) =>
      counts.filter((count) => count >= least).length / counts.length;
    expect(share(telling(easy), 2)).toBeGreaterThan(0.5);
    expect(share(telling(hard), 1)).toBeGreaterThan(0.05);
    expect(share(telling(hard), 1)).toBeLessThan(0.3);
    expect(share(telling(hard), 2)).toBeGreaterThan(0);
    expect(Math.max(...telling(evasive))).toBe(1);
    expect(share(telling(evasive), 1)).toBeLessThan(0.15);
    // What links there is cheap: no tracking id, no certificate, no machine of their own.
    const carried = new Map<string, number>();
    for (const { indicators } of sitesOf(evasive))
      for (const { type, value } of indicators)
        if (["analytics", "ads_seller"].includes(type)) carried.set(value, (carried.get(value) ?? 0) + 1);
    expect(Math.max(...carried.values())).toBe(1);
  });

  it("shows the same kinds of facts as ordinary sites", () => {
    for (const world of [easy, hard, evasive]) {
      const types = (label: string) =>
        new Set(
          world.world.sites
            .filter((site) => site.label === label)
            .flatMap(({ indicators }) => indicators.map(({ type }) => type)),
        );
      expect([...types(NAME)].sort()).toEqual([...types("organic")].sort());
    }
  });

  it("is slower and reworded on hard; on evasive two pages or commenters share three objects at most", () => {
    const texts = (world: Read) => articlesOf(world).map(({ text }) => text!.slice(0, 40));
    const repeated = (all: readonly string[]) =>
      all.filter((text) => all.indexOf(text) !== all.lastIndexOf(text)).length / all.length;
    expect(repeated(texts(easy))).toBeGreaterThan(0.9);
    expect(repeated(texts(hard))).toBeLessThan(0.6);
    expect(repeated(texts(evasive))).toBeLessThan(0.1);
    const targets = new Map<string, Set<string>>();
    for (const post of commentsOf(evasive))
      targets.set(post.account_id!, (targets.get(post.account_id!) ?? new Set()).add(post.target_post_id!));
    // A fourth could only be ordinary life.
    const sizes = [...targets.values()].map((set) => set.size).sort((a, b) => b - a);
    expect(sizes[Math.floor(sizes.length / 20)]).toBeLessThanOrEqual(3);
  });
});
