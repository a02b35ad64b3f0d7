import { describe, expect, test } from "vitest";
import { findGroups } from "../../src/clusters/find.ts";
import type { Touches } from "../../src/coaction/held.ts";
import { SILENT } from "../../src/corpus/progress.ts";
import { between, sample, seeded } from "../../src/math/random.ts";
import { type Act, actionsOf, innocentActs } from "../coaction/worlds.ts";

const ACCOUNTS = 560;
const OBJECTS = 360;
const WINDOW = 60_000;
const range = (from: number, size: number): number[] => Array.from({ length: size }, (_, i) => from + i);

const SHIFTS = [range(500, 20), range(520, 20)];

/** Two shifts of one crew that never act on the same thing, and five accounts who act with the first on two things each. */
function world() {
  const random = seeded("whole");
  const rates = range(0, ACCOUNTS).map((u) => (u < 500 ? 4 + 60 / (u + 1) : 3));
  const crowds = range(0, 300).map((i) => 4 + 150 / (i + 1));
  const acts: Act[] = innocentActs(random, rates, crowds, () => 1e8);
  for (const [shift, members] of SHIFTS.entries()) {
    for (const member of members) {
      for (const k of sample(random, range(0, 20), 12)) {
        acts.push([member, 300 + shift * 30 + k, 1e9 + 1e7 * (k + 30 * shift) + between(random, 0, WINDOW)]);
      }
    }
  }
  for (const member of range(540, 5)) {
    for (const k of sample(random, range(0, 20), 3))
      acts.push([member, 300 + k, 1e9 + 1e7 * k + between(random, 0, WINDOW)]);
  }
  const authors: [number, number][] = range(0, ACCOUNTS).flatMap((account) =>
    range(0, 6).map((): [number, number] => [account, Math.floor(200 * random())]),
  );
  for (const account of SHIFTS.flat()) for (const k of range(0, 4)) authors.push([account, 200 + k]);
  const touches: Touches = {
    name: "authors",
    accountCount: ACCOUNTS,
    objectCount: 210,
    account: Uint32Array.from(authors, ([account]) => account),
    object: Uint32Array.from(authors, ([, object]) => object),
    labels: range(0, 210).map((author) => `author ${author}`),
  };
  const traces = [
    {
      actions: actionsOf(acts, ACCOUNTS, OBJECTS),
      windowMs: WINDOW,
      family: "content" as const,
      forgery: "cheap" as const,
    },
  ];
  return { traces, touches };
}

describe("shifts of one crew", () => {
  const { traces, touches } = world();
  const options = { minObjects: 2, q: 0.05, seed: 1 };
  const apart = findGroups(traces, options, SILENT);
  const whole = findGroups(traces, options, SILENT, [touches]);

  test("are two groups by their acts, and one by whom they work for", () => {
    expect(apart.drafts.map(({ parts }) => parts.length)).toEqual([1, 1]);
    expect(whole.drafts).toHaveLength(1);
    const [one] = whole.drafts;
    expect(one!.parts).toHaveLength(2);
    expect(SHIFTS.flat().filter((account) => !one!.accounts.includes(account))).toEqual([]);
    expect(one!.likenesses).toHaveLength(1);
    expect(one!.likenesses[0]).toMatchObject({ kind: "authors", objects: [200, 201, 202, 203] });
    expect(one!.likenesses[0]!.labels).toEqual(["author 200", "author 201", "author 202", "author 203"]);
  });

  test("make a claim as the parts did: what joined adds no link, no bits and no objects to it", () => {
    const [one] = whole.drafts;
    expect(one!.reading).toBe("unexplained");
    const strict = one!.ties.filter(({ isCarried }) => !isCarried);
    const objects = strict.reduce((sum, { layer, pair }) => sum + whole.layers[layer]!.layer.pairs.objects[pair]!, 0);
    expect(one!.observed).toBe(objects);
    expect(one!.observed).toBe(apart.drafts.reduce((sum, { observed }) => sum + observed, 0));
  });

  test("gain those who act with them, each with a tie and a node in the graph", () => {
    const [one] = whole.drafts;
    expect(one!.accounts.filter((account) => account >= 540 && account < 545).length).toBeGreaterThanOrEqual(3);
    expect(one!.accounts.filter((account) => account < 500)).toEqual([]);
    for (const [i, account] of one!.accounts.entries()) {
      expect(whole.accounts.hasNode(String(account))).toBe(true);
      expect(one!.ties.some(({ a, b }) => a === account || b === account)).toBe(true);
      expect(one!.strength[i]).toBeGreaterThan(0);
      expect(one!.membership[i]! >= 0 && one!.membership[i]! <= 1).toBe(true);
    }
  });
});

