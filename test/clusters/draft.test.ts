import { describe, expect, test } from "vitest";
import { draftClusters } from "../../src/clusters/draft.ts";
import { wholeOf } from "../../src/clusters/whole.ts";
import type { Community } from "../../src/communities/community.ts";
import { accountGraph } from "../../src/graphs/account.ts";
import { type ActionByHand, evidenceByHand, layerByHand, type PairByHand } from "../support/layers.ts";

/** @param met objects on which all these accounts act in the same moment */
function draft(list: readonly PairByHand[], communities: readonly Partial<Community>[], met = 3) {
  const layer = layerByHand(list);
  const accounts = [...new Set(list.flatMap(({ a, b }) => [a, b]))];
  const acts = accounts.flatMap((account) =>
    Array.from({ length: met }, (_, object): ActionByHand => [account, object, 0]),
  );
  return draftClusters(
    accountGraph([layer]),
    communities.map(({ nodes = [], stability = 1, beyondResolution = 1 }) =>
      wholeOf({ nodes, stability, beyondResolution, membership: nodes.map(() => 1) }),
    ),
    [evidenceByHand(acts, 60_000, layer)],
    0.05,
  );
}

const triangle = (from: number, change: Partial<PairByHand> = {}): PairByHand[] => [
  { a: from, b: from + 1, ...change },
  { a: from, b: from + 2, ...change },
  { a: from + 1, b: from + 2, ...change },
];
const nodes = (from: number, size = 3) => Array.from({ length: size }, (_, i) => String(from + i));

describe("what a group comes to", () => {
  test("three accounts that all pair with each other carry a claim", () => {
    const [one] = draft(triangle(0), [{ nodes: nodes(0) }]);
    expect(one).toMatchObject({ reading: "unexplained", weakBecause: null, accounts: [0, 1, 2] });
  });

  test("a tree is weak: any lost pair parts it", () => {
    const [one] = draft(triangle(0).slice(1), [{ nodes: nodes(0) }]);
    expect(one!.reading).toBe("weak");
    expect(one!.weakBecause).toMatch(/no pair to spare/);
  });

  test("a group that rests on two objects is weak", () => {
    expect(draft(triangle(0), [{ nodes: nodes(0) }], 2)[0]!.weakBecause).toMatch(/rests on 2 objects/);
    expect(draft(triangle(0), [{ nodes: nodes(0) }], 3)[0]!.weakBecause).toBeNull();
  });

  test("a group that stands out among all pairs, but not among its own accounts' pairs, is weak", () => {
    const [one] = draft(triangle(0, { q: 0.01, qAccount: 0.2 }), [{ nodes: nodes(0) }]);
    expect(one).toMatchObject({ reading: "weak", q: 0.2 });
    expect(one!.weakBecause).toMatch(/not among the pairs of their own accounts \(q 0\.20\)/);
  });

  test("ten accounts that hang together may have half of their links at twice the level, nine may not", () => {
    const ring = (size: number, qAccount: number): PairByHand[] =>
      Array.from({ length: size }, (_, i) => ({
        a: Math.min(i, (i + 1) % size),
        b: Math.max(i, (i + 1) % size),
        q: 0.01,
        qAccount,
      }));
    const reading = (size: number, qAccount: number) =>
      draft(ring(size, qAccount), [{ nodes: nodes(0, size) }])[0]!.reading;
    expect([reading(10, 0.1), reading(10, 0.11), reading(9, 0.06), reading(9, 0.05)]).toEqual([
      "unexplained",
      "weak",
      "weak",
      "unexplained",
    ]);
  });

  test("fewer than ten accounts that nothing but tags of a day join are weak; one other pair, or a tenth account, carries them", () => {
    const reading = (size: number, besides: readonly PairByHand[]): string => {
      const ring = Array.from({ length: size }, (_, i) => ({
        a: Math.min(i, (i + 1) % size),
        b: Math.max(i, (i + 1) % size),
      }));
      const layers = [layerByHand(ring, "content", "burst-hashtag"), layerByHand(besides)];
      const acts = nodes(0, size).flatMap((account) =>
        Array.from({ length: 3 }, (_, object): ActionByHand => [Number(account), object, 0]),
      );
      const group = wholeOf({
        nodes: nodes(0, size),
        stability: 1,
        beyondResolution: 1,
        membership: nodes(0, size).map(() => 1),
      });
      const [one] = draftClusters(
        accountGraph(layers),
        [group],
        layers.map((layer) => evidenceByHand(acts, 60_000, layer)),
        0.05,
      );
      return one!.weakBecause ?? "unexplained";
    };
    expect(reading(9, [])).toMatch(/hashtags that lived for a day joins its 9 accounts/);
    expect(reading(9, [{ a: 0, b: 1 }])).toBe("unexplained");
    expect(reading(10, [])).toBe("unexplained");
  });

  test("a group that dissolves is weak, with the number", () => {
    const [at, below] = [0.5, 0.49].map((stability) => draft(triangle(0), [{ nodes: nodes(0), stability }])[0]!);
    expect(at!.reading).toBe("unexplained");
    expect(below!.reading).toBe("weak");
    expect(below!.weakBecause).toContain("stability 0.49");
  });

  test("a group at one resolution only is weak, with the number", () => {
    const [at, below] = [0.5, 0.49].map(
      (beyondResolution) => draft(triangle(0), [{ nodes: nodes(0), beyondResolution }])[0]!,
    );
    expect(at!.reading).toBe("unexplained");
    expect(below!.weakBecause).toMatch(/single resolution only.*0\.49/);
  });
});

