import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { activeTogether } from "../../src/coaction/active.ts";
import { coAct, countPairs } from "../../src/coaction/kernel.ts";
import { layOut } from "../../src/coaction/timeline.ts";
import type { Pairs } from "../../src/corpus/pairs.ts";
import { between, pick, type Random, seeded } from "../../src/math/random.ts";
import { type PlainPair, plainPairs } from "./oracle.ts";
import { type Act, actionsOf } from "./worlds.ts";

type Listed = Omit<PlainPair, "postsA" | "postsB" | "meanGapMs">;

function rowsOf(pairs: Pairs): Listed[] {
  return Array.from({ length: pairs.count }, (_, i) => ({
    a: pairs.a[i]!,
    b: pairs.b[i]!,
    objects: pairs.objects[i]!,
    coactions: pairs.coactions[i]!,
    // Plain zero for minus zero: a delay of nothing has no sign.
    medianDelayMs: pairs.medianDelayMs[i]! + 0,
    medianGapMs: pairs.medianGapMs[i]! + 0,
    firstMs: pairs.firstMs[i]!,
    lastMs: pairs.lastMs[i]!,
  }));
}

const plain = (pairs: PlainPair[]): Listed[] =>
  pairs.map(({ postsA: _, postsB: __, meanGapMs: ___, ...pair }) => ({
    ...pair,
    medianDelayMs: pair.medianDelayMs + 0,
    medianGapMs: pair.medianGapMs + 0,
  }));

/** Few accounts, few objects and few distinct times, so that ties, duplicates and repeated shares happen all the time. */
function smallWorld(random: Random): { acts: Act[]; accounts: number; objects: number; grid: number } {
  const accounts = between(random, 1, 9);
  const objects = between(random, 1, 7);
  const grid = pick(random, [1, 1, 7, 1000, 0.25]);
  const origin = pick(random, [0, -500, -1e12, 1.7e12]);
  const acts: Act[] = Array.from({ length: between(random, 0, 90) }, () => [
    between(random, 0, accounts - 1),
    between(random, 0, objects - 1),
    origin + grid * between(random, -20, 20),
  ]);
  for (let copies = between(random, 0, 5); copies > 0 && acts.length > 0; copies--) acts.push(pick(random, acts));
  return { acts, accounts, objects, grid };
}

describe("the pairs that acted together", () => {
  it("are those of the plain definition, on a thousand small worlds", () => {
    const random = seeded("kernel");
    let pairsSeen = 0;
    let spared = 0;
    for (let run = 0; run < 1000; run++) {
      const { acts, accounts, objects, grid } = smallWorld(random);
      const options = {
        windowMs: grid * pick(random, [0, 1, 3, 10, Number.POSITIVE_INFINITY]),
        minObjects: pick(random, [1, 1, 2, 3]),
        commonLimit: pick(random, [0, 5, 20, 60, 1e6]),
        budget: pick(random, [1, 8, 40, 1e6]),
      };
      const actions = actionsOf(acts, accounts, objects);
      const wanted = plainPairs(actions, options);
      const found = coAct(actions, options);
      expect(rowsOf(found.pairs), JSON.stringify({ run, acts, options })).toEqual(plain(wanted));
      expect(found.met).toBe(plainPairs(actions, { ...options, minObjects: 1 }).length);
      pairsSeen += wanted.length;
      if (found.commonObjects > 0 && wanted.length > 0) spared++;
    }
    // The worlds are worth looking at: plenty of pairs, and many of them beside common objects.
    expect(pairsSeen).toBeGreaterThan(2000);
    expect(spared).toBeGreaterThan(50);
  });

  it("are the same whether memory holds all meetings or one partition at a time", () => {
    const random = seeded("budget");
    const acts: Act[] = Array.from({ length: 6000 }, () => [
      between(random, 0, 199),
      between(random, 0, 99),
      between(random, 0, 2000),
    ]);
    const actions = actionsOf(acts, 200, 100);
    const [all, few, one] = [1e9, 5000, 1].map((budget) => coAct(actions, { windowMs: 60, minObjects: 1, budget }));
    expect(all!.pairs.count).toBeGreaterThan(5000);
    expect(few!.pairs).toEqual(all!.pairs);
    expect(one!.pairs).toEqual(all!.pairs);
    expect(rowsOf(all!.pairs)).toEqual(plain(plainPairs(actions, { windowMs: 60, minObjects: 1 })));
  }, 120_000);

  it("count meetings exactly the window apart, and none a millisecond farther", () => {
    const acts: Act[] = [
      [0, 0, 0],
      [1, 0, 60_000],
      [2, 0, 120_001],
    ];
    expect(rowsOf(coAct(actionsOf(acts, 3, 1), { windowMs: 60_000, minObjects: 1 }).pairs)).toMatchObject([
      { a: 0, b: 1, objects: 1, coactions: 1, firstMs: 0, lastMs: 60_000 },
    ]);
  });

  it("have a delay that is negative when the account of the higher number is first", () => {
    const acts: Act[] = [
      [1, 0, 100],
      [0, 0, 130],
      [1, 1, 200],
      [0, 1, 240],
      [0, 2, 300],
      [1, 2, 310],
    ];
    const { pairs } = coAct(actionsOf(acts, 2, 3), { windowMs: 50, minObjects: 1 });
    expect(rowsOf(pairs)).toMatchObject([{ a: 0, b: 1, medianDelayMs: -30, medianGapMs: 30, objects: 3 }]);
  });

  it("are told for an empty world, too", () => {
    const { pairs, met, commonObjects } = coAct(actionsOf([], 0, 0), { windowMs: 60, minObjects: 1 });
    expect([pairs.count, met, commonObjects]).toEqual([0, 0, 0]);
  });
});

