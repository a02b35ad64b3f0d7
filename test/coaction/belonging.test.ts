import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { belongings } from "../../src/coaction/belonging.ts";
import { groundOf } from "../../src/coaction/ground.ts";
import { ALWAYS_MS } from "../../src/corpus/trace.ts";
import { between, type Random, sample, seeded } from "../../src/math/random.ts";
import { type Act, innocentActs, timelineOf } from "./worlds.ts";

const WINDOW = 60_000;

const groundBy = (acts: readonly Act[], accounts: number, objects: number, windowMs = WINDOW) =>
  groundOf(timelineOf(acts, accounts, objects), windowMs, 2);

/** Straight from the definition: on which objects did `account` act within the window of a member who had met another one? */
function metByTrying(acts: readonly Act[], members: readonly number[], account: number, windowMs: number): number[] {
  const firstOf = (who: number, object: number): number =>
    Math.min(...acts.filter(([u, o]) => u === who && o === object).map(([, , timeMs]) => timeMs));
  const others = members.filter((member) => member !== account);
  const objects = [...new Set(acts.map(([, object]) => object))].sort((left, right) => left - right);
  return objects.filter((object) => {
    const near = (u: number, v: number): boolean => Math.abs(firstOf(u, object) - firstOf(v, object)) <= windowMs;
    const gathered = others.filter((u) => others.some((v) => v !== u && near(u, v)));
    return gathered.some((u) => near(account, u));
  });
}

const few = fc.array(fc.tuple(fc.nat(7), fc.nat(3), fc.nat(20)), { minLength: 4, maxLength: 40 });

test("an account meets a group where two others of the group met, and it was near one of them", () => {
  fc.assert(
    fc.property(few, fc.uniqueArray(fc.nat(7), { minLength: 2, maxLength: 5 }), (list, members) => {
      const acts = list as Act[];
      const found = belongings(groundBy(acts, 8, 4, 3), members);
      for (let account = 0; account < 8; account++) {
        expect(found.get(account)?.objects ?? []).toEqual(metByTrying(acts, members, account, 3));
      }
    }),
    { numRuns: 400 },
  );
});

function noise(random: Random): Act[] {
  const rates = Array.from({ length: 400 }, (_, i) => 3 + 60 / (i + 1));
  const crowds = Array.from({ length: 250 }, (_, i) => 3 + 200 / (i + 1));
  const spans = crowds.map(() => 10 ** (5 + 3 * random()));
  return innocentActs(random, rates, crowds, (object) => spans[object]!);
}

describe("outsiders", () => {
  test("of a group picked at random have p at most uniform", () => {
    const counts = { asked: 0, at05: 0, at01: 0 };
    for (let run = 0; run < 20; run++) {
      const random = seeded("outsiders", run);
      const ground = groundBy(noise(random), 400, 250, 600_000);
      const members = sample(random, [...Array(400).keys()], 30);
      const found = belongings(ground, members);
      for (let u = 0; u < 400; u++) {
        if (members.includes(u)) continue;
        counts.asked++;
        const p = found.get(u)?.p ?? 1;
        if (p <= 0.05) counts.at05++;
        if (p <= 0.01) counts.at01++;
      }
    }
    expect(counts.at05 / counts.asked).toBeLessThanOrEqual(0.05);
    expect(counts.at01 / counts.asked).toBeLessThanOrEqual(0.01);
    // They did meet the group: something was tested.
    expect(counts.at05).toBeGreaterThan(5);
  });

  test("who come to the same objects at other hours do not meet the group", () => {
    const acts: Act[] = range(6).flatMap((object) => [
      ...range(5).map((u): Act => [u, object, 1e6 * object + u * 1000]),
      [5, object, 1e6 * object + 500_000],
    ]);
    expect(belongings(groundBy(acts, 50, 6), range(5)).has(5)).toBe(false);
  });
});

describe("a crew of which half is known", () => {
  const random = seeded("half");
  const acts = noise(random);
  // Twenty more accounts act on five of twelve objects each, within the window; the first ten are known.
  for (let member = 400; member < 420; member++) {
    const own = sample(random, range(12), 5);
    for (const k of own) acts.push([member, 250 + k, 1e7 * k + between(random, 0, WINDOW)]);
  }
  const known = range(10).map((i) => 400 + i);
  const found = belongings(groundBy(acts, 420, 262), known);

  test("the other half is told from everybody else", () => {
    const others = range(10).map((i) => found.get(410 + i)!.p);
    const outside = range(400).map((u) => found.get(u)?.p ?? 1);
    expect(Math.max(...others)).toBeLessThan(1e-5);
    expect(Math.min(...outside)).toBeGreaterThan(1e-3);
  });

  test("each member stands by the others, itself left out, and a stranger among them does not", () => {
    for (const member of known) expect(found.get(member)!.p).toBeLessThan(1e-4);
    const withStranger = belongings(groundBy(acts, 420, 262), [...known, 399]);
    expect(withStranger.get(399)!.p).toBeGreaterThan(0.01);
  });

  test("what is expected is far below what was met on", () => {
    const one = found.get(410)!;
    expect(one.expected).toBeGreaterThan(0);
    expect(one.expected).toBeLessThan(0.2 * one.objects.length);
  });
});

