import { describe, expect, it } from "vitest";
import { between, seeded } from "../../src/math/random.ts";
import { findBursts, type TagUses } from "../../src/traces/bursts.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const SPAN_MS = 14 * DAY_MS;

type Post = readonly [account: number, ms: number, tags: readonly number[]];
/** @param reposts numbers of posts that pass on another one */
function usesOf(posts: readonly Post[], accountCount = 100, reposts: readonly number[] = []): TagUses {
  const rows = posts.flatMap(([account, ms, tags], post) => tags.map((tag) => ({ account, ms, tag, post })));
  return {
    accountCount,
    tagCount: 10,
    account: Uint32Array.from(rows, ({ account }) => account),
    tag: Uint32Array.from(rows, ({ tag }) => tag),
    timeMs: Float64Array.from(rows, ({ ms }) => ms),
    post: Uint32Array.from(rows, ({ post }) => post),
    passedOn: Uint8Array.from(posts, (_, post) => (reposts.includes(post) ? 1 : 0)),
  };
}
const push = (startMs: number, tags: readonly number[], from = 0, n = 12) =>
  Array.from({ length: n }, (_, i) => [from + i, startMs + i * 60_000, tags] as const);
const burstActs = ({ object, burstCount }: ReturnType<typeof findBursts>): number =>
  object.filter((one) => one < burstCount).length;

describe("tags that live for a day", () => {
  it("are told from tags that last, and each account takes part once, at its first post", () => {
    const lasting = Array.from({ length: 14 }, (_, day) => push(day * DAY_MS + 3 * HOUR_MS, [2])).flat();
    const again = push(2 * DAY_MS + HOUR_MS, [0]);
    const found = findBursts(
      usesOf([...push(2 * DAY_MS, [0]), ...again, ...push(9 * DAY_MS, [1]), ...lasting]),
      SPAN_MS,
    );
    expect([...found.burstOf].slice(0, 3)).toEqual([0, 1, -1]);
    expect(burstActs(found)).toBe(24);
    expect(found.timeMs[found.object.indexOf(0)]).toBe(2 * DAY_MS);
    expect([...found.examplePost].slice(0, 2)).toEqual([0, 24]);
  });

  it("need ten accounts, four hours, and an export of five days", () => {
    const second = push(9 * DAY_MS, [1]);
    expect(findBursts(usesOf([...push(2 * DAY_MS, [0], 0, 9), ...second]), SPAN_MS).burstCount).toBe(1);
    expect(findBursts(usesOf([...push(2 * DAY_MS, [0]), ...second]), 4 * DAY_MS).burstCount).toBe(0);
    const slow = Array.from({ length: 12 }, (_, i) => [i, 2 * DAY_MS + i * 2 * HOUR_MS, [0]] as const);
    expect(findBursts(usesOf([...slow, ...second]), SPAN_MS).burstOf[0]).toBe(-1);
  });

  it("are not undone by one account that goes on for days, but by many that do", () => {
    const bursts = [...push(2 * DAY_MS, [0], 0, 40), ...push(9 * DAY_MS, [1])];
    const goesOn = (accounts: number) =>
      Array.from(
        { length: accounts * 9 },
        (_, i) => [i % accounts, (4 + Math.floor(i / accounts)) * DAY_MS, [0]] as const,
      );
    expect(findBursts(usesOf([...bursts, ...goesOn(1)]), SPAN_MS).burstOf[0]).toBe(0);
    expect(findBursts(usesOf([...bursts, ...goesOn(2)]), SPAN_MS).burstOf[0]).toBe(-1);
  });

  it("that go together in one post are one burst, under the name of the larger", () => {
    const both = [...push(2 * DAY_MS, [3, 4]), ...push(2 * DAY_MS + HOUR_MS, [4], 20), ...push(9 * DAY_MS, [1])];
    const found = findBursts(usesOf(both), SPAN_MS);
    expect([found.burstCount, found.burstOf[3], found.burstOf[1]]).toEqual([2, -1, 0]);
    expect(burstActs(found)).toBe(36);
  });

  it("are taken part in by reposts, which make no burst and join no two", () => {
    const two = [...push(2 * DAY_MS, [0]), ...push(9 * DAY_MS, [1])];
    const repost = [
      [50, 2 * DAY_MS + 5 * 60_000, [0]],
      [51, 4 * DAY_MS, [0]],
    ] as const;
    const joined = findBursts(usesOf([...two, ...repost], 100, [24, 25]), SPAN_MS);
    expect(burstActs(joined)).toBe(25);
    expect(joined.object[joined.account.indexOf(50)]).toBe(0);
    const viral = push(5 * DAY_MS, [3], 20, 40);
    const audience = findBursts(
      usesOf(
        [...two, ...viral],
        100,
        [...viral.keys()].map((i) => 24 + i),
      ),
      SPAN_MS,
    );
    expect(audience.burstOf[3]).toBe(-1);
    const apart = [...push(2 * DAY_MS, [3]), ...push(2 * DAY_MS, [4], 20), ...push(9 * DAY_MS, [1])];
    const both = push(2 * DAY_MS, [3, 4], 40, 10);
    const kept = findBursts(
      usesOf(
        [...apart, ...both],
        100,
        [...both.keys()].map((i) => 36 + i),
      ),
      SPAN_MS,
    );
    expect([kept.burstOf[3], kept.burstOf[4]]).not.toContain(-1);
  });

  it("leave nothing when there is only one: everybody wonders about breaking news", () => {
    expect(findBursts(usesOf(push(2 * DAY_MS, [0])), SPAN_MS).account).toHaveLength(0);
  });

  it("are not found in tags used at random", () => {
    const random = seeded(1, "bursts");
    const posts = Array.from(
      { length: 2000 },
      () => [between(random, 0, 99), random() * SPAN_MS, [between(random, 0, 9)]] as const,
    );
    expect(findBursts(usesOf(posts), SPAN_MS).burstCount).toBe(0);
  });

  it("stand beside the days on which an account used other tags, one object a day that nobody shares", () => {
    const other = [
      [50, 5 * DAY_MS, [7]],
      [50, 5 * DAY_MS + HOUR_MS, [8]],
      [51, 5 * DAY_MS, [7]],
    ] as const;
    const found = findBursts(usesOf([...push(2 * DAY_MS, [0]), ...push(9 * DAY_MS, [1]), ...other]), SPAN_MS);
    expect(found.objectCount).toBe(4);
    expect([...found.account].slice(-2)).toEqual([50, 51]);
  });
});
