import { describe, expect, it } from "vitest";
import { crowdsOf } from "../../../src/coaction/crowds.ts";
import { habitsOf } from "../../../src/coaction/habits.ts";
import { coAct } from "../../../src/coaction/kernel.ts";
import { solveBicm } from "../../../src/coaction/nulls/bicm.ts";
import { dealingNull } from "../../../src/coaction/nulls/dealing.ts";
import { surpriseNull } from "../../../src/coaction/nulls/surprise.ts";
import { participation } from "../../../src/coaction/participation.ts";
import { deal } from "../../../src/coaction/shuffle.ts";
import { assess } from "../../../src/coaction/significance.ts";
import { type Strata, strataBy } from "../../../src/coaction/strata.ts";
import { layOut } from "../../../src/coaction/timeline.ts";
import type { Actions } from "../../../src/corpus/actions.ts";
import { between, seeded } from "../../../src/math/random.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const ACCOUNTS = 150;
const OBJECTS = 600;
const WINDOW_MS = HOUR_MS;
/** Two languages of two parts of the day; the second language is a fifth of all posts, most of them by ten busy accounts. */
const STRATA = 4;

/** Each object belongs to one stratum and lives for some hours; who posts is drawn by what each account does of that stratum. */
function world(seed: number): { actions: Actions; strata: Strata } {
  const random = seeded("dealing", seed);
  const hand = Array.from({ length: STRATA }, (_, s) => {
    const able = Array.from({ length: ACCOUNTS }, (_, u) => u).filter((u) => (s < 2 ? u >= 30 : u < 40));
    return able.flatMap((u) => Array.from({ length: s >= 2 && u < 10 ? 12 : 1 + ((u * 7 + s) % 3) }, () => u));
  });
  const rows: { account: number; object: number; timeMs: number; stratum: number }[] = [];
  for (let object = 0; object < OBJECTS; object++) {
    const stratum = object % 5 === 0 ? 2 + (object % 2) : object % 2;
    const bornMs = between(random, 0, 20) * DAY_MS + (stratum % 2) * 12 * HOUR_MS;
    for (let n = between(random, 2, 7); n > 0; n--) {
      const account = hand[stratum]![between(random, 0, hand[stratum]!.length - 1)]!;
      rows.push({ account, object, timeMs: bornMs + between(random, 0, 3 * HOUR_MS), stratum });
    }
  }
  const actions: Actions = {
    trace: "co-share",
    count: rows.length,
    accountCount: ACCOUNTS,
    objectCount: OBJECTS,
    account: Uint32Array.from(rows, (row) => row.account),
    object: Uint32Array.from(rows, (row) => row.object),
    timeMs: Float64Array.from(rows, (row) => row.timeMs),
    post: Uint32Array.from(rows.keys()),
  };
  const strata = strataBy(
    Uint32Array.from(rows, (row) => row.stratum),
    STRATA,
  );
  return { actions: { ...actions, habits: habitsOf(strata, actions.account, ACCOUNTS, 2) }, strata };
}

function nullOf(actions: Actions) {
  const timeline = layOut(actions);
  const part = participation(timeline, WINDOW_MS);
  const bicm = solveBicm(part);
  const surprise = surpriseNull(part, bicm);
  return { timeline, part, bicm, surprise, dealing: dealingNull(part, timeline, WINDOW_MS, surprise) };
}

/** Objects on which two accounts met, and how surprising that was. */
function meetingsOf({ part, surprise }: ReturnType<typeof nullOf>, a: number, b: number): { n: number; bits: number } {
  let [n, bits] = [0, 0];
  for (let i = part.starts[a]!; i < part.starts[a + 1]!; i++) {
    for (let j = part.starts[b]!; j < part.starts[b + 1]!; j++) {
      const gapMs = Math.abs(part.firstMs[i]! - part.firstMs[j]!);
      if (part.object[i] !== part.object[j] || gapMs > WINDOW_MS) continue;
      n++;
      bits += surprise.meetingBits(part.object[i]!, gapMs);
    }
  }
  return { n, bits };
}

const ASKED = [
  [0, 1],
  [2, 9],
  [5, 35],
  [50, 51],
  [30, 39],
  [1, 100],
] as const;

