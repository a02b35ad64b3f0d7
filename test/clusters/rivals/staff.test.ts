import { expect, test } from "vitest";
import { EXPLAINS } from "../../../src/clusters/rivals/rival.ts";
import { STAFF } from "../../../src/clusters/rivals/staff.ts";
import { NOTHING_KNOWN, tradesOf } from "../../support/trades.ts";

const score = (...facts: Parameters<typeof tradesOf>) => STAFF.weigh(tradesOf(...facts)).score;
const staff = (employed: number) => ({
  affiliation: { described: 10, organisation: "loretobikes", naming: 8, employed, pushed: 1 },
  employerAudience: 0.95,
  officeHours: 0.9,
});

test("half of them and more who say where they work are staff", () => {
  expect(score(staff(7))).toBeGreaterThan(0.8);
  expect(score(staff(5))).toBeGreaterThan(0.8);
});

test("a third is not half: fronts of one crew, each named by a few", () => {
  expect(score({ ...staff(3), officeHours: 0.9 })).toBeLessThan(EXPLAINS);
});

test("supporters name it and do not work there", () => {
  expect(score({ ...staff(0), officeHours: 0.4 })).toBeLessThan(0.05);
});

test("an organisation that nobody follows, on accounts made last month, at any hour, is a front", () => {
  const front = { ...staff(8), employerAudience: 0.1, officeHours: 0.4, standing: { ageDays: 30 } };
  expect(score(front)).toBeLessThan(EXPLAINS);
});

test("working hours without a word of work explain nothing, nor does what is not known", () => {
  expect(score({ officeHours: 1 })).toBeLessThan(0.1);
  expect(score({}, NOTHING_KNOWN)).toBeLessThan(0.1);
  const unknown = STAFF.weigh(tradesOf({}, NOTHING_KNOWN)).measurements[0]!;
  expect(unknown).toMatchObject({ value: "not measured", points: "neither" });
});
