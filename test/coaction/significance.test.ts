import { describe, expect, it } from "vitest";
import { coAct } from "../../src/coaction/kernel.ts";
import { participation } from "../../src/coaction/participation.ts";
import { assess, eligibleAccounts } from "../../src/coaction/significance.ts";
import { UNDER } from "../../src/corpus/pairs.ts";
import { between, type Random, seeded } from "../../src/math/random.ts";
import { TRACES } from "../../src/traces/catalogue.ts";
import { HOUR_MS, MINUTE_MS } from "../../src/traces/trace.ts";
import { type Act, actionsOf, innocentActs, participationOf } from "./worlds.ts";

const Q = 0.05;

interface Edge {
  readonly a: number;
  readonly b: number;
}

function edgesOf(acts: readonly Act[], accounts: number, objects: number, windowMs: number): Edge[] {
  const { pairs, timeline } = coAct(actionsOf(acts, accounts, objects), { windowMs, minObjects: 2 });
  const { q } = assess(pairs, timeline, 2).significance;
  return Array.from({ length: pairs.count }, (_, i) => ({ a: pairs.a[i]!, b: pairs.b[i]!, q: q[i]! })).filter(
    (edge) => edge.q <= Q,
  );
}

/** A few loud accounts and many quiet ones; a few viral objects and many small ones; some die in minutes, some live for weeks. */
function noise(random: Random, accounts: number, objects: number): Act[] {
  const rates = Array.from({ length: accounts }, (_, i) => 2 + 80 / (i + 1));
  const crowds = Array.from({ length: objects }, (_, i) => 2 + 150 / (i + 1));
  const spans = crowds.map(() => 10 ** (5 + 4 * random()));
  return innocentActs(random, rates, crowds, (object) => spans[object]!);
}

describe("pure noise", () => {
  const windows = [...new Set(TRACES.map(({ windowMs }) => windowMs))].sort((left, right) => left - right);

  it.each(windows)("gives no more false edges than announced, window %d ms", (windowMs) => {
    const random = seeded("noise", windowMs);
    const runs = 40;
    let alarms = 0;
    let met = 0;
    for (let run = 0; run < runs; run++) {
      const acts = noise(random, 200, 300);
      met += coAct(actionsOf(acts, 200, 300), { windowMs, minObjects: 2 }).pairs.count;
      if (edgesOf(acts, 200, 300, windowMs).length > 0) alarms++;
    }
    // All that is found is false here, so q bounds the chance of finding anything: 2 alarms of 40, six or more once in fifty.
    expect(alarms).toBeLessThanOrEqual(5);
    // There was something to be fooled by.
    expect(met).toBeGreaterThan(100);
  });
});

describe("a planted crew", () => {
  it.each([MINUTE_MS, HOUR_MS])(
    "of ten that acts together on six rare objects is found among five hundred, window %d ms",
    (windowMs) => {
      const [accounts, objects, crew] = [510, 406, 10];
      let [found, outside, total, members] = [0, 0, 0, 0];
      for (let run = 0; run < 5; run++) {
        const random = seeded("crew", windowMs, run);
        // The crew are accounts like others, besides.
        const acts = noise(random, accounts, 400);
        const isCrew = (account: number) => account >= accounts - crew;
        for (let object = 400; object < objects; object++) {
          const bornMs = random() * 1e9;
          for (let k = accounts - crew; k < accounts; k++) {
            acts.push([k, object, bornMs + random() * windowMs]);
          }
          for (let k = between(random, 0, 3); k > 0; k--) {
            acts.push([between(random, 0, 499), object, bornMs + random() * 1e7]);
          }
        }
        const edges = edgesOf(acts, accounts, objects, windowMs);
        found += edges.filter(({ a, b }) => isCrew(a) && isCrew(b)).length;
        outside += edges.filter(({ a, b }) => !isCrew(a) || !isCrew(b)).length;
        total += edges.length;
        members += new Set(edges.flatMap(({ a, b }) => [a, b]).filter(isCrew)).size;
      }
      expect(members / (5 * crew)).toBeGreaterThanOrEqual(0.9);
      expect(found / (5 * 45)).toBeGreaterThanOrEqual(0.9);
      expect(outside / total).toBeLessThanOrEqual(Q);
    },
  );
});

