import { expect, it } from "vitest";
import { CELLS, NULLS, type NullName, runCell } from "./null-experiment.ts";

const RUNS = 20;

/**
 * The experiment of docs/method.md, "Which null decides": false edges where nobody coordinates, and the share of a planted crew's pairs
 * that each null finds by itself. What it says is asserted, not only printed; the table there was printed by this test (RUNS of 20).
 */
const table = Object.fromEntries(Object.keys(CELLS).map((cell) => [cell, runCell(cell, RUNS)]));
const recall = (null_: NullName, cell: string): number => table[cell]![null_].recall;

it("prints its table", () => {
  const rows = NULLS.map((one) =>
    Object.values(table)
      .map((cell) => `${cell[one].recall.toFixed(2)} / ${cell[one].falseEdges.toFixed(1)} / ${cell[one].alarms}`)
      .join(" | "),
  );
  console.log([`null | ${Object.keys(CELLS).join(" | ")}`, ...rows.map((row, i) => `${NULLS[i]} | ${row}`)].join("\n"));
  expect(rows).toHaveLength(NULLS.length);
});

it.each(NULLS)("%s gives no more alarms on noise than announced, with and without breaking news", (one) => {
  // All that is found is false, so q bounds the share of runs with any: 2 of 40 at 5 %; six or more once in fifty.
  expect(table.noise![one].alarms + table["noise with news"]![one].alarms).toBeLessThanOrEqual(5);
});

it("exchanging times within the object loses most of a crew among others, and all of one that is the audience", () => {
  expect(recall("within", "crew among others")).toBeLessThan(0.6);
  expect(recall("within", "crew alone")).toBeLessThan(0.02);
  expect(recall("within", "crew alone, news")).toBeLessThan(0.02);
});

it("the exogenous baseline finds both, also with a tenth of breaking news", () => {
  for (const cell of ["crew among others", "crew alone"]) expect(recall("outside", cell)).toBeGreaterThan(0.85);
  for (const cell of ["crew among others, news", "crew alone, news"])
    expect(recall("outside", cell)).toBeGreaterThan(0.75);
  for (const cell of Object.keys(CELLS).filter((name) => name.startsWith("crew"))) {
    expect(table[cell]!.outside.falseEdges).toBeLessThanOrEqual(0.5);
  }
});

it("only the author's own other posts keep the baseline from taking a fast author's fans for a crew", () => {
  expect(table["fans of a fast author"]!.outside.falseEdges).toBeGreaterThan(20);
  expect(table["fans of a fast author"]!["outside by author"].falseEdges).toBeLessThanOrEqual(0.5);
  expect(table["fans of a fast author"]!.within.falseEdges).toBeLessThanOrEqual(0.5);
  // And at no price for the crew.
  expect(recall("outside by author", "crew alone")).toBeGreaterThan(0.85);
});

it("the joint null, which decides, finds the crew everywhere at the rate announced, and fans too: rivals are for those", () => {
  for (const cell of Object.keys(CELLS).filter((name) => name.startsWith("crew"))) {
    expect(recall("joint", cell)).toBeGreaterThan(0.95);
    const { recall: share, falseEdges } = table[cell]!.joint;
    expect(falseEdges / (falseEdges + share * 45)).toBeLessThanOrEqual(0.05);
  }
  expect(table["fans of a fast author"]!.joint.falseEdges).toBeGreaterThan(20);
});
