import { describe, expect, test } from "vitest";
import { type Choice, NONE, regroup, stabilityOf } from "../../src/clusters/regroup.ts";
import { networkOf } from "../../src/communities/csr.ts";
import { connectedParts } from "../../src/communities/labels.ts";
import { between, chance, seeded } from "../../src/math/random.ts";
import { clique, type TieRow, tiesOf } from "../support/ties.ts";

const OPTIONS = { resolution: 0.05, seed: 1 };
const ALL: Choice = { level: 0.05, leastObjects: 2, off: [] };

/** Groups as sets of accounts, in their order. */
function setsOf(group: Int32Array): number[][] {
  const sets: number[][] = [];
  group.forEach((of, account) => {
    if (of !== NONE) sets[of] = [...(sets[of] ?? []), account];
  });
  return sets;
}

function randomTies(seed: number) {
  const random = seeded("ties", seed);
  const accounts = between(random, 4, 40);
  const rows = new Map<string, TieRow>();
  for (let i = between(random, 3, 150); i > 0; i--) {
    const [one, other] = [between(random, 0, accounts - 1), between(random, 0, accounts - 1)];
    if (one === other) continue;
    const [a, b] = [Math.min(one, other), Math.max(one, other)];
    const trace = (["co-url", "same-text", "co-reply", "burst-hashtag"] as const)[between(random, 0, 3)]!;
    const standsAt = 10 ** -between(random, 1, 9);
    rows.set(`${a} ${b} ${trace}`, { a, b, trace, standsAt, bits: 60 * random(), objects: between(random, 2, 9) });
  }
  return tiesOf(
    [...rows.values()],
    Array.from({ length: accounts }, () => between(random, 0, 3)),
    3,
  );
}

