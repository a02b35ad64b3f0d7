import { describe, expect, it } from "vitest";
import { type FusedTrace, fuse } from "../../src/coaction/fuse.ts";
import { coAct } from "../../src/coaction/kernel.ts";
import { assess } from "../../src/coaction/significance.ts";
import type { Family } from "../../src/corpus/trace.ts";
import { cauchyCombination, fisherCombination } from "../../src/math/combine.ts";
import { between, type Random, seeded } from "../../src/math/random.ts";
import { type Act, actionsOf, innocentActs } from "./worlds.ts";

const WINDOW = 60_000;
const Q = 0.05;

function traceOf(family: Family, acts: readonly Act[], accounts: number, objects: number): FusedTrace {
  const { pairs, timeline } = coAct(actionsOf(acts, accounts, objects), { windowMs: WINDOW, minObjects: 2 });
  return { family, pairs, ...assess(pairs, timeline, 2) };
}

function noise(random: Random, accounts: number, objects: number, scale = 1): Act[] {
  const rates = Array.from({ length: accounts }, (_, i) => scale * (2 + 40 / (i + 1)));
  const crowds = Array.from({ length: objects }, (_, i) => 2 + 100 / (i + 1));
  return innocentActs(random, rates, crowds, () => 10 ** (5 + 3 * random()));
}

const keyed = (columns: { a: Uint32Array; b: Uint32Array }, values: Float64Array): Map<string, number> =>
  new Map(Array.from(values, (value, i) => [`${columns.a[i]} ${columns.b[i]}`, value]));

describe("fusion of traces", () => {
  it("is what its definition says, pair by pair", () => {
    for (let run = 0; run < 8; run++) {
      const random = seeded("fusion", run);
      const [accounts, objects] = [16, 20];
      const families: Family[] = ["content", "content", "target", "timing"];
      // Few times, so that one post is often seen by several traces.
      const worlds = families.map((_, t) =>
        Array.from({ length: 70 }, (): Act => {
          const account = between(random, 0, accounts - 1 - 2 * t);
          return [account, between(random, 0, objects - 1), 30_000 * between(random, 0, 12)];
        }),
      );
      const traces = families.map((family, t) => traceOf(family, worlds[t]!, accounts, objects));
      const fusion = fuse(traces, 2);
      const p = plainFusion(traces, families, worlds, accounts);
      expect(fusion.a.length).toBeGreaterThan(5);
      expect([...keyed(fusion, fusion.p).keys()].sort()).toEqual([...p.keys()].sort());
      for (const [key, { value, weight }] of p) {
        const found = keyed(fusion, fusion.p).get(key)!;
        expect(found).toBeCloseTo(value, 9);
        expect(weight).toBeGreaterThan(0);
      }
      // Weighted Benjamini-Hochberg, level by level.
      const weighed = [...p.values()].map(({ value, weight }) => Math.min(1, value / weight));
      const q = keyed(fusion, fusion.q);
      for (const [key, { value, weight }] of p) {
        const own = Math.min(1, value / weight);
        const levels = weighed
          .filter((one) => one >= own)
          .map((one) => (one * fusion.tested) / weighed.filter((other) => other <= one).length);
        expect(q.get(key)!).toBeCloseTo(Math.min(1, ...levels), 9);
      }
      for (const [t, { pairs }] of traces.entries()) {
        expect(Array.from(fusion.at[t]!, (i) => [fusion.a[i], fusion.b[i]])).toEqual(
          Array.from(pairs.a, (a, i) => [a, pairs.b[i]]),
        );
      }
    }
  });

  it("weighs pairs 1 on average, whichever traces speak of them", () => {
    const random = seeded("weights");
    const sizes = [30, 12, 5];
    const worlds = sizes.map((n) =>
      Array.from({ length: 8 * n }, (): Act => [between(random, 0, n - 1), between(random, 0, 9), 0]),
    );
    const traces = worlds.map((acts) => traceOf("content", acts, 40, 10));
    const { tested } = fuse(traces, 2);
    const speaking = speakers(worlds, 40);
    let [sum, pairs] = [0, 0];
    for (let a = 0; a < 40; a++) {
      for (let b = 0; b < a; b++) {
        const weight = weightOf(speaking, a, b);
        sum += weight;
        if (weight > 0) pairs++;
      }
    }
    expect(pairs).toBe(tested);
    expect((sum * tested) / 3 / pairs).toBeCloseTo(tested / pairs, 9);
  });
});

