import { expect, test } from "vitest";
import { measureLifetimes } from "../../../src/clusters/measures/lifetimes.ts";
import { measured, type PostByHand } from "../../support/measures.ts";

const DAY = 86_400_000;

test("made in one morning, gone after a day", async () => {
  const start = 1000 * DAY;
  const accounts = [0, 1, 3, 3.5].map((day) => ({ cluster: 0, createdMs: start + day * DAY }));
  const met: PostByHand[] = [0, 1, 2, 3].flatMap((account) => [
    { account, object: 0, timeMs: start + 4 * DAY },
    { account, timeMs: start + 5 * DAY },
  ]);
  const [one] = await measured(measureLifetimes, [...accounts, {}], [...met, { account: 4, timeMs: start + 14 * DAY }]);
  // Days 0 to 3 are the busiest three; day 3.5 falls out, or day 0 does.
  expect(one).toEqual({ dated: 4, burst: 3, ageDays: 1, activeDays: 1, silentDays: 9, posts: 2 });
});

test("no dates: nothing is said of ages", async () => {
  const [one] = await measured(
    measureLifetimes,
    [{ cluster: 0 }, { cluster: 0 }],
    [
      { account: 0, object: 0 },
      { account: 1, object: 0 },
    ],
  );
  expect(one).toMatchObject({ dated: 0, burst: 0, ageDays: null });
});
