import { describe, expect, test } from "vitest";
import { clockworkOf, spreadOf } from "../../../src/clusters/measures/clockwork.ts";
import { formRepeats } from "../../../src/clusters/measures/form.ts";
import { outputOf, workingHours } from "../../../src/clusters/measures/output.ts";
import { ownSitesOf } from "../../../src/clusters/measures/own-sites.ts";
import { provenanceOf } from "../../../src/clusters/measures/provenance.ts";
import { standingOf } from "../../../src/clusters/measures/standing.ts";
import { seeded } from "../../../src/math/random.ts";
import { memberWith, postWith } from "../../support/trades.ts";

const MINUTE = 60_000;

const week = (fill: (day: number, hour: number) => number): number[] =>
  Array.from({ length: 168 }, (_, i) => fill(Math.floor(i / 24), i % 24));
const output = (change: object) => ({
  clusterId: "C01",
  account: 0,
  posts: 100,
  own: 100,
  linked: 50,
  boosts: 0,
  days: 10,
  gapVariation: 1,
  ...change,
});

describe("output", () => {
  test("a machine keeps no night, people do; the quiet hours may pass midnight", () => {
    expect(
      outputOf(
        [output({})],
        week(() => 1),
        14,
      ).quietHours,
    ).toBeCloseTo(0.25);
    expect(
      outputOf(
        [output({})],
        week((_, hour) => (hour >= 22 || hour < 4 ? 0 : 1)),
        14,
      ).quietHours,
    ).toBe(0);
    expect(
      outputOf(
        [output({ posts: 20 })],
        week(() => 1),
        14,
      ).quietHours,
    ).toBeNull();
  });

  test("shares are of the middle member, boosts of all posts, and unknown where no target is named", () => {
    const some = outputOf(
      [output({ own: 100 }), output({ own: 90, boosts: 20 }), output({ own: 10 })],
      week(() => 1),
      14,
    );
    expect(some.own).toBe(0.9);
    expect(some.boosts).toBeCloseTo(20 / 300);
    expect(some.steadiness).toBeCloseTo(10 / 14);
    expect(
      outputOf(
        [output({ boosts: null })],
        week(() => 1),
        14,
      ).boosts,
    ).toBeNull();
  });

  test("working hours are found wherever on the globe they are, and a weekend is none", () => {
    const office = (start: number) => week((day, hour) => (day < 5 && hour >= start && hour < start + 9 ? 2 : 0));
    expect(workingHours(office(9))).toBe(1);
    expect(workingHours(office(1))).toBe(1);
    // Nine in the morning of Monday in the east is Sunday evening here.
    const east = week((day, hour) =>
      (day === 6 && hour >= 23) || (day < 4 && hour >= 23) || (day < 5 && hour < 8) ? 2 : 0,
    );
    expect(workingHours(east)).toBe(1);
    expect(workingHours(week(() => 1))).toBeCloseTo(45 / 168);
    expect(workingHours(week((day) => (day >= 5 ? 1 : 0)))!).toBeLessThan(0.3);
    expect(workingHours(week((day, hour) => (day === 0 && hour < 3 ? 1 : 0)))).toBeNull();
  });
});

describe("clockwork", () => {
  const at = (times: readonly number[], client: string | null = null) =>
    times.map((timeMs, post) => postWith({ post, timeMs, client }));

  test("times at full and half hours are a clock's, times of people are not", () => {
    const marks = clockworkOf(
      at(Array.from({ length: 20 }, (_, i) => i * 7 * 30 * MINUTE + (i % 3) * 1000)),
      new Map(),
    );
    expect(marks.marks).toBeGreaterThan(0.98);
    expect(marks.marksP).toBeLessThan(1e-6);
    const random = seeded(3, "clockwork");
    const people = clockworkOf(at(Array.from({ length: 400 }, () => random() * 1e9)), new Map());
    expect(people.marks).toBeLessThan(0.15);
    expect(people.marksP).toBeGreaterThan(0.001);
  });

  test("many posts in one minute are one piece of evidence", () => {
    const once = clockworkOf(at(Array.from({ length: 50 }, (_, i) => 5 * MINUTE + i)), new Map());
    expect(once.marks).toBeNull();
  });

  test("the commonest client, how common it is here and elsewhere; unknown where most posts name none", () => {
    const posts = [...at([1, 2, 3], "queue"), ...at([4], "phone")];
    expect(clockworkOf(posts, new Map([["queue", 0.02]]))).toMatchObject({
      client: "queue",
      sameClient: 0.75,
      clientElsewhere: 0.02,
    });
    expect(clockworkOf(posts, new Map()).clientElsewhere).toBe(0);
    expect(clockworkOf([...at([1], "queue"), ...at([2, 3])], new Map()).sameClient).toBeNull();
  });

  test("spread is from first to last on one object, of objects that two acted on", () => {
    const acts = [
      { key: "a", timeMs: 5 },
      { key: "a", timeMs: 1 },
      { key: "b", timeMs: 100 },
      { key: "c", timeMs: 10 },
      { key: "c", timeMs: 30 },
      { key: "c", timeMs: 20 },
    ];
    expect(spreadOf(acts)).toBe(20);
    expect(spreadOf([{ key: "a", timeMs: 5 }])).toBeNull();
  });
});