describe("what is told of each pair", () => {
  const random = seeded("columns");
  const acts = noise(random, 120, 150);
  for (let object = 0; object < 8; object++) {
    for (const account of [5, 6, 7]) acts.push([account, 150 + object, object * 1e6 + account]);
  }
  const actions = actionsOf(acts, 120, 158);
  const { pairs, timeline } = coAct(actions, { windowMs: 600_000, minObjects: 2 });
  const { significance, bitsOf } = assess(pairs, timeline, 2);

  it("are chances, with q from all pairs that could have been", () => {
    expect(pairs.count).toBeGreaterThan(20);
    const { p, q, pSharing, expected, pTime, expectedTime, bits } = significance;
    const sorted = [...p].sort((left, right) => left - right);
    for (let i = 0; i < pairs.count; i++) {
      for (const chance of [p[i]!, q[i]!, pSharing[i]!]) expect(chance >= 0 && chance <= 1).toBe(true);
      expect(Number.isNaN(pTime[i]!) || (pTime[i]! >= 0 && pTime[i]! <= 1)).toBe(true);
      expect(expected[i]).toBeGreaterThan(0);
      expect(expectedTime[i]).toBeGreaterThan(0);
      expect(bits[i]).toBeGreaterThanOrEqual(0);
      const level = Math.min(
        1,
        ...sorted.flatMap((value, rank) => (value >= p[i]! ? [(value * significance.tested) / (rank + 1)] : [])),
      );
      expect(q[i]).toBeCloseTo(level, 12);
    }
  });

  it("are the bits of the objects met on", () => {
    const i = Array.from(pairs.a).findIndex((a, k) => a === 5 && pairs.b[k] === 6);
    const planted = [150, 151, 152, 153, 154, 155, 156, 157].reduce((sum, object) => sum + bitsOf(object), 0);
    expect(significance.bits[i]).toBeGreaterThanOrEqual(planted);
    expect(planted).toBeGreaterThan(8 * 10);
    expect(significance.q[i]).toBeLessThanOrEqual(Q);
  });

  it("are the same where nobody asks about time, which is then not assessable", () => {
    const untimed = assess(pairs, timeline, 2, Q, false, false).significance;
    for (const column of ["p", "q", "qAccount", "expected", "bits"] as const) {
      expect(untimed[column]).toEqual(significance[column]);
    }
    for (const column of ["pSharing", "pTime", "expectedTime", "pOutside"] as const) {
      expect(untimed[column].every(Number.isNaN)).toBe(true);
    }
    expect(new Set(untimed.under)).toEqual(new Set([UNDER.indexOf("not-assessable")]));
  });

  it("do not grow by posting the same thing again", () => {
    const again = actionsOf([...acts, ...acts.map(([a, o, t]): Act => [a, o, t + 1])], 120, 158);
    const more = coAct(again, { windowMs: 600_000, minObjects: 2 });
    const repeated = assess(more.pairs, more.timeline, 2).significance;
    const at = new Map(Array.from(more.pairs.a, (a, k) => [`${a} ${more.pairs.b[k]}`, k]));
    for (let i = 0; i < pairs.count; i++) {
      const k = at.get(`${pairs.a[i]} ${pairs.b[i]}`)!;
      expect(more.pairs.coactions[k]).toBeGreaterThan(pairs.coactions[i]!);
      expect([repeated.p[k], repeated.bits[k]]).toEqual([significance.p[i], significance.bits[i]]);
    }
  });

  it("say nothing of timing where it had no choice", () => {
    const alone: Act[] = [0, 1, 2].flatMap((object): Act[] => [
      [0, object, 0],
      [1, object, 10],
      [2, object, 1e9 * object],
    ]);
    const two = coAct(
      actionsOf(
        alone.filter(([account]) => account < 2),
        3,
        3,
      ),
      { windowMs: 60, minObjects: 1 },
    );
    expect([...assess(two.pairs, two.timeline, 1).significance.pTime]).toEqual([Number.NaN]);
    const three = coAct(actionsOf(alone, 3, 3), { windowMs: 60, minObjects: 1 });
    expect(assess(three.pairs, three.timeline, 1).significance.pTime[0]).toBeLessThan(1);
  });
});

describe("pairs that could have qualified", () => {
  it("are those of accounts with enough objects each, whoever met", () => {
    const acts: Act[] = [
      [0, 0, 0],
      [0, 1, 1e9],
      [1, 2, 0],
      [1, 0, 5e9],
      [2, 1, 0],
      [2, 1, 1],
      [2, 1, 2],
      [3, 0, 0],
      [3, 1, 0],
      [3, 2, 0],
    ];
    const part = participationOf(acts, 6, 3, 60);
    expect([1, 2, 3].map((least) => eligibleAccounts(part, least))).toEqual([4, 3, 1]);
    // Distinct objects: posting one thing three times does not qualify.
    const { timeline, pairs } = coAct(actionsOf(acts, 6, 3), { windowMs: 60, minObjects: 2 });
    expect(assess(pairs, timeline, 2).significance.tested).toBe(3);
    expect(eligibleAccounts(participation(timeline, 0), 2)).toBe(3);
  });
});
