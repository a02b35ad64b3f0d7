import { expect, test } from "vitest";
import { EXPLAINS } from "../../../src/clusters/rivals/rival.ts";
import { SYNDICATION } from "../../../src/clusters/rivals/syndication.ts";
import { NOTHING_KNOWN, tradesOf } from "../../support/trades.ts";

const score = (...facts: Parameters<typeof tradesOf>) => SYNDICATION.weigh(tradesOf(...facts)).score;
const PUBLISHES = { own: 1, linked: 1, boosts: 0 };
const CHAIN = {
  standing: { news: 10, sameOwner: 9, audience: 0.8 },
  output: PUBLISHES,
  provenance: { sourced: 0.95, linksApart: 1 },
  ownSites: { linking: 10, own: 10 },
};

test("papers of one chain that name their wire are explained", () => {
  expect(score(CHAIN)).toBeGreaterThan(0.9);
});

test("a sham newsroom that looks the same, without an agency, without years and readers, is not", () => {
  const sham = { ...CHAIN, provenance: { sourced: 0, linksApart: 1 } };
  expect(score({ ...sham, standing: { news: 10, audience: 0.3, ageDays: 40 } })).toBeLessThan(0.1);
  // Nor with bought accounts of an ordinary age and audience.
  expect(score({ ...sham, standing: { news: 10, audience: 0.5, ageDays: 1500 } })).toBeLessThan(0.4);
  // Nor when it types an agency's name into its texts.
  expect(score({ ...CHAIN, standing: { news: 10, audience: 0.3, ageDays: 40 } })).toBeLessThan(EXPLAINS);
});

test("desks of one publisher are known by their audience and by a link for each, where names are not exported", () => {
  const desks = {
    output: PUBLISHES,
    provenance: { sourced: 0, linksApart: 1 },
    standing: { described: 0, audience: 0.999, ageDays: 5000 },
  };
  expect(score(desks, NOTHING_KNOWN)).toBeGreaterThan(EXPLAINS);
  expect(score({ ...desks, provenance: { sourced: 0, linksApart: 0.2 } }, NOTHING_KNOWN)).toBeLessThan(EXPLAINS);
  expect(score({ ...desks, standing: { described: 0, audience: null, ageDays: null } }, NOTHING_KNOWN)).toBeLessThan(
    0.2,
  );
});

test("people who talk and boost each other are no outlets, whatever they call themselves", () => {
  expect(
    score({ ...CHAIN, provenance: { sourced: 0.2 }, output: { own: 0.4, linked: 0.4, boosts: 0.3 } }),
  ).toBeLessThan(EXPLAINS);
});