test("a thermometer repeats its form, people do not, and what two accounts share is not asked", () => {
  const thermometer = [4, 17, 9].map((degrees) => ({
    account: 1,
    text: `Kiel: ${degrees} °C, wind ${degrees + 3} km/h`,
  }));
  expect(formRepeats(thermometer)).toBe(1);
  const copies = [1, 2, 3].map((account) => ({ account, text: "the very same words of all of them" }));
  expect(formRepeats(copies)).toBeNull();
  const people = ["we went to the harbour", "soup again tonight", "nobody told me that"].map((text) => ({
    account: 2,
    text,
  }));
  expect(formRepeats(people)!).toBeLessThan(0.1);
});

describe("provenance", () => {
  const carried = (account: number, text: string, url: string) =>
    postWith({ account, text, urls: [url], domains: [new URL(url).host] });

  test("counts distinct texts once, however many carry them", () => {
    const posts = [
      carried(1, "Strike ends (Union Wire)", "https://one.example/1"),
      carried(2, "Strike ends (Union Wire)", "https://two.example/1"),
      carried(3, "Strike ends (Union Wire)", "https://three.example/1"),
      carried(1, "Dog found after a week", "https://one.example/2"),
    ];
    expect(provenanceOf(posts)).toMatchObject({
      texts: 2,
      sourced: 0.5,
      linksApart: 1,
      oneSite: 0.5,
      site: "one.example",
    });
  });

  test("one link for all is not apart, and links of t.co, new for every post, say nothing", () => {
    const same = [1, 2, 3].map((account) => carried(account, "Read this now", "https://one.example/1"));
    expect(provenanceOf(same).linksApart).toBeCloseTo(1 / 3);
    const short = [1, 2].map((account) => postWith({ account, text: `Read this https://t.co/abc${account}` }));
    expect(provenanceOf(short).linksApart).toBeNull();
  });

  test("shares are unknown without texts, and answers and reposts are not the member's texts", () => {
    expect(provenanceOf([postWith({ kind: "repost", text: "Strike ends (AP)" })]).sourced).toBeNull();
  });

  test("languages count from a twentieth on", () => {
    const posts = Array.from({ length: 100 }, (_, i) => postWith({ language: i < 60 ? "es" : i < 98 ? "de" : "cy" }));
    expect(provenanceOf(posts).languages).toBe(2);
    expect(provenanceOf([postWith({})]).languages).toBeNull();
  });
});

test("a site is a member's own when most of its links lead there and no other member's do", () => {
  expect(
    ownSitesOf([
      { site: "a.example", share: 0.9 },
      { site: "b.example", share: 0.7 },
      { site: "c.example", share: 0.3 },
      { site: "d.example", share: 1 },
      { site: "d.example", share: 1 },
    ]),
  ).toEqual({ linking: 5, own: 2 });
});

test("standing counts those of whom something is said, and takes the middle of what is known", () => {
  const members = [
    memberWith({
      name: "Selby Gazette",
      bio: "A paper of the Union Media group",
      followersRank: 0.9,
      ageDays: 100,
      verified: true,
    }),
    memberWith({
      name: "Otley Courier",
      bio: "A paper of the Union Media group",
      followersRank: 0.7,
      ageDays: 300,
      verified: false,
    }),
    memberWith({ handle: "quakebot", bio: "" }),
  ];
  expect(standingOf(members)).toEqual({
    described: 2,
    machine: 0,
    news: 2,
    translators: 0,
    sameOwner: 2,
    audience: 0.9,
    ageDays: 300,
    verified: 0.5,
  });
  expect(standingOf([memberWith({})])).toMatchObject({ described: 0, audience: null, ageDays: null, verified: null });
});
