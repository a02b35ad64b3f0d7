import { describe, expect, test } from "vitest";
import type { Draft } from "../../src/clusters/draft.ts";
import { findGroups } from "../../src/clusters/find.ts";
import { againstReruns, type Rerun, rerun } from "../../src/clusters/rerun.ts";
import type { TraceActions } from "../../src/clusters/trace-actions.ts";
import { SILENT } from "../../src/corpus/progress.ts";
import { seeded, shuffle } from "../../src/math/random.ts";
import { OPTIONS, rerunInput, type SmallWorld, smallWorld } from "./worlds.ts";

const RERUNS = 99;
const find = (traces: readonly TraceActions[]) => findGroups(traces, OPTIONS, SILENT).drafts;
const rerunsOf = (world: SmallWorld, count = RERUNS) => {
  const input = rerunInput(world);
  return Array.from({ length: count }, (_, index) => rerun(input, index));
};

/** Times dealt anew among the actions on each object: the textbook control. */
function withinObjects(traces: readonly TraceActions[], seed: number): TraceActions[] {
  const random = seeded(seed, "within objects");
  return traces.map((trace) => {
    const { object, timeMs, objectCount } = trace.actions;
    const places = Array.from({ length: objectCount }, (): number[] => []);
    for (const [i, one] of object.entries()) places[one]!.push(i);
    const dealt = timeMs.slice();
    for (const own of places) {
      const from = shuffle(random, [...own]);
      for (const [k, i] of own.entries()) dealt[i] = timeMs[from[k]!]!;
    }
    return { ...trace, actions: { ...trace.actions, timeMs: dealt } };
  });
}

describe("a planted crew that is most of its objects' audience", () => {
  const world = smallWorld(3, { crew: 10 });
  const drafts = find(world.traces);
  const reruns = rerunsOf(world);

  test("is found, and no rerun comes near: p is the smallest there is", () => {
    const [one] = againstReruns(drafts, reruns);
    expect(one!.accounts).toEqual(world.crew);
    expect(one!.control.p).toBe(1 / (1 + RERUNS));
    expect(one!.reading).toBe("unexplained");
  });

  test("is found the same where only what decides is looked at", () => {
    const lean = findGroups(world.traces, { ...OPTIONS, decideOnly: true }, SILENT);
    const decided = (list: readonly Draft[]) => list.map(({ expected: _, ...draft }) => draft);
    expect(decided(lean.drafts)).toEqual(decided(drafts));
    expect(lean.layers[0]!.layer.significance.pOutside.every(Number.isNaN)).toBe(true);
  });

  test("leaves nothing in shuffled data, where the literal shuffle within objects leaves it standing", () => {
    expect(reruns.reduce((sum, { clusters }) => sum + clusters, 0)).toBe(0);
    for (let seed = 0; seed < 5; seed++) {
      const [kept] = find(withinObjects(world.traces, seed));
      expect(kept?.accounts.filter((account) => world.crew.includes(account)).length).toBeGreaterThanOrEqual(9);
    }
  });
});

test("pure noise in three languages: groups with p up to 0.05 are no commoner than one world in twenty", () => {
  let claimed = 0;
  for (let seed = 0; seed < 40; seed++) {
    const world = smallWorld(100 + seed, { languages: 3, windowMs: 3_600_000 });
    const drafts = find(world.traces);
    if (drafts.length === 0) continue;
    if (againstReruns(drafts, rerunsOf(world, 39)).some(({ control }) => control.p! <= 0.05)) claimed++;
  }
  expect(claimed).toBeLessThanOrEqual(2);
});

test("marks of profiles are dealt one by one within their place: a shared profile does not move as one", () => {
  const world = smallWorld(3);
  const [answers] = world.traces;
  // Twenty accounts show the same two marks, in two places; the others one of their own in each.
  const marks = Array.from({ length: 180 }, (_, u) => [
    { account: u, object: u < 20 ? 0 : 2 + 2 * u },
    { account: u, object: u < 20 ? 1 : 3 + 2 * u },
  ]).flat();
  const place = Uint8Array.from({ length: 2 + 2 * 180 }, (_, object) => object % 2);
  const actions = {
    ...answers!.actions,
    trace: "co-media" as const,
    count: marks.length,
    objectCount: place.length,
    account: Uint32Array.from(marks, ({ account }) => account),
    object: Uint32Array.from(marks, ({ object }) => object),
    timeMs: new Float64Array(marks.length),
    post: new Uint32Array(marks.length),
  };
  const profiles: TraceActions = { actions, windowMs: 1000, family: "identity", forgery: "cheap", place };
  expect(find([profiles]).length).toBe(1);
  const input = { ...rerunInput(world), traces: [profiles] };
  expect([0, 1, 2].map((index) => rerun(input, index).clusters)).toEqual([0, 0, 0]);
});

describe("p of a group", () => {
  const draft = (strength: number, change: Partial<Draft> = {}) =>
    ({
      accounts: [0],
      reading: "unexplained",
      weakBecause: null,
      q: 0,
      stability: 1,
      bits: 1,
      control: { p: null, strength },
      ...change,
    }) as Draft;
  const strongest = (...list: number[]): Rerun[] => list.map((one) => ({ clusters: 1, strongest: one }));
  const times = (count: number, value: number) => new Array<number>(count).fill(value);

  test("counts the reruns that reached it, itself among them", () => {
    const [one] = againstReruns([draft(10)], strongest(...times(94, 9), ...times(5, 10)));
    expect(one!.control).toEqual({ p: 0.06, strength: 10 });
    expect(one).toMatchObject({ reading: "weak" });
    expect(one!.weakBecause).toMatch(/as strong were found in 5 of 99 reruns on shuffled data.*p 0\.06/);
    const [other] = againstReruns([draft(10)], strongest(...times(95, 9), ...times(4, 10)));
    expect(other).toMatchObject({ reading: "unexplained", weakBecause: null, control: { p: 0.05 } });
  });

  test("too few reruns for 0.05 make a group weak only when one of them reached it", () => {
    expect(againstReruns([draft(10)], strongest(9, 9))[0]).toMatchObject({ reading: "unexplained" });
    expect(againstReruns([draft(10)], strongest(9, 11))[0]).toMatchObject({ reading: "weak", control: { p: 2 / 3 } });
  });

  test("an older reason stays, and weak groups sink below the others", () => {
    const [first, second] = againstReruns(
      [draft(5, { accounts: [1], weakBecause: "old", reading: "weak" }), draft(50, { accounts: [2], q: 0.04 })],
      strongest(...times(20, 6)),
    );
    expect(first).toMatchObject({ accounts: [2], reading: "unexplained" });
    expect(second).toMatchObject({ accounts: [1], weakBecause: "old" });
  });

  test("without reruns nothing is said", () => {
    expect(againstReruns([draft(10)], [])[0]).toMatchObject({ control: { p: null }, reading: "unexplained" });
  });
});
