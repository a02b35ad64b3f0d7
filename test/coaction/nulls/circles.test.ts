import { expect, test } from "vitest";
import { coAct } from "../../../src/coaction/kernel.ts";
import { eachCircle } from "../../../src/coaction/nulls/circles.ts";
import { participation, placeOf } from "../../../src/coaction/participation.ts";
import { between, pick, type Random, seeded } from "../../../src/math/random.ts";
import { type Act, actionsOf } from "../worlds.ts";

/** A few busy accounts that are everywhere, and many quiet ones: the shape that makes short cuts worth taking. */
function world(random: Random): { acts: Act[]; accounts: number; objects: number } {
  const accounts = between(random, 3, 40);
  const objects = between(random, 2, 60);
  const busy = between(random, 1, 4);
  const acts: Act[] = Array.from({ length: between(random, 1, 400) }, () => [
    random() < 0.6 ? between(random, 0, Math.min(busy, accounts) - 1) : between(random, 0, accounts - 1),
    Math.floor(objects * random() ** 2),
    between(random, 0, 100),
  ]);
  return { acts, accounts, objects };
}

test("the objects of a circle are those of holding every member against every object", () => {
  const random = seeded("circles");
  let beyondOwn = 0;
  for (let run = 0; run < 600; run++) {
    const { acts, accounts, objects } = world(random);
    const windowMs = pick(random, [1, 5, 30]);
    const { pairs, timeline } = coAct(actionsOf(acts, accounts, objects), {
      windowMs,
      minObjects: pick(random, [1, 2]),
    });
    const part = participation(timeline, windowMs);
    const on = (u: number) => new Set(part.object.subarray(part.starts[u]!, part.starts[u + 1]!));
    const seen = new Set<number>();
    eachCircle(part, pairs, (u, column, count) => {
      seen.add(u);
      const members = [...pairs.a.keys()].flatMap((i) =>
        pairs.a[i] === u ? [pairs.b[i]!] : pairs.b[i] === u ? [pairs.a[i]!] : [],
      );
      const own = on(u);
      const wanted = [...part.popularity.keys()].filter((object) => {
        if (own.has(object)) return true;
        return members.filter((member) => on(member).has(object)).length * 2 > part.popularity[object]!;
      });
      // An audience of one has no pair: whether it is left out changes nothing.
      const told = (list: readonly number[]) =>
        list.filter((o) => own.has(o) || part.popularity[o]! > 1).sort((a, b) => a - b);
      const found = [...column.subarray(0, count)];
      expect(new Set(found).size).toBe(found.length);
      expect(told(found), JSON.stringify({ run, u })).toEqual(told(wanted));
      beyondOwn += told(wanted).length - own.size;
    });
    const listed = new Set([...pairs.a, ...pairs.b]);
    expect([...seen].sort()).toEqual([...listed].sort());
  }
  expect(beyondOwn).toBeGreaterThan(500);
});

test("shared objects are found alike, however unlike the two accounts are", () => {
  const random = seeded("shared");
  let skewed = 0;
  for (let run = 0; run < 300; run++) {
    const { acts, accounts, objects } = world(random);
    const part = participation(coAct(actionsOf(acts, accounts, objects), { windowMs: 5, minObjects: 1 }).timeline, 5);
    const cells = part.shared;
    for (let a = 0; a < accounts; a++) {
      for (let b = 0; b < accounts; b++) {
        if (a === b) continue;
        const of = (u: number) => [...part.object.subarray(part.starts[u]!, part.starts[u + 1]!)];
        const count = cells.find(a, b);
        expect(cells.find(a, b)).toBe(count);
        const wanted = of(a).filter((object) => of(b).includes(object));
        expect([...cells.ofA.subarray(0, count)].map((i) => part.object[i])).toEqual(wanted);
        expect([...cells.ofB.subarray(0, count)].map((j) => part.object[j])).toEqual(wanted);
        expect(cells.ofA.subarray(0, count).every((i) => i >= part.starts[a]! && i < part.starts[a + 1]!)).toBe(true);
        if (of(a).length * 8 < of(b).length) skewed++;
      }
    }
  }
  expect(skewed).toBeGreaterThan(1000);
});

test("a place is found wherever it lies, from wherever one starts", () => {
  const column = Uint32Array.of(1, 3, 3, 7, 8, 20, 21, 22, 23, 90);
  for (let from = 0; from <= column.length; from++) {
    for (let value = 0; value < 95; value++) {
      const wanted = column.findIndex((one, i) => i >= from && one >= value);
      expect(placeOf(column, from, column.length, value)).toBe(wanted < 0 ? column.length : wanted);
    }
  }
});
