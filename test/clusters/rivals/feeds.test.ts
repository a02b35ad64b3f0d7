import { expect, test } from "vitest";
import { FEEDS } from "../../../src/clusters/rivals/feeds.ts";
import { EXPLAINS } from "../../../src/clusters/rivals/rival.ts";
import { NOTHING_KNOWN, tradesOf } from "../../support/trades.ts";

const PUT_OUT = { own: 1, linked: 0, boosts: 0, gapVariation: 1, quietHours: 0.2 };
const BOTS = { standing: { machine: 9 }, output: PUT_OUT, form: 0.7 };
const score = (...facts: Parameters<typeof tradesOf>) => FEEDS.weigh(tradesOf(...facts)).score;

test("bots that say so, talk to nobody and keep no night are feeds, with or without an account table beside the label", () => {
  expect(score(BOTS)).toBeGreaterThan(0.8);
  expect(score({ ...BOTS, publicSites: null, form: 0.1 })).toBeGreaterThan(EXPLAINS);
});

test("alert services that half say so are feeds when they carry what others link", () => {
  const alerts = { standing: { machine: 4, news: 8 }, output: PUT_OUT };
  expect(score({ ...alerts, publicSites: 1 })).toBeGreaterThan(EXPLAINS);
});

test("the same machine without a label is none: an operation is automated as well", () => {
  expect(score({ ...BOTS, standing: { machine: 0 } })).toBeLessThan(0.3);
  expect(score({ ...BOTS, standing: { machine: 0, news: 10 }, publicSites: 0 })).toBeLessThan(0.4);
});

test("who labels itself and boosts its kind is no feed", () => {
  expect(score({ ...BOTS, output: { ...PUT_OUT, boosts: 0.3, own: 0.6 } })).toBeLessThan(0.3);
});

test("a label alone does not explain", () => {
  expect(score({ standing: { machine: 10 } })).toBeLessThan(EXPLAINS);
});

test("what the export does not hold speaks for nothing", () => {
  const weighed = FEEDS.weigh(tradesOf({ output: { own: 1 } }, NOTHING_KNOWN));
  expect(weighed.score).toBeLessThan(0.1);
  expect(weighed.measurements.filter(({ points }) => points === "for").length).toBeLessThanOrEqual(1);
});
