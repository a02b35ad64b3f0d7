import { describe, expect, test } from "vitest";
import { IMITATION } from "../../../src/clusters/rivals/imitation.ts";
import { EXPLAINS } from "../../../src/clusters/rivals/rival.ts";
import { SCHEDULER } from "../../../src/clusters/rivals/scheduler.ts";
import { TRANSLATORS } from "../../../src/clusters/rivals/translators.ts";
import { NOTHING_KNOWN, tradesOf } from "../../support/trades.ts";

describe("scheduler", () => {
  const score = (...facts: Parameters<typeof tradesOf>) => SCHEDULER.weigh(tradesOf(...facts)).score;
  const QUEUE = {
    clockwork: { marks: 0.99, marksP: 1e-9, sameClient: 1, clientElsewhere: 0.02, client: "queue" },
    spreadS: 1,
  };

  test("strangers on one tool, who share what everybody shares, are explained by it", () => {
    expect(score(QUEUE, {}, { middle: 0.8 })).toBeGreaterThan(0.8);
  });

  test("a tool does not explain what nobody else shares", () => {
    expect(score(QUEUE, {}, { middle: 0.05 })).toBeLessThan(EXPLAINS);
  });

  test("minute marks that chance could make are none, and open sharing alone is no tool", () => {
    expect(
      score({ clockwork: { ...QUEUE.clockwork, marksP: 0.01, sameClient: 0.5 } }, {}, { middle: 0.8 }),
    ).toBeLessThan(EXPLAINS);
    expect(score({}, NOTHING_KNOWN, { middle: 1 })).toBeLessThan(0.2);
  });
});

describe("translators", () => {
  const score = (...facts: Parameters<typeof tradesOf>) => TRANSLATORS.weigh(tradesOf(...facts)).score;
  const CIRCLE = { standing: { translators: 7 }, provenance: { credited: 0.9, languages: 3 }, spreadS: 40_000 };

  test("those who say so, name the source and take hours are translators", () => {
    expect(score(CIRCLE)).toBeGreaterThan(0.8);
  });

  test("a circle of four, where a third of the texts are the source's own, is one", () => {
    const four = { described: 4, translators: 4 };
    expect(score({ ...CIRCLE, standing: four, provenance: { credited: 0.4, languages: 3 } })).toBeGreaterThan(0.6);
    expect(score({ ...CIRCLE, standing: four, provenance: { credited: 0.05, languages: 3 } })).toBeLessThan(EXPLAINS);
  });

  test("a batch of translations within minutes that credits nobody is an operation's", () => {
    expect(
      score({ standing: { translators: 0 }, provenance: { credited: 0, languages: 2 }, spreadS: 300 }),
    ).toBeLessThan(0.05);
    expect(
      score({ ...CIRCLE, standing: { translators: 0 }, provenance: { credited: 0.05, languages: 2 } }),
    ).toBeLessThan(0.1);
  });

  test("a share button's credit in one language is no translation", () => {
    expect(score({ provenance: { credited: 1, languages: 1 } }, NOTHING_KNOWN)).toBeLessThan(0.3);
  });
});

describe("imitation", () => {
  const score = (...facts: Parameters<typeof tradesOf>) => IMITATION.weigh(tradesOf(...facts)).score;

  test("members who follow one small group everywhere imitate it", () => {
    expect(score({ precedence: { leaders: 5, joiners: 10, company: 0.9 } })).toBeGreaterThan(0.7);
  });

  test("an audience does not: a crowd was there before, or one author's regulars, or some of them lead", () => {
    expect(score({ precedence: { leaders: 5, joiners: 10, company: 0.1 } })).toBeLessThan(EXPLAINS);
    expect(score({ precedence: { leaders: 0, joiners: 0, company: 0 } })).toBeLessThan(0.05);
    expect(score({ precedence: { leaders: 5, joiners: 4, company: 0.9 } })).toBeLessThan(EXPLAINS);
  });
});
