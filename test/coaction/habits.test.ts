import { expect, it } from "vitest";
import { habitsOf } from "../../src/coaction/habits.ts";
import { strataBy, strataOf } from "../../src/coaction/strata.ts";
import { POST_KINDS } from "../../src/corpus/post.ts";

const HOUR_MS = 3_600_000;

/** Sixty accounts around the clock in one language, and two of a single evening: one of three posts, one of three hundred. */
function posts() {
  const rows: { account: number; hour: number }[] = [];
  for (let account = 0; account < 60; account++) for (let hour = 0; hour < 24; hour++) rows.push({ account, hour });
  for (let i = 0; i < 3; i++) rows.push({ account: 60, hour: 21 });
  for (let i = 0; i < 300; i++) rows.push({ account: 61, hour: 21 });
  return {
    count: rows.length,
    accountCount: 62,
    account: Uint32Array.from(rows, ({ account }) => account),
    kind: new Uint8Array(rows.length).fill(POST_KINDS.indexOf("reply")),
    language: new Uint16Array(rows.length),
    platform: new Uint16Array(rows.length),
    timeMs: Float64Array.from(rows, ({ hour }) => hour * HOUR_MS),
  };
}

it("counts who posts how much in which stratum, and draws the hours of quiet accounts towards everybody's", () => {
  const columns = posts();
  const strata = strataOf(columns);
  expect(new Set(strata.family).size).toBe(1);
  const habits = habitsOf(strata, columns.account, 62);
  const evening = strata.of[columns.count - 1]!;
  const of = (u: number): { posts: number; usual: number; all: number; usually: number } => {
    const own = [...habits.stratum.keys()].filter((i) => i >= habits.starts[u]! && i < habits.starts[u + 1]!);
    const at = own.find((i) => habits.stratum[i] === evening)!;
    const sum = (column: ArrayLike<number>) => own.reduce((total, i) => total + column[i]!, 0);
    return { posts: habits.posts[at]!, usual: habits.usual[at]!, all: sum(habits.posts), usually: sum(habits.usual) };
  };
  const share = habits.size[evening]! / columns.count;
  expect(of(60).posts).toBe(3);
  // Three posts say little: their evening counts for a fifth of what is expected of the account.
  expect(of(60).usual).toBeCloseTo((3 * (3 + 12 * share)) / 15, 9);
  expect(of(61).usual).toBeGreaterThan(0.95 * 300);
  for (const u of [0, 60, 61]) expect(of(u).usually).toBeCloseTo(of(u).all, 9);
});

it("leaves strata that differ in more than hours to themselves", () => {
  const strata = strataBy(Uint32Array.of(0, 0, 1), 2);
  const habits = habitsOf(strata, Uint32Array.of(0, 1, 0), 2, 1);
  expect([...habits.usual]).toEqual([1, 1, 1]);
  expect([...habits.starts]).toEqual([0, 2, 3]);
});

it("holds the posts of a stratum of few against all posts: they may be the crew", () => {
  const author = Uint32Array.from({ length: 100 }, (_, i) => i);
  const strata = strataBy(
    Uint32Array.from(author, (u) => (u < 12 ? 1 : 0)),
    2,
  );
  expect([...habitsOf(strata, author, 100).size]).toEqual([88, 100]);
  expect([...habitsOf(strata, author, 100, 12).size]).toEqual([88, 12]);
});
