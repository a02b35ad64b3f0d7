import { describe, expect, test } from "vitest";
import type { EvidenceLayer } from "../../../src/clusters/evidence-layer.ts";
import type { ClusterEvidence } from "../../../src/clusters/measures/cluster-evidence.ts";
import { precedenceOf } from "../../../src/clusters/measures/precedence.ts";

const WINDOW = 60_000;

/** One trace: for each object who acts when, members being the accounts below 10. */
function following(objects: readonly (readonly (readonly [account: number, timeMs: number])[])[]) {
  const actions = objects.flatMap((acts, object) =>
    [...acts]
      .sort((left, right) => left[0] - right[0] || left[1] - right[1])
      .map(([account, timeMs]) => ({ object, account, timeMs })),
  );
  const starts = [0];
  for (const acts of objects) starts.push(starts.at(-1)! + acts.length);
  const timeline = {
    starts: Uint32Array.from(starts),
    account: Uint32Array.from(actions, ({ account }) => account),
    timeMs: Float64Array.from(actions, ({ timeMs }) => timeMs),
    post: Uint32Array.from(actions, (_, i) => i),
  };
  const layers = [{ timeline, windowMs: WINDOW }] as unknown as EvidenceLayer[];
  const evidence: ClusterEvidence = {
    objects: objects.map((_, object) => ({ layer: 0, object })),
    acts: actions.filter(({ account }) => account < 10).map((act, post) => ({ layer: 0, post, ...act })),
    pairs: [],
  };
  return precedenceOf(evidence, layers, (account) => account < 10);
}

describe("whoever runs after a group", () => {
  test("is told by the same few outsiders before every act", () => {
    const objects = Array.from(
      { length: 6 },
      () =>
        [
          [20, 0],
          [21, 1000],
          [22, 2000],
          [1, 30_000],
          [2, 31_000],
          [3, 40_000],
        ] as const,
    );
    expect(following(objects)).toEqual({ leaders: 3, joiners: 3, company: 1 });
  });

  test("follows nobody when outsiders come later, or long before", () => {
    const later = Array.from(
      { length: 6 },
      () =>
        [
          [1, 0],
          [2, 100],
          [20, 5000],
        ] as const,
    );
    expect(following(later)).toEqual({ leaders: 0, joiners: 0, company: 0 });
    const before = Array.from(
      { length: 6 },
      () =>
        [
          [20, 0],
          [1, WINDOW + 1],
          [2, WINDOW + 2],
        ] as const,
    );
    expect(following(before).leaders).toBe(0);
    const just = Array.from(
      { length: 6 },
      () =>
        [
          [20, 0],
          [1, WINDOW],
          [2, WINDOW + 2],
        ] as const,
    );
    expect(following(just).leaders).toBe(1);
  });

  test("is no imitator in a crowd: ever new people were there before", () => {
    const crowd = Array.from(
      { length: 6 },
      (_, object) =>
        [
          [20, 0],
          ...Array.from({ length: 9 }, (_, i) => [100 + object * 9 + i, 10 + i] as const),
          [1, 30_000],
          [2, 31_000],
        ] as const,
    );
    const found = following(crowd);
    expect(found.leaders).toBe(1);
    expect(found.company).toBeCloseTo(0.1);
  });

  test("needs three objects, and half of all", () => {
    const twice = Array.from(
      { length: 2 },
      () =>
        [
          [20, 0],
          [1, 10],
          [2, 20],
        ] as const,
    );
    expect(following(twice).leaders).toBe(0);
    const rarely = Array.from({ length: 8 }, (_, i) =>
      i < 3
        ? ([
            [20, 0],
            [1, 10],
            [2, 20],
          ] as const)
        : ([
            [1, 10],
            [2, 20],
          ] as const),
    );
    expect(following(rarely)).toMatchObject({ leaders: 0, joiners: 0 });
  });

  test("does so nearly always: nine in ten of its acts", () => {
    const objects = Array.from({ length: 10 }, (_, i) => [
      ...(i < 9 ? [[20, 0] as const] : []),
      [1, 10] as const,
      ...(i > 0 ? [[2, 20] as const] : []),
    ]);
    // Account 1 acts after the leader nine times of ten, account 2 eight times of nine.
    expect(following(objects)).toMatchObject({ leaders: 1, joiners: 1 });
  });
});