describe("commenters in two languages and the pages that hardly anybody else answers", () => {
  const PAGES = range(540, 20);
  const random = seeded("loop");
  const acts: Act[] = innocentActs(
    random,
    range(0, ACCOUNTS).map((u) => (u < 500 ? 4 + 60 / (u + 1) : 3)),
    range(0, 300).map((i) => 4 + 150 / (i + 1)),
    () => 1e8,
  );
  for (const [group, members] of [...SHIFTS, PAGES].entries()) {
    for (const member of members) {
      for (const k of sample(random, range(0, 20), 12)) {
        acts.push([member, 300 + group * 20 + k, 1e9 + 1e7 * (k + 20 * group) + between(random, 0, WINDOW)]);
      }
    }
  }
  /** Authors 200 to 219 are the pages; each language answers its own ten, and `others` passers-by answer each. */
  const answers = (others: number): Touches => {
    const list = range(0, 500).flatMap((account) =>
      range(0, 6).map((): [number, number] => [account, Math.floor(200 * random())]),
    );
    for (const [language, members] of SHIFTS.entries()) {
      for (const account of members) {
        for (const k of sample(random, range(0, 10), 5)) list.push([account, 200 + 10 * language + k]);
      }
    }
    for (const page of range(0, 20)) for (const i of range(0, others)) list.push([i * 20 + page, 200 + page]);
    return {
      name: "authors",
      accountCount: ACCOUNTS,
      objectCount: 220,
      account: Uint32Array.from(list, ([account]) => account),
      object: Uint32Array.from(list, ([, object]) => object),
      accountOf: Int32Array.from(range(0, 220), (author) => (author < 200 ? author : 540 + author - 200)),
    };
  };
  /** Of each of 400 sites four values of many; page k owns site k, and `common` values are each on five of their twenty sites. */
  const owned = (common: number): Touches => {
    const known = range(0, 400).flatMap((site) =>
      range(0, 4).map((): [number, number] => [site, between(random, 0, 599)]),
    );
    for (const value of range(600, common))
      for (const site of sample(random, range(0, 20), 5)) known.push([site, value]);
    return {
      name: "site indicators",
      accountCount: ACCOUNTS,
      objectCount: 0,
      account: new Uint32Array(0),
      object: new Uint32Array(0),
      sites: {
        siteOf: Int32Array.from(range(0, ACCOUNTS), (account) => (account < 540 ? -1 : account - 540)),
        siteCount: 400,
        valueCount: 620,
        site: Uint32Array.from(known, ([site]) => site),
        value: Uint32Array.from(known, ([, value]) => value),
        labels: range(0, 620).map((value) => `ip=${value}`),
      },
    };
  };
  const actions = actionsOf(acts, ACCOUNTS, OBJECTS);
  const traces = [{ actions, windowMs: WINDOW, family: "content" as const, forgery: "cheap" as const }];
  /** The same where nothing shows that the pages are a group: each acts on its own. */
  const lone = {
    ...actions,
    object: actions.object.map((object, i) => (actions.account[i]! < 540 ? object : actions.object[0]!)),
  };
  const found = (besides: readonly Touches[]): number[] =>
    findGroups(traces, { minObjects: 2, q: 0.05, seed: 1 }, SILENT, besides)
      .drafts.map(({ parts }) => parts.length)
      .sort();

  test("are one: neither language alone is most of the pages' public, both together are", () => {
    expect(found([])).toEqual([1, 1, 1]);
    expect(found([answers(1)])).toEqual([3]);
  });

  test("are one without the pages, too, where the sites of these are run together, and not where they are not", () => {
    const apart = traces.map((trace) => ({ ...trace, actions: lone }));
    const drafts = (common: number) =>
      findGroups(apart, { minObjects: 2, q: 0.05, seed: 1 }, SILENT, [answers(1), owned(common)]).drafts;
    expect(drafts(0).map(({ parts }) => parts.length)).toEqual([1, 1]);
    const [one, ...more] = drafts(8);
    expect(more).toEqual([]);
    expect(one!.parts).toHaveLength(2);
    expect(one!.accounts.filter((account) => account >= 540)).toEqual([]);
    expect(one!.likenesses.map(({ kind }) => kind)).toEqual(["sites served"]);
    expect(one!.likenesses[0]!.labels).toContain("ip=600");
  });

  test("leave the pages alone where as many others answer these", () => {
    expect(found([answers(12)])).toEqual([1, 2]);
  });
});
