import { describe, expect, it } from "vitest";
import { seeded } from "../../src/math/random.ts";
import { opaqueId, opaqueNumber } from "../../src/simulate/identity.ts";
import { areaUnderCurve } from "../../src/simulate/leaks.ts";
import { appendPost, emptyPosts } from "../../src/simulate/posts.ts";
import { DAY_MS, HOUR_MS, humanTime, nextWaking, spanOf } from "../../src/simulate/rhythm.ts";
import { gini } from "../../src/simulate/statistics.ts";

describe("ids", () => {
  it("never collide, have one length, and sort as their numbers do", () => {
    const ids = Array.from({ length: 50_000 }, (_, i) => opaqueId("p", 7, i));
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(ids.map((id) => id.length))).toEqual(new Set([9]));
    const [a, b] = [opaqueNumber(7, 1), opaqueNumber(7, 2)];
    expect(ids[1]! < ids[2]!).toBe(a < b);
  });

  it("do not follow the order in which they were made", () => {
    const numbers = Array.from({ length: 2000 }, (_, i) => opaqueNumber(3, i));
    const rising = numbers.filter((number, i) => i > 0 && number > numbers[i - 1]!).length;
    expect(Math.abs(rising / 1999 - 0.5)).toBeLessThan(0.05);
  });
});

describe("rhythm", () => {
  const startMs = Date.UTC(2025, 2, 3);
  const span = spanOf(startMs, 14);

  it("keeps to the span, and to local nights in every time zone", () => {
    const random = seeded("rhythm");
    for (const zone of [-8, 0, 9]) {
      const times = Array.from({ length: 5000 }, () => humanTime(random, span, zone, 0));
      for (const time of times) expect(time >= span.startMs && time < span.endMs).toBe(true);
      const local = times.map((time) => Math.floor((time + zone * HOUR_MS) / HOUR_MS) % 24);
      const share = (from: number, to: number) =>
        local.filter((hour) => hour >= from && hour < to).length / local.length;
      expect(share(2, 5)).toBeLessThan(0.03);
      expect(share(19, 22)).toBeGreaterThan(0.18);
    }
  });

  it("has quieter weekends", () => {
    const random = seeded("week");
    const days = new Array<number>(14).fill(0);
    for (let i = 0; i < 40_000; i++) days[Math.floor((humanTime(random, span, 0, 0) - startMs) / DAY_MS)]!++;
    // The third of March 2025 was a Monday.
    const saturdays = days[5]! + days[12]!;
    expect(saturdays).toBeLessThan(0.93 * (days[1]! + days[8]!));
  });

  it("waits for the morning, and not at noon", () => {
    const random = seeded("wake");
    const wait = (hour: number) => {
      const from = startMs + hour * HOUR_MS;
      const waits = Array.from({ length: 300 }, () => nextWaking(random, from, 0, 0) - from).sort((a, b) => a - b);
      return waits[150]! / HOUR_MS;
    };
    expect(wait(3)).toBeGreaterThan(2);
    expect(wait(12)).toBe(0);
  });
});

describe("posts", () => {
  it("come after what they answer, and not outside the world", () => {
    const posts = emptyPosts();
    const add = (timeMs: number, target?: number) =>
      appendPost(posts, 0, 100_000, {
        timeMs,
        account: 1,
        kind: "reply",
        voice: 0,
        ...(target === undefined ? {} : { target }),
      });
    const first = add(5_400);
    expect(posts.timeMs[first]).toBe(5_000);
    expect(posts.timeMs[add(2_000, first)]).toBe(6_000);
    expect(add(-1)).toBe(-1);
    expect(add(100_000)).toBe(-1);
    const last = add(99_000);
    expect(add(99_000, last)).toBe(-1);
    expect(posts.count).toBe(3);
  });

  it("keep their columns when they grow", () => {
    const posts = emptyPosts();
    for (let i = 0; i < 5000; i++)
      appendPost(posts, 0, 1e9, { timeMs: i * 1000, account: i, kind: "quote", voice: 2, argument: i, appeal: 1 });
    expect([posts.timeMs[4999], posts.account[1500], posts.kind[4999], posts.voice[10], posts.argument[3000]]).toEqual([
      4_999_000, 1500, 3, 2, 3000,
    ]);
    expect([posts.target[4999], posts.appeal[4999]]).toEqual([-1, 1]);
  });
});

describe("figures", () => {
  it("measure inequality: all alike 0, one of four has all 3/4", () => {
    expect(gini([2, 2, 2])).toBeCloseTo(0, 12);
    expect(gini([0, 0, 0, 8])).toBeCloseTo(0.75, 12);
    expect(gini([])).toBe(0);
  });

  it("measure separation, ties half", () => {
    expect(areaUnderCurve([1, 2, 3, 4], [false, false, true, true])).toBe(1);
    expect(areaUnderCurve([1, 2, 3, 4], [false, true, false, true])).toBe(0.75);
    expect(areaUnderCurve([5, 5, 5, 5], [false, true, false, true])).toBe(0.5);
  });
});
