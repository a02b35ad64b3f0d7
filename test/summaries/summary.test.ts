import { describe, expect, test } from "vitest";
import type { Profile, TraceEvidence } from "../../src/clusters/profile.ts";
import { type CaseFacts, summaryMarkdown } from "../../src/summaries/summary.ts";

const facts = (change: Partial<CaseFacts> = {}): CaseFacts => ({
  caseName: "case",
  version: "0.1.0",
  posts: 12_345,
  accounts: 1,
  rowsRead: 12_400,
  rowsKept: 12_345,
  rejected: [],
  firstMs: Date.UTC(2024, 0, 1),
  lastMs: Date.UTC(2024, 1, 2),
  pairsTested: 329_266,
  pairsSignificant: 412,
  q: 0.05,
  minObjects: 2,
  control: null,
  caveats: [],
  ...change,
});

const evidence = (change: Partial<TraceEvidence> = {}): TraceEvidence => ({
  id: "E1",
  trace: "co-url",
  layer: "L",
  family: "content",
  forgery: "cheap",
  windowMs: 600_000,
  pairs: 3,
  accounts: 3,
  objects: 1,
  coactions: 9,
  observed: 12,
  expected: 0.01,
  qBest: 1e-9,
  qMedian: 0.003,
  medianGapMs: 33_000,
  share: 1,
  ...change,
});

const profile = (change: Partial<Profile> = {}): Profile => ({
  clusterId: "C01",
  key: "k",
  name: "name",
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
  lastMs: 1,
  observed: 12,
  expected: 0.01,
  q: 0.003,
  stability: 0.976,
  bits: 90,
  members: [],
  ties: [],
  tiesTotal: 0,
  evidence: [evidence()],
  objects: [],
  domainsTotal: 0,
  targetsTotal: 0,
  domains: [],
  languages: [],
  targets: [],
  timeline: [],
  rhythm: [],
  rhythmOthers: [],
  surprising: [],
  ...change,
});

describe("what the summary says", () => {
  test("numbers of the case, in full", () => {
    const text = summaryMarkdown(facts(), [
      profile(),
      profile({ clusterId: "C02", reading: "weak", weakBecause: "of x" }),
    ]);
    expect(text).toContain(
      "12,345 posts by 1 account, from 1 Jan 2024 to 2 Feb 2024 UTC. 12,345 of 12,400 rows were taken in.",
    );
    expect(text).toContain("412 of 329,266 pairs of accounts");
    expect(text).toContain("**2 clusters**: 1 read `unexplained`");
    expect(text).toContain("Weak, because of x. [C02]");
  });

  test("a line of evidence: objects, observed against expected, q, gap, what it costs to forge, and its id", () => {
    expect(summaryMarkdown(facts(), [profile()])).toContain(
      "- **Identical links** within 10 min: 3 significant pairs join all accounts. They met on 1 object; added up over these pairs 12 observed, < 0.1 expected by chance, median *q* = 0.003; typically 33 s apart. Content evidence, cheap to forge. [C01-E1]",
    );
  });

  test("no cluster is an answer", () => {
    const text = summaryMarkdown(facts({ pairsSignificant: 0 }), []);
    expect(text).toContain("**No signal.**");
    expect(text).not.toContain("unexplained");
  });

  test("an export without posts has no span", () => {
    expect(summaryMarkdown(facts({ posts: 0, firstMs: null, lastMs: null }), [])).toContain("0 posts by 1 account. ");
  });

  test("the posts to look at first cite the line of their trace", () => {
    const post = { post: 1, postId: "p", account: 0, timeMs: 0, text: null, file: "my_posts.csv", row: 1234 };
    const tie = { trace: "same-text" } as Profile["ties"][number];
    const text = summaryMarkdown(facts(), [
      profile({
        evidence: [evidence(), evidence({ id: "E2", trace: "same-text" })],
        surprising: [{ tie, label: "l", left: post, right: { ...post, row: 7 } }],
      }),
    ]);
    expect(text).toContain("Look first at my\\_posts.csv, row 1,234 and my\\_posts.csv, row 7. [C01-E2]");
  });

  test("what was left out is said", () => {
    const rejected = [{ reason: "The time cannot be read.", rows: 1 }];
    const text = summaryMarkdown(facts({ rejected, caveats: ["Some sites are not drawn."] }), []);
    expect(text).toContain("- 1 row was set aside: The time cannot be read. (rejects.csv).");
    expect(text).toContain("- Some sites are not drawn.");
  });
});

test.each([
  "](http://evil.example/x)",
  "![picture](http://evil.example/x.png)",
  "<script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  "line\n# Heading\n- list",
  "javascript:alert(1)",
  "www.evil.example/x",
  "`code` ~~~ | table | **bold** _it_",
  "turn \u202eround\u2066 \u0007",
])("%j stays letters wherever it stands", (hostile) => {
  const text = summaryMarkdown(
    facts({ caseName: hostile, caveats: [hostile], rejected: [{ reason: hostile, rows: 2 }] }),
    [
      profile({
        name: hostile,
        languages: [{ language: hostile, posts: 1, guessed: false }],
        targets: [{ accountId: hostile, posts: 2, members: 2 }],
        surprising: [
          {
            tie: { trace: "co-url" } as Profile["ties"][number],
            label: hostile,
            left: { post: 1, postId: "p", account: 0, timeMs: 0, text: hostile, file: hostile, row: 1 },
            right: { post: 1, postId: "p", account: 0, timeMs: 0, text: hostile, file: hostile, row: 1 },
          },
        ],
      }),
    ],
  );
  const foreign = text.replaceAll(/`(unexplained|explained|weak)`/g, "");
  expect(foreign.split("\n").filter((line) => line.startsWith("#"))).toHaveLength(3);
  expect(foreign).not.toMatch(/(?!\n)[\p{Cc}\p{Bidi_Control}]/u);
  expect(foreign).not.toMatch(/(?<!\\)(<[a-z!/]|[`|~]|\]\(|!\[)/i);
  expect(foreign).not.toMatch(/https?:\/\/|javascript:|www\.evil\.|(?<!\\)\*\*bold/i);
  for (const line of foreign.split("\n")) expect(line).not.toMatch(/^- list/);
});

describe("what chance would find", () => {
  const control = (clusters: number[]): CaseFacts["control"] => ({
    reruns: clusters.length,
    clusters,
    power: [{ trace: "co-url", objects: 4 }],
    powerSentence: "A crew of 10 would have been seen.",
  });

  test("stands beside what was found, and so does what could have been seen", () => {
    const none = summaryMarkdown(facts({ control: control([0, 0, 0]) }), [profile()]);
    expect(none).toMatch(/\*\*Negative control\.\*\* .*again 3 times .*: none held a cluster\. .* it found 1\./);
    expect(none).toContain("**What could have been seen.** A crew of 10 would have been seen.");
    const some = summaryMarkdown(facts({ control: control([0, 2, 1]) }), []);
    expect(some).toContain("1 held no cluster, the others 3 clusters in all. In the data as they are it found 0.");
  });

  test("is said to be unknown where nothing was rerun", () => {
    for (const nothing of [null, control([])]) {
      expect(summaryMarkdown(facts({ control: nothing }), [profile()])).toContain("**Negative control.** Not rerun");
    }
    expect(summaryMarkdown(facts(), [profile()])).not.toContain("Among shuffled data");
  });

  test("each cluster carries its own p", () => {
    const text = summaryMarkdown(facts({ control: control([0]) }), [profile({ control: { p: 0.01, strength: 9 } })]);
    expect(text).toContain("Among shuffled data a group as strong is found with *p* = 0.01. [C01]");
  });
});
