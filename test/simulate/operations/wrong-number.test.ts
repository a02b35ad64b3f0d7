import { describe, expect, it } from "vitest";
import { seeded } from "../../../src/math/random.ts";
import { LURE_LANGUAGES, lure } from "../../../src/simulate/operations/wrong-number-lines.ts";
import { nearDuplicates } from "../rewording.ts";
import { options, type Row, readWorld, timeOf } from "../rows.ts";

const NAME = "wrong-number";
const easy = readWorld(NAME, options(1, "easy", 2000));
const hard = readWorld(NAME, options(1, "hard", 2000));
const evasive = readWorld(NAME, options(1, "evasive", 2000));
const reworded = { ...options(1, "hard", 2000), overrides: new Map([[`${NAME}.paraphrase`, 1]]) };

/** The crew's lures, each with the contact it names: a link to the chat service, or a handle that no account has. */
function lures(world: typeof easy) {
  const handles = new Set(world.accounts.map(({ handle }) => handle));
  const contactOf = ({ kind, urls, mentions }: Row): string => {
    if (kind !== "post") return "";
    if (urls!.startsWith("https://chat.example/")) return urls!.split("/").at(-1)!;
    return handles.has(mentions!) ? "" : mentions!;
  };
  return world
    .by(NAME)
    .map((post) => ({ post, contact: contactOf(post) }))
    .filter(({ contact }) => contact !== "");
}

describe("wrong-number, easy", () => {
  it("posts on two platforms, in six languages, for five contacts, from accounts younger than 45 days", () => {
    const found = lures(easy);
    expect(new Set(found.map(({ contact }) => contact)).size).toBe(5);
    expect(new Set(found.map(({ post }) => post.language))).toEqual(new Set(["en", "es", "de", "fr", "zh", "ur"]));
    const crew = easy.accounts.filter(({ account_id }) => easy.labelOf.get(account_id!)!.operation === NAME);
    expect(crew.length).toBe(40);
    expect(crew.filter(({ platform }) => platform === "telegram").length).toBe(20);
    expect(crew.filter(({ platform }) => platform === "facebook").length).toBe(20);
    for (const account of crew) {
      const days = (easy.world.span.startMs - Date.parse(account.created_at!)) / 86_400_000;
      expect(days).toBeLessThanOrEqual(45.001);
    }
  });

  it("fills six templates a language with fronts, sums and contacts", () => {
    const english = lures(easy).filter(({ post }) => post.language === "en");
    const texts = english.map(({ post }) => post.text!);
    expect(new Set(texts).size).toBeGreaterThan(20);
    const skeleton = (text: string) =>
      text
        .replace(/(https:\/\/chat\.example\/|@)\w+/, "C")
        .replace(/\$\d+/, "P")
        .replace(
          /Brightlane Media|Kestrel Outreach|Glidewheel Scooters|Lumo Reach|Pinecrest Promotions|Hanbit Clicks|Velora Ads|Tallow & Reed/,
          "B",
        );
    expect(new Set(texts.map(skeleton)).size).toBeLessThanOrEqual(6);
  });

  it("rotates: no contact is used all the time, and each comes back", () => {
    const days = new Map<string, Set<number>>();
    for (const { post, contact } of lures(easy)) {
      const day = Math.floor((timeOf(post) - easy.world.span.startMs) / 86_400_000);
      days.set(contact, (days.get(contact) ?? new Set()).add(day));
    }
    for (const used of days.values()) {
      expect(used.size).toBeGreaterThanOrEqual(2);
      expect(used.size).toBeLessThanOrEqual(8);
    }
  });

  it("closes comments, is forwarded and warned of by strangers", () => {
    const lureIds = new Set(lures(easy).map(({ post }) => post.post_id));
    const answers = easy.posts.filter(({ target_post_id }) => lureIds.has(target_post_id!));
    expect(answers.some(({ kind }) => kind === "repost")).toBe(true);
    expect(answers.filter(({ kind }) => kind !== "repost")).toEqual([]);
    const contacts = new Set(lures(easy).map(({ contact }) => contact));
    const others = easy.by("organic").filter(({ mentions }) => contacts.has(mentions!));
    expect(others.length).toBeGreaterThan(4);
    expect(easy.by("organic").filter(({ urls }) => urls!.includes("chat.example")).length).toBeGreaterThan(20);
  });
});

describe("lures", () => {
  it("are whole in each language, for each template and put together anew", () => {
    for (const language of LURE_LANGUAGES) {
      const templates = Array.from({ length: 12 }, (_, line) =>
        lure(language, line, "@nobody", seeded("slots", line), seeded(language, line)),
      );
      const own = Array.from({ length: 60 }, (_, i) =>
        lure(language, -1, "@nobody", seeded("slots", i), seeded(language, "own", i)),
      );
      for (const text of [...templates, ...own]) expect(text).not.toMatch(/[<>{}[\]|#]|undefined| {2}/);
      for (const text of templates) expect(text).toContain("@nobody");
      expect(new Set(templates).size).toBe(12);
    }
  });
});

describe("wrong-number, harder", () => {
  it("writes most lures anew on hard: hardly one is close to another", () => {
    const texts = lures(readWorld(NAME, reworded)).map(({ post }) => post.text!);
    expect(texts.length).toBeGreaterThan(150);
    expect(nearDuplicates(texts)).toBeLessThan(0.1);
    expect(nearDuplicates(lures(hard).map(({ post }) => post.text!))).toBeLessThan(0.6);
  });

  it("lets two of the crew share at most three objects on evasive", () => {
    const objects = new Map<string, Set<string>>();
    for (const { post } of lures(evasive)) {
      const own = objects.get(post.account_id!) ?? new Set<string>();
      objects.set(post.account_id!, own.add(post.urls!).add(post.mentions!).add(post.text!));
    }
    const sets = [...objects.values()].map((set) => new Set([...set].filter((object) => object !== "")));
    sets.forEach((a, i) => {
      for (const b of sets.slice(i + 1)) expect([...a].filter((object) => b.has(object)).length).toBeLessThanOrEqual(3);
    });
    expect(sets.length).toBe(60);
  });

  it("leads an ordinary life beside, about the share asked for", () => {
    const ordinary = (world: typeof easy) => 1 - lures(world).length / world.by(NAME).length;
    expect(ordinary(easy)).toBeLessThan(0.3);
    expect(ordinary(hard)).toBeGreaterThan(0.25);
    expect(ordinary(hard)).toBeLessThan(0.55);
    expect(ordinary(evasive)).toBeGreaterThan(0.42);
  });
});
