import { describe, expect, test } from "vitest";
import type { Touches } from "../../src/coaction/held.ts";
import type { OwnSites } from "../../src/coaction/own-sites.ts";
import { servedAlike } from "../../src/coaction/served.ts";
import { between, type Random, sample, seeded } from "../../src/math/random.ts";

const ACCOUNTS = 1000;
const SITES = 500;
const VALUES = 1000;
const range = (from: number, size: number): number[] => Array.from({ length: size }, (_, i) => from + i);
/** Two crews of commenters, and the ten pages that each of them answers; account u of 800 and above owns site u - 800. */
const CREWS = [range(0, 15), range(15, 15)];
const PAGES = [range(800, 10), range(810, 10)];
type Pair = readonly [number, number];

interface World {
  /** Strangers who answer each page. */
  readonly strangers?: number;
  /** What the sites of the pages have in common: values 900 and above, each on `having` of them, dealt over both sides or within each. */
  readonly having?: number;
  readonly acrossSides?: boolean;
  /** Other sites with each of these values. */
  readonly elsewhere?: number;
}

/** Everybody answers four others; every site has four values of its hoster's many; the crews answer five of their pages each. */
function world(random: Random, { strangers = 1, having = 0, acrossSides = true, elsewhere = 0 }: World) {
  const answers: Pair[] = range(0, 800).flatMap((account) =>
    range(0, 4).map((): Pair => [account, between(random, 0, 799)]),
  );
  for (const [side, crew] of CREWS.entries()) {
    for (const account of crew) for (const page of sample(random, PAGES[side]!, 5)) answers.push([account, page]);
    for (const page of PAGES[side]!)
      for (const account of sample(random, range(100, 600), strangers)) answers.push([account, page]);
  }
  const known: Pair[] = range(0, SITES).flatMap((site) =>
    range(0, 4).map((): Pair => [site, Math.floor(900 * random() ** 1.5)]),
  );
  if (having > 0) {
    const pools = acrossSides ? [range(0, 20)] : [range(0, 10), range(10, 10)];
    let value = 900;
    for (const pool of pools) {
      for (const _ of range(0, 8)) {
        for (const site of sample(random, pool, having)) known.push([site, value]);
        for (const site of sample(random, range(50, 400), elsewhere)) known.push([site, value]);
        value++;
      }
    }
  }
  return { authors: touchesOf(answers), sites: sitesOf(known) };
}

const touchesOf = (list: readonly Pair[]): Touches => ({
  name: "authors",
  accountCount: ACCOUNTS,
  objectCount: ACCOUNTS,
  account: Uint32Array.from(list, ([account]) => account),
  object: Uint32Array.from(list, ([, author]) => author),
  accountOf: Int32Array.from(range(0, ACCOUNTS)),
});

function sitesOf(list: readonly Pair[]): OwnSites {
  const once = [...new Map(list.map((pair) => [pair.join(" "), pair])).values()];
  return {
    siteOf: Int32Array.from(range(0, ACCOUNTS), (account) => (account < 800 ? 300 + (account % 200) : account - 800)),
    siteCount: SITES,
    valueCount: VALUES,
    site: Uint32Array.from(once, ([site]) => site),
    value: Uint32Array.from(once, ([, value]) => value),
    labels: range(0, VALUES).map((value) => `value ${value}`),
  };
}

const standing = ({ authors, sites }: ReturnType<typeof world>, groups: readonly (readonly number[])[] = CREWS) =>
  servedAlike(groups, authors, sites).filter(({ q }) => q <= 0.05);

