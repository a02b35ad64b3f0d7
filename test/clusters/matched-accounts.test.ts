import { describe, expect, test } from "vitest";
import { matchAccounts } from "../../src/clusters/matched-accounts.ts";

const row = (account: number, posts: number, language: string | null = "en", platform: string | null = "x") => ({
  account,
  posts,
  language,
  platform,
});

describe("random accounts matched to a cluster", () => {
  const pool = Array.from({ length: 300 }, (_, i) => row(1000 + i, 1 + i, i % 3 === 0 ? "es" : "en"));

  test("are of the same language with half to twice the posts, each drawn once", () => {
    const members = Array.from({ length: 20 }, (_, i) => row(i, 20 + 5 * i));
    const { accounts, matching } = matchAccounts(members, pool, 1);
    expect(matching).toEqual({ wanted: 20, close: 20, near: 0, none: 0, pool: 300, seed: 1 });
    expect(new Set(accounts).size).toBe(20);
    for (const account of accounts) expect(pool.find((one) => one.account === account)?.language).toBe("en");
  });

  test("lie within half and twice, both ends included", () => {
    const ends = [row(10, 5), row(11, 20), row(12, 4), row(13, 21)];
    for (let seed = 0; seed < 20; seed++) {
      expect([10, 11]).toContain(matchAccounts([row(0, 10)], ends, seed).accounts[0]);
    }
    expect(matchAccounts([row(0, 10), row(1, 10)], ends, 3).accounts).toEqual([10, 11]);
  });

  test("the nearest in posts where none is close, nobody where none is of the kind; both are counted", () => {
    const few = [row(10, 1000), row(11, 4000), row(12, 50, "de")];
    const { accounts, matching } = matchAccounts([row(0, 3), row(1, 3, "fr"), row(2, 3, null)], few, 1);
    expect(accounts).toEqual([10]);
    expect(matching).toMatchObject({ close: 0, near: 1, none: 2 });
    // Nearest by factor, on either side.
    expect(matchAccounts([row(0, 100)], [row(10, 1), row(11, 900)], 1).accounts).toEqual([11]);
    expect(matchAccounts([row(0, 100)], [row(10, 40), row(11, 900)], 1).accounts).toEqual([10]);
  });

  test("are the same for the same seed, others for another", () => {
    const members = Array.from({ length: 12 }, (_, i) => row(i, 60));
    const drawn = (seed: number) => matchAccounts(members, pool, seed).accounts;
    expect(drawn(5)).toEqual(drawn(5));
    expect(drawn(5)).not.toEqual(drawn(6));
  });
});
