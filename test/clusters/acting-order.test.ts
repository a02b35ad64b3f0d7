import { describe, expect, test } from "vitest";
import { actingOrder, type Place } from "../../src/clusters/acting-order.ts";
import { seeded } from "../../src/math/random.ts";

const places = (list: readonly (readonly [rank: number, size: number])[]): Place[] =>
  list.map(([rank, size]) => ({ rank, size, isClear: true }));
const always = (rank: number, size: number, times: number) =>
  actingOrder(places(Array.from({ length: times }, () => [rank, size])));

describe("who only ever joins in", () => {
  test("right behind the first of twenty, eight times", () => {
    const order = always(3, 20, 8);
    expect(order).toMatchObject({ objects: 8, first: 0, isJoiner: true });
    expect(order.expectedFirst).toBeCloseTo(0.4);
    expect(order.place).toBeCloseTo(2 / 19);
    expect(order.pPlace).toBeLessThan(0.001);
  });

  test("after all the others", () => {
    expect(always(20, 20, 8).isJoiner).toBe(true);
  });

  test("never first of three, thirty times: the place says nothing, the missing firsts do", () => {
    const order = always(2, 3, 30);
    expect(order.pPlace).toBe(1);
    expect(order.pFirst).toBeCloseTo((2 / 3) ** 30, 9);
    expect(order.isJoiner).toBe(true);
    expect(always(2, 3, 3).isJoiner).toBe(false);
  });

  test("not whoever is first now and then, nor whoever stands in the middle of a fixed order", () => {
    const opener = places([...Array(7).fill([3, 20]), [1, 20]]);
    expect(actingOrder(opener).isJoiner).toBe(false);
    expect(always(10, 20, 12).isJoiner).toBe(false);
    expect(always(1, 20, 12).isJoiner).toBe(false);
  });

  test("one first in twenty does not make an opener", () => {
    expect(actingOrder(places([...Array(19).fill([3, 20]), [1, 20]])).isJoiner).toBe(true);
  });

  test("a first with a stranger right before it is none, and nobody is expected to be first there", () => {
    const behind = places(Array(9).fill([3, 20]));
    expect(actingOrder([...behind, { rank: 1, size: 20, isClear: true }]).isJoiner).toBe(true);
    const two = Array.from({ length: 2 }, () => ({ rank: 1, size: 20, isClear: true }));
    expect(actingOrder([...behind, ...two]).isJoiner).toBe(false);
    const strangers = actingOrder([...behind, ...two.map((place) => ({ ...place, isClear: false }))]);
    expect(strangers).toMatchObject({ objects: 11, clear: 9, first: 0, isJoiner: true });
    expect(strangers.expectedFirst).toBeCloseTo(9 / 20);
  });

  test("nobody without a place", () => {
    expect(actingOrder([])).toMatchObject({ objects: 0, pFirst: 1, pPlace: 1, isJoiner: false });
  });

  test("a place outside its object is a fault", () => {
    expect(() => actingOrder([{ rank: 4, size: 3, isClear: true }])).toThrow("place 4 of 3");
    expect(() => actingOrder([{ rank: 1, size: 1, isClear: true }])).toThrow("place 1 of 1");
  });
});

test("among equals both tests keep their level, and few are called joiners", () => {
  const random = seeded(1, "equals");
  const runs = 4000;
  let firsts = 0;
  let ends = 0;
  let joiners = 0;
  for (let i = 0; i < runs; i++) {
    const order = actingOrder(
      Array.from({ length: 15 }, () => {
        const size = 2 + Math.floor(random() * 12);
        return { size, rank: 1 + Math.floor(random() * size), isClear: random() < 0.7 };
      }),
    );
    if (order.pFirst <= 0.05) firsts++;
    if (order.pPlace <= 0.1) ends++;
    if (order.isJoiner) joiners++;
  }
  expect(firsts / runs).toBeLessThan(0.06);
  expect(ends / runs).toBeGreaterThan(0.08);
  expect(ends / runs).toBeLessThan(0.12);
  expect(joiners / runs).toBeLessThan(0.06);
});