it("asks each trace the very question that decides there", () => {
  const { pairs, significance, joint } = traceOf("content", noise(seeded("same"), 120, 150, 4), 120, 150);
  expect(pairs.count).toBeGreaterThan(5);
  for (let i = 0; i < pairs.count; i++) {
    expect(joint.p(pairs.a[i]!, pairs.b[i]!, null)).toBe(significance.p[i]);
  }
});

describe("weak evidence", () => {
  const [accounts, objects, crew] = [300, 300, 6];
  const isCrew = (account: number): boolean => account >= accounts - crew;
  const families: Family[] = ["content", "target", "infrastructure"];
  const worlds = families.map((family) => {
    const random = seeded("weak", family);
    const acts = noise(random, accounts, objects);
    // In each family twice, on objects that a dozen others also touch.
    for (const object of [objects, objects + 1]) {
      const startMs = random() * 1e9;
      for (let u = accounts - crew; u < accounts; u++) acts.push([u, object, startMs + random() * WINDOW]);
      for (let k = 0; k < 12; k++)
        acts.push([between(random, 0, accounts - crew - 1), object, startMs + random() * 1e7]);
    }
    return acts;
  });
  const traces = worlds.map((acts, t) => traceOf(families[t]!, acts, accounts, objects + 2));
  const crewPairs = (columns: { a: Uint32Array; b: Uint32Array }, q: Float64Array): number =>
    Array.from(q).filter((one, i) => one <= Q && isCrew(columns.a[i]!) && isCrew(columns.b[i]!)).length;

  it("in three families is found only by all of them together, and nobody else is", () => {
    for (const { pairs, significance } of traces) {
      expect(crewPairs(pairs, significance.q)).toBeLessThanOrEqual(3);
    }
    const fusion = fuse(traces, 2);
    expect(crewPairs(fusion, fusion.q)).toBeGreaterThanOrEqual(14);
    const found = Array.from(fusion.q).filter((one) => one <= Q).length;
    expect(found - crewPairs(fusion, fusion.q)).toBeLessThanOrEqual(1);
    expect(crewPairs(fusion, fusion.qAccount)).toBeGreaterThanOrEqual(14);
  });

  it("of one family seen by three traces gains nothing", () => {
    const once = fuse([traces[0]!], 2);
    const thrice = fuse([traces[0]!, traces[0]!, traces[0]!], 2);
    for (const [i, p] of once.p.entries()) expect(thrice.p[i]).toBeGreaterThanOrEqual(Math.min(1, p * 2.99));
    expect(crewPairs(thrice, thrice.q)).toBeLessThanOrEqual(crewPairs(once, once.q));
  });

  it("left by the very same posts in three families counts once", () => {
    const same = families.map((family) => traceOf(family, worlds[0]!, accounts, objects + 2));
    const once = fuse([same[0]!], 2);
    const thrice = fuse(same, 2);
    // Cauchy alone: the same p three times is that p, at four fifths of the level.
    for (const [i, p] of once.p.entries()) expect(thrice.p[i]).toBeGreaterThanOrEqual(Math.min(1, p) * 0.99);
  });

  it("of timing alone draws no edge, however strong", () => {
    const random = seeded("fast");
    const acts: Act[] = noise(random, accounts, objects);
    for (let object = objects; object < objects + 12; object++)
      for (const u of [290, 291]) acts.push([u, object, object * 1e6]);
    const strong = traceOf("timing", acts, accounts, objects + 12);
    expect(Math.min(...strong.significance.q)).toBeLessThan(1e-6);
    expect([...fuse([strong], 2).p].every((p) => p === 1)).toBe(true);
    const other = traceOf("content", noise(random, accounts, objects), accounts, objects);
    const at = (fusion: ReturnType<typeof fuse>) => keyed(fusion, fusion.p).get("290 291");
    expect(at(fuse([strong, other], 2))).toBe(1);
    // With other evidence beside it, timing counts.
    const both = traceOf("content", acts, accounts, objects + 12);
    expect(at(fuse([strong, both], 2))).toBeLessThan(1e-6);
  });
});

