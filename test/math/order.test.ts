import { describe, expect, it } from "vitest";
import { gatherFloat64, gatherUint32, identity, orderByKey, orderByNumber, startsOf } from "../../src/math/order.ts";
import { between, pick, seeded } from "../../src/math/random.ts";

/** Stable by contract of the language since 2019. */
const plainOrder = (values: ArrayLike<number>) =>
  Array.from(values, (_, i) => i).sort((left, right) => values[left]! - values[right]!);

describe("order by key", () => {
  it("is a stable sort, also on top of an earlier order", () => {
    const random = seeded("keys");
    for (let run = 0; run < 200; run++) {
      const keyCount = between(random, 1, 12);
      const n = between(random, 0, 60);
      const first = Uint32Array.from({ length: n }, () => between(random, 0, keyCount - 1));
      const second = Uint32Array.from({ length: n }, () => between(random, 0, keyCount - 1));
      expect([...orderByKey(first, keyCount)]).toEqual(plainOrder(first));
      const both = orderByKey(first, keyCount, orderByKey(second, keyCount));
      expect([...both]).toEqual(plainOrder(Array.from(first, (key, i) => key * keyCount + second[i]!)));
    }
  });

  it("tells where each key begins, also those nobody has", () => {
    expect([...startsOf(Uint32Array.of(3, 1, 1, 3, 3), 5)]).toEqual([0, 0, 2, 2, 5, 5]);
    expect([...startsOf(new Uint32Array(0), 2)]).toEqual([0, 0, 0]);
  });

  it("refuses a key that is out of range, by its value", () => {
    expect(() => orderByKey(Uint32Array.of(0, 7), 7)).toThrow("key 7 is not below 7");
  });
});

describe("order by number", () => {
  const random = seeded("numbers");
  // Above 4,096 elements another method takes over.
  const sizes = [0, 1, 2, 100, 4095, 4096, 9000];
  const kinds: Record<string, () => number> = {
    "times of a week": () => 1.7e12 + between(random, 0, 604_800_000),
    "many ties": () => between(random, -3, 3),
    "negative times": () => -1e12 + between(random, 0, 1e6),
    fractions: () => (random() - 0.5) * 10,
    "whole numbers and a few halves": () => between(random, 0, 1000) + (random() < 0.01 ? 0.5 : 0),
    "far apart": () => pick(random, [-1, 1]) * 2 ** between(random, 0, 51),
    "too far apart for whole numbers": () => pick(random, [-1, 1]) * 2 ** between(random, 0, 300),
    "multiples of 65,536": () => 65_536 * between(random, 0, 70_000),
    "plus and minus zero": () => pick(random, [0, -0, 1]),
  };

  it.each(Object.keys(kinds))("is a stable sort: %s", (kind) => {
    for (const size of sizes) {
      const values = Float64Array.from({ length: size }, kinds[kind]!);
      expect([...orderByNumber(values)]).toEqual(plainOrder(values));
      expect([...orderByNumber(values.slice().sort())]).toEqual([...identity(size)]);
    }
  });

  it("refuses what has no place in an order", () => {
    expect(() => orderByNumber(Float64Array.of(1, Number.NaN))).toThrow("NaN at 1");
    expect(() => orderByNumber(Float64Array.of(Number.POSITIVE_INFINITY))).toThrow("Infinity at 0");
  });
});

describe("gathering", () => {
  it("takes the values in the order given, repeated ones too", () => {
    expect([...gatherUint32(Uint32Array.of(7, 8, 9), Uint32Array.of(2, 0, 2))]).toEqual([9, 7, 9]);
    expect([...gatherFloat64(Float64Array.of(0.5, -1), Uint32Array.of(1))]).toEqual([-1]);
  });
});