describe("groups at another threshold", () => {
  const ties = tiesOf(
    [
      ...clique([0, 1, 2, 3], { standsAt: 1e-8, objects: 6 }),
      ...clique([4, 5, 6], { standsAt: 1e-3 }),
      { a: 3, b: 4, standsAt: 0.04 },
    ],
    [1, 1, 1, 1, 2, 2, 2, 0],
  );

  test("surer, a pair between two groups goes, then the weaker group; by raw weight as well", () => {
    // So low is the resolution that one pair joins two groups: as few false pairs as the level allows would not.
    expect(setsOf(regroup(ties, ALL, OPTIONS).group)).toEqual([[0, 1, 2, 3, 4, 5, 6]]);
    expect(setsOf(regroup(ties, { ...ALL, level: 0.03 }, OPTIONS).group)).toEqual([
      [0, 1, 2, 3],
      [4, 5, 6],
    ]);
    const surer = regroup(ties, { ...ALL, level: 1e-3 - 1e-12 }, OPTIONS);
    expect(surer).toMatchObject({ groups: 1, accounts: 4, pairs: 6, inside: 6 });
    expect(setsOf(regroup(ties, { ...ALL, leastObjects: 6 }, OPTIONS).group)).toEqual([[0, 1, 2, 3]]);
    expect(regroup(ties, { ...ALL, leastObjects: 7 }, OPTIONS)).toMatchObject({ groups: 0, accounts: 0, pairs: 0 });
  });

  test("a pair at the level itself stays", () => {
    expect(regroup(ties, { ...ALL, level: 1e-3 }, OPTIONS).groups).toBe(2);
    expect(regroup(ties, { ...ALL, level: 0.04 }, OPTIONS).pairs).toBe(10);
    expect(regroup(ties, { ...ALL, level: 0.0399 }, OPTIONS).pairs).toBe(9);
  });

  test("the strongest row of a group is one that stays and lies inside it", () => {
    const rows = tiesOf(
      [
        ...clique([0, 1, 2]),
        { a: 0, b: 1, trace: "same-text", bits: 90, standsAt: 0.04 },
        { a: 1, b: 2, trace: "co-reply", bits: 50 },
        { a: 2, b: 3, bits: 400 },
      ],
      [1, 1, 1, 0],
    );
    const strongest = (choice: Choice) => {
      const at = regroup(rows, choice, OPTIONS).strongest[0]!;
      return rows.columns.bits[at];
    };
    expect(strongest({ ...ALL, level: 0.04 })).toBe(400);
    expect(strongest({ ...ALL, level: 0.01, off: ["L"] })).toBe(undefined);
    expect(strongest({ ...ALL, level: 0.04, off: ["L"] })).toBe(90);
  });

  test("a layer that is off takes its pairs along, and is counted for nothing", () => {
    const two = tiesOf(
      [...clique([0, 1, 2]), ...clique([3, 4, 5], { trace: "same-text", bits: 7 })],
      [1, 1, 1, 2, 2, 2],
    );
    const found = regroup(two, { ...ALL, off: ["T"] }, OPTIONS);
    expect(setsOf(found.group)).toEqual([[0, 1, 2]]);
    expect([...found.pairsOfTrace]).toEqual([3, 0, 0, 0]);
    expect([...regroup(two, ALL, OPTIONS).bitsOfTrace]).toEqual([60, 21, 0, 0]);
  });

  test("bursts of hashtags group only whom nothing else has grouped", () => {
    const rows = [
      ...clique([0, 1, 2]),
      ...clique([3, 4, 5]),
      ...clique([0, 1, 2, 3, 4, 5], { trace: "burst-hashtag", bits: 500 }),
      ...clique([6, 7, 8, 9], { trace: "burst-hashtag", bits: 500 }),
      { a: 5, b: 6, trace: "burst-hashtag" as const, bits: 500 },
    ];
    const found = regroup(tiesOf(rows, [1, 1, 1, 2, 2, 2, 0, 0, 0, 0]), ALL, OPTIONS);
    expect(setsOf(found.group)).toEqual([
      [0, 1, 2],
      [3, 4, 5],
      [6, 7, 8, 9],
    ]);
  });

  test("families add up, traces of one family do not", () => {
    // Account 3 hangs on both groups: by one stronger pair on the first, by two weaker traces on the second.
    const between = (second: TieRow["trace"]) =>
      tiesOf(
        [
          ...clique([0, 1, 2]),
          ...clique([4, 5, 6]),
          { a: 0, b: 3, bits: 30 },
          { a: 3, b: 4 },
          { a: 3, b: 4, ...(second === undefined ? {} : { trace: second }) },
        ],
        new Array(7).fill(0),
      );
    const fine = { resolution: 1, seed: 1 };
    expect(setsOf(regroup(between("same-text"), ALL, fine).group)[0]).toEqual([0, 1, 2, 3]);
    expect(setsOf(regroup(between("co-reply"), ALL, fine).group)[1]).toEqual([3, 4, 5, 6]);
    // One edge of the graph, however many traces.
    expect(regroup(between("co-reply"), ALL, fine).pairs).toBe(8);
  });

  test("fewer pairs stay at smaller q, and those that do stood before", () => {
    for (let seed = 0; seed < 200; seed++) {
      const ties = randomTies(seed);
      let before = regroup(ties, { ...ALL, level: 1 }, OPTIONS);
      for (let decade = 1; decade <= 10; decade++) {
        const now = regroup(ties, { ...ALL, level: 10 ** -decade }, OPTIONS);
        expect(now.pairs).toBeLessThanOrEqual(before.pairs);
        for (const [trace, pairs] of now.pairsOfTrace.entries())
          expect(pairs).toBeLessThanOrEqual(before.pairsOfTrace[trace]!);
        before = now;
      }
      expect(before).toMatchObject({ groups: 0, accounts: 0, pairs: 0 });
    }
  });

  test("every group hangs together by pairs that stay, has three accounts at least, and is the same whenever it is asked for", () => {
    for (let seed = 0; seed < 300; seed++) {
      const ties = randomTies(seed);
      const random = seeded("choice", seed);
      const choice: Choice = {
        level: 10 ** -between(random, 0, 6),
        leastObjects: between(random, 2, 5),
        off: chance(random, 0.3) ? ["T"] : [],
      };
      const found = regroup(ties, choice, OPTIONS);
      regroup(ties, { ...choice, level: 1e-4 }, OPTIONS);
      expect(regroup(ties, choice, OPTIONS)).toEqual(found);
      const { a, b, standsAt, objects, trace, count, account } = ties.columns;
      const stay = [...Array(count).keys()].filter(
        (row) =>
          standsAt[row]! <= choice.level &&
          objects[row]! >= choice.leastObjects &&
          (choice.off.length === 0 || trace[row] !== 1),
      );
      const network = networkOf({
        nodeCount: account.length,
        from: Uint32Array.from(stay, (row) => a[row]!),
        to: Uint32Array.from(stay, (row) => b[row]!),
      });
      const alone = Uint32Array.from(found.group, (group, v) => (group === NONE ? account.length + v : group));
      const outside = found.group.filter((group) => group === NONE).length;
      expect(connectedParts(network, alone).count).toBe(found.groups + outside);
      for (const set of setsOf(found.group)) expect(set.length).toBeGreaterThanOrEqual(3);
      expect(account.length - outside).toBe(found.accounts);
    }
  });
});

describe("stability", () => {
  test("one where groups stand apart, less where they hang on chance, null where no pair stays", () => {
    const apart = tiesOf([...clique([0, 1, 2, 3, 4, 5]), ...clique([6, 7, 8, 9, 10, 11])], new Array(12).fill(0));
    expect(stabilityOf(apart, ALL, OPTIONS)).toBe(1);
    const ring: TieRow[] = Array.from({ length: 30 }, (_, i) => ({
      a: Math.min(i, (i + 1) % 30),
      b: Math.max(i, (i + 1) % 30),
    }));
    const loose = stabilityOf(tiesOf(ring, new Array(30).fill(0)), ALL, { resolution: 1, seed: 1 })!;
    expect(loose).toBeLessThan(0.9);
    expect(loose).toBeGreaterThan(0);
    expect(stabilityOf(apart, { ...ALL, level: 1e-9 }, OPTIONS)).toBe(null);
  });
});