describe("pairs handed on partition by partition", () => {
  it("say the mean gap and the different posts of each side, common objects included", () => {
    const random = seeded("batches");
    let several = 0;
    for (let run = 0; run < 400; run++) {
      const { acts, accounts, objects, grid } = smallWorld(random);
      const options = {
        windowMs: grid * pick(random, [0, 3, 10]),
        minObjects: pick(random, [1, 2]),
        commonLimit: pick(random, [5, 30, 1e6]),
        posts: true,
      };
      // Few posts for many actions: a post acts on several objects.
      const actions = actionsOf(acts, accounts, objects);
      for (let i = 0; i < actions.count; i++) actions.post[i] = actions.account[i]! * 100 + between(random, 0, 3);
      const found = new Map<string, unknown>();
      countPairs(layOut(actions), options, (rows) => {
        for (let i = 0; i < rows.count; i++) {
          const key = `${rows.a[i]} ${rows.b[i]}`;
          expect(found.has(key)).toBe(false);
          found.set(key, [rows.postsA[i], rows.postsB[i], rows.coactions[i], rows.meanGapMs[i]!.toPrecision(9)]);
          if (rows.coactions[i]! > rows.postsA[i]!) several++;
        }
      });
      const wanted = plainPairs(actions, options).map(({ a, b, coactions, postsA, postsB, meanGapMs }) => [
        `${a} ${b}`,
        [postsA, postsB, coactions, meanGapMs.toPrecision(9)],
      ]);
      expect(found, JSON.stringify({ run, acts, options })).toEqual(new Map(wanted as [string, unknown][]));
    }
    expect(several).toBeGreaterThan(100);
  });
});

describe("accounts active together", () => {
  it("have so many actions that met another's, as counted by holding each against all", () => {
    const random = seeded("active");
    for (let run = 0; run < 300; run++) {
      const { acts, accounts, objects, grid } = smallWorld(random);
      const windowMs = grid * pick(random, [0, 1, 3, 10]);
      const least = between(random, 1, 4);
      const met = new Uint32Array(accounts);
      for (const [account, object, time] of acts) {
        if (acts.some(([other, on, at]) => other !== account && on === object && Math.abs(at - time) <= windowMs))
          met[account]!++;
      }
      const wanted = Uint8Array.from(met, (count) => (count >= least ? 1 : 0));
      expect(activeTogether(layOut(actionsOf(acts, accounts, objects)), windowMs, least)).toEqual(wanted);
    }
  });
});

