import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { AccountTable } from "../../src/corpus/account-table.ts";
import { ACCOUNT_SORTS, accountName, accountRows } from "../../web/state/account-rows.ts";

const TABLE: AccountTable = {
  total: 6,
  clusters: [
    { clusterId: "C01", name: "#agua", reading: "unexplained" },
    { clusterId: "C02", name: "fans of Norte", reading: "explained:fans" },
    { clusterId: "C03", name: "few", reading: "weak" },
  ],
  platforms: ["x", "telegram"],
  roles: ["amplifier", "originator"],
  startMs: 0,
  account: [10, 11, 12, 13, 14, 15],
  id: ["a", "b", "c", "d", "e", "f"],
  handle: ["Zoe", null, "ana", "Bob", null, "carl"],
  platform: [0, 0, 1, 0, -1, 0],
  cluster: [0, 0, 1, 2, -1, -1],
  role: [0, 1, 0, 0, -1, -1],
  posts: [5, 9, 5, 1, 7, 2],
  first: [10, 20, null, 40, 50, 60],
  last: [11, 21, null, 41, 51, 61],
  pairs: [3, 2, 1, 1, 0, 0],
};
const START = { sort: "", find: "", who: "all", cluster: null } as const;
const rows = (change: Partial<Parameters<typeof accountRows>[1]>) => [...accountRows(TABLE, { ...START, ...change })];

describe("rows of the table of accounts", () => {
  test("all of them, in the order of the case", () => {
    expect(rows({})).toEqual([0, 1, 2, 3, 4, 5]);
  });

  test("by who they are", () => {
    expect(rows({ who: "members" })).toEqual([0, 1, 2, 3]);
    expect(rows({ who: "none" })).toEqual([4, 5]);
    expect(rows({ who: "unexplained" })).toEqual([0, 1]);
    expect(rows({ who: "explained" })).toEqual([2]);
    expect(rows({ who: "weak" })).toEqual([3]);
  });

  test("of one cluster; of none when the case has no such cluster", () => {
    expect(rows({ cluster: "C01" })).toEqual([0, 1]);
    expect(rows({ cluster: "C77" })).toEqual([]);
  });

  test("by typing: every word must be found, in name, id, cluster, platform or role, whatever its case", () => {
    expect(rows({ find: "ANA" })).toEqual([2]);
    expect(rows({ find: "norte" })).toEqual([2]);
    expect(rows({ find: "telegram" })).toEqual([2]);
    expect(rows({ find: "originator c01" })).toEqual([1]);
    expect(rows({ find: "  " })).toHaveLength(6);
    expect(rows({ find: "zoe telegram" })).toEqual([]);
  });

  test("sorted by names without regard to case, by counts and by times; what is missing is smallest; ties keep their order", () => {
    expect(rows({ sort: "account" })).toEqual([2, 1, 3, 5, 4, 0]);
    expect(rows({ sort: "-posts" })).toEqual([1, 4, 0, 2, 5, 3]);
    expect(rows({ sort: "first" })).toEqual([2, 0, 1, 3, 4, 5]);
    expect(rows({ sort: "cluster" })).toEqual([0, 1, 2, 3, 4, 5]);
    expect(rows({ sort: "reading" })).toEqual([2, 0, 1, 3, 4, 5]);
    expect(rows({ sort: "nonsense" })).toEqual([0, 1, 2, 3, 4, 5]);
  });

  test("a sort only reorders, whatever is filtered", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ACCOUNT_SORTS),
        fc.boolean(),
        fc.constantFrom("all", "members", "none" as const),
        (name, down, who) => {
          const found = rows({ sort: `${down ? "-" : ""}${name}`, who: who as "all" });
          expect([...found].sort((a, b) => a - b)).toEqual(rows({ who: who as "all" }));
        },
      ),
    );
  });

  test("an account without a handle goes by its id", () => {
    expect([accountName(TABLE, 0), accountName(TABLE, 1)]).toEqual(["Zoe", "b"]);
  });
});
