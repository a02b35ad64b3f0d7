import { describe, expect, test } from "vitest";
import { alikeGroups } from "../../src/coaction/alike.ts";
import { heldObjects, type Touches } from "../../src/coaction/held.ts";
import { takersOf } from "../../src/coaction/takers.ts";
import { between, type Random, sample, seeded } from "../../src/math/random.ts";

const ACCOUNTS = 1000;
const OBJECTS = 400;
type Touch = readonly [account: number, object: number];

function touchesBy(list: readonly Touch[], accountOf?: Int32Array): Touches {
  return {
    name: "authors",
    accountCount: ACCOUNTS,
    objectCount: OBJECTS,
    account: Uint32Array.from(list, ([account]) => account),
    object: Uint32Array.from(list, ([, object]) => object),
    ...(accountOf === undefined ? {} : { accountOf }),
  };
}

/** Everybody touches a dozen objects, popular ones oftener. */
function life(random: Random): Touch[] {
  return range(0, ACCOUNTS).flatMap((account) =>
    range(0, 12).map((): Touch => [account, Math.floor(OBJECTS * random() ** 2)]),
  );
}

const shifts = [0, 1, 2].map((shift) => range(shift * 20, 20));

describe("groups that do the same things", () => {
  test("three shifts of one crew are alike, and a group of others is like none of them", () => {
    const random = seeded("shifts");
    const touches = life(random);
    for (const account of shifts.flat())
      for (const k of sample(random, range(0, 6), 4)) touches.push([account, 390 + k]);
    const groups = [...shifts, range(500, 20)];
    for (const account of groups[3]!) for (const k of sample(random, range(0, 6), 4)) touches.push([account, 380 + k]);
    const found = alikeGroups(groups, [touchesBy(touches)]).filter(({ q }) => q <= 0.05);
    expect(found.map(({ a, b }) => [a, b])).toEqual([
      [0, 1],
      [0, 2],
      [1, 2],
    ]);
    for (const { objects, expected } of found) {
      expect(objects.every((object) => object >= 390 && object < 396)).toBe(true);
      expect(expected).toBeLessThan(1);
    }
  });

  test("one common object is not enough, however rare", () => {
    const touches: Touch[] = [...life(seeded("one")), ...shifts.flat().map((account): Touch => [account, 399])];
    expect(alikeGroups(shifts, [touchesBy(touches)])).toEqual([]);
  });

  test("what many others touch as well makes nobody alike", () => {
    const touches = life(seeded("common"));
    for (const account of [...shifts.flat(), ...range(500, 200)]) {
      for (const object of [390, 391, 392]) touches.push([account, object]);
    }
    expect(alikeGroups(shifts, [touchesBy(touches)]).filter(({ q }) => q <= 0.05)).toEqual([]);
  });

  test("groups with tastes of their own, each a few rare objects drawn by popularity, are hardly ever called alike", () => {
    let alarms = 0;
    for (let run = 0; run < 100; run++) {
      const random = seeded("tastes", run);
      const touches = life(random);
      const groups = range(0, 12).map((i) => range(i * 20, 20));
      for (const group of groups) {
        for (const object of range(0, 5).map(() => Math.floor(OBJECTS * random() ** 2))) {
          for (const account of sample(random, group, between(random, 8, 16))) touches.push([account, object]);
        }
      }
      if (alikeGroups(groups, [touchesBy(touches)]).some(({ q }) => q <= 0.05)) alarms++;
    }
    // Every one is false: five in a hundred are announced, eleven come by chance once in a hundred.
    expect(alarms).toBeLessThanOrEqual(10);
  });

  test("repeating a touch, or the order of the rows, changes nothing", () => {
    const random = seeded("order");
    const touches = life(random);
    for (const account of shifts.flat()) for (const k of range(0, 4)) touches.push([account, 390 + k]);
    const once = alikeGroups(shifts, [touchesBy(touches)]);
    expect(once.length).toBeGreaterThan(0);
    expect(alikeGroups(shifts, [touchesBy([...touches, ...touches].reverse())])).toEqual(once);
  });
});

test("a group holds what a quarter of it touched, three at least", () => {
  const groups = [range(0, 8), range(20, 16)];
  const touches: Touch[] = [
    ...range(0, 2).map((u): Touch => [u, 0]),
    ...range(0, 3).map((u): Touch => [u, 1]),
    ...range(20, 3).map((u): Touch => [u, 1]),
    ...range(20, 4).map((u): Touch => [u, 2]),
  ];
  const { held, cells, active } = heldObjects(groups, touchesBy(touches));
  expect(held.map(({ object, holders }) => [object, [...holders]])).toEqual([
    [1, [0]],
    [2, [1]],
  ]);
  expect([cells, active]).toEqual([12, 7]);
});

describe("groups that take up the same third group", () => {
  // Authors 300 to 319 are the accounts 900 to 919: pages of one network.
  const accountOf = Int32Array.from({ length: OBJECTS }, (_, author) =>
    author >= 300 && author < 320 ? author + 600 : -1,
  );
  const pages = range(900, 20);
  const comments = (random: Random, authors: readonly (readonly number[])[]): Touch[] => [
    ...life(random).filter(([, object]) => object < 300 || object >= 320),
    ...shifts.flatMap((group, i) =>
      group.flatMap((account) => sample(random, authors[i]!, 4).map((author): Touch => [account, author])),
    ),
  ];

  test("are found, though no two of them share an author", () => {
    const own = [range(300, 6), range(306, 6), range(312, 6)];
    const touches = touchesBy(comments(seeded("pages"), own), accountOf);
    const groups = [...shifts, pages];
    expect(alikeGroups(groups, [touches]).filter(({ q }) => q <= 0.05)).toEqual([]);
    const found = takersOf(groups, touches).filter(({ q }) => q <= 0.05);
    expect(found.map(({ a, b }) => [a, b])).toEqual([
      [0, 1],
      [0, 2],
      [1, 2],
    ]);
    // Whoever is answered does not become part of those who answer.
    expect(found.some(({ a, b }) => a === 3 || b === 3)).toBe(false);
  });

  test("are not where the authors are of no group, or not known at all", () => {
    const elsewhere = [range(340, 6), range(350, 6), range(360, 6)];
    const touches = comments(seeded("elsewhere"), elsewhere);
    expect(takersOf([...shifts, pages], touchesBy(touches, accountOf)).filter(({ q }) => q <= 0.05)).toEqual([]);
    expect(takersOf([...shifts, pages], touchesBy(touches))).toEqual([]);
  });
});

function range(from: number, size: number): number[] {
  return Array.from({ length: size }, (_, i) => from + i);
}
