import { describe, expect, it, test } from "vitest";
import { creationBurst } from "../../../src/clusters/identity/creation-burst.ts";
import { dormant } from "../../../src/clusters/identity/dormant.ts";
import { followAsymmetry, followRanks } from "../../../src/clusters/identity/follow-asymmetry.ts";
import { handleShape, shapeOf, shapesOf } from "../../../src/clusters/identity/handle-shape.ts";
import { hourOfWeek } from "../../../src/clusters/identity/hour-of-week.ts";
import type { IdentitySign } from "../../../src/clusters/identity/sign.ts";
import { identitySigns } from "../../../src/clusters/identity/signs.ts";
import { sample, seeded } from "../../../src/math/random.ts";
import type { IdentityFacts } from "../../../src/store/identity-facts.ts";
import { hoursOf, ordinaryFacts, START_MS, withoutColumns } from "./facts.ts";

const DAY_MS = 86_400_000;
const CREW = [3, 40, 77, 101, 160, 200, 231, 299];
const world = () => ordinaryFacts(400, seeded(1, "facts"));
const judge: Readonly<Record<string, (accounts: readonly number[], facts: IdentityFacts) => IdentitySign | null>> = {
  "creation-burst": (accounts, facts) => creationBurst(accounts, facts, 1),
  "handle-shape": (accounts, facts) => handleShape(accounts, facts, shapesOf(facts)),
  dormant,
  "follow-asymmetry": (accounts, facts) => followAsymmetry(accounts, facts, followRanks(facts), 1),
  "hour-of-week": (accounts, facts) => hourOfWeek(accounts, facts, 1),
};

describe("what is planted is found", () => {
  test("accounts created within a week, with when and how many", () => {
    const facts = world();
    for (const account of CREW.slice(0, 6)) facts.createdMs[account] = START_MS - 300 * DAY_MS + account * 3_600_000;
    const sign = creationBurst(CREW, facts, 1)!;
    expect(sign).toMatchObject({ name: "creation-burst", members: 6, observed: 6, p: 0.001 });
    expect(sign.expected).toBeLessThan(0.5);
    expect(sign.sentence).toMatch(/^6 of 8 accounts were created .* 2024; .* expected by the other accounts/);
  });

  test("a burst that is everybody's is nobody's", () => {
    const facts = world();
    for (let account = 0; account < 400; account++) facts.createdMs[account] = START_MS - 300 * DAY_MS;
    expect(creationBurst(CREW, facts, 1)?.p ?? 1).toBe(1);
  });

  test("one make of handle", () => {
    const facts = world();
    const handle = [...facts.handle];
    for (const account of CREW) handle[account] = `Maria_${2000 + account}`;
    const sign = handleShape(CREW, facts, shapesOf({ ...facts, handle }))!;
    expect(sign).toMatchObject({ members: 8, expected: 0 });
    expect(sign.p).toBeLessThan(1e-9);
    expect(sign.sentence).toContain("“Aa_9999”");
  });

  test("old accounts taken up again, by their declared posts or by a silence and another language", () => {
    const facts = world();
    for (const account of CREW) {
      facts.posts[account] = 30;
      facts.createdMs[account] = START_MS - 3600 * DAY_MS;
      facts.declaredPosts[account] = 70;
    }
    expect(dormant(CREW, facts)).toMatchObject({ members: 8, observed: 8 });
    expect(dormant(CREW, facts)!.p).toBeLessThan(0.01);
    const silent = world();
    for (const account of CREW) {
      silent.posts[account] = 30;
      silent.declaredPosts[account] = 1e6;
      silent.silenceMs[account] = 200 * DAY_MS;
      silent.changedLanguage[account] = account === CREW[0] ? 0 : 1;
    }
    expect(dormant(CREW, silent)!.observed).toBe(7);
  });

  test("following far above followers, and following nobody", () => {
    const facts = world();
    for (const account of CREW) facts.following[account] = 20 * (facts.followers[account]! + 10);
    expect(followAsymmetry(CREW, facts, followRanks(facts), 1)).toMatchObject({ members: 8, p: 0.002 });
    expect(followAsymmetry(CREW, facts, followRanks(facts), 1)!.observed).toBeGreaterThan(15);
    const nobody = world();
    for (const account of CREW) nobody.following[account] = 0;
    const sign = followAsymmetry(CREW, nobody, followRanks(nobody), 1)!;
    expect(sign).toMatchObject({ members: 8, p: 0.002 });
    expect(sign.sentence).toContain("follow nobody");
    const popular = world();
    for (const account of CREW) popular.followers[account] = 1e6;
    expect(followAsymmetry(CREW, popular, followRanks(popular), 1)!.p).toBeGreaterThan(0.5);
  });

  test("a desk's hours, told as clocks and never as a country", () => {
    const facts = world();
    for (const account of CREW) facts.posts[account] = 30;
    const random = seeded(4, "desk");
    const desk = (account: number) =>
      CREW.includes(account)
        ? 24 * Math.floor(5 * random()) + 1 + Math.floor(8 * random())
        : Math.floor(168 * random());
    const sign = hourOfWeek(CREW, { ...facts, hours: hoursOf(facts.posts, desk) }, 1)!;
    expect(sign.p).toBe(0.001);
    expect(sign.observed).toBeLessThan(sign.expected);
    expect(sign.sentence).toContain("consistent with a working day at UTC+8 to UTC+9");
    expect(sign.sentence).not.toMatch(/china|asia/i);
  });

  test("hours that only busyness makes even are not a rhythm", () => {
    const facts = world();
    for (let account = 0; account < 400; account++) facts.posts[account] = account % 2 === 0 ? 4 : 300;
    const random = seeded(5, "busy");
    const hours = hoursOf(facts.posts, () => Math.floor(168 * random()));
    const busy = [1, 21, 41, 61, 81, 101, 121, 141];
    expect(hourOfWeek(busy, { ...facts, hours }, 1)!.p).toBeGreaterThan(0.05);
  });
});