describe("dealing the posts of each stratum anew", () => {
  it("makes two accounts meet about as often, and so surprisingly as rarely, as the null says", () => {
    const { actions, strata } = world(1);
    const own = nullOf(actions);
    const dealings = 1500;
    const met = ASKED.map(() => 0);
    const bits = ASKED.map(() => new Float64Array(dealings));
    for (let k = 0; k < dealings; k++) {
      const account = deal(actions.account, strata, seeded("dealt", k));
      const dealt = { ...own, part: participation(layOut({ ...actions, account }), WINDOW_MS) };
      for (const [i, [a, b]] of ASKED.entries()) {
        const one = meetingsOf(dealt, a, b);
        met[i]! += one.n / dealings;
        bits[i]![k] = one.bits;
      }
    }
    for (const [i, [a, b]] of ASKED.entries()) {
      const expected = own.dealing.expected(a, b);
      // Never less but for what 1,500 dealings leave open; somewhat more where one account draws several posts of an object.
      const open = 4 * Math.sqrt((met[i]! + 1e-3) / dealings);
      expect(expected, `${a} ${b}`).toBeGreaterThan(met[i]! - open);
      expect(expected, `${a} ${b}`).toBeLessThan(1.35 * met[i]! + open);
      const sorted = bits[i]!.sort();
      for (const share of [0.3, 0.1, 0.02]) {
        const at = sorted[Math.floor((1 - share) * dealings)]!;
        if (at === 0) continue;
        const reached = sorted.filter((one) => one >= at).length / dealings;
        const p = own.dealing.tail(a, b, at);
        expect(p, `${a} ${b} ${at}`).toBeGreaterThan(0.65 * reached - 2 * Math.sqrt(reached / dealings));
      }
    }
  });

  it("is the same for (a, b) and (b, a), whoever asked before, and says nothing without habits", () => {
    const { actions } = world(2);
    const { dealing } = nullOf(actions);
    const forward = ASKED.map(([a, b]) => dealing.tail(a, b, 40));
    const backward = [...ASKED].reverse().map(([a, b]) => dealing.tail(b, a, 40));
    expect(backward.reverse()).toEqual(forward);
    const { habits: _, ...bare } = actions;
    expect(nullOf(bare).dealing.tail(0, 1, 40)).toBe(0);
  });

  it("keeps few busy accounts of a small stratum from looking like a crew, and leaves a crew one", () => {
    let [alarms, blind, crew] = [0, 0, 0];
    const runs = 20;
    for (let run = 0; run < runs; run++) {
      const { actions } = world(10 + run);
      const { habits: _, ...bare } = actions;
      alarms += edges(actions).length > 0 ? 1 : 0;
      blind += edges(bare).length > 0 ? 1 : 0;
      crew += edges(withCrew(actions)).filter(([a, b]) => a >= 60 && b < 66).length;
    }
    // All that is found is false: q bounds the chance of finding anything. One of twenty, four or more once in sixty.
    expect(alarms).toBeLessThanOrEqual(3);
    expect(blind).toBeGreaterThan(12);
    // Fifteen pairs a run.
    expect(crew / runs).toBeGreaterThan(12);
  });
});

function edges(actions: Actions): [number, number][] {
  const { pairs, timeline } = coAct(actions, { windowMs: WINDOW_MS, minObjects: 2 });
  const { q } = assess(pairs, timeline, 2).significance;
  return [...q.keys()].filter((i) => q[i]! <= 0.05).map((i) => [pairs.a[i]!, pairs.b[i]!]);
}

/** Accounts 60 to 65 each make one of their own posts on each of nine objects, within two minutes. */
function withCrew(actions: Actions): Actions {
  const object = actions.object.slice();
  const timeMs = actions.timeMs.slice();
  for (let u = 60; u < 66; u++) {
    let k = 0;
    for (let i = 0; i < actions.count && k < 9; i++) {
      if (actions.account[i] !== u) continue;
      object[i] = 60 * k + 1;
      timeMs[i] = actions.timeMs[actions.object.indexOf(60 * k + 1)]! + (u - 60) * 20_000;
      k++;
    }
  }
  return { ...actions, object, timeMs };
}

it("knows how many accounts of one crowd are in the other, when posts are dealt anew", () => {
  const { actions, strata } = world(3);
  // A crowd is everybody who touched one of forty objects of a stratum.
  const crowd = (object: number): number => (object < 400 ? object % 10 : 10 + object);
  const crowded: Actions = { ...actions, object: actions.object.map(crowd), objectCount: 10 + OBJECTS };
  const { timeline, part, bicm } = nullOf(crowded);
  const crowds = crowdsOf(part, timeline, bicm)!;
  const dealings = 300;
  const both = new Map<string, number>();
  const asked = [
    [0, 5],
    [0, 2],
    [1, 3],
    [1, 2],
  ] as const;
  for (let k = 0; k < dealings; k++) {
    const account = deal(crowded.account, strata, seeded("crowds", k));
    const members = (object: number): Set<number> =>
      new Set([...account.keys()].filter((i) => crowded.object[i] === object).map((i) => account[i]!));
    for (const [a, b] of asked) {
      const other = members(b);
      const n = [...members(a)].filter((u) => other.has(u)).length;
      both.set(`${a} ${b}`, (both.get(`${a} ${b}`) ?? 0) + n / dealings);
    }
  }
  for (const [a, b] of asked) {
    const expected = crowds.inBoth(a, b).reduce((sum, one) => sum + one, 0);
    const seen = both.get(`${a} ${b}`)!;
    expect(Math.abs(expected - seen), `${a} ${b}: ${expected} for ${seen}`).toBeLessThan(0.06 * seen + 0.3);
  }
  const { habits: _, ...bare } = crowded;
  expect(crowdsOf(part, layOut(bare), bicm)).toBeNull();
});