test("numbers are sums over the pairs inside, and no pair that leads out", () => {
  const [one] = draft(
    [
      { a: 0, b: 1, bits: 3, objects: 2, expected: 0.5, q: 0.01 },
      { a: 0, b: 2, bits: 7, objects: 4, expected: 0.25, q: 0.02 },
      { a: 1, b: 2, bits: 15, objects: 8, expected: 1, q: 0.03 },
      { a: 2, b: 3, bits: 100, objects: 100, expected: 9, q: 0.001 },
    ],
    [{ nodes: nodes(0) }],
  );
  expect(one).toMatchObject({ bits: 25, observed: 14, expected: 1.75 });
  expect(one!.ties.map(({ a, b }) => [a, b])).toEqual([
    [0, 1],
    [0, 2],
    [1, 2],
  ]);
  // log2(1 + bits): 2, 3 and 4.
  expect(one!.strength).toEqual([5, 6, 7]);
  // The strongest tree holds the links of 0.01 and 0.02; the upper of the two in the middle is taken.
  expect(one!.q).toBe(0.02);
});

test("q of two families on one pair is the surer of both", () => {
  const content = layerByHand(triangle(0, { q: 0.04 }), "content", "co-url");
  const target = layerByHand(triangle(0, { q: 0.002 }), "target", "co-reply");
  const [one] = draftClusters(
    accountGraph([content, target]),
    [wholeOf({ nodes: nodes(0), stability: 1, beyondResolution: 1, membership: [1, 1, 1] })],
    [evidenceByHand([], 1, content), evidenceByHand([], 1, target)],
    0.05,
  );
  expect(one!.q).toBe(0.002);
  expect(one!.ties).toHaveLength(6);
});

test("claims come before weak ones, then the surer, the steadier, the one with more bits an account; size never decides", () => {
  const list = [
    ...triangle(0, { q: 1e-9 }),
    ...triangle(10, { q: 0.01 }),
    ...triangle(20, { q: 0.001 }),
    ...triangle(30, { q: 0.001 }),
    ...triangle(40, { q: 0.001, bits: 50 }),
    ...triangle(50, { q: 0.02 }),
    ...triangle(52, { q: 0.02 }),
  ];
  const ranked = draft(list, [
    { nodes: nodes(50, 5) },
    { nodes: nodes(0), stability: 0.4 },
    { nodes: nodes(10) },
    { nodes: nodes(20), stability: 0.8 },
    { nodes: nodes(30), stability: 0.9 },
    { nodes: nodes(40), stability: 0.8 },
  ]);
  expect(ranked.map(({ accounts }) => accounts[0])).toEqual([30, 40, 20, 10, 50, 0]);
});

describe("a group by its looks", () => {
  /** Six accounts whose profiles and sites are alike, and the pairs that behaviour gives. */
  const looks = (behaviour: readonly PairByHand[]) => {
    const all: PairByHand[] = [];
    for (let a = 0; a < 6; a++) for (let b = a + 1; b < 6; b++) all.push({ a, b });
    const layers = [layerByHand(all, "infrastructure", "shared-front"), layerByHand(behaviour)];
    const acts = Array.from({ length: 6 }, (_, a) => [0, 1, 2].map((o): ActionByHand => [a, o, 0])).flat();
    const community = wholeOf({
      nodes: nodes(0, 6),
      stability: 1,
      beyondResolution: 1,
      membership: nodes(0, 6).map(() => 1),
    });
    const evidence = layers.map((layer) => evidenceByHand(acts, 60_000, layer));
    return draftClusters(accountGraph(layers), [community], evidence, 0.05)[0]!;
  };

  test("is a lead and no claim, and says so", () => {
    expect(looks([])).toMatchObject({ reading: "weak" });
    expect(looks([]).weakBecause).toMatch(/^identity and rhythm only: .* behaviour joins none of 6 accounts$/);
    expect(looks([{ a: 0, b: 1 }]).weakBecause).toContain("no more than 2 of 6");
  });

  test("carries a claim where behaviour joins three and half of them", () => {
    expect(looks(triangle(0)).reading).toBe("unexplained");
    // Two and two are four, but no piece of three.
    expect(
      looks([
        { a: 0, b: 1 },
        { a: 2, b: 3 },
        { a: 4, b: 5 },
      ]).reading,
    ).toBe("weak");
  });
});
