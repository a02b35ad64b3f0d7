import { describe, expect, it } from "vitest";
import { SITE_KINDS } from "../../../src/simulate/operations/vague-parameters.ts";
import { nearDuplicates } from "../rewording.ts";
import { options, type Row, readWorld, timeOf } from "../rows.ts";

const NAME = "vague-focus";
const DOMAINS = ["lanternview-news.example", "clearwave-media.example", "horizon-counsel.example"];
type Labelled = ReturnType<typeof readWorld>;
const easy = readWorld(NAME, options(1, "easy", 2000));
const hard = readWorld(NAME, options(1, "hard", 2000));
const evasive = readWorld(NAME, options(1, "evasive", 2000));

const crewOf = (world: Labelled) =>
  world.accounts.filter(({ account_id }) => world.labelOf.get(account_id!)!.operation === NAME);
const roleOf = (world: Labelled, account: Row) => world.labelOf.get(account.account_id!)!.role!;
/** Front whose site the text names, -1 for none. */
const frontIn = (text: string) => DOMAINS.findIndex((domain) => text.includes(domain));
const articles = (world: Labelled) => world.by(NAME).filter(({ kind, urls }) => kind === "post" && frontIn(urls!) >= 0);
const hourOf = (post: Row) => (timeOf(post) / 3_600_000) % 24;

describe("vague-focus, easy", () => {
  it("is nine accounts of three fronts, one of them made in 2014, followed by 17,000 and hardly ever used", () => {
    const crew = crewOf(easy);
    const count = (role: string) => crew.filter((account) => roleOf(easy, account) === role).length;
    expect([crew.length, count("aged"), count("brand"), count("persona")]).toEqual([9, 1, 2, 6]);
    const aged = crew.find((account) => roleOf(easy, account) === "aged")!;
    expect(aged.created_at).toMatch(/^2014-11-/);
    expect([aged.followers, aged.posts]).toEqual(["17000", "40"]);
    for (const account of crew) if (account !== aged) expect(account.created_at).toMatch(/^2024-0[67]-/);
    expect(crew.map(({ bio }) => frontIn(bio!)).sort()).toEqual([0, 0, 0, 1, 1, 1, 2, 2, 2]);
  });

  it("posts 2 to 6 times on every working day between 01 and 09 UTC, and hardly at the weekend", () => {
    const about = /Nordhaven|Port Ambry|Kestral|Veldland|Marrow Bay|Tessaly|Ostrand|Lower Ravine|Cape Merrin|Sarvia/;
    const desk = easy
      .by(NAME)
      .filter((post) => frontIn(post.urls!) >= 0 || (about.test(post.text!) && post.kind !== "reply"));
    const within = desk.filter((post) => hourOf(post) >= 1 && hourOf(post) < 9);
    expect(within.length / desk.length).toBeGreaterThan(0.99);
    const weekend = desk.filter((post) => [0, 6].includes(new Date(timeOf(post)).getUTCDay()));
    expect(weekend.length / desk.length).toBeLessThan(0.1);
    // 9 accounts on 10 working days: about four posts each, most with a place or a link.
    expect(desk.length).toBeGreaterThan(180);
    expect(easy.by(NAME).length).toBeLessThan(9 * 6 * 14);
  });

  it("announces the front named in the bio, and takes up articles of the two others", () => {
    const bioOf = new Map(crewOf(easy).map(({ account_id, bio }) => [account_id!, frontIn(bio!)]));
    const own = articles(easy).filter(({ mentions }) => mentions === "");
    expect(own.length).toBeGreaterThan(60);
    for (const post of own) expect(frontIn(post.urls!)).toBe(bioOf.get(post.account_id!));
    const echoes = articles(easy).filter(({ mentions }) => mentions !== "");
    const pairs = new Set(echoes.map((post) => `${bioOf.get(post.account_id!)} ${frontIn(post.urls!)}`));
    expect(pairs).toEqual(new Set(["0 1", "0 2", "1 0", "1 2", "2 0", "2 1"]));
    const handles = new Map(crewOf(easy).map(({ handle, account_id }) => [handle!, account_id!]));
    for (const post of echoes) expect(bioOf.get(handles.get(post.mentions!)!)).toBe(frontIn(post.urls!));
    const address = new Set(own.map(({ urls }) => urls));
    expect(echoes.every(({ urls }) => address.has(urls))).toBe(true);
    expect(easy.by("organic").filter(({ urls }) => address.has(urls)).length).toBeGreaterThan(4);
  });
});

