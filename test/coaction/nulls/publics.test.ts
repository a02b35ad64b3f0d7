import { expect, it } from "vitest";
import { publicWeights } from "../../../src/coaction/nulls/publics.ts";
import { between, seeded } from "../../../src/math/random.ts";
import { type Act, participationOf } from "../worlds.ts";

/** Accounts of three publics of 120, 40 and 5; each act stays in its own public with the given chance. */
function world(stays: number): { part: ReturnType<typeof participationOf>; publicOf: Uint32Array } {
  const random = seeded("publics", stays);
  const publicOf = Uint32Array.from({ length: 165 }, (_, u) => (u < 120 ? 1 : u < 160 ? 2 : 3));
  const acts: Act[] = [];
  for (let u = 0; u < 165; u++) {
    for (let k = 0; k < 30; k++) {
      const own = publicOf[u] === 1 ? between(random, 0, 599) : between(random, 600, 799);
      acts.push([u, random() < stays ? own : between(random, 0, 799), 1e6 * random()]);
    }
  }
  return { part: participationOf(acts, 165, 800, 60_000), publicOf };
}

it("deals out a level that is 1 on average over all pairs, more of it to pairs of a small public and little across", () => {
  const { part, publicOf } = world(1);
  const weight = publicWeights(part, publicOf, 2);
  let [sum, pairs] = [0, 0];
  for (let a = 0; a < 165; a++) {
    for (let b = 0; b < a; b++) {
      sum += weight(a, b);
      pairs++;
    }
  }
  expect(sum / pairs).toBeCloseTo(1, 6);
  expect(weight(120, 121)).toBeGreaterThan(2 * weight(0, 1));
  expect(weight(0, 120)).toBeLessThan(0.5);
  expect(weight(160, 161)).toBe(weight(0, 120));
});