describe("crews that serve pages whose sites are run together", () => {
  test("are told by rare values of the sites, which no others have", () => {
    const found = standing(world(seeded("served"), { having: 4 }));
    expect(found.map(({ a, b }) => [a, b])).toEqual([[0, 1]]);
    expect(found[0]!.objects.filter((value) => value >= 900).length).toBeGreaterThanOrEqual(4);
    expect(found[0]!.objects.length).toBeGreaterThan(2 * found[0]!.expected);
  });

  test("are not found where sites have in common what chance gives: at most one world in twenty", () => {
    const worlds = range(0, 60).map((seed) => standing(world(seeded("noise", seed), {})).length);
    expect(worlds.reduce((sum, found) => sum + found, 0)).toBeLessThanOrEqual(3);
  });

  test("nor where each side's sites have much in common among themselves alone", () => {
    expect(standing(world(seeded("apart"), { having: 4, acrossSides: false }))).toEqual([]);
  });

  test("nor where many other sites have the same values", () => {
    expect(standing(world(seeded("common"), { having: 4, elsewhere: 30 }))).toEqual([]);
  });

  test("nor where the pages have a public of their own: whom a crew attacks it does not serve", () => {
    expect(standing(world(seeded("public"), { having: 4, strangers: 30 }))).toEqual([]);
  });

  test("nor where those who serve are few of their group: they do not speak for it", () => {
    const w = world(seeded("served"), { having: 4 });
    const mixed = (others: number) => standing(w, [[...CREWS[0]!, ...range(700, others)], CREWS[1]!]);
    expect(mixed(12)).toHaveLength(1);
    expect(mixed(30)).toEqual([]);
  });

  test("count each pair of groups as a test, and ask nobody who serves fewer than two sites", () => {
    const others = [range(200, 20), range(300, 20)];
    const w = world(seeded("served"), { having: 4 });
    expect(standing(w, [...others, ...CREWS]).map(({ a, b }) => [a, b])).toEqual([[2, 3]]);
    expect(servedAlike(CREWS, { ...w.authors, accountOf: new Int32Array(ACCOUNTS).fill(-1) }, w.sites)).toEqual([]);
  });
});

describe("by hand", () => {
  const trios = CREWS.map((crew) => crew.slice(0, 3));
  /** Group 0 serves the first `size` sites, group 1 the next; page of site s is account 800 + s, answered by three of its group. */
  const found = (size: number, siteCount: number, values: readonly (readonly number[])[]) => {
    const answers = range(0, 2 * size).flatMap((site) =>
      range(0, 3).map((k): Pair => [trios[site < size ? 0 : 1]![k]!, 800 + site]),
    );
    const known = values.flatMap((sites, value) => sites.map((site): Pair => [site, value]));
    return servedAlike(trios, touchesOf(answers), { ...sitesOf(known), siteCount, valueCount: values.length });
  };

  test("p is twice the chance of so many tied sites, were they as often tied as all others", () => {
    const [one] = found(4, 200, [
      [0, 4],
      [1, 5, 100],
    ]);
    // One of the 192 others is tied to either side, one added: each of the four sites is with 2 / 193.
    const r = 2 / 193;
    expect(one!.p).toBeCloseTo(2 * (6 * r ** 2 * (1 - r) ** 2 + 4 * r ** 3 * (1 - r) + r ** 4), 10);
    expect(one!.q).toBeCloseTo(one!.p, 10);
    const [first, second] = [1 / 200, 2 / 200].map((rate) => (1 - (1 - rate) ** 4) ** 2) as [number, number];
    expect(one!.expected).toBeCloseTo(first + second, 10);
    expect(one!.objects).toEqual([0, 1]);
  });

  test("sites that both groups serve are in common to begin with, and tell nothing", () => {
    const answers = range(0, 8).flatMap((site) =>
      trios.flatMap((trio) => trio.map((account): Pair => [account, 800 + site])),
    );
    const known = range(0, 8).map((site): Pair => [site, site % 2]);
    expect(servedAlike(trios, touchesOf(answers), { ...sitesOf(known), valueCount: 2 })).toEqual([]);
  });

  test("what more than one in fifty of the other sites have is common", () => {
    const others = (n: number) => [[0, 1, 4, 5, ...range(100, n)]];
    expect(found(4, 200, others(3))).toHaveLength(1);
    expect(found(4, 200, others(4))).toEqual([]);
  });

  test("less than three times what chance gives is what one country has in common", () => {
    const values = (elsewhere: number) => range(0, 14).map((k) => [k, 30 + k, ...range(100 + 4 * k, elsewhere)]);
    expect(found(30, 400, values(3))).toHaveLength(1);
    expect(found(30, 400, values(4))).toEqual([]);
  });
});
