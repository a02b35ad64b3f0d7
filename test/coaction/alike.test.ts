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

  test("a third shift is no witness that the customers are popular, nor are kinds of which nobody holds anything", () => {
    const random = seeded("third");
    const touches = life(random);
    // Many shifts, two customers each: only their own popularity could speak against two in common.
    const crew = range(0, 8).map((shift) => range(shift * 20, 20));
    for (const group of crew) for (const account of group) touches.push([account, 398], [account, 399]);
    const idle = range(0, 10).map((): Touches => touchesBy([]));
    const found = alikeGroups(crew, [touchesBy(touches), ...idle]).filter(({ q }) => q <= 0.05);
    expect(found).toHaveLength(28);
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

describe("groups that draw on one stock of lines, each used by one or two members", () => {
  /** Lines 0 to 599 are anybody's, 600 to 639 the stock. */
  const LINES = 30_700;
  const lines = (list: readonly Touch[]): Touches => ({
    ...touchesBy(list),
    name: "short texts",
    objectCount: LINES,
    isHeldByOne: true,
  });
  /** Everybody writes six of the common lines and four of `others`: of thirty thousand most are written once, of a thousand few are. */
  const talk = (random: Random, others = 30_000): Touch[] =>
    range(0, ACCOUNTS).flatMap((account) => [
      ...range(0, 6).map((): Touch => [account, Math.floor(600 * random() ** 2)]),
      ...range(0, 4).map((): Touch => [account, 700 + Math.floor(others * random())]),
    ]);
  const branches = [range(0, 20), range(20, 12)];
  const groups = [...branches, range(500, 20), range(600, 40)];

  test("are alike, and no others", () => {
    const random = seeded("stock");
    const own = talk(random);
    for (const account of branches.flat())
      for (const k of sample(random, range(0, 40), 2)) own.push([account, 600 + k]);
    const held = alikeGroups(groups, [{ ...touchesBy(own), objectCount: LINES }]).filter(({ q }) => q <= 0.05);
    expect(held).toEqual([]);
    const found = alikeGroups(groups, [lines(own)]).filter(({ q }) => q <= 0.05);
    expect(found.map(({ a, b }) => [a, b])).toEqual([[0, 1]]);
    expect(found[0]!.objects.filter((line) => line >= 600 && line < 640).length).toBeGreaterThanOrEqual(5);
  });

  test("are not where three others say the same lines", () => {
    const random = seeded("said");
    const own = talk(random);
    for (const account of branches.flat())
      for (const k of sample(random, range(0, 40), 2)) own.push([account, 600 + k]);
    for (const line of range(600, 40)) for (const account of [700, 701, 702]) own.push([account, line]);
    expect(alikeGroups(groups, [lines(own)]).filter(({ q }) => q <= 0.05)).toEqual([]);
  });

  test.each([1000, 3000, 30_000])("never are where everybody talks alike, with %i lines to choose from", (others) => {
    let alarms = 0;
    for (let run = 0; run < 20; run++) {
      const touches = lines(talk(seeded("talk", run), others));
      alarms += alikeGroups(groups, [touches]).filter(({ q }) => q <= 0.05).length;
    }
    expect(alarms).toBe(0);
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
  touches.push([500, 1], [500, 2], [500, 2], [501, 7]);
  const { held, freeOf, freeActive } = heldObjects(groups, touchesBy(touches));
  expect(held.map(({ object, holders }) => [object, [...holders]])).toEqual([
    [1, [0]],
    [2, [1]],
  ]);
  expect(held.map(({ free }) => free)).toEqual([1, 1]);
  expect([...freeOf]).toEqual([0, 1, 1, 1]);
  expect(freeActive).toBe(2);
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

  const sure = (groups: readonly (readonly number[])[], touches: Touches, how: string): number[][] =>
    takersOf(groups, touches)
      .filter((one) => one.q <= 0.05 && one.how === how)
      .map(({ a, b }) => [a, b]);

  test("are found, though no two of them share an author", () => {
    const own = [range(300, 6), range(306, 6), range(312, 6)];
    const touches = touchesBy(comments(seeded("pages"), own), accountOf);
    const groups = [...shifts, pages];
    expect(alikeGroups(groups, [touches]).filter(({ q }) => q <= 0.05)).toEqual([]);
    expect(sure(groups, touches, "same third")).toEqual([
      [0, 1],
      [0, 2],
      [1, 2],
    ]);
    // No shift alone is most of the pages' public.
    expect(sure(groups, touches, "closed loop")).toEqual([]);
  });

  test("are found where there are so many pages that none is held by a quarter of them", () => {
    const many = Int32Array.from({ length: OBJECTS }, (_, author) => (author >= 300 ? author + 600 : -1));
    const random = seeded("many");
    const touches = life(random).filter(([, object]) => object < 300);
    for (const [i, group] of shifts.entries()) {
      for (const account of group)
        for (const k of sample(random, range(0, 30), 4)) touches.push([account, 300 + 30 * i + k]);
    }
    const network = [...shifts, range(900, 100)];
    expect(sure(network, touchesBy(touches, many), "same third")).toHaveLength(3);
    // All shifts as one are the public of all pages, and belong to them.
    expect(sure([shifts.flat(), range(900, 100)], touchesBy(touches, many), "closed loop")).toEqual([[0, 1]]);
  });

  test("do not take in whom they answer, where others are half of those who do", () => {
    const random = seeded("victims");
    const own = [range(300, 20), range(300, 20), range(300, 20)];
    const touches = comments(random, own);
    for (const account of range(100, 400)) touches.push([account, 300 + between(random, 0, 20)]);
    const groups = [shifts.flat(), pages];
    expect(sure(groups, touchesBy(touches, accountOf), "closed loop")).toEqual([]);
  });

  test("do not take in a group of which they answer a few", () => {
    const touches = comments(seeded("few"), [range(300, 4), range(300, 4), range(300, 4)]);
    // Each of the other pages is answered by one passer-by.
    for (const author of range(304, 16)) touches.push([author + 200, author]);
    expect(sure([shifts.flat(), pages], touchesBy(touches, accountOf), "closed loop")).toEqual([]);
  });

  test("are not one because one busy member of each answers the third", () => {
    const touches = comments(
      seeded("busy"),
      [[], [], []].map(() => range(200, 6)),
    );
    for (const busy of [0, 20, 40]) for (const author of range(300, 20)) touches.push([busy, author]);
    expect(takersOf([...shifts, pages], touchesBy(touches, accountOf)).filter(({ q }) => q <= 0.05)).toEqual([]);
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
