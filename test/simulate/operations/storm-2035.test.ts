import { describe, expect, it } from "vitest";
import { seeded } from "../../../src/math/random.ts";
import { meaningLine } from "../../../src/simulate/operations/storm-2035-lines.ts";
import { nearDuplicates } from "../rewording.ts";
import { options, type Row, readWorld, timeOf } from "../rows.ts";

const easy = readWorld("storm-2035", options(1, "easy", 3000));
const hard = readWorld("storm-2035", options(1, "hard", 3000));
const evasive = readWorld("storm-2035", options(1, "evasive", 3000));
type Seen = typeof easy;

const MINUTE = 60_000;
const members = (world: Seen) =>
  world.accounts.filter((row) => world.labelOf.get(row.account_id!)!.operation === "storm-2035");
/** Words of the campaign that ordinary life has not. */
const PLACES =
  /\b(?:aldmoor|selvara|quill|tamrin|brenmark|calvera|embargo|dam|presa|debt|deuda|base|troops|tropas|ceasefire|alto el fuego|peace|paz|arms|armas)\b/i;
const campaign = (world: Seen) => world.by("storm-2035").filter((row) => row.kind === "post" && PLACES.test(row.text!));

/** Posts with no pause longer than this between them. */
function batches(rows: readonly Row[], pauseMs: number): Row[][] {
  const found: Row[][] = [];
  for (const row of [...rows].sort((a, b) => timeOf(a) - timeOf(b))) {
    const last = found.at(-1);
    if (last !== undefined && timeOf(row) - timeOf(last.at(-1)!) < pauseMs) last.push(row);
    else found.push([row]);
  }
  return found;
}

const numbersIn = (text: string) => (text.match(/\d+/g) ?? []).join(" ");

describe("storm-2035", () => {
  it("tweets in batches of twelve, half English, half Spanish, on one topic", () => {
    const unliked = easy.by("storm-2035").filter((row) => row.kind === "post" && row.likes === "0");
    const found = batches(unliked, 60 * MINUTE).filter(({ length }) => length > 3);
    expect(found.length).toBe(10);
    for (const batch of found) {
      expect(batch.length).toBeGreaterThanOrEqual(11);
      expect(batch.length).toBeLessThanOrEqual(13);
      const spanish = batch.filter(({ language }) => language === "es").length;
      expect(Math.abs(spanish - batch.length / 2)).toBeLessThanOrEqual(1);
      expect(new Set(batch.map(({ hashtags }) => hashtags).filter((tags) => tags !== "")).size).toBe(1);
      expect(timeOf(batch.at(-1)!) - timeOf(batch[0]!)).toBeLessThan(60 * MINUTE);
    }
  });

  it("translates word for word: one English text is one Spanish text, with the same figures in it", () => {
    const spanishOf = new Map<string, string>();
    const random = seeded("meanings");
    for (let i = 0; i < 4000; i++) {
      const meaning = { topic: random(), claim: random(), demand: random() };
      const say = (tongue: "en" | "es") => meaningLine(meaning, tongue, seeded("translate", i));
      const [english, spanish] = [say("en"), say("es")];
      expect(numbersIn(spanish), english).toBe(numbersIn(english));
      expect(spanish).not.toMatch(/[<>{}[\]|~#]/);
      expect(spanishOf.get(english) ?? spanish, english).toBe(spanish);
      spanishOf.set(english, spanish);
    }
    expect(spanishOf.size).toBeGreaterThan(3800);
    expect(new Set(spanishOf.values()).size).toBeGreaterThan(3700);
  });

  it("has both halves of a translated pair in the same batch", () => {
    const tweets = campaign(easy);
    const withFigures = tweets.filter(({ text, language }) => language === "en" && numbersIn(text!) !== "");
    expect(withFigures.length).toBeGreaterThan(3);
    for (const row of withFigures) {
      const partner = tweets.find(
        (other) =>
          other.language === "es" &&
          numbersIn(other.text!) === numbersIn(row.text!) &&
          Math.abs(timeOf(other) - timeOf(row)) < 60 * MINUTE,
      );
      expect(partner, row.text).toBeDefined();
      expect(partner!.account_id).not.toBe(row.account_id);
    }
  });

  it("is seen by 150 to 350 and liked by nobody, and follows eight times as many as follow it", () => {
    for (const row of campaign(easy)) {
      expect(Number(row.views)).toBeGreaterThanOrEqual(150);
      expect(Number(row.views)).toBeLessThanOrEqual(350);
      expect([row.likes, row.reposts, row.replies]).toEqual(["0", "0", "0"]);
    }
    expect(members(easy).length).toBe(16);
    for (const row of members(easy)) expect(Number(row.following)).toBeGreaterThanOrEqual(8 * Number(row.followers));
    expect(members(hard).filter((row) => Number(row.following) >= 8 * Number(row.followers)).length).toBeLessThan(8);
  });

  it("shares photos between accounts, and strangers have some of them too", () => {
    const byPicture = new Map<string, Row[]>();
    for (const row of easy.accounts) byPicture.set(row.avatar_hash!, [...(byPicture.get(row.avatar_hash!) ?? []), row]);
    const shared = [...byPicture.values()].filter(({ length }) => length > 1);
    const covert = (row: Row) => easy.labelOf.get(row.account_id!)!.operation === "storm-2035";
    expect(shared.flat().filter(covert).length).toBe(8);
    expect(shared.some((rows) => !rows.every(covert))).toBe(true);
  });

  it("spreads a batch ten times wider on hard, with free translations among the faithful", () => {
    const spread = (world: Seen) => {
      const rows = batches(campaign(world), 5 * 60 * MINUTE).filter(({ length }) => length > 5);
      const widths = rows.map((batch) => timeOf(batch.at(-1)!) - timeOf(batch[0]!)).sort((a, b) => a - b);
      return widths[widths.length >> 1]! / MINUTE;
    };
    expect(spread(easy)).toBeLessThan(40);
    expect(spread(hard)).toBeGreaterThan(60);
  });

  it("rewords its texts so that hardly two are alike in either language", () => {
    const random = seeded("rewording");
    for (const tongue of ["en", "es"] as const) {
      const lines = Array.from({ length: 200 }, () =>
        meaningLine({ topic: random(), claim: random(), demand: random() }, tongue, random),
      );
      expect(nearDuplicates(lines)).toBeLessThan(0.1);
    }
  });

  it("lets nobody take part in more than three batches on evasive, without hashtags", () => {
    const posts = new Map<string, number>();
    for (const { account_id } of campaign(evasive)) posts.set(account_id!, (posts.get(account_id!) ?? 0) + 1);
    expect(Math.max(...posts.values())).toBeLessThanOrEqual(3);
    const tags = campaign(evasive).flatMap(({ hashtags }) => hashtags!.split("|"));
    for (const tag of ["AldmoorDecides", "SelvaraWater", "PortQuill", "TamrinCamp", "BrenmarkBase", "CalveraDebt"])
      expect(tags).not.toContain(tag);
  });

  it("uses hashtags that others use too", () => {
    const tags = new Set(campaign(easy).flatMap(({ hashtags }) => hashtags!.split("|").filter(Boolean)));
    const others = new Set(easy.by("organic").flatMap(({ hashtags }) => hashtags!.split("|")));
    expect([...tags].filter((tag) => others.has(tag)).length / tags.size).toBeGreaterThan(0.6);
  });
});
