import { describe, expect, test } from "vitest";
import { powerSentence } from "../../src/clusters/power.ts";
import { coAct } from "../../src/coaction/kernel.ts";
import { assess } from "../../src/coaction/significance.ts";
import { between, seeded } from "../../src/math/random.ts";
import { type Act, actionsOf, innocentActs } from "./worlds.ts";

const WINDOW_MS = 60_000;
const ACCOUNTS = 400;
const OBJECTS = 300;

/** Innocent accounts, and the first ten of them on `shared` more objects within the window, with one passer-by each. */
function world(shared: number, seed = 5) {
  const random = seeded(seed, "power");
  const acts: Act[] = innocentActs(
    random,
    Array.from({ length: ACCOUNTS }, () => 8),
    Array.from({ length: OBJECTS }, () => 2 + 20 * random() ** 3),
    () => 20 * WINDOW_MS,
  );
  for (let k = 0; k < shared; k++) {
    const atMs = between(random, 0, 1e9);
    for (let account = 0; account < 10; account++) acts.push([account, OBJECTS + k, atMs + account * 1000]);
    acts.push([between(random, 20, ACCOUNTS - 1), OBJECTS + k, atMs + 1e7]);
  }
  const { pairs, timeline } = coAct(actionsOf(acts, ACCOUNTS, OBJECTS + shared), {
    windowMs: WINDOW_MS,
    minObjects: 2,
  });
  const { significance, toBeSeen } = assess(pairs, timeline, 2);
  const crewPairs = [...pairs.a.keys()].filter((i) => pairs.a[i]! < 10 && pairs.b[i]! < 10);
  const seenAt = (q: number) => crewPairs.filter((i) => significance.q[i]! <= q).length / 45;
  return { toBeSeen, seenAt };
}

describe("objects that a crew of ten must share", () => {
  test.each([0.05, 1e-6, 1e-12])("a crew with so many is seen, one with fewer is not (q %f)", (q) => {
    const least = world(0).toBeSeen(q)!;
    expect(least).toBeGreaterThanOrEqual(2);
    expect(world(least).seenAt(q)).toBeGreaterThan(0.9);
    if (least > 2) expect(world(least - 1).seenAt(q)).toBeLessThan(0.5);
  });

  test("grow with the certainty asked for", () => {
    const { toBeSeen } = world(0);
    const [easy, hard, harder] = [0.05, 1e-6, 1e-12].map((q) => toBeSeen(q)!);
    expect(hard).toBeGreaterThan(easy!);
    expect(harder).toBeGreaterThan(hard!);
  });

  test("cannot be had where nobody is so active, or nothing was tested", () => {
    expect(world(0).toBeSeen(1e-300)).toBeNull();
    const { pairs, timeline } = coAct(actionsOf([], 3, 0), { windowMs: WINDOW_MS, minObjects: 2 });
    expect(assess(pairs, timeline, 2).toBeSeen(0.05)).toBeNull();
  });
});

test("one sentence for all traces, the easiest first", () => {
  expect(
    powerSentence([
      { trace: "co-url", objects: 5 },
      { trace: "same-text", objects: 3 },
      { trace: "co-media", objects: null },
    ]),
  ).toBe(
    "A crew of 10 accounts of ordinary activity would have been seen had each two of them shared, within the window, at least 3 identical texts or 5 identical links; by identical pictures alone none could have been seen. Smaller or quieter ones may have been missed.",
  );
  expect(powerSentence([])).toMatch(/^No crew of 10 accounts/);
  expect(powerSentence([{ trace: "co-url", objects: null }])).toMatch(/^No crew of 10 accounts/);
});
