import { describe, expect, test } from "vitest";
import type { EgoPair } from "../../src/corpus/ego.ts";
import { seriate } from "../../web/charts/seriation.ts";
import { linesOf, placeAround, placeOutside } from "../../web/map/radial.ts";
import { LETTERS } from "../../web/state/view.ts";

const pair = (a: number, b: number, trace: string, bits: number): EgoPair => ({
  ...{ a, b, trace, bits, objects: 3, coactions: 4, expected: 0.1, q: 0.001, qFused: 0.001 },
});
const PAIRS = [
  pair(0, 3, "same-text", 40),
  pair(0, 1, "co-url", 30),
  pair(0, 3, "co-url", 20),
  pair(0, 2, "co-url", 10),
  pair(0, 1, "co-domain", 5),
];

describe("places around one account", () => {
  const placed = placeAround([3, 1, 2], PAIRS, LETTERS);

  test("stand by layer, then by surprise, each account once, where it surprises most", () => {
    expect(placed.map(({ account, letter }) => [account, letter])).toEqual([
      [1, "L"],
      [2, "L"],
      [3, "T"],
    ]);
  });

  test("go round once, clockwise, with room between layers", () => {
    const angles = placed.map(({ angle }) => angle);
    expect(angles).toEqual([...angles].sort((x, y) => x - y));
    expect(angles[0]).toBeGreaterThan(0);
    expect(angles.at(-1)).toBeLessThan(2 * Math.PI);
    const [a = 0, b = 0, c = 0] = angles;
    expect(c - b).toBeGreaterThan(b - a);
  });

  test("come out the same, however the pairs of others lie", () => {
    expect(placeAround([3, 1, 2], [...PAIRS, pair(7, 8, "co-url", 99)], LETTERS)).toEqual(placed);
  });

  test("further out, accounts stand near the one they are reached by", () => {
    const outer = placeOutside([20, 21], [pair(3, 20, "co-url", 9), pair(1, 21, "co-url", 8)], placed);
    const far = (account: number) => outer.find((one) => one.account === account)?.angle ?? 0;
    const near = (account: number) => placed.find((one) => one.account === account)?.angle ?? 0;
    const between = (x: number, y: number) => Math.abs(Math.atan2(Math.sin(x - y), Math.cos(x - y)));
    expect(between(far(20), near(3))).toBeLessThan(between(far(20), near(1)));
    expect(between(far(21), near(1))).toBeLessThan(between(far(21), near(3)));
  });
});

describe("lines", () => {
  test("one for each layer of a pair, the most surprising trace of it, side by side", () => {
    const lines = linesOf(PAIRS, []);
    expect(lines).toHaveLength(5);
    const ofThree = lines.filter((line) => line.pair.b === 3);
    expect(ofThree.map(({ lane }) => lane)).toEqual([-0.5, 0.5]);
    const twice = linesOf([pair(0, 1, "hashtag-set", 9), pair(0, 1, "co-hashtag", 8)], []);
    expect(twice.map((line) => line.pair.trace)).toEqual(["hashtag-set"]);
  });

  test("a layer that is off has none, and the rest close up", () => {
    const lines = linesOf(PAIRS, ["L"]);
    expect(lines.map((line) => [line.pair.b, line.letter, line.lane])).toEqual([
      [3, "T", 0],
      [1, "W", 0],
    ]);
  });
});

describe("the order of a table of accounts by sites", () => {
  test("brings together what goes together", () => {
    // Two blocks, shuffled into each other.
    const cells = [0, 2, 4].flatMap((row) => [1, 3].map((column) => [row, column, 1] as const));
    const rest = [1, 3].flatMap((row) => [0, 2].map((column) => [row, column, 1] as const));
    const { rows, columns } = seriate([...cells, ...rest], 5, 4);
    const place = (list: readonly number[], wanted: readonly number[]) =>
      wanted.map((one) => list.indexOf(one)).sort((x, y) => x - y);
    for (const block of [place(rows, [0, 2, 4]), place(columns, [1, 3])]) {
      expect(block.at(-1)! - block[0]!).toBe(block.length - 1);
    }
    expect([...rows].sort()).toEqual([0, 1, 2, 3, 4]);
  });

  test("is that of the case where nothing speaks for another, and empty rows keep the end", () => {
    expect(seriate([[1, 0, 3]], 3, 1).rows).toEqual([1, 0, 2]);
  });
});