describe("vague-focus, harder", () => {
  it("moves the working day to where everybody's mean lies, and keeps its eight hours", () => {
    const hours = articles(hard).map(hourOf);
    const middle = (Math.min(...hours) + Math.max(...hours)) / 2;
    expect(Math.max(...hours) - Math.min(...hours)).toBeLessThanOrEqual(8);
    expect(middle).toBeGreaterThan(9);
    const local = articles(evasive).map(hourOf);
    expect(Math.max(...local) - Math.min(...local)).toBeGreaterThan(12);
  });

  it.each([
    ["easy", easy, 6],
    ["hard", hard, 2],
    ["evasive", evasive, 0],
  ] as const)(
    "lets the fronts' sites agree in fewer indicators on %s, of kinds that any site has",
    (_, { world }, shared) => {
      const landing = world.sites.filter(({ role }) => role === "landing");
      expect(landing.map(({ domain }) => domain).sort()).toEqual([...DOMAINS].sort());
      const strangers = world.sites.filter(({ label }) => label !== NAME).flatMap(({ indicators }) => indicators);
      const known = new Set(strangers.map(({ type, value }) => `${type} ${value}`));
      const kinds = new Set(strangers.map(({ type }) => type));
      // A site that moved has two addresses: the later one counts.
      const facts = landing.map(({ indicators }) => new Map(indicators.map(({ type, value }) => [type, value])));
      for (const type of facts.flatMap((own) => [...own.keys()])) expect(kinds.has(type), type).toBe(true);
      const agree = SITE_KINDS.filter((type) => {
        const value = facts[0]!.get(type);
        return value !== undefined && facts.every((own) => own.get(type) === value) && !known.has(`${type} ${value}`);
      });
      // The registrar is one of ten that everybody has.
      expect(agree).toEqual(SITE_KINDS.slice(0, shared).filter((type) => type !== "registrar"));
      expect(strangers.some(({ type, value }) => type === "registrar" && value === facts[0]!.get("registrar"))).toBe(
        true,
      );
      const own = new Set(world.sites.filter(({ label }) => label === "organic").map(({ domain }) => domain));
      const inBios = world.people.bio.filter((bio) => own.has(bio.split("https://www.")[1] ?? ""));
      expect(inBios.length).toBeGreaterThanOrEqual(12);
    },
  );

  it("lets two of the crew share at most three objects on evasive", () => {
    const crew = new Set(crewOf(evasive).map(({ account_id }) => account_id!));
    const objects = new Map([...crew].map((id) => [id, new Set<string>()]));
    const fronts = new Set(articles(evasive).map(({ post_id }) => post_id!));
    for (const post of evasive.by(NAME)) {
      const own = objects.get(post.account_id!)!;
      if (frontIn(post.urls!) >= 0 && post.kind === "post") own.add(post.urls!);
      if (fronts.has(post.target_post_id!)) own.add(post.target_post_id!);
    }
    const sets = [...objects.values()];
    const shared = sets.flatMap((a, i) => sets.slice(i + 1).map((b) => [...a].filter((x) => b.has(x)).length));
    expect(Math.max(...shared)).toBeLessThanOrEqual(3);
    expect(sets.some((set) => set.size > 0)).toBe(true);
  });

  it("rewords what it takes up: hardly a text is close to another", () => {
    const settings = { ...options(1, "easy", 2000), overrides: new Map([[`${NAME}.paraphrase`, 1]]) };
    const texts = articles(readWorld(NAME, settings)).map(({ text }) => text!);
    expect(texts.length).toBeGreaterThan(120);
    expect(nearDuplicates(texts)).toBeLessThan(0.1);
    expect(nearDuplicates(articles(easy).map(({ text }) => text!))).toBeGreaterThan(0.15);
  });
});