describe("common objects", () => {
  // Objects 0 and 1 are viral; object 2 is touched by accounts 0 and 1 alone.
  const crowd: Act[] = Array.from({ length: 40 }, (_, i): Act => [i % 20, i < 20 ? 0 : 1, i]);
  const acts: Act[] = [...crowd, [0, 2, 500], [1, 2, 490]];
  const actions = actionsOf(acts, 20, 3);

  it("propose no pair, but count in full for a pair that another object proposes", () => {
    const { pairs, commonObjects, met } = coAct(actions, { windowMs: 60, minObjects: 1, commonLimit: 100 });
    expect(rowsOf(pairs)).toEqual([
      { a: 0, b: 1, objects: 3, coactions: 3, medianDelayMs: 1, medianGapMs: 1, firstMs: 0, lastMs: 500 },
    ]);
    expect([commonObjects, met]).toEqual([2, 1]);
  });

  it("lift a pair over the least number of objects", () => {
    const { pairs } = coAct(actions, { windowMs: 60, minObjects: 3, commonLimit: 100 });
    expect(rowsOf(pairs)).toHaveLength(1);
  });

  it("begin above the limit, not at it", () => {
    // Twenty actions within a minute make 190 pairs.
    expect(coAct(actions, { windowMs: 60, minObjects: 1, commonLimit: 190 }).commonObjects).toBe(0);
    expect(coAct(actions, { windowMs: 60, minObjects: 1, commonLimit: 189 }).commonObjects).toBe(2);
  });
});

describe("properties", () => {
  const anyActs = fc.array(fc.tuple(fc.nat(7), fc.nat(5), fc.integer({ min: -300, max: 300 })), { maxLength: 60 });
  const options = { windowMs: 40, minObjects: 1, commonLimit: 12, budget: 16 };
  const pairsOf = (acts: readonly Act[], change: Partial<typeof options> = {}) =>
    rowsOf(coAct(actionsOf(acts, 8, 6), { ...options, ...change }).pairs);

  it("the order of the rows does not matter", () => {
    fc.assert(
      fc.property(
        anyActs.chain((acts) => fc.tuple(fc.constant(acts), fc.shuffledSubarray(acts, { minLength: acts.length }))),
        ([acts, shuffled]) => {
          expect(pairsOf(shuffled)).toEqual(pairsOf(acts));
        },
      ),
      { seed: 1, numRuns: 300 },
    );
  });

  it("numbering the accounts backwards turns pairs and delays around and changes nothing else", () => {
    fc.assert(
      fc.property(anyActs, (acts) => {
        const turned = pairsOf(acts.map(([account, object, timeMs]) => [7 - account, object, timeMs]));
        const back = turned.map((pair) => ({
          ...pair,
          a: 7 - pair.b,
          b: 7 - pair.a,
          medianDelayMs: -pair.medianDelayMs + 0,
        }));
        back.sort((left, right) => left.a - right.a || left.b - right.b);
        expect(back).toEqual(pairsOf(acts));
      }),
      { seed: 2, numRuns: 300 },
    );
  });

  it("numbering the objects otherwise changes nothing", () => {
    fc.assert(
      fc.property(anyActs, (acts) => {
        expect(pairsOf(acts.map(([account, object, timeMs]) => [account, (object * 5 + 3) % 6, timeMs]))).toEqual(
          pairsOf(acts),
        );
      }),
      { seed: 3, numRuns: 300 },
    );
  });

  it("a wider window only adds, and a higher least number of objects only takes away", () => {
    const key = ({ a, b }: Listed) => `${a} ${b}`;
    fc.assert(
      fc.property(anyActs, fc.nat(80), fc.nat(200), (acts, windowMs, more) => {
        const narrow = pairsOf(acts, { windowMs, commonLimit: 1e6 });
        const wide = new Map(
          pairsOf(acts, { windowMs: windowMs + more, commonLimit: 1e6 }).map((pair) => [key(pair), pair]),
        );
        for (const pair of narrow) {
          const grown = wide.get(key(pair));
          expect(grown?.objects).toBeGreaterThanOrEqual(pair.objects);
          expect(grown?.coactions).toBeGreaterThanOrEqual(pair.coactions);
        }
        const strict = pairsOf(acts, { windowMs, commonLimit: 1e6, minObjects: 2 });
        expect(strict).toEqual(narrow.filter(({ objects }) => objects >= 2));
      }),
      { seed: 4, numRuns: 300 },
    );
  });
});
