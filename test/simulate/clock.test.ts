import { describe, expect, it } from "vitest";
import { between, seeded } from "../../src/math/random.ts";
import { buildWorld } from "../../src/simulate/build.ts";
import { midRank } from "../../src/simulate/casting.ts";
import { clocksOf, leastTellingClock } from "../../src/simulate/clock.ts";
import { firstDecoys } from "../../src/simulate/decoys.ts";
import { strangers, strangersWhoAct } from "../../src/simulate/strangers.ts";
import { emptyWorld } from "../../src/simulate/world.ts";
import { options } from "./rows.ts";

describe("leastTellingClock", () => {
  const world = emptyWorld(options(3));
  const hour = 3_600_000;
  const clocks = clocksOf(world, seeded(1));
  const cast = [5, 6, 7];

  it("takes the way whose clocks lie in the middle of everybody's", () => {
    for (const account of cast) world.people.rate[account] = 0;
    const random = seeded(2);
    const make = () => cast.map(() => [between(random, 0, 23) * hour, between(random, 0, 23) * hour]);
    const none = { cast, decoys: [[], [], []] };
    const chosen = leastTellingClock(world, seeded(1), none, make, (way) => way);
    const rank = chosen.reduce((sum, times) => sum + midRank(clocks, (times[0]! + times[1]!) / 2 / hour), 0) / 3;
    expect(Math.abs(rank - 0.5)).toBeLessThan(0.05);
  });

  it("reckons with posts made anyway: early ones are set off by late acts", () => {
    for (const account of cast) world.people.rate[account] = 0;
    const early = { cast, decoys: cast.map(() => [1 * hour, 1 * hour]) };
    let next = 0;
    const make = () => {
      next = (next + 1) % 24;
      return cast.map(() => [next * hour]);
    };
    const [alone] = leastTellingClock(world, seeded(1), { cast, decoys: [[], [], []] }, make, (way) => way);
    const [beside] = leastTellingClock(world, seeded(1), early, make, (way) => way);
    expect(alone![0]! / hour).toBeLessThan(16);
    expect(beside![0]! / hour).toBeGreaterThan(19);
  });
});

describe("strangers", () => {
  it("are ordinary accounts whose own life pays for what they do, if they do anything", () => {
    const { world } = buildWorld("sneer-review", options(2));
    const before = world.people.rate.slice();
    const taken = strangersWhoAct(world, 50, seeded(4));
    expect(new Set(taken).size).toBe(50);
    for (const account of taken) {
      expect(world.people.label[account]).toBe(0);
      expect(world.people.rate[account]).toBeCloseTo(before[account]! - 1, 4);
    }
    const after = world.people.rate.slice();
    expect(strangers(world, 20, seeded(5), (account) => world.people.language[account] === 1).length).toBe(20);
    expect(world.people.rate).toEqual(after);
  });

  it("get one decoy each out of their rate, and none where there is no ordinary life", () => {
    const world = emptyWorld(options(2));
    world.voices.push(() => ({ text: "", language: "en", urls: [], hashtags: [], mentions: [], media: [] }));
    world.people.rate[0] = 0;
    world.people.rate[1] = 0.4;
    world.people.rate[2] = 7;
    const decoys = firstDecoys(world, [0, 1, 2], seeded(6));
    expect(decoys.map(({ length }) => length)).toEqual([0, 1, 1]);
    expect([...world.people.rate.slice(0, 3)]).toEqual([0, 0, 6]);
    expect([...world.posts.account.slice(0, world.posts.count)]).toEqual([1, 2]);
  });
});
