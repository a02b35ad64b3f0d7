import type { Actions } from "../../src/corpus/actions.ts";

export interface PlainPair {
  readonly a: number;
  readonly b: number;
  readonly objects: number;
  readonly coactions: number;
  readonly medianDelayMs: number;
  readonly medianGapMs: number;
  readonly meanGapMs: number;
  readonly postsA: number;
  readonly postsB: number;
  readonly firstMs: number;
  readonly lastMs: number;
}

export interface OracleOptions {
  readonly windowMs: number;
  readonly minObjects: number;
  readonly commonLimit?: number;
}

/**
 * Every action held against every other, straight from the definitions: what `coAct` must say, written without looking at how it
 * does it. Quadratic: for small inputs only.
 */
export function plainPairs(
  actions: Actions,
  { windowMs, minObjects, commonLimit = Infinity }: OracleOptions,
): PlainPair[] {
  const n = actions.count;
  const inWindow = (i: number, j: number) =>
    actions.object[i] === actions.object[j] && Math.abs(actions.timeMs[i]! - actions.timeMs[j]!) <= windowMs;
  // An object's size counts also the meetings of an account with itself.
  const size = new Map<number, number>();
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < i; j++) {
      if (inWindow(i, j)) size.set(actions.object[i]!, (size.get(actions.object[i]!) ?? 0) + 1);
    }
  }
  const meetings = new Map<string, { i: number; j: number }[]>();
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      if (actions.account[i]! >= actions.account[j]! || !inWindow(i, j)) continue;
      const key = `${actions.account[i]} ${actions.account[j]}`;
      meetings.set(key, [...(meetings.get(key) ?? []), { i, j }]);
    }
  }
  const pairs: PlainPair[] = [];
  for (const [key, met] of meetings) {
    const objects = new Set(met.map(({ i }) => actions.object[i]!));
    if ([...objects].every((object) => (size.get(object) ?? 0) > commonLimit)) continue;
    if (objects.size < minObjects) continue;
    const [a, b] = key.split(" ").map(Number);
    const delays = met.map(({ i, j }) => actions.timeMs[j]! - actions.timeMs[i]!);
    const times = met.flatMap(({ i, j }) => [actions.timeMs[i]!, actions.timeMs[j]!]);
    pairs.push({
      a: a!,
      b: b!,
      objects: objects.size,
      coactions: met.length,
      medianDelayMs: plainMedian(delays),
      medianGapMs: plainMedian(delays.map(Math.abs)),
      meanGapMs: delays.reduce((sum, delay) => sum + Math.abs(delay), 0) / delays.length,
      postsA: new Set(met.map(({ i }) => actions.post[i])).size,
      postsB: new Set(met.map(({ j }) => actions.post[j])).size,
      firstMs: Math.min(...times),
      lastMs: Math.max(...times),
    });
  }
  return pairs.sort((left, right) => left.a - right.a || left.b - right.b);
}

export function plainMedian(values: readonly number[]): number {
  const sorted = [...values].sort((left, right) => left - right);
  const half = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}
