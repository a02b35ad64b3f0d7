import { describe, expect, it } from "vitest";
import { between, pick, seeded } from "../../src/math/random.ts";
import { type Act, participationOf } from "./worlds.ts";

/** Object to account to the time of its first action, straight from the rows. */
function firsts(acts: readonly Act[]): Map<number, Map<number, number>> {
  const table = new Map<number, Map<number, number>>();
  for (const [account, object, timeMs] of acts) {
    const row = table.get(object) ?? new Map<number, number>();
    table.set(object, row.set(account, Math.min(timeMs, row.get(account) ?? Number.POSITIVE_INFINITY)));
  }
  return table;
}

describe("participation", () => {
  it("counts each account once an object, by its first action, whatever comes later", () => {
    const acts: Act[] = [
      [2, 0, 900],
      [0, 0, 100],
      [2, 0, 150],
      [0, 0, 5000],
      [1, 2, 7],
    ];
    const part = participationOf(acts, 4, 3, 60);
    expect([...part.popularity]).toEqual([2, 0, 1]);
    expect([...part.starts]).toEqual([0, 1, 2, 3, 3]);
    expect([...part.object]).toEqual([0, 2, 0]);
    expect([...part.firstMs]).toEqual([100, 7, 150]);
    expect([...part.tempo]).toEqual([1, 0, 0]);
    expect(part.cells).toBe(3);
  });

  it("is the plain count on random worlds: cells, first times, popularity and tempo", () => {
    const random = seeded("participation");
    for (let run = 0; run < 300; run++) {
      const accounts = between(random, 1, 8);
      const objects = between(random, 1, 6);
      const windowMs = pick(random, [0, 2, 10, Number.POSITIVE_INFINITY]);
      const acts: Act[] = Array.from({ length: between(random, 0, 50) }, () => [
        between(random, 0, accounts - 1),
        between(random, 0, objects - 1),
        between(random, -20, 20),
      ]);
      const part = participationOf(acts, accounts, objects, windowMs);
      const table = firsts(acts);
      for (let object = 0; object < objects; object++) {
        const times = [...(table.get(object)?.values() ?? [])];
        const gaps = times.flatMap((time, i) => times.slice(i + 1).map((other) => Math.abs(time - other)));
        expect(part.popularity[object]).toBe(times.length);
        const wanted = gaps.length === 0 ? 0 : gaps.filter((gap) => gap <= windowMs).length / gaps.length;
        expect(part.tempo[object]).toBeCloseTo(wanted, 12);
      }
      for (let account = 0; account < accounts; account++) {
        const own = [...table].filter(([, row]) => row.has(account)).sort(([left], [right]) => left - right);
        const [from, to] = [part.starts[account]!, part.starts[account + 1]!];
        expect([...part.object.slice(from, to)]).toEqual(own.map(([object]) => object));
        expect([...part.firstMs.slice(from, to)]).toEqual(own.map(([, row]) => row.get(account)));
      }
    }
  });
});
