import type { ShareRow } from "./sharing.ts";

/** CooRTweet's R, line by line and pair by pair: every two rows of an object are made, then filtered. Slow, and apart from `src`. */
export interface OraclePair {
  readonly object: string | null;
  content: string;
  contentY: string;
  delta: number;
  account: string;
  accountY: string;
}

/** Null: R stops, because no account is left. */
export function oracleGroups(
  rows: readonly ShareRow[],
  windowS: number,
  least: number,
  keepLoops: boolean,
): OraclePair[] | null {
  const x = byAccount(rows)
    .filter((group) => group.length >= least)
    .flat();
  if (x.length === 0) return null;
  let result: OraclePair[] = [];
  for (const object of new Set(x.map((row) => row.object))) {
    const group = x.filter((row) => row.object === object);
    for (const [i, right] of group.entries()) {
      for (const left of group.slice(0, i)) {
        if (left.time === null || right.time === null || !(Math.abs(left.time - right.time) <= windowS)) continue;
        result.push({
          ...{ object, content: left.content, contentY: right.content, delta: left.time - right.time },
          ...{ account: left.account, accountY: right.account },
        });
      }
    }
  }
  if (!keepLoops) {
    result = result.filter(
      (pair) =>
        pair.object !== null &&
        pair.object !== pair.content &&
        pair.object !== pair.contentY &&
        pair.content !== pair.contentY &&
        pair.account !== pair.accountY,
    );
  }
  if (least >= 1) result = filterParticipation(x, result, least);
  for (const pair of result) {
    if (pair.delta > 0) {
      [pair.content, pair.contentY] = [pair.contentY, pair.content];
      [pair.account, pair.accountY] = [pair.accountY, pair.account];
    }
    pair.delta = Math.abs(pair.delta);
  }
  return result;
}

/** `flag_speed_share`: the reordered pairs, each with its flag. */
export function oracleFlags(
  rows: readonly ShareRow[],
  result: readonly OraclePair[],
  fastS: number,
  least: number,
): (OraclePair & { fast: number })[] {
  const quick = filterParticipation(
    byAccount(rows).flat(),
    result.filter((pair) => pair.delta <= fastS),
    least,
  );
  const isFast = new Set(quick.map((pair) => `${pair.content}|${pair.contentY}`));
  return result
    .toSorted((a, b) => bytes(a.content, b.content) || bytes(a.contentY, b.contentY))
    .map((pair) => ({ ...pair, fast: isFast.has(`${pair.content}|${pair.contentY}`) ? 1 : 0 }));
}

export interface OracleEdge {
  readonly low: string;
  readonly high: string;
  readonly weight: number;
  readonly mean: number;
  readonly older: number;
  readonly newer: number;
  readonly objects: string;
}

export function oracleEdges(result: readonly OraclePair[]): OracleEdge[] {
  const groups = new Map<string, OraclePair[]>();
  for (const pair of result) {
    const key = JSON.stringify([pair.account, pair.accountY].sort(bytes));
    groups.set(key, [...(groups.get(key) ?? []), pair]);
  }
  return Array.from(groups, ([key, pairs]) => {
    const [low, high] = JSON.parse(key) as [string, string];
    return {
      ...{ low, high, weight: pairs.length, mean: pairs.reduce((sum, { delta }) => sum + delta, 0) / pairs.length },
      older: new Set(pairs.map(({ content }) => content)).size,
      newer: new Set(pairs.map(({ contentY }) => contentY)).size,
      objects: [...new Set(pairs.map(({ object }) => object ?? "NA"))].join(","),
    };
  });
}

function filterParticipation(x: readonly ShareRow[], result: readonly OraclePair[], least: number): OraclePair[] {
  const contents = new Set(result.flatMap((pair) => [pair.content, pair.contentY]));
  const filt = byAccount(x.filter((row) => contents.has(row.content)))
    .filter((group) => group.length >= least)
    .flat();
  const kept = new Set(filt.map((row) => row.content));
  return result.filter((pair) => kept.has(pair.content) || kept.has(pair.contentY));
}

function byAccount(rows: readonly ShareRow[]): ShareRow[][] {
  return [...new Set(rows.map(({ account }) => account))].map((account) =>
    rows.filter((row) => row.account === account),
  );
}

function bytes(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}
