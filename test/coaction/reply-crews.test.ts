import { describe, expect, test } from "vitest";
import { coAudienceSets } from "../../src/coaction/co-audience-sets.ts";
import { crewPairs } from "../../src/coaction/crew-pairs.ts";
import { type Answered, replyCrews } from "../../src/coaction/reply-crews.ts";
import { between, type Random, sample, seeded, shuffle } from "../../src/math/random.ts";

type Row = readonly [account: number, author: number, parent: number];

const ACCOUNTS = 600;
const AUTHORS = 90;
const POSTS = 36;
const post = (author: number, i: number): number => author * POSTS + i;

function answered(rows: readonly Row[]): Answered {
  return {
    accountCount: ACCOUNTS,
    authorCount: AUTHORS,
    parentCount: AUTHORS * POSTS,
    account: Uint32Array.from(rows, ([account]) => account),
    author: Uint32Array.from(rows, ([, author]) => author),
    parent: Uint32Array.from(rows, ([, , parent]) => parent),
  };
}

/** Everybody answers two to eight posts, of well-known authors (low numbers) more often. */
function life(random: Random): Row[] {
  return Array.from({ length: ACCOUNTS }, (_, account) =>
    Array.from({ length: between(random, 2, 8) }, (): Row => {
      const author = Math.floor(AUTHORS * random() * random());
      return [account, author, post(author, Math.floor(random() * POSTS))];
    }),
  ).flat();
}

/** Accounts 0 to 19 answer three to six of twelve posts of authors 80 to 82 each, on top of their lives. */
function withCrew(seed: number): Row[] {
  const random = seeded(seed, "crew");
  const posts = [80, 81, 82].flatMap((author) => [0, 1, 2, 3].map((i) => [author, post(author, i)] as const));
  const crew = Array.from({ length: 20 }, (_, account) =>
    sample(random, posts, between(random, 4, 8)).map(([author, parent]): Row => [account, author, parent]),
  );
  return [...life(random), ...crew.flat()];
}

describe("crews that answer the same authors", () => {
  test("are found around three authors at once, with hardly anybody else", () => {
    for (let seed = 0; seed < 5; seed++) {
      const { crews } = replyCrews(answered(withCrew(seed)));
      expect(crews).toHaveLength(1);
      const [crew] = crews;
      expect(crew!.authors).toEqual([80, 81, 82]);
      expect(crew!.accounts.filter((one) => one < 20).length).toBeGreaterThanOrEqual(18);
      expect(crew!.accounts.filter((one) => one >= 20).length).toBeLessThanOrEqual(1);
      expect(crew!.seeds.every((one) => crew!.accounts.includes(one))).toBe(true);
      expect(crew!.p).toBeLessThan(1e-6);
      expect(crew!.closedLoop).toBeGreaterThan(0.8);
      expect(crew!.together).toBeGreaterThan(1);
      expect(crew!.concentration).toHaveLength(crew!.accounts.length);
    }
  });

  test("are not found in ordinary life", () => {
    for (let seed = 0; seed < 20; seed++) {
      expect(replyCrews(answered(life(seeded(seed, "life")))).crews).toEqual([]);
    }
  });

  test("loyal readers, each of posts of its own choice, are no crew; on the same posts they would be", () => {
    const elsewhere = life(seeded(3, "readers")).filter(([, author]) => author !== 80);
    const passersBy = Array.from({ length: 30 }, (_, i): Row => [100 + i, 80, post(80, i)]);
    const readers = (which: (account: number, i: number) => number): Row[] =>
      [0, 1, 2, 3, 4, 5].flatMap((account) =>
        [0, 1, 2, 3, 4, 5].map((i): Row => [account, 80, post(80, which(account, i))]),
      );
    const crewsOf = (rows: readonly Row[]) => replyCrews(answered([...elsewhere, ...passersBy, ...rows])).crews;
    expect(crewsOf(readers((account, i) => account * 6 + i))).toEqual([]);
    expect(crewsOf(readers((_, i) => i)).map(({ seeds }) => seeds)).toEqual([[0, 1, 2, 3, 4, 5]]);
  });

  test("whoever writes ten answers under one post has answered one post", () => {
    const random = seeded(4, "quarrel");
    const quarrel = [0, 1, 2, 3, 4, 5].flatMap((account) => Array(10).fill([account, 80, post(80, 0)] as const));
    expect(replyCrews(answered([...life(random), ...quarrel])).crews).toEqual([]);
  });

  test("come out the same whatever the order of rows", () => {
    const rows = withCrew(2);
    expect(replyCrews(answered(shuffle(seeded(9), [...rows])))).toEqual(replyCrews(answered(rows)));
  });

  test("nothing in, nothing out", () => {
    expect(replyCrews(answered([]))).toEqual({ crews: [], tested: 0, busyAccounts: 0 });
    expect(
      replyCrews(
        answered([
          [0, 1, 36],
          [0, 1, 37],
        ]),
      ).crews,
    ).toEqual([]);
  });
});

test("the pairs of a crew join each account to the seeds it met on two posts", () => {
  const rows = withCrew(1);
  const [crew] = replyCrews(answered(rows)).crews;
  const pairs = crewPairs(crew!, answered(rows));
  const posts = (account: number) =>
    new Set(
      rows.filter(([one, author]) => one === account && crew!.authors.includes(author)).map(([, , parent]) => parent),
    );
  const expected = crew!.accounts.flatMap((a) =>
    crew!.accounts
      .filter((b) => a < b && (crew!.seeds.includes(a) || crew!.seeds.includes(b)))
      .map((b) => ({ a, b, posts: [...posts(a)].filter((one) => posts(b).has(one)).length }))
      .filter((pair) => pair.posts >= 2),
  );
  expect(pairs.map(({ a, b, posts: common }) => ({ a, b, posts: common }))).toEqual(expected);
  for (const { a, p } of pairs) expect(p).toBeGreaterThanOrEqual(crew!.concentration[crew!.accounts.indexOf(a)]!);
});

describe("authors with one audience", () => {
  const random = seeded(6, "sets");
  /** Fifteen accounts answer both author 0 and author 1; everybody else answers three of fifty others. */
  const authorsOf = Array.from({ length: 300 }, (_, account) =>
    account < 15 ? [0, 1] : [...new Set([0, 0, 0].map(() => 2 + Math.floor(random() * 48)))],
  );

  test("are one set, others stand alone, and small audiences are not looked at", () => {
    const { sets, busyAccounts } = coAudienceSets([...authorsOf, [50], [50], [50], [50]], 51);
    expect(sets[0]).toEqual([0, 1]);
    expect(sets.slice(1).every((set) => set.length === 1)).toBe(true);
    expect(sets.flat()).not.toContain(50);
    expect(busyAccounts).toBe(0);
  });

  test("who answers hundreds of authors joins none of them, and is counted", () => {
    const everybody = Array.from({ length: 501 }, (_, author) => author);
    const busy = coAudienceSets(Array(20).fill(everybody), 501);
    expect(busy).toEqual({ sets: [], busyAccounts: 20 });
  });
});
