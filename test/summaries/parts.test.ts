import { describe, expect, test } from "vitest";
import type { Belongs, Member, SharedByParts } from "../../src/clusters/profile.ts";
import { deedsLines, joinedLines, joinedWords } from "../../src/summaries/joined.ts";
import { partLines } from "../../src/summaries/parts.ts";

const shared = (change: Partial<SharedByParts> = {}): SharedByParts => ({
  kind: "authors",
  accounts: [14, 5],
  objects: 6,
  labels: ["ann", "ben", "cem", "dan"],
  expected: 0.42,
  p: 1e-5,
  q: 0.002,
  ...change,
});

describe("a cluster of parts", () => {
  test("how many, how large, and what joins them with what chance would give; labels left out are counted", () => {
    expect(partLines({ parts: [14, 9, 5], sharedByParts: [shared()] })).toEqual([
      "Found in 3 parts of 14, 9 and 5 accounts, which seldom meet in time and are taken as one for what both hold and few others touch.",
      "The parts of 14 and 5 accounts repost, quote or answer the same 6 authors, 0.4 expected (q = 0.002): ann, ben, cem and 3 more.",
    ]);
  });

  test("one piece needs no such line", () => {
    expect(partLines({ parts: [14], sharedByParts: [] })).toEqual([]);
    expect(partLines({ parts: [], sharedByParts: [] })).toEqual([]);
  });

  test.each([
    ["site indicators", "link sites that have 1 technical mark in common"],
    ["sites served", "are each most of the public of authors whose own sites have 1 technical mark in common"],
    ["short texts", "use the same 1 short line"],
    ["co-url", "have 1 identical link between them"],
  ])("%s has words of its own", (kind, words) => {
    const [, line] = partLines({ parts: [3, 3], sharedByParts: [shared({ kind, objects: 1, labels: [] })] });
    expect(line).toContain(words);
    expect(line).toMatch(/\(q = 0\.002\)\.$/);
  });

  test("a kind without words is a fault, not a blank", () => {
    expect(() => partLines({ parts: [3, 3], sharedByParts: [shared({ kind: "moons" })] })).toThrow("moons");
  });
});

test("a group held by profiles says what its accounts did as a whole, any other says nothing", () => {
  const deeds = { accounts: 6, meetings: 11, expected: 1.96, p: 0.002 };
  const [line] = deedsLines({ deeds });
  expect(line).toContain("6 of its accounts met 11 times, 2.0 expected");
  expect(line).toMatch(/\(p = 0\.002\)\.$/);
  expect(deedsLines({ deeds: null })).toEqual([]);
});

describe("accounts that joined", () => {
  const belongs: Belongs = { trace: "co-reply", objects: 4, expected: 0.13, p: 1e-4, q: 0.004, traits: 0 };
  const members = (...joined: (Belongs | null)[]): Member[] => joined.map((one) => ({ joined: one }) as Member);

  test("what shows it, with what chance would give", () => {
    expect(joinedWords(belongs)).toBe("met the group on 4 posts answered together, 0.1 expected (q = 0.004)");
    expect(joinedWords({ ...belongs, objects: 1 })).toContain("on 1 post answered together");
    expect(joinedWords({ ...belongs, traits: 1 })).toMatch(
      /^has 1 trait of the profile in common and met the group on 4/,
    );
  });

  test("counted among the members; silent where there are none", () => {
    expect(joinedLines({ members: members(null, null) })).toEqual([]);
    expect(joinedLines({ members: members(null, belongs) })[0]).toMatch(/^1 of 2 accounts belongs .* of its own/);
    expect(joinedLines({ members: members(belongs, belongs, null) })[0]).toMatch(
      /^2 of 3 accounts belong .* of their own/,
    );
  });
});
