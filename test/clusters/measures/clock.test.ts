import { describe, expect, test } from "vitest";
import { measureClock } from "../../../src/clusters/measures/clock.ts";
import { measured, type PostByHand } from "../../support/measures.ts";

const MINUTE = 60_000;
/** Two members, ten others. */
const ACCOUNTS = Array.from({ length: 12 }, (_, i) => (i < 2 ? { cluster: 0 } : {}));
/** The others post once a minute between them, for five hours. */
const LIFE: PostByHand[] = Array.from({ length: 300 }, (_, i) => ({ account: 2 + (i % 10), timeMs: i * MINUTE }));
const MET: PostByHand[] = [100, 200].flatMap((minute, object) =>
  [0, 1].map((account) => ({ account, object, timeMs: minute * MINUTE })),
);

describe("who else is busy when members meet", () => {
  test("a crew of its own schedule leaves everybody as they were", async () => {
    const [one] = await measured(measureClock, ACCOUNTS, [...LIFE, ...MET]);
    expect(one).toEqual({ moments: 2, near: 20, expected: 20, excess: 1 });
  });

  test("a goal makes everybody write", async () => {
    const cheers = [100, 200].flatMap((minute) =>
      Array.from({ length: 30 }, (_, i) => ({ account: 2 + (i % 10), timeMs: minute * MINUTE + i * 1000 })),
    );
    const [one] = await measured(measureClock, ACCOUNTS, [...LIFE, ...MET, ...cheers]);
    expect(one!.excess).toBe(4);
  });

  test("another hand of the crew is not everybody", async () => {
    const accounts = [...ACCOUNTS, { cluster: 1 }, { cluster: 1 }];
    const burst = Array.from({ length: 60 }, (_, i) => ({ account: 12 + (i % 2), timeMs: 100 * MINUTE + i }));
    const [one] = await measured(measureClock, accounts, [...LIFE, ...MET, ...burst]);
    expect(one!.excess).toBe(1);
  });

  test("nor is who shares the same things: the rest of the crew that nobody found", async () => {
    const accounts = [...ACCOUNTS, {}, {}];
    const burst = Array.from({ length: 60 }, (_, i) => ({ account: 12 + (i % 2), timeMs: 100 * MINUTE + i }));
    const touched = [12, 13].map((account) => ({ account, object: 1, timeMs: 0 }));
    const [one] = await measured(measureClock, accounts, [...LIFE, ...MET, ...burst]);
    expect(one!.excess).toBe(4);
    const [rest] = await measured(measureClock, accounts, [...LIFE, ...MET, ...burst, ...touched]);
    expect(rest!.excess).toBe(1);
  });

  test("a moment at the rim has no flank, and few strangers make no ratio", async () => {
    const early: PostByHand[] = [0, 1].map((account) => ({ account, object: 5, timeMs: 59 * MINUTE }));
    const [one] = await measured(measureClock, ACCOUNTS, [...LIFE, ...MET, ...early]);
    expect(one!.moments).toBe(2);
    const [quiet] = await measured(measureClock, ACCOUNTS, [...LIFE.filter((_, i) => i % 3 === 0), ...MET]);
    expect(quiet!.excess).toBeNull();
  });
});
