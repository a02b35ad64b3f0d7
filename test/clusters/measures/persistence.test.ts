import { expect, test } from "vitest";
import { measurePersistence } from "../../../src/clusters/measures/persistence.ts";
import { measured, type PostByHand } from "../../support/measures.ts";

const HOUR = 3_600_000;
const members = [{ cluster: 0 }, { cluster: 0 }, { cluster: 0 }];
const meet = (object: number, timeMs: number, accounts: readonly number[]): PostByHand[] =>
  accounts.map((account) => ({ account, object, timeMs }));

test("an evening is one occasion, the next morning another", async () => {
  const [one] = await measured(measurePersistence, members, [
    ...meet(0, 0, [0, 1, 2]),
    ...meet(1, 12 * HOUR, [0, 1, 2]),
    ...meet(2, 24 * HOUR + 1, [0, 1]),
    { account: 0, timeMs: 96 * HOUR },
  ]);
  expect(one).toMatchObject({
    occasions: 2,
    // Three pairs on each of the first two objects, one pair on the third.
    largestOccasion: 6 / 7,
    occasionsOfPair: 1,
    objectsOfPair: 2,
    postsOfMember: 3,
    exportDays: 4,
  });
  expect(one!.spanDays).toBeCloseTo(1, 6);
});

test("the same pair through the weeks", async () => {
  const weeks = [0, 1, 2, 3, 4].flatMap((week) => meet(week, week * 7 * 24 * HOUR, [0, 1, 2]));
  const [one] = await measured(measurePersistence, members, weeks);
  expect(one).toMatchObject({ occasions: 5, occasionsOfPair: 5, objectsOfPair: 5, spanDays: 28, largestOccasion: 0.2 });
});

test("what is done apart is no meeting", async () => {
  const [one] = await measured(measurePersistence, members, [
    ...meet(0, 0, [0, 1, 2]),
    { account: 0, object: 1, timeMs: HOUR },
    { account: 1, object: 1, timeMs: 2 * HOUR },
  ]);
  expect(one).toMatchObject({ occasions: 1, objectsOfPair: 1, spanDays: 0 });
});
