import { describe, expect, test } from "vitest";
import type { Member, Profile, Tie } from "../../src/clusters/profile.ts";
import type { Under } from "../../src/corpus/pairs.ts";
import { checkLines } from "../../src/summaries/checks.ts";
import { CREW, SIGNS } from "../fixtures/explorer-evidence.ts";

const ties = (...under: Under[]): Tie[] => under.map((one) => ({ under: one }) as Tie);
const members = (core: number, others: number): Member[] => [
  ...Array.from({ length: core }, () => ({ isCore: true }) as Member),
  ...Array.from({ length: others }, () => ({ isCore: false }) as Member),
];

const profile = (change: Partial<Profile>): Profile =>
  ({
    ties: [],
    members: [],
    control: { p: 0.01, strength: 9 },
    robustness: { withoutTrace: [], forgery: [], membersBeyondCheap: 0 },
    crew: null,
    parts: [],
    deeds: null,
    sharedByParts: [],
    identity: [],
    ...change,
  }) as unknown as Profile;

describe("what the summary says beside the pairs", () => {
  test("both timing nulls by share, or that neither can judge", () => {
    const [line] = checkLines(profile({ ties: ties("both", "outside", "outside", "not-assessable") }));
    expect(line).toContain("25% of its pairs stand out under both timing nulls");
    expect(line).toContain("50% only against matched objects outside");
    expect(line).toContain("25% cannot be judged");
    const [silent] = checkLines(profile({ ties: ties("not-assessable", "not-assessable") }));
    expect(silent).toContain("cannot be judged by either");
  });

  test("the trace it needs most, and how many are core", () => {
    const robustness = {
      withoutTrace: [
        { trace: "co-url", left: 0.9 },
        { trace: "co-reply", left: 0.2 },
      ],
      forgery: [],
      membersBeyondCheap: 0,
    } as const;
    const text = checkLines(profile({ robustness, members: members(4, 2) })).join("\n");
    expect(text).toContain(
      "Without posts answered together, the evidence it needs most, 20% of its accounts stay joined",
    );
    expect(text).toContain("4 of 6 accounts are its core");
    const one = { ...robustness, withoutTrace: robustness.withoutTrace.slice(0, 1) };
    expect(checkLines(profile({ robustness: one })).join()).toContain("All of it rests on one kind of evidence");
  });

  test("what a forger would have to pay", () => {
    const robustness = {
      withoutTrace: [],
      forgery: [
        { cost: "cheap", families: ["content"], share: 0.7 },
        { cost: "effort", families: ["target"], share: 0.3 },
      ],
      membersBeyondCheap: 5,
    } as const;
    const text = checkLines(profile({ robustness })).join();
    expect(text).toContain("70% of its evidence is free or cheap to forge; without that 5 accounts stay joined");
    expect(checkLines(profile({ robustness: { ...robustness, membersBeyondCheap: 0 } })).join()).toContain("imitated");
  });

  test("sentences of crews and of identity, with hostile signs made harmless", () => {
    const sign = { ...SIGNS[0]!, sentence: "12 accounts share *a* <b>link</b>." };
    const text = checkLines(profile({ crew: CREW, identity: [sign] })).join("\n");
    expect(text).toContain(CREW.sentences[0]!);
    expect(text).toContain("share \\*a\\* \\<b\\>link");
    expect(text).toContain("Corroboration only (*p* = ");
  });
});