it.each([false, true])(
  "pure noise in four traces stays silent at the rate announced, one post in two families: %s",
  (dependent) => {
    let [alarms, accountAlarms, listed] = [0, 0, 0];
    for (let run = 0; run < 20; run++) {
      const random = seeded("fused noise", run);
      const families: Family[] = ["content", "content", "target", "timing"];
      const worlds = families.map((_, t) => noise(random, 150, 200, 4 / (t + 1)));
      const traces = families.map((family, t) =>
        traceOf(family, family === "target" && dependent ? worlds[0]! : worlds[t]!, 150, 200),
      );
      const fusion = fuse(traces, 2);
      listed += fusion.a.length;
      if (fusion.q.some((q) => q <= Q)) alarms++;
      if (fusion.qAccount.some((q) => q <= Q)) accountAlarms++;
    }
    // There was something to be fooled by.
    expect(listed).toBeGreaterThan(100);
    // 1 of 20 at 5 %; five or more once in four hundred.
    expect(alarms).toBeLessThanOrEqual(4);
    expect(accountAlarms).toBeLessThanOrEqual(4);
  },
);

it("of no trace is empty", () => {
  expect(fuse([], 2)).toMatchObject({ tested: 0, at: [] });
});

/** By trace, the accounts with two objects or more. */
function speakers(worlds: readonly (readonly Act[])[], accounts: number): Set<number>[] {
  return worlds.map((acts) => {
    const objectsOf = (u: number): number => new Set(acts.filter(([a]) => a === u).map(([, object]) => object)).size;
    return new Set(Array.from({ length: accounts }, (_, u) => u).filter((u) => objectsOf(u) >= 2));
  });
}

const couples = (n: number): number => (n * (n - 1)) / 2;
const weightOf = (speaking: readonly Set<number>[], a: number, b: number): number =>
  speaking.reduce((sum, set) => sum + (set.has(a) && set.has(b) ? 1 / couples(set.size) : 0), 0);

/** The header of fuse.ts, written out with sets; only the bits of an object and their tail are taken from the joint null. */
function plainFusion(
  traces: readonly FusedTrace[],
  families: readonly Family[],
  worlds: readonly (readonly Act[])[],
  accounts: number,
) {
  const speaking = speakers(worlds, accounts);
  const share = (t: number): number => 1 / couples(speaking[t]!.size);
  let tested = 0;
  for (let a = 0; a < accounts; a++) for (let b = 0; b < a; b++) if (weightOf(speaking, a, b) > 0) tested++;
  const listed = new Set(traces.flatMap(({ pairs }) => Array.from(pairs.a, (a, i) => `${a} ${pairs.b[i]}`)));
  const found = new Map<string, { value: number; weight: number }>();
  for (const key of listed) {
    const [a, b] = key.split(" ").map(Number) as [number, number];
    const open = traces.map((_, t) => t).filter((t) => speaking[t]!.has(a) && speaking[t]!.has(b));
    const meetings = (t: number): [number, number][] => {
      const times = (u: number, o: number): number =>
        Math.min(...worlds[t]!.filter(([account, object]) => account === u && object === o).map(([, , ms]) => ms));
      return [...new Set(worlds[t]!.map(([, object]) => object))]
        .map((o): [number, number] => [times(a, o), times(b, o)])
        .filter(([left, right]) => Math.abs(left - right) <= WINDOW);
    };
    const familyP = (f: Family, counted: { a: Set<number>; b: Set<number> } | null): number => {
      const own = open.filter((t) => families[t] === f);
      const weight = own.reduce((sum, t) => sum + share(t), 0);
      return Math.min(1, ...own.map((t) => (traces[t]!.joint.p(a, b, counted) * weight) / share(t)));
    };
    const names = [...new Set(open.map((t) => families[t]!))];
    const alone = names.map((f) => ({ f, p: familyP(f, null) }));
    const weights = names.map((f) => open.filter((t) => families[t] === f).reduce((sum, t) => sum + share(t), 0));
    let value = cauchyCombination(
      alone.map(({ p }) => p),
      weights,
      names.length,
    );
    if (names.length > 1) {
      value /= 0.8;
      if (alone.filter(({ p }) => p < 1).length > 1) {
        const counted = { a: new Set<number>(), b: new Set<number>() };
        const inTurn = [...alone]
          .sort((left, right) => left.p - right.p)
          .map(({ f }) => {
            const p = familyP(f, counted);
            for (const t of open.filter((one) => families[one] === f)) {
              for (const [left, right] of meetings(t)) {
                counted.a.add(left);
                counted.b.add(right);
              }
            }
            return p;
          });
        value = Math.min(value, fisherCombination(inTurn, inTurn.length) / 0.2);
      }
    }
    const besides = Math.min(1, ...alone.filter(({ f }) => f !== "timing").map(({ p }) => p));
    const asked = speaking.filter((set) => set.size > 1).length;
    found.set(key, {
      value: besides > 0.05 ? 1 : Math.min(1, value),
      weight: (weightOf(speaking, a, b) * tested) / asked,
    });
  }
  return found;
}
