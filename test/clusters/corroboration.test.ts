import { expect, test } from "vitest";
import { corroboration, pairsOf } from "../../src/clusters/corroboration.ts";
import { type ActionByHand, evidenceByHand, layerByHand } from "../support/layers.ts";

/** Accounts 0 and 1 share objects 0 and 1, accounts 2 and 3 share 0 and 2, accounts 4 and 5 share 0. */
const ACTS: ActionByHand[] = [
  [0, 0, 0],
  [1, 0, 0],
  [0, 1, 0],
  [1, 1, 0],
  [2, 0, 0],
  [3, 0, 0],
  [2, 2, 0],
  [3, 2, 0],
  [4, 0, 0],
  [5, 0, 0],
];
/** The words and the links of a description are one place; the picture is another. */
const PLACE = Uint8Array.of(1, 1, 0);
/** p is half of the q given: 1e-7, but 1e-3 for the pair with one object. */
const PAIRS = [
  { a: 0, b: 1, q: 2e-7 },
  { a: 2, b: 3, q: 2e-7 },
  { a: 4, b: 5, q: 2e-3 },
];
const profiles = () => evidenceByHand(ACTS, 1e9, layerByHand(PAIRS, "identity", "shared-profile"));
const keptPairs = (behaved: ReadonlySet<number>, q = 0.05) => {
  const { pairs, kept } = corroboration(profiles(), PLACE, behaved, q);
  return [...kept].map((i) => [pairs.a[i], pairs.b[i]]);
};
const behaviour = (...list: [number, number][]) =>
  pairsOf([evidenceByHand([], 1, layerByHand(list.map(([a, b]) => ({ a, b, q: 0.01 }))))]);

test("alone, two places of the profile are asked for: a description with its links is copied in one go", () => {
  expect(keptPairs(new Set())).toEqual([[2, 3]]);
});

test("alone, they must stand out among all pairs", () => {
  expect(keptPairs(new Set(), 1e-5)).toEqual([]);
});

test("one trait supports a pair that stands out by what it did, and is paid for among such pairs", () => {
  expect(keptPairs(behaviour([4, 5]))).toEqual([
    [2, 3],
    [4, 5],
  ]);
  const { significance } = corroboration(profiles(), PLACE, behaviour([4, 5], [7, 8], [7, 9]), 0.05);
  // p of 1e-3, the only one of three pairs.
  expect(significance.q[2]).toBeCloseTo(3e-3, 12);
  expect(significance.qAccount[2]).toBe(significance.q[2]);
  // Pairs left to the many keep theirs.
  expect(significance.qAccount[1]).toBe(2e-7);
});

test("behaviour that does not stand out lends nothing", () => {
  const weak = pairsOf([evidenceByHand([], 1, layerByHand([{ a: 4, b: 5, q: 0.2 }]))]);
  expect(keptPairs(weak)).toEqual([[2, 3]]);
});
