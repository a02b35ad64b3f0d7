import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { deal } from "../../src/coaction/shuffle.ts";
import { strataOf } from "../../src/coaction/strata.ts";
import type { PostColumns } from "../../src/corpus/post-columns.ts";
import { seeded } from "../../src/math/random.ts";

const HOUR_MS = 3_600_000;

interface PostByHand {
  readonly account: number;
  readonly kind?: number;
  readonly language?: number;
  readonly platform?: number;
  readonly hour?: number;
}

function columns(list: readonly PostByHand[]): PostColumns {
  return {
    count: list.length,
    accountCount: 1 + Math.max(0, ...list.map(({ account }) => account)),
    account: Uint32Array.from(list, ({ account }) => account),
    kind: Uint8Array.from(list, ({ kind = 0 }) => kind),
    language: Uint16Array.from(list, ({ language = 0 }) => language),
    platform: Uint16Array.from(list, ({ platform = 0 }) => platform),
    timeMs: Float64Array.from(list, ({ hour = 0 }) => hour * HOUR_MS),
  };
}

/** Stratum of each post. */
function stratumOf(posts: PostColumns, least: number): number[] {
  const { order, starts, count } = strataOf(posts, least);
  const of = new Array<number>(posts.count).fill(-1);
  for (let s = 0; s < count; s++) for (let i = starts[s]!; i < starts[s + 1]!; i++) of[order[i]!] = s;
  return of;
}

const somePosts = fc.array(
  fc.record({
    account: fc.nat(12),
    kind: fc.nat(2),
    language: fc.nat(2),
    platform: fc.nat(1),
    hour: fc.integer({ min: -30, max: 60 }),
  }),
  { maxLength: 200 },
);

describe("a dealing", () => {
  test("leaves every account as many posts in every stratum, and so of every kind", () => {
    fc.assert(
      fc.property(somePosts, fc.integer({ min: 1, max: 6 }), fc.nat(99), (list, least, seed) => {
        const posts = columns(list);
        const stratum = stratumOf(posts, least);
        const dealt = deal(posts.account, strataOf(posts, least), seeded(seed, "deal"));
        const tally = (account: Uint32Array, by: (post: number) => unknown) =>
          Array.from(account, (one, post) => `${one} ${by(post)}`).sort();
        expect(tally(dealt, (post) => stratum[post])).toEqual(tally(posts.account, (post) => stratum[post]));
        expect(tally(dealt, (post) => posts.kind[post])).toEqual(tally(posts.account, (post) => posts.kind[post]));
      }),
    );
  });

  test("is the same for the same seed, another for another, and reaches everybody", () => {
    const posts = columns(Array.from({ length: 300 }, (_, i) => ({ account: i % 60 })));
    const strata = strataOf(posts);
    const by = (seed: number) => deal(posts.account, strata, seeded(seed, "deal"));
    expect(by(1)).toEqual(by(1));
    expect(by(1)).not.toEqual(by(2));
    const writers = new Set(Array.from({ length: 400 }, (_, seed) => by(seed)[0]!));
    expect(writers.size).toBe(60);
  });
});

describe("strata", () => {
  test("part posts by kind, language, block of four hours and platform, where enough accounts are in each", () => {
    const cells = [{ kind: 1 }, { language: 1 }, { hour: 4 }, { platform: 1 }, { hour: 3 }, { hour: -21 }];
    const of = stratumOf(columns([{ account: 0 }, ...cells.map((cell) => ({ account: 0, ...cell }))]), 1);
    expect(new Set(of.slice(0, 5)).size).toBe(5);
    expect(of[5]).toBe(of[0]);
    expect(of[6]).toBe(of[0]);
  });

  test("that are too small are merged over platforms first, then hours, then languages, never over kinds", () => {
    const crowd = (size: number, cell: Partial<PostByHand>) =>
      Array.from({ length: size }, (_, account) => ({ account, ...cell }));
    const of = (list: readonly PostByHand[]) => stratumOf(columns(list), 4);
    const count = (list: readonly PostByHand[]) => new Set(of(list)).size;
    // Two accounts on each of two platforms, others with two hours, languages, kinds.
    const two = (a: Partial<PostByHand>, b: Partial<PostByHand>) => [
      ...crowd(2, a),
      ...crowd(2, b).map((post) => ({ ...post, account: post.account + 2 })),
    ];
    expect(count(two({}, { platform: 1 }))).toBe(1);
    expect(count(two({}, { hour: 12 }))).toBe(1);
    expect(count(two({}, { language: 1 }))).toBe(1);
    expect(count(two({}, { kind: 1 }))).toBe(2);
    // What is large enough stays by itself; the small ones beside it go together.
    expect(count([...crowd(4, { hour: 1 }), ...two({ hour: 9 }, { hour: 17 })])).toBe(2);
    // A remainder that nothing makes large enough joins its kind's smallest stratum.
    const rest = of([...crowd(5, { hour: 1 }), ...crowd(4, { hour: 9 }), { account: 1, language: 1, hour: 1 }]);
    expect(rest.at(-1)).toBe(rest[5]);
    expect(rest[0]).not.toBe(rest[5]);
  });

  test("of nothing are none", () => {
    expect(strataOf(columns([])).count).toBe(0);
  });
});
