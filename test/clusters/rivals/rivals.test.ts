import { describe, expect, test } from "vitest";
import { RIVALS } from "../../../src/clusters/rivals/catalogue.ts";
import { FANS } from "../../../src/clusters/rivals/fans.ts";
import { GIVEAWAY } from "../../../src/clusters/rivals/giveaway.ts";
import type { Rival } from "../../../src/clusters/rivals/hypothesis.ts";
import { NEWS_SHOCK } from "../../../src/clusters/rivals/news-shock.ts";
import { PETITION } from "../../../src/clusters/rivals/petition.ts";
import { EXPLAINS, RIVAL_NAMES } from "../../../src/clusters/rivals/rival.ts";
import { SPAM } from "../../../src/clusters/rivals/spam.ts";
import { SPORTS } from "../../../src/clusters/rivals/sports.ts";
import { TRAINING } from "../../../src/clusters/rivals/training.ts";
import { weighRivals } from "../../../src/clusters/rivals/weigh.ts";
import { type FactsByHand, factsByHand, factsUnmeasured } from "../../support/facts.ts";

const OPEN = { touched: 400, outsiders: 380, middle: 0.5, gini: 0.3 };
const BUSY = { moments: 20, near: 2000, expected: 1000, excess: 2 };
const { persistence, lifetimes, copies } = factsByHand();

interface Planted {
  readonly rival: Rival;
  /** What this rival would look like. */
  readonly facts: FactsByHand;
  /** One fact at a time turned against it, which must cost it something; and whether that alone denies it. */
  readonly against: readonly (readonly [what: string, change: FactsByHand, denied: boolean])[];
  /** Its words alone, in every post. */
  readonly words: FactsByHand;
}

const PLANTED: readonly Planted[] = [
  {
    rival: FANS,
    facts: {
      words: { fan: { posts: 0.6, bios: 5 } },
      openness: OPEN,
      disclosure: { described: 10, naming: 7, names: ["lina"] },
      reciprocity: { linked: 15, pairs: 20, mutual: 9 },
    },
    against: [
      ["no word of fans", { words: {} }, false],
      ["nobody else takes part", { openness: { touched: 20, outsiders: 0, middle: 0, gini: 0.3 } }, false],
      ["no description names it", { disclosure: { described: 10, naming: 0, names: [] } }, false],
      ["they do not talk to each other", { reciprocity: { linked: 2, pairs: 2, mutual: 0 } }, false],
    ],
    words: { words: { fan: { posts: 1 } } },
  },
  {
    rival: SPORTS,
    facts: { words: { sport: { posts: 0.8, bios: 5 } }, openness: OPEN, clock: BUSY },
    against: [
      ["no word of sports", { words: {} }, true],
      ["others say as much", { words: { sport: { posts: 0.8, outside: 0.8 } } }, true],
      ["the clock is their own", { clock: { ...BUSY, excess: 0.9 } }, false],
      ["nobody else watches", { openness: { touched: 20, outsiders: 0, middle: 0, gini: 0.3 } }, false],
    ],
    words: { words: { sport: { posts: 1 } } },
  },
  {
    rival: NEWS_SHOCK,
    facts: {
      openness: OPEN,
      clock: BUSY,
      persistence: { ...persistence, objectsOfPair: 2 },
      words: { alert: { posts: 0.6 } },
    },
    against: [
      ["nobody else is busier", { clock: { ...BUSY, excess: 1 } }, false],
      ["nobody else shares it", { openness: { touched: 20, outsiders: 0, middle: 0, gini: 0 } }, false],
      ["the same pairs again and again", { persistence }, false],
      ["not headed as news", { words: {} }, false],
    ],
    words: { words: { alert: { posts: 1 } } },
  },
  {
    rival: PETITION,
    facts: {
      words: { petition: { posts: 0.95 } },
      openness: OPEN,
      copies: { ...copies, topTextMembers: 15, linked: 40, topLink: 38 },
      persistence: { ...persistence, postsOfMember: 1 },
      lifetimes: { ...lifetimes, ageDays: 2000 },
    },
    against: [
      ["no word of signing", { words: {} }, true],
      ["ten posts each", { persistence: { ...persistence, postsOfMember: 10 } }, false],
      ["accounts of yesterday", { lifetimes: { ...lifetimes, ageDays: 2 } }, false],
      ["every link another", { copies: { ...copies, topTextMembers: 15 } }, false],
      ["every text another", { copies: { ...copies, topTextMembers: 1, topLink: 38 } }, false],
    ],
    words: { words: { petition: { posts: 1 } } },
  },
  {
    rival: GIVEAWAY,
    facts: {
      words: { prize: { posts: 1, bios: 6 }, entry: { posts: 0.9 } },
      openness: OPEN,
      targets: { posts: 40, top: 25, authors: 2, toMembers: 0 },
    },
    against: [
      ["no prize", { words: { entry: { posts: 0.9 } } }, true],
      ["no conditions", { words: { prize: { posts: 1, bios: 6 } } }, false],
      ["nobody else enters", { openness: { touched: 20, outsiders: 0, middle: 0, gini: 0 } }, false],
      ["forty hosts", { targets: { posts: 40, top: 1, authors: 40, toMembers: 0 } }, false],
    ],
    words: { words: { prize: { posts: 1 } } },
  },
  {
    rival: SPAM,
    facts: {
      words: { offer: { posts: 0.6 }, amount: { posts: 0.6 }, contact: { posts: 0.6 } },
      copies: { ...copies, linked: 90 },
    },
    against: [
      ["no offer", { words: { amount: { posts: 0.6 }, contact: { posts: 0.6 } } }, false],
      ["no sum", { words: { offer: { posts: 0.6 }, contact: { posts: 0.6 } } }, false],
      ["nobody to write to", { words: { offer: { posts: 0.6 }, amount: { posts: 0.6 } } }, false],
      ["nothing to follow", { copies: { ...copies, linked: 0 } }, false],
    ],
    words: { words: { offer: { posts: 1 } } },
  },
  {
    rival: TRAINING,
    facts: {
      words: { training: { posts: 0.5, bios: 6 } },
      lifetimes: { dated: 20, burst: 18, ageDays: 0.2, activeDays: 1, silentDays: 10, posts: 5 },
      persistence: { ...persistence, spanDays: 0.3 },
    },
    against: [
      ["no word of a class", { words: {} }, true],
      [
        "accounts of every age",
        { lifetimes: { dated: 20, burst: 2, ageDays: 400, activeDays: 1, silentDays: 10, posts: 5 } },
        false,
      ],
      [
        "they go on",
        { lifetimes: { dated: 20, burst: 18, ageDays: 0.2, activeDays: 28, silentDays: 0, posts: 5 } },
        false,
      ],
      [
        "they write much",
        { lifetimes: { dated: 20, burst: 18, ageDays: 0.2, activeDays: 1, silentDays: 10, posts: 90 } },
        false,
      ],
      ["they meet for weeks", { persistence }, false],
    ],
    words: { words: { training: { posts: 1 } } },
  },
];

