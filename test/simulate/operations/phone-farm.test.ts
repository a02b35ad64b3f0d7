import { describe, expect, it } from "vitest";
import { truthOf } from "../../../src/simulate/truth.ts";
import { options, type Row, readWorld, timeOf } from "../rows.ts";

const NAME = "phone-farm";
const easy = readWorld(NAME, options(1, "easy", 2500));
const hard = readWorld(NAME, options(1, "hard", 2500));
const evasive = readWorld(NAME, options(1, "evasive", 2500));

/** The farm's acts on each post of a customer, in order of time. */
function targetsOf(world: typeof easy): Row[][] {
  const boosted = new Set(world.by("organic", "boosted").map((post) => post.post_id!));
  const acts = new Map<string, Row[]>();
  for (const post of world.by(NAME)) {
    if (!boosted.has(post.target_post_id!)) continue;
    acts.set(post.target_post_id!, [...(acts.get(post.target_post_id!) ?? []), post]);
  }
  // What a single telephone touches is no job of the farm: it came across it in its ordinary life.
  return [...acts.values()].filter((all) => all.length >= 2);
}
const crewOf = (acts: readonly Row[]) => acts.map((post) => post.account_id!);

/** Targets that each pair of telephones shares. */
function sharedByPair(world: typeof easy): Map<string, number> {
  const shared = new Map<string, number>();
  for (const acts of targetsOf(world)) {
    const crew = [...new Set(crewOf(acts))].sort();
    for (const [i, a] of crew.entries())
      for (const b of crew.slice(i + 1)) shared.set(`${a} ${b}`, (shared.get(`${a} ${b}`) ?? 0) + 1);
  }
  return shared;
}

describe(NAME, () => {
  it("works in shifts of twenty, in one order, seconds apart", () => {
    // Without ordinary life, in which a telephone may come across a customer's post by itself.
    const overrides = new Map([["phone-farm.decoy", 0]]);
    const targets = targetsOf(readWorld(NAME, { ...options(1, "easy", 2500), overrides }));
    expect(easy.labels.filter((row) => row.operation === NAME).length).toBe(120);
    expect(targets.length).toBe(72);
    const orders = new Map<string, Set<string>>();
    const gaps: number[] = [];
    for (const acts of targets) {
      const crew = crewOf(acts);
      expect(crew.length).toBe(20);
      const shift = [...crew].sort().join();
      orders.set(shift, (orders.get(shift) ?? new Set()).add(crew.join()));
      for (let i = 1; i < acts.length; i++) gaps.push((timeOf(acts[i]!) - timeOf(acts[i - 1]!)) / 1000);
    }
    expect(orders.size).toBe(6);
    for (const order of orders.values()) expect(order.size).toBe(1);
    gaps.sort((a, b) => a - b);
    expect(gaps[gaps.length >> 1]).toBeGreaterThanOrEqual(6);
    expect(gaps[gaps.length >> 1]).toBeLessThanOrEqual(8);
    expect(gaps.at(-1)).toBeLessThan(30);
  });

  it("writes next to nothing", () => {
    const acts = targetsOf(easy).flat();
    const written = acts.filter(({ kind }) => kind !== "repost");
    expect(written.length / acts.length).toBeLessThan(0.09);
    expect(written.length).toBeGreaterThan(20);
    for (const { text } of written) expect(text!.length).toBeLessThan(80);
  });

  it("shares its targets with ordinary readers", () => {
    for (const world of [easy, hard, evasive]) {
      const boosted = new Set(world.by("organic", "boosted").map((post) => post.post_id!));
      const strangers = world.by("organic").filter((post) => boosted.has(post.target_post_id!));
      expect(strangers.length).toBeGreaterThan(boosted.size);
    }
  });

  it("is ten times slower on hard, still in shifts, as busy as anybody", () => {
    const spread = (world: typeof easy) => {
      const seconds = targetsOf(world)
        .filter((acts) => acts.length > 4)
        .map((acts) => (timeOf(acts.at(-1)!) - timeOf(acts[0]!)) / 1000 / (acts.length - 1))
        .sort((a, b) => a - b);
      return seconds[seconds.length >> 1]!;
    };
    expect(spread(hard)).toBeGreaterThan(8 * spread(easy));
    const most = [...sharedByPair(hard).values()].sort((a, b) => b - a);
    expect(most[20]).toBeGreaterThanOrEqual(8);
  });

  it("hardly ever shows the same two on evasive, and says that none is the right answer", () => {
    const shared = [...sharedByPair(evasive).values()];
    expect(Math.max(...shared)).toBeLessThanOrEqual(3);
    expect(shared.filter((count) => count > 1).length / ((120 * 119) / 2)).toBeLessThan(0.01);
    expect(truthOf(NAME, evasive.settings, evasive).abstain).toBe(true);
    expect(truthOf(NAME, hard.settings, hard).abstain).toBe(false);
  });

  it("is no larger than a sixteenth of a small world, unless asked to be", () => {
    const small = readWorld(NAME, options(2, "easy", 1000));
    expect(small.labels.filter((row) => row.operation === NAME).length).toBe(60);
    const overrides = new Map([["phone-farm.prevalence", 0.1]]);
    const asked = readWorld(NAME, { ...options(2, "easy", 1000), overrides });
    expect(asked.labels.filter((row) => row.operation === NAME).length).toBe(100);
  });
});
