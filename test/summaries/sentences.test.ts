import { describe, expect, test } from "vitest";
import type { Member, Profile, TraceEvidence } from "../../src/clusters/profile.ts";
import { type CaseFacts, summaryMarkdown } from "../../src/summaries/summary.ts";

const MINUTE = 60_000;
const facts: CaseFacts = {
  caseName: "tip",
  version: "0.1.0",
  posts: 120,
  accounts: 12,
  rowsRead: 121,
  rowsKept: 120,
  rejected: [{ reason: "the time could not be read", rows: 1 }],
  firstMs: 0,
  lastMs: 10 * MINUTE,
  pairsTested: 66,
  pairsSignificant: 4,
  q: 0.05,
  minObjects: 2,
  control: null,
  caveats: [],
};

const member = (account: number, firstMs: number): Member => ({
  account,
  accountId: `a${account}`,
  handle: `h${account}`,
  role: "amplifier",
  membership: 1,
  score: 1,
  isCore: true,
  joined: null,
  firstShare: 0.5,
  posts: 3,
  firstMs,
  lastMs: firstMs + 5 * MINUTE,
  x: 0,
  y: 0,
});

const line: TraceEvidence = {
  id: "E1",
  trace: "co-reply",
  layer: "P",
  family: "target",
  forgery: "cheap",
  windowMs: 60 * MINUTE,
  pairs: 1,
  accounts: 2,
  objects: 8,
  coactions: 9,
  observed: 4,
  expected: 0.02,
  qBest: 1e-9,
  qMedian: 0.006,
  medianGapMs: 0,
  share: 1,
};

const profile = (change: Partial<Profile> = {}): Profile => ({
  clusterId: "C01",
  key: "k",
  name: "replies to someone",
  reading: "unexplained",
  weakBecause: null,
  topRival: null,
  rivals: [],
  control: { p: null, strength: 1 },
  robustness: { withoutTrace: [], forgery: [], membersBeyondCheap: 0 },
  following: { joiners: 0, members: 3, objects: 0, opener: null, outsider: null },
  identity: [],
  parts: [],
  deeds: null,
  sharedByParts: [],
  crew: null,
  posts: 9,
  firstMs: 0,
  lastMs: 10 * MINUTE,
  observed: 4,
  expected: 0.02,
  q: 0.004,
  stability: 1,
  bits: 9,
  members: [member(1, 0), member(2, MINUTE), member(3, 2 * MINUTE)],
  ties: [],
  tiesTotal: 1,
  evidence: [line],
  objects: [],
  domainsTotal: 0,
  targetsTotal: 0,
  domains: [],
  languages: [
    { language: "ru", posts: 95, guessed: false },
    { language: "uk", posts: 5, guessed: false },
  ],
  targets: [],
  timeline: [],
  rhythm: [],
  rhythmOthers: [],
  surprising: [
    {
      tie: {
        a: 0,
        b: 1,
        trace: "co-reply",
        objects: 4,
        coactions: 4,
        expected: 0.02,
        p: 1e-9,
        q: 1e-9,
        expectedTime: null,
        pTime: null,
        pOutside: null,
        under: "not-assessable",
        qFused: 1e-9,
        isCarried: false,
        bits: 30,
        pSharing: 1e-9,
        medianDelayMs: 0,
        medianGapMs: 0,
      },
      label: "post",
      left: { post: 1, postId: "1", account: 1, timeMs: 0, text: "x", file: "/home/ann/leak/posts.csv", row: 1234 },
      right: { post: 2, postId: "2", account: 2, timeMs: 0, text: "x", file: "C:\\Users\\ann\\posts.csv", row: 2 },
    },
  ],
  ...change,
});

describe("sentences of the summary", () => {
  test("says of a line of evidence what its pairs met on, and how often over all of them", () => {
    expect(summaryMarkdown(facts, [profile()])).toContain(
      "- **Posts answered together** within 1 h: 1 significant pair joins 2 of the accounts. They met on 8 different objects; added up over these pairs 4 observed, < 0.1 expected by chance, median *q* = 0.006; typically in the same minute. Target evidence, cheap to forge. [C01-E1]",
    );
  });

  test("says seconds only of times that have them", () => {
    const exact = profile({ members: [member(1, 0), member(2, MINUTE), member(3, 1234)] });
    expect(summaryMarkdown(facts, [exact])).toContain("typically 0 s apart");
    expect(summaryMarkdown(facts, [profile()])).not.toContain(" s apart");
  });

  test("weighs languages, and names files without their folders", () => {
    const text = summaryMarkdown(facts, [profile()]);
    expect(text).toContain("Languages: ru 95%, uk 5%. [C01]");
    expect(text).toContain("Look first at posts.csv, row 1,234 and posts.csv, row 2. [C01-E1]");
    expect(text).not.toContain("ann");
    const guessed = profile({ languages: [{ language: "es", posts: 40, guessed: true }] });
    expect(summaryMarkdown(facts, [guessed])).toContain("Languages: es (guessed from a sample of texts). [C01]");
  });

  test("every sentence of a cluster carries the id of its evidence", () => {
    const section = summaryMarkdown(facts, [profile({ reading: "weak", weakBecause: "it has no pair to spare" })])
      .split("## C01")[1]!
      .split("## Limits")[0]!;
    const claims = section
      .split("\n")
      .slice(1)
      .filter((text) => text !== "");
    expect(claims.length).toBeGreaterThan(4);
    for (const claim of claims) expect(claim).toMatch(/\[C01(-E1)?\]$/);
  });

  test("nothing to test is not called nothing found", () => {
    const text = summaryMarkdown({ ...facts, pairsTested: 0, pairsSignificant: 0 }, []);
    expect(text).toContain("No pair of accounts could be tested");
    expect(text).toContain("**Cannot tell.**");
    expect(text).not.toContain("No signal");
    expect(text).not.toContain("0 of 0");
  });
});
