import { describe, expect, it } from "vitest";
import { coAct } from "../../src/coaction/kernel.ts";
import { ratesOfPairs, recurrence } from "../../src/coaction/recurrence.ts";
import { between, chance, type Random, seeded } from "../../src/math/random.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const ACCOUNTS = 2000;
const CREW = 80;

/** Bursts on different days, each with passers-by; the crew comes to the first three with chance 0.8. Days of other tags for all. */
function world(random: Random, crew: number, dayOf = (burst: number): number => burst) {
  const rows: { account: number; object: number; ms: number }[] = [];
  for (let burst = 0; burst < 8; burst++) {
    const ms = () => dayOf(burst) * DAY_MS + random() * HOUR_MS;
    const came = new Set<number>();
    for (let i = 0; i < 40; i++) came.add(between(random, CREW, ACCOUNTS - 1));
    for (let u = 0; u < crew && burst < 3; u++) if (chance(random, 0.8)) came.add(u);
    for (const account of came) rows.push({ account, object: burst, ms: ms() });
  }
  let objects = 8;
  for (let account = 0; account < ACCOUNTS; account++) {
    for (let i = between(random, 0, 3); i > 0; i--)
      rows.push({ account, object: objects++, ms: 20 * DAY_MS * random() });
  }
  return coAct(
    {
      trace: "burst-hashtag",
      count: rows.length,
      accountCount: ACCOUNTS,
      objectCount: objects,
      account: Uint32Array.from(rows, ({ account }) => account),
      object: Uint32Array.from(rows, ({ object }) => object),
      timeMs: Float64Array.from(rows, ({ ms }) => ms),
      post: Uint32Array.from(rows.keys()),
    },
    { windowMs: 4 * HOUR_MS, minObjects: 2 },
  );
}

function found(seed: number, crew: number, dayOf?: (burst: number) => number): { right: number; wrong: number } {
  const { pairs, timeline } = world(seeded(seed, "recurrence"), crew, dayOf);
  const q = recurrence(pairs, timeline, 0.05);
  const kept = [...q.keys()].filter((i) => q[i]! <= 0.05);
  const right = kept.filter((i) => pairs.a[i]! < crew && pairs.b[i]! < crew).length;
  return { right, wrong: kept.length - right };
}

const SEEDS = [1, 2, 3, 4, 5];

describe("bursts that draw on the same people", () => {
  it("tell hundreds of pairs of a crew, and hardly any other", () => {
    const runs = SEEDS.map((seed) => found(seed, CREW));
    for (const { right } of runs) expect(right).toBeGreaterThan(700);
    // A rate holds on average.
    const shares = runs.map(({ right, wrong }) => wrong / (right + wrong));
    expect(shares.reduce((sum, share) => sum + share, 0) / SEEDS.length).toBeLessThan(0.05);
  });

  it("are not found where nobody belongs together", () => {
    for (const seed of SEEDS) expect(found(seed, 0)).toEqual({ right: 0, wrong: 0 });
  });

  it("must be apart in time: two tags of one event draw on the same people anyhow", () => {
    for (const seed of SEEDS) expect(found(seed, CREW, () => 1)).toEqual({ right: 0, wrong: 0 });
  });
});

describe("the rate of a pair of classes", () => {
  const shares = Float64Array.of(0.04, 0.01, 0.3, 0.5);
  const accounts = Float64Array.of(10, 20, 5, 0);

  it("is the mean chance of all pairs as sure or surer", () => {
    const people = [...accounts].flatMap((n, k) => Array.from({ length: n }, () => k));
    const pairs = people.flatMap((k, i) => people.slice(i + 1).map((l) => 1 - (1 - shares[k]!) * (1 - shares[l]!)));
    const rates = ratesOfPairs(shares, accounts);
    for (const k of [0, 1, 2]) {
      for (const l of [0, 1, 2]) {
        const own = 1 - (1 - shares[k]!) * (1 - shares[l]!);
        const surer = pairs.filter((chance) => chance <= own + 1e-12);
        const mean = surer.reduce((sum, chance) => sum + chance, 0) / surer.length;
        expect(rates[k * 4 + l]).toBeCloseTo(mean, 12);
      }
    }
    // Each by itself these would not stand at 0.05; together with the surer ones they do.
    expect(1 - (1 - 0.04) ** 2).toBeGreaterThan(0.05);
    expect(rates[0]).toBeLessThan(0.05);
  });

  it("is 1 where nobody is", () => {
    expect(ratesOfPairs(shares, accounts)[3 * 4]).toBe(1);
  });
});