describe("on pure noise p is no smaller than it says", () => {
  for (const [name, sign] of Object.entries(judge)) {
    test(name, () => {
      const p: number[] = [];
      for (let seed = 0; seed < 120; seed++) {
        const random = seeded(seed, "noise");
        // A small world, so that ties and discreteness are as bad as they come.
        const facts = ordinaryFacts(120, random);
        const found = sign(sample(random, [...Array(120).keys()], 10), facts);
        p.push(found?.p ?? 1);
      }
      // Three standard deviations of a binomial above the level.
      for (const level of [0.05, 0.2, 0.5]) {
        const below = p.filter((one) => one <= level).length;
        expect(below / p.length).toBeLessThanOrEqual(level + 3 * Math.sqrt((level * (1 - level)) / p.length));
      }
    });
  }
});

describe("nothing to measure", () => {
  it("leaves out what the export does not hold", () => {
    const facts = withoutColumns(world());
    for (const name of ["creation-burst", "handle-shape", "dormant", "follow-asymmetry"])
      expect(judge[name]!(CREW, facts)).toBeNull();
    expect(identitySigns(facts, undefined, 1)(CREW).map((sign) => sign.name)).toEqual(["hour-of-week"]);
  });

  it("judges no cluster of two, and none without others beside it", () => {
    for (const sign of Object.values(judge)) {
      expect(sign([1, 2], world())).toBeNull();
      expect(sign([...Array(390).keys()], world())).toBeNull();
    }
  });

  it("finds nothing where all accounts are equal", () => {
    const facts = world();
    facts.createdMs.fill(START_MS);
    facts.followers.fill(3);
    facts.following.fill(3);
    facts.declaredPosts.fill(10);
    facts.posts.fill(12);
    const hours = hoursOf(facts.posts, () => 5);
    const equal = { ...facts, handle: facts.handle.map(() => "same1"), hours };
    for (const sign of Object.values(judge)) expect(sign(CREW, equal)?.p ?? 1).toBe(1);
  });

  it("reads the make of a handle in any script", () => {
    expect(shapeOf("JOHN_smith99")).toBe("A_a99");
    expect(shapeOf("李明2024")).toBe("a9999");
  });
});
