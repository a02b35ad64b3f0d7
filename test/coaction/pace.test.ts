import { describe, expect, it } from "vitest";
import { habitsOf } from "../../src/coaction/habits.ts";
import { coAct } from "../../src/coaction/kernel.ts";
import { solveBicm } from "../../src/coaction/nulls/bicm.ts";
import { surpriseNull } from "../../src/coaction/nulls/surprise.ts";
import { encounters } from "../../src/coaction/nulls/time.ts";
import { assess } from "../../src/coaction/significance.ts";
import { type Strata, strataBy } from "../../src/coaction/strata.ts";
import { exponential, type Random, seeded, shuffle } from "../../src/math/random.ts";
import { distances, onceInAThousand } from "./kolmogorov.ts";
import { type Act, actionsOf, innocentActs, participationOf } from "./worlds.ts";

const [MINUTE, HOUR, DAY] = [60_000, 3_600_000, 86_400_000];
const Q = 0.05;
const ACCOUNTS = 40;
const rates = Array.from({ length: ACCOUNTS }, (_, i) => 12 + 40 / (i + 1));
const crowds = Array.from({ length: 120 }, (_, i) => 3 + 30 / (i + 1));

/** When one account comes to an object, after its birth. */
const LIVES: readonly (readonly [string, (random: Random, object: number) => number])[] = [
  ["even over weeks", (random) => random() * 14 * DAY],
  ["bursts with long tails", (random) => MINUTE * Math.exp(random() * 9)],
  ["a pace for each object", (random, object) => exponential(random, MINUTE * 4 ** (object % 8))],
  ["whole hours", (random) => HOUR * Math.floor(random() * 48)],
];

function world(random: Random, life: (random: Random, object: number) => number): Act[] {
  return innocentActs(random, rates, crowds, () => 0).map(([account, object, bornMs]) => [
    account,
    object,
    bornMs + life(random, object),
  ]);
}

describe.each(LIVES)("p of innocents on objects of any life: %s", (name, life) => {
  it.each([HOUR, 7 * DAY])("is uniform or more careful, window %d ms", (windowMs) => {
    const found: number[] = [];
    for (let run = 0; run < 30; run++) {
      const part = participationOf(world(seeded("pace", name, run), life), ACCOUNTS, crowds.length, windowMs);
      const surprise = surpriseNull(part, solveBicm(part));
      const meet = encounters(part, windowMs, surprise.meetingBits);
      // Pairs without an account in common, which say little of each other.
      for (let u = 0; u < ACCOUNTS; u += 2) found.push(surprise.tail(u, u + 1, meet(u, u + 1).weight));
    }
    expect(distances(found).above).toBeLessThan(onceInAThousand(found.length));
  });
});

it("is never below what drawing by hand gives: who meets whom anew, and times dealt out among an object's own accounts", () => {
  const random = seeded("by hand");
  const part = participationOf(world(random, LIVES[1]![1]), ACCOUNTS, crowds.length, 6 * HOUR);
  const bicm = solveBicm(part);
  const surprise = surpriseNull(part, bicm);
  const times: number[][] = crowds.map(() => []);
  for (let i = 0; i < part.cells; i++) times[part.object[i]!]!.push(part.firstMs[i]!);
  const rounds = 8000;
  for (const [a, b] of [
    [0, 1],
    [3, 20],
  ] as const) {
    const chance = (u: number, o: number) =>
      bicm.chance[bicm.accountClass[u]! * bicm.objectClasses + bicm.objectClass[o]!]!;
    const sums = Array.from({ length: rounds }, () => {
      let sum = 0;
      for (let o = 0; o < crowds.length; o++) {
        const n = times[o]!.length;
        if (n < 2 || random() >= chance(a, o) * chance(b, o)) continue;
        const i = Math.floor(random() * n);
        const j = (i + 1 + Math.floor(random() * (n - 1))) % n;
        const gapMs = Math.abs(times[o]![i]! - times[o]![j]!);
        if (gapMs <= 6 * HOUR) sum += surprise.meetingBits(o, gapMs);
      }
      return sum;
    });
    for (const bits of [4, 8, 12, 20, 30]) {
      const p = surprise.tail(a, b, bits);
      const noise = 4 * Math.sqrt((p * (1 - p)) / rounds) + 2 / rounds;
      expect(p, `${a} ${b} ${bits}`).toBeGreaterThan(sums.filter((sum) => sum >= bits).length / rounds - noise);
    }
  }
});

interface Sight {
  readonly members: number;
  readonly false: number;
}