describe.each(PLANTED.map((one) => [one.rival.name, one] as const))("%s", (name, { rival, facts, against, words }) => {
  const planted = rival.weigh(factsByHand(facts)).score;

  test("explains what looks like it, better than all others", () => {
    expect(planted).toBeGreaterThan(0.7);
    const [best] = weighRivals(factsByHand(facts));
    expect(best).toMatchObject({ name, score: planted });
  });

  test("does not explain a crew by itself", () => {
    expect(rival.weigh(factsByHand()).score).toBeLessThan(0.15);
  });

  test.each(against)("is weakened: %s", (_, change, denied) => {
    const { score } = rival.weigh(factsByHand({ ...facts, ...change }));
    expect(score).toBeLessThan(planted - 0.01);
    if (denied) expect(score).toBeLessThan(EXPLAINS);
  });

  test("its words alone, in every post, explain nothing", () => {
    expect(rival.weigh(factsByHand(words)).score).toBeLessThan(EXPLAINS);
  });

  test("nothing measured speaks for it", () => {
    const { score, measurements } = rival.weigh(factsUnmeasured());
    expect(score).toBeLessThan(EXPLAINS);
    const missing = measurements.filter(({ value }) => value === "not measured");
    expect(missing.length).toBeGreaterThan(0);
    expect(missing.every(({ points }) => points === "neither")).toBe(true);
  });

  test("says why, with its score", () => {
    const { sentence, score, measurements } = rival.weigh(factsByHand(facts));
    expect(sentence).toContain(`(${score.toFixed(2)})`);
    expect(measurements.some(({ points }) => points === "for")).toBe(true);
    expect(rival.question).toMatch(/\?$/);
  });
});

test("every rival once, by a name of the list; none is favoured when all are equally poor", () => {
  const names = RIVALS.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  expect(names.every((name) => (RIVAL_NAMES as readonly string[]).includes(name))).toBe(true);
  const weighed = weighRivals(factsByHand());
  expect(weighed.map(({ score }) => score)).toEqual([...weighed.map(({ score }) => score)].sort((a, b) => b - a));
  expect(weighed).toHaveLength(names.length);
});
