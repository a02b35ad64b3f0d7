import { describe, expect, test } from "vitest";
import { togetherness } from "../../src/coaction/together.ts";
import { between, type Random, sample, seeded } from "../../src/math/random.ts";
import { type Act, innocentActs, timelineOf } from "./worlds.ts";

const ACCOUNTS = 600;
const OBJECTS = 310;
const HOUR = 3_600_000;
const range = (from: number, size: number): number[] => Array.from({ length: size }, (_, i) => from + i);

/** Six hundred ordinary accounts of three to sixty acts. */
function life(random: Random): Act[] {
  const rates = range(0, ACCOUNTS).map((u) => 3 + 60 / (u + 1));
  const crowds = range(0, 300).map((i) => 3 + 200 / (i + 1));
  return innocentActs(random, rates, crowds, () => 1e8);
}

const deeds = (acts: readonly Act[], objects = OBJECTS) => {
  const timeline = timelineOf(acts, ACCOUNTS, objects);
  return {
    timeline,
    windowMs: HOUR,
    bitsOf: (o: number) => Math.log2(ACCOUNTS / (timeline.starts[o + 1]! - timeline.starts[o]!)),
  };
};

describe("accounts chosen for something else than what they did", () => {
  test("p is at most uniform, and they do meet", () => {
    const counts = { at20: 0, at05: 0, met: 0 };
    for (let run = 0; run < 150; run++) {
      const random = seeded("chosen", run % 5);
      const ask = togetherness([deeds(life(random))]);
      const { p, meetings } = ask(sample(seeded("who", run), range(0, ACCOUNTS), 12), seeded("draws", run));
      if (meetings > 0) counts.met++;
      if (p <= 0.2) counts.at20++;
      if (p <= 0.05) counts.at05++;
    }
    expect(counts.met).toBeGreaterThan(50);
    // Thirty and seven or eight are announced; more than these come by chance once in a hundred.
    expect(counts.at20).toBeLessThanOrEqual(42);
    expect(counts.at05).toBeLessThanOrEqual(14);
  });

  test("eight who each meet one or two of the others stand out as a group", () => {
    const random = seeded("planted");
    const crew = range(500, 8);
    const acts = life(random);
    // Each object brings two or three of them together, so that no two meet twice.
    for (const k of range(0, 6)) {
      for (const member of [k, k + 1, (k + 4) % 8])
        acts.push([500 + member, 300 + k, 1e7 * k + between(random, 0, HOUR / 2)]);
      for (let i = 0; i < 12; i++)
        acts.push([Math.floor(400 * random()), 300 + k, 1e7 * k + between(random, 0, 20 * HOUR)]);
    }
    const found = togetherness([deeds(acts)])(crew, seeded("draws"));
    expect(found.p).toBeLessThanOrEqual(0.005);
    expect(found.accounts.filter((one) => crew.includes(one))).toHaveLength(8);
    expect(found.meetings).toBeGreaterThan(3 * found.expected);
  });

  test("a deed that three traces see is no better than one", () => {
    // Two accounts answer one busy post; the other traces repeat the very same marks.
    const random = seeded("thrice");
    const acts = life(random);
    const one = deeds(acts);
    const busiest = range(0, 12);
    const alone = togetherness([one])(busiest, seeded("draws"));
    const thrice = togetherness([one, one, one])(busiest, seeded("draws"));
    expect(alone.meetings).toBeGreaterThan(0);
    expect(thrice.p).toBe(alone.p);
    expect(thrice.meetings).toBe(3 * alone.meetings);
  });

  test("who met nobody is told so without a draw", () => {
    const acts: Act[] = range(0, 20).map((u): Act => [u, u, 1e6 * u]);
    const found = togetherness([deeds(acts)])(range(0, 5), () => {
      throw new Error("drawn");
    });
    expect(found).toEqual({ meetings: 0, expected: 0, accounts: [], p: 1 });
  });

  test("posts are replaced by posts of the same public alone", () => {
    // Two hundred and fifty accounts of one language share three objects among them; a group of theirs is nothing beside them.
    const random = seeded("language");
    const acts = life(random);
    for (const u of range(0, 250)) acts.push([u, 300 + (u % 3), 1e9 + between(random, 0, HOUR / 2)]);
    const { timeline, ...rest } = deeds(acts);
    const publicOf = Uint32Array.from(range(0, ACCOUNTS), (u) => (u < 250 ? 1 : 2));
    // Accounts that do little else.
    const group = [240, 241, 242, 243, 244, 245];
    const known = togetherness([{ ...rest, timeline: { ...timeline, publicOf } }])(group, seeded("draws"));
    const unknown = togetherness([{ ...rest, timeline }])(group, seeded("draws"));
    expect(known.expected).toBeGreaterThan(unknown.expected);
    expect(known.p).toBeGreaterThan(unknown.p);
  });
});