/** A crew of ten on eight objects that a dozen others come to as well, `paceMs` after each other, among three hundred. */
function sight(paceMs: number, windowMs: number): Sight {
  const [accounts, objects] = [310, 208];
  const random = seeded("slow crew", paceMs);
  const acts = innocentActs(
    random,
    Array.from({ length: accounts }, (_, i) => 4 + 40 / (i + 1)),
    Array.from({ length: 200 }, (_, i) => 3 + 60 / (i + 1)),
    () => 3 * DAY,
  );
  for (let object = 200; object < objects; object++) {
    const bornMs = random() * 1e9;
    for (let k = 300; k < 310; k++) acts.push([k, object, bornMs + random() * paceMs]);
    for (let k = 0; k < 12; k++) acts.push([Math.floor(random() * 300), object, bornMs + random() * 3 * DAY]);
  }
  const { pairs, timeline } = coAct(actionsOf(acts, accounts, objects), { windowMs, minObjects: 2 });
  const { q } = assess(pairs, timeline, 2).significance;
  const kept = [...pairs.a.keys()].filter((i) => q[i]! <= Q);
  const inside = kept.filter((i) => pairs.a[i]! >= 300);
  return {
    members: new Set(inside.flatMap((i) => [pairs.a[i]!, pairs.b[i]!])).size,
    false: kept.length - inside.length,
  };
}

describe("a crew in its own time", () => {
  it.each([MINUTE, 20 * MINUTE, 5 * HOUR])("is seen in one window, when it takes %d ms", (paceMs) => {
    const { members, false: wrong } = sight(paceMs, DAY);
    expect(members).toBeGreaterThanOrEqual(9);
    expect(wrong).toBeLessThanOrEqual(3);
  });

  it("is not, when it takes twenty minutes and one minute is all that counts", () => {
    expect(sight(20 * MINUTE, MINUTE).members).toBeLessThan(7);
  });

  it("is the surer the closer it is, and whatever its accounts are called", () => {
    const random = seeded("closer");
    const rest = world(random, LIVES[0]![1]);
    const names = shuffle(
      random,
      Array.from({ length: ACCOUNTS }, (_, u) => u),
    );
    let before = 0;
    for (const gapMs of [0, MINUTE, 10 * MINUTE, HOUR, 5 * HOUR, DAY]) {
      // On three objects of their own and others', so that only the gap differs.
      const acts: Act[] = [...rest];
      for (let object = 120; object < 123; object++) {
        acts.push([30, object, 1e9], [31, object, 1e9 + gapMs]);
        for (let k = 0; k < 8; k++) acts.push([k, object, 1e9 + 2 * DAY + k * 1.3 * DAY]);
      }
      const pOf = (list: readonly Act[], a: number, b: number): number => {
        const { pairs, timeline } = coAct(actionsOf(list, ACCOUNTS, 123), { windowMs: 7 * DAY, minObjects: 2 });
        const at = [...pairs.a.keys()].find((i) => pairs.a[i] === Math.min(a, b) && pairs.b[i] === Math.max(a, b));
        return assess(pairs, timeline, 2).significance.p[at!]!;
      };
      const p = pOf(acts, 30, 31);
      expect(p).toBeGreaterThanOrEqual(before);
      before = p;
      const renamed = acts.map(([account, object, timeMs]): Act => [names[account]!, object, timeMs]);
      expect(pOf(renamed, names[30]!, names[31]!)).toBeCloseTo(p, 9);
    }
    expect(before).toBeGreaterThan(0);
  });
});

describe("pure noise of people who can only meet some of the others", () => {
  /** Two parts, the second of so many of 400 accounts, that share no waking hour, nor an object's life, as two languages far apart. */
  function parts(random: Random, small: number): { acts: Act[]; strata: Strata } {
    const [accounts, objects] = [400, 400];
    const acts: Act[] = [];
    for (let object = 0; object < objects; object++) {
      const half = object % (accounts / small) === 0 ? 1 : 0;
      const bornMs = DAY * Math.floor(random() * 14) + half * 12 * HOUR;
      const crowd = 5 + 10 / (1 + object / 20);
      // Objects fall to the parts as accounts do.
      for (let u = half === 0 ? 0 : 400 - small; u < (half === 0 ? 400 - small : 400); u++) {
        if (random() < crowd / (half === 0 ? 400 - small : small))
          acts.push([u, object, bornMs + random() * 10 * HOUR]);
      }
    }
    return {
      acts,
      strata: strataBy(
        Uint32Array.from(acts, ([u]) => (u < 400 - small ? 0 : 1)),
        2,
      ),
    };
  }

  it.each([
    ["two halves", 200],
    ["a small part", 40],
  ] as const)(
    "gives no more false edges than announced for %s, once it is known who posts when or in which language",
    (_, small) => {
      const runs = 20;
      let [alarms, blind] = [0, 0];
      for (let run = 0; run < runs; run++) {
        const { acts, strata } = parts(seeded("parts", run), small);
        const actions = actionsOf(acts, 400, 400);
        const edges = (more: object): number => {
          const { pairs, timeline } = coAct({ ...actions, ...more }, { windowMs: DAY, minObjects: 2 });
          return [...assess(pairs, timeline, 2).significance.q].filter((q) => q <= Q).length;
        };
        if (edges({ habits: habitsOf(strata, actions.account, 400, 2) }) > 0) alarms++;
        if (edges({}) > 0) blind++;
      }
      // All that is found is false: q bounds the chance of finding anything. One of twenty, four or more once in sixty.
      expect(alarms).toBeLessThanOrEqual(3);
      // A small part does go wrong without; of two halves each meets only twice as often as thought.
      if (small === 40) expect(blind).toBeGreaterThan(5);
    },
  );
});
