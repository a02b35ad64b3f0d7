import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { GrowableFloat64, GrowableUint32 } from "../../src/math/growable.ts";
import { type Hash64, HashIndex, hashHex, hashStretch, hashString } from "../../src/math/hash.ts";
import { medianInPlace } from "../../src/math/median.ts";
import { between, seeded, shuffle } from "../../src/math/random.ts";
import { UnionFind } from "../../src/math/union-find.ts";

describe("the index of hashes", () => {
  it("numbers keys as a map does, by first appearance, whatever it grows to", () => {
    const random = seeded("index");
    for (const capacity of [0, 1, 1000]) {
      const index = new HashIndex(capacity);
      const known = new Map<string, number>();
      for (let i = 0; i < 30_000; i++) {
        // Equal lows and equal highs with unequal partners are common, and keys cluster.
        const low = between(random, 0, 150) * (i % 2 === 0 ? 1 : 0x01000000) + 0;
        const high = between(random, 0, 60) * (i % 3 === 0 ? 1 : 0x04000000);
        const key = `${low >>> 0} ${high >>> 0}`;
        expect(index.find(low >>> 0, high >>> 0)).toBe(known.get(key) ?? -1);
        if (!known.has(key)) known.set(key, known.size);
        expect(index.intern(low >>> 0, high >>> 0)).toBe(known.get(key));
      }
      expect(index.size).toBe(known.size);
      expect(known.size).toBeGreaterThan(10_000);
      for (const [key, id] of known) {
        const [low, high] = key.split(" ").map(Number);
        expect(index.find(low!, high!)).toBe(id);
      }
    }
  });
});

describe("hashes of strings", () => {
  it("do not collide in either half more than chance has it", () => {
    const n = 40_000;
    const [lows, highs, both] = [new Set<number>(), new Set<number>(), new Set<string>()];
    const hash: Hash64 = { low: 0, high: 0 };
    for (let i = 0; i < n; i++) {
      hashString(`https://example.org/story/${i}`, hash);
      lows.add(hash.low);
      highs.add(hash.high);
      both.add(`${hash.low} ${hash.high}`);
    }
    // n^2 / 2^33 = 0.19 collisions are expected in each half.
    expect(n - lows.size).toBeLessThanOrEqual(3);
    expect(n - highs.size).toBeLessThanOrEqual(3);
    expect(both.size).toBe(n);
  });

  it("differ for texts that differ in length, order or one unit beyond the Latin ones", () => {
    const texts = ["", "\0", "\0\0", "ab", "ba", "a", "aa", "我", "们", "😀", "😁", "a b", "ab "];
    expect(new Set(texts.map(hashHex)).size).toBe(texts.length);
    for (const text of texts) expect(hashHex(text)).toMatch(/^[0-9a-f]{16}$/);
  });

  it("of a stretch are those of the text cut out", () => {
    const text = "нитка of 😀 strings";
    const [cut, stretch] = [
      { low: 0, high: 0 },
      { low: 0, high: 0 },
    ];
    for (let from = 0; from <= text.length; from++) {
      for (let to = from; to <= text.length; to++) {
        hashString(text.slice(from, to), cut);
        hashStretch(text, from, to, stretch);
        expect(stretch).toEqual(cut);
      }
    }
  });

  it("are pinned: keys written into cases must mean the same tomorrow", () => {
    expect(["", "marionet", "нитка"].map(hashHex)).toMatchInlineSnapshot(`
      [
        "60d8d39192ca2f0e",
        "5908a3ccac85f9f0",
        "63d700d936d266ce",
      ]
    `);
  });
});

describe("median", () => {
  it("is the middle of the sorted stretch, and touches nothing outside it", () => {
    const value = fc.integer({ min: -50, max: 50 });
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 70 }), fc.nat(3), (inner, around) => {
        const edge = new Array<number>(around).fill(Number.NEGATIVE_INFINITY);
        const values = Float64Array.from([...edge, ...inner, ...edge]);
        const sorted = [...inner].sort((left, right) => left - right);
        const [low, high] = [sorted[(inner.length - 1) >> 1]!, sorted[inner.length >> 1]!];
        expect(medianInPlace(values, around, around + inner.length)).toBeCloseTo((low + high) / 2, 12);
        expect([...values.subarray(0, around), ...values.subarray(around + inner.length)]).toEqual([...edge, ...edge]);
      }),
      { seed: 5, numRuns: 500 },
    );
  });

  it("refuses an empty stretch", () => {
    expect(() => medianInPlace(new Float64Array(3), 2, 2)).toThrow("between 2 and 2");
  });
});

describe("disjoint sets", () => {
  it("are the connected parts, whatever the order of joining", () => {
    const random = seeded("sets");
    for (let run = 0; run < 100; run++) {
      const n = between(random, 1, 30);
      const edges = Array.from({ length: between(random, 0, 25) }, () => [
        between(random, 0, n - 1),
        between(random, 0, n - 1),
      ]);
      // Every node takes the smallest name among its neighbours until nothing changes.
      const name = Array.from({ length: n }, (_, i) => i);
      for (let round = 0; round < n; round++) {
        for (const [a, b] of edges) name[a!] = name[b!] = Math.min(name[a!]!, name[b!]!);
      }
      const wanted = [...new Set(name)]
        .sort((a, b) => a - b)
        .map((root) => name.flatMap((own, i) => (own === root ? [i] : [])));
      const sets = new UnionFind(n);
      for (const [a, b] of shuffle(random, [...edges])) sets.join(a!, b!);
      expect(sets.groups()).toEqual(wanted);
      for (const [a, b] of edges) expect(sets.find(a!)).toBe(sets.find(b!));
    }
  });
});

describe("growing columns", () => {
  it("hold what was pushed, through every doubling", () => {
    const [whole, real] = [new GrowableUint32(1), new GrowableFloat64(1)];
    for (let i = 0; i < 1000; i++) {
      whole.push(i * 3);
      real.push(-i / 2);
    }
    expect([whole.length, whole.at(999), real.length, real.at(999)]).toEqual([1000, 2997, 1000, -499.5]);
    const taken = whole.take();
    expect([...taken]).toEqual(Array.from({ length: 1000 }, (_, i) => i * 3));
    expect([...real.take()]).toEqual(Array.from({ length: 1000 }, (_, i) => -i / 2));
  });
});
