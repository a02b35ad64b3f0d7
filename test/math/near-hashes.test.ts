import { expect, it } from "vitest";
import { nearHashes } from "../../src/math/near-hashes.ts";
import { type Random, seeded } from "../../src/math/random.ts";

const word = (random: Random): number => Math.floor(random() * 2 ** 32);
const bits = (value: number): number => (value === 0 ? 0 : (value & 1) + bits(value >>> 1));

/** Hashes of which many are others with some bits flipped. */
function hashes(count: number, random: Random): { low: Uint32Array; high: Uint32Array } {
  const low = new Uint32Array(count);
  const high = new Uint32Array(count);
  for (let i = 0; i < count; i++) {
    const isCopy = i > 0 && random() < 0.7;
    const from = Math.floor(random() * i);
    [low[i], high[i]] = isCopy ? [low[from]!, high[from]!] : [word(random), word(random)];
    for (let flip = Math.floor(random() * 14); isCopy && flip > 0; flip--) {
      const place = Math.floor(random() * 64);
      if (place < 32) low[i] = (low[i]! ^ (1 << place)) >>> 0;
      else high[i] = (high[i]! ^ (1 << (place - 32))) >>> 0;
    }
  }
  return { low, high };
}

it("finds exactly the pairs that comparing all with all finds, each once, at every radius", () => {
  for (const radius of [0, 3, 4, 10, 15]) {
    for (let seed = 0; seed < 4; seed++) {
      const { low, high } = hashes(120, seeded(seed, "hashes", radius));
      const expected: string[] = [];
      for (let i = 0; i < 120; i++) {
        for (let j = i + 1; j < 120; j++) {
          if (bits((low[i]! ^ low[j]!) >>> 0) + bits((high[i]! ^ high[j]!) >>> 0) <= radius) expected.push(`${i} ${j}`);
        }
      }
      const found: string[] = [];
      nearHashes(low, high, radius, (i, j) => found.push(`${i} ${j}`));
      expect(found.sort()).toEqual(expected.sort());
      expect(expected.length).toBeGreaterThan(radius > 2 ? 5 : 0);
    }
  }
});

it("refuses a radius for which its blocks would miss pairs", () => {
  expect(() => nearHashes(new Uint32Array(1), new Uint32Array(1), 16, () => {})).toThrow("16");
});