test("on objects that everybody touches at that hour there is nothing to tell", () => {
  const random = seeded("everybody");
  const acts: Act[] = range(4).flatMap((object) =>
    range(60).map((u): Act => [u, object, 1e6 * object + between(random, 0, WINDOW)]),
  );
  const found = belongings(groundBy(acts, 60, 4), range(10));
  // Three of sixty are announced.
  expect(range(60).filter((u) => found.get(u)!.p <= 0.05).length).toBeLessThanOrEqual(3);
});

test("nearer than all other outsiders tells more than being among them", () => {
  const near: Act[] = range(4).flatMap((object) => [
    ...range(4).map((u): Act => [u, object, 1e7 * object + u]),
    [4, object, 1e7 * object + 10],
    [5, object, 1e7 * object + 50_000],
    ...range(5).map((i): Act => [10 + i + 5 * object, object, 1e7 * object + 20_000 + i]),
  ]);
  const others: Act[] = range(300).flatMap((i): Act[] => [
    [100 + i, 10 + (i % 40), i * 1e5],
    [100 + i, 10 + ((i * 7) % 40), i * 2e5],
  ]);
  const found = belongings(groundBy([...near, ...others], 400, 50), range(4));
  expect(found.get(4)!.objects).toEqual(found.get(5)!.objects);
  expect(found.get(4)!.p).toBeLessThan(found.get(5)!.p / 10);
});

describe("how much else an account does", () => {
  // Five members meet on ten posts, each with twenty others; two outsiders were at the same two of them.
  const acts: Act[] = range(10).flatMap((object): Act[] => [
    ...range(5).map((u): Act => [u, object, 1e7 * object + u]),
    ...range(20).map((i): Act => [20 + i + 20 * object, object, 1e7 * object + 100 + i]),
  ]);
  for (const object of [0, 1]) acts.push([10, object, 1e7 * object + 50], [11, object, 1e7 * object + 50]);
  for (let i = 0; i < 38; i++) acts.push([11, 20 + i, 1e6 * i]);
  for (let i = 0; i < 2000; i++) acts.push([20 + (i % 300), 60 + (i % 40), 1e5 * i]);

  test("two acts, both with the group, tell more than two of forty", () => {
    const found = belongings(groundBy(acts, 400, 100), range(5));
    expect(found.get(10)!.objects).toEqual(found.get(11)!.objects);
    expect(found.get(10)!.p).toBeLessThan(found.get(11)!.p / 20);
    expect(found.get(10)!.expected).toBeLessThan(found.get(11)!.expected / 10);
  });

  test("where an account's whole public comes to what the group does, being there tells little", () => {
    const timeline = timelineOf(acts, 400, 100);
    // A small language: the passers-by of the group's posts, who do nothing else.
    const isTheirs = (u: number): boolean => u === 10 || (u >= 120 && u < 220);
    const theirs = acts.filter(([u, object]) => !(u >= 120 && u < 220) || object < 10);
    const alone = groundOf({ ...timelineOf(theirs, 400, 100) }, WINDOW, 2);
    const publicOf = Uint32Array.from(range(400), (u) => (isTheirs(u) ? 1 : 2));
    const known = groundOf({ ...timelineOf(theirs, 400, 100), publicOf }, WINDOW, 2);
    expect(belongings(known, range(5)).get(10)!.p).toBeGreaterThan(5 * belongings(alone, range(5)).get(10)!.p);
    // Too few to be held against: everybody is the pool.
    const few = Uint32Array.from(range(400), (u) => (u === 10 ? 3 : 0));
    const lonely = groundOf({ ...timeline, publicOf: few }, WINDOW, 2);
    expect(belongings(lonely, range(5)).get(10)!.p).toBe(belongings(groundBy(acts, 400, 100), range(5)).get(10)!.p);
  });

  test("where one member is enough, its acts count for the group; else two must have met", () => {
    const list: Act[] = [...acts, [0, 55, 5e8], [12, 55, 5e8 + 10], [12, 56, 1], [13, 56, 2]];
    expect(belongings(groundBy(list, 400, 100), range(5)).has(12)).toBe(false);
    expect(belongings(groundBy(list, 400, 100), range(5), 1).get(12)!.objects).toEqual([55]);
  });

  test("without an end of the window nobody is nearer than others", () => {
    const always = groundBy(acts, 400, 100, ALWAYS_MS);
    const found = belongings(always, range(5));
    const [first, last] = [found.get(20)!, found.get(39)!];
    expect(first.objects).toEqual(last.objects.filter((object) => first.objects.includes(object)));
    expect(found.get(10)!.bits / 2).toBeCloseTo(found.get(20)!.bits / found.get(20)!.objects.length, 0);
  });
});

function range(size: number): number[] {
  return [...Array(size).keys()];
}
