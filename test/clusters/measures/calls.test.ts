import { describe, expect, test } from "vitest";
import { measureCalls } from "../../../src/clusters/measures/calls.ts";
import { measured, type PostByHand } from "../../support/measures.ts";

const member = { cluster: 0 };
const MINUTE_MS = 60_000;
/** Four members and a stranger; all of them act on objects 0 and 1 an hour and more after midnight. */
const ACCOUNTS = [member, member, member, member, {}];
const PARTY: PostByHand[] = [0, 1].flatMap((object) =>
  [0, 1, 2, 3, 4].map((account) => ({ account, object, text: "so good", timeMs: (60 + account + object) * MINUTE_MS })),
);
const call = (change: Partial<PostByHand> = {}): PostByHand => ({
  account: 0,
  object: 0,
  timeMs: 0,
  text: "Streaming party at nine! Copy and paste: so good",
  ...change,
});

describe("calls in public that others follow", () => {
  test("who acts later on what was called for follows; the caller does not", async () => {
    const [one] = await measured(measureCalls, ACCOUNTS, [...PARTY, call()]);
    expect(one).toEqual({ calls: 1, following: 3, speakers: 4 });
  });

  test("without a call nobody follows", async () => {
    expect(await measured(measureCalls, ACCOUNTS, PARTY)).toEqual([{ calls: 0, following: 0, speakers: 4 }]);
  });

  test("whoever calls: all four follow a stranger", async () => {
    const [one] = await measured(measureCalls, ACCOUNTS, [...PARTY, call({ account: 4 })]);
    expect(one).toEqual({ calls: 1, following: 4, speakers: 4 });
  });

  test("nobody follows a call on something else, or of the last ten minutes, or too late", async () => {
    for (const change of [{ object: 7 }, { timeMs: 55 * MINUTE_MS }, { timeMs: 90 * MINUTE_MS }]) {
      const [one] = await measured(measureCalls, ACCOUNTS, [...PARTY, call(change)]);
      expect(one!.following, JSON.stringify(change)).toBe(0);
    }
  });

  test("the first call counts", async () => {
    const [one] = await measured(measureCalls, ACCOUNTS, [
      ...PARTY,
      call({ account: 1, timeMs: 50 * MINUTE_MS }),
      call(),
    ]);
    expect(one).toMatchObject({ calls: 2, following: 3 });
  });

  test("a call to buy is none", async () => {
    const [one] = await measured(measureCalls, ACCOUNTS, [...PARTY, call({ text: "Join us and earn from home" })]);
    expect(one!.calls).toBe(0);
  });
});
