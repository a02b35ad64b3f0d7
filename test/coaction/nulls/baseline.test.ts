import { describe, expect, it } from "vitest";
import { coAct } from "../../../src/coaction/kernel.ts";
import { LEAST_MATCHED, outsideTest } from "../../../src/coaction/nulls/baseline.ts";
import { participation } from "../../../src/coaction/participation.ts";
import { NO_MATCH } from "../../../src/corpus/actions.ts";
import { poissonBinomialTail } from "../../../src/math/poisson-binomial.ts";
import { between, seeded } from "../../../src/math/random.ts";
import { type Act, actionsOf } from "../worlds.ts";

const WINDOW = 60;
const HOUR = 3_600_000;

interface World {
  readonly acts: readonly Act[];
  readonly accounts: number;
  readonly objects: number;
  readonly authorOf?: readonly number[];
}

function testOf({ acts, accounts, objects, authorOf }: World) {
  const { pairs, timeline } = coAct(actionsOf(acts, accounts, objects), { windowMs: WINDOW, minObjects: 2 });
  const part = participation(timeline, WINDOW);
  const matchKey = authorOf === undefined ? {} : { matchKey: Uint32Array.from(authorOf) };
  return { outside: outsideTest(part, { ...timeline, ...matchKey }, pairs), pairs };
}

/** The header of the file, written out: every object looked at for every account, nothing kept between. */
function plain({ acts, accounts, objects, authorOf }: World, a: number, b: number) {
  const { pairs } = testOf({ acts, accounts, objects });
  const firsts = new Map<string, number>();
  for (const [account, object, timeMs] of acts) {
    const key = `${account} ${object}`;
    firsts.set(key, Math.min(timeMs, firsts.get(key) ?? timeMs));
  }
  const first = (u: number, o: number): number | undefined => firsts.get(`${u} ${o}`);
  const on = (o: number): number[] =>
    Array.from({ length: accounts }, (_, u) => u).filter((u) => first(u, o) !== undefined);
  const circle = (u: number): Set<number> => {
    const set = new Set([u]);
    for (let i = 0; i < pairs.count; i++) {
      if (pairs.a[i] === u) set.add(pairs.b[i]!);
      if (pairs.b[i] === u) set.add(pairs.a[i]!);
    }
    return set;
  };
  const size = (o: number): number => Math.floor(Math.log2(on(o).length));
  const hour = (o: number): number =>
    Math.floor((Math.min(...on(o).map((u) => first(u, o)!)) % (24 * HOUR)) / (6 * HOUR));
  const author = (o: number): number => authorOf?.[o] ?? NO_MATCH;
  const response = (u: number, like: (o: number) => boolean): number => {
    let [within, couples, count] = [0, 0, 0];
    for (let o = 0; o < objects; o++) {
      const crowd = on(o);
      if (crowd.length < 2 || !like(o) || first(u, o) !== undefined) continue;
      if (crowd.filter((v) => circle(u).has(v)).length * 2 > crowd.length) continue;
      count++;
      for (const [i, v] of crowd.entries()) {
        for (const w of crowd.slice(0, i)) {
          couples++;
          if (Math.abs(first(v, o)! - first(w, o)!) <= WINDOW) within++;
        }
      }
    }
    const mean = couples / count;
    return count < LEAST_MATCHED ? Number.NaN : (within + mean) / (couples + mean);
  };
  const chance = (u: number, o: number): number => {
    const known = author(o) !== NO_MATCH;
    const alike = (p: number): boolean => author(p) === author(o);
    const near = response(u, (p) => alike(p) && size(p) === size(o) && (known || hour(p) === hour(o)));
    return Number.isNaN(near) ? response(u, (p) => alike(p) && (known || size(p) === size(o))) : near;
  };
  const shared = Array.from({ length: objects }, (_, o) => o)
    .filter((o) => first(a, o) !== undefined && first(b, o) !== undefined)
    .map((o) => ({ o, chance: Math.max(chance(a, o), chance(b, o)) }))
    .filter((one) => !Number.isNaN(one.chance));
  const within = shared.filter(({ o }) => Math.abs(first(a, o)! - first(b, o)!) <= WINDOW).length;
  const chances = shared.map((one) => one.chance);
  return {
    assessable: shared.length,
    within,
    expected: chances.reduce((sum, one) => sum + one, 0),
    p: shared.length === 0 ? Number.NaN : poissonBinomialTail(chances, chances.length, within),
  };
}

describe("the exogenous baseline", () => {
  it("is what its definition says, with authors and without", () => {
    for (const authors of [undefined, 2]) {
      const random = seeded("plain baseline", authors ?? 0);
      const [accounts, objects] = [12, 90];
      const acts: Act[] = [];
      for (let o = 0; o < objects; o++) {
        const bornMs = between(random, 0, 48) * HOUR;
        for (let u = 0; u < accounts; u++) if (random() < 0.25) acts.push([u, o, bornMs + between(random, 0, 400)]);
        // A ring of three, to have a circle that is most of an audience.
        if (o % 9 === 0) for (const u of [0, 1, 2]) acts.push([u, o, bornMs + u]);
      }
      const authorOf =
        authors === undefined ? [] : Array.from({ length: objects }, (_, o) => (o % 5 === 0 ? NO_MATCH : o % authors));
      const world = { acts, accounts, objects, ...(authors === undefined ? {} : { authorOf }) };
      const { outside, pairs } = testOf(world);
      expect(pairs.count).toBeGreaterThan(5);
      let [said, silent] = [0, 0];
      for (let i = 0; i < pairs.count; i++) {
        const [a, b] = [pairs.a[i]!, pairs.b[i]!];
        const truth = plain(world, a, b);
        const found = outside(a, b);
        expect([found.assessable, found.within]).toEqual([truth.assessable, truth.within]);
        expect(found.expected).toBeCloseTo(truth.expected, 9);
        if (Number.isNaN(truth.p)) expect(found.p).toBeNaN();
        else expect(found.p).toBeCloseTo(truth.p, 9);
        if (found.assessable > 0) said++;
        else silent++;
      }
      expect(said).toBeGreaterThan(0);
      // Both are met: objects enough like them elsewhere, and not.
      expect(silent).toBeGreaterThan(0);
    }
  });

  it("says nothing where fewer than ten matched objects are left, and never falls back on other authors", () => {
    const worldOf = (others: number): World => {
      const acts: Act[] = [];
      for (const o of [0, 1]) for (const u of [0, 1]) acts.push([u, o, u]);
      for (let o = 2; o < 2 + others; o++) for (const u of [2, 3]) acts.push([u, o, o * HOUR + u * 1000]);
      // Slow objects of another author, any number of them.
      for (let o = 2 + others; o < 60; o++) for (const u of [2, 3]) acts.push([u, o, o * HOUR + u * 1000]);
      return {
        acts,
        accounts: 4,
        objects: 60,
        authorOf: Array.from({ length: 60 }, (_, o) => (o < 2 + others ? 7 : 8)),
      };
    };
    expect(testOf(worldOf(LEAST_MATCHED - 1)).outside(0, 1)).toEqual({
      assessable: 0,
      within: 0,
      expected: 0,
      p: Number.NaN,
    });
    // One more of the ten matched is taken to have been fast: 1 of 11, twice.
    expect(testOf(worldOf(LEAST_MATCHED)).outside(0, 1).p).toBeCloseTo(1 / 121, 12);
  });
});
