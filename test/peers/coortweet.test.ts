import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { UserError } from "../../src/corpus/issue.ts";
import type { Shares } from "../../src/corpus/shares.ts";
import { detectGroups } from "../../src/peers/coortweet/detect-groups.ts";
import { joinedObjects } from "../../src/peers/coortweet/group-stats.ts";
import { fastNetwork, fullNetwork, type Network } from "../../src/peers/coortweet/network.ts";
import type { SharedPairs } from "../../src/peers/coortweet/pairs.ts";
import { flagSpeedShare } from "../../src/peers/coortweet/speed-share.ts";
import { subgraphOf } from "../../src/peers/coortweet/subgraph.ts";
import { type OraclePair, oracleEdges, oracleFlags, oracleGroups } from "./coortweet-oracle.ts";
import { type ShareRow, shareRows, sharesOf } from "./sharing.ts";

const windows = fc.constantFrom(0, 1, 2.5, 4, 100);
const least = fc.constantFrom(0, 1, 2, 3);
const RUNS = { numRuns: 1500 };

describe("CooRTweet against its R, pair by pair", () => {
  test("pairs of shares, in their order", () => {
    const check = fc.property(shareRows, windows, least, fc.boolean(), (rows, windowS, minParticipation, keepLoops) => {
      const wanted = oracleGroups(rows, windowS, minParticipation, keepLoops);
      const shares = sharesOf(rows);
      const run = () => detectGroups(shares, { windowS, minParticipation, keepLoops });
      if (wanted === null) expect(run).toThrow(UserError);
      else expect(named(shares, run())).toEqual(wanted);
    });
    fc.assert(check, RUNS);
  });

  test("fast pairs, and the order by posts", () => {
    const check = fc.property(shareRows, windows, windows, least, (rows, windowS, fastS, minParticipation) => {
      const result = oracleGroups(rows, windowS, minParticipation, false);
      fc.pre(result !== null);
      const shares = sharesOf(rows);
      const found = detectGroups(shares, { windowS, minParticipation, keepLoops: false });
      const { pairs, fast } = flagSpeedShare(shares, found, fastS, minParticipation);
      const wanted = oracleFlags(rows, result!, fastS, minParticipation);
      expect(named(shares, pairs).map((pair, i) => ({ ...pair, fast: fast[i] }))).toEqual(wanted);
    });
    fc.assert(check, RUNS);
  });

  test("edges with weight, mean delay, both counts of posts and the objects", () => {
    const check = fc.property(shareRows, windows, fc.boolean(), (rows, windowS, keepLoops) => {
      const result = oracleGroups(rows, windowS, 1, keepLoops);
      fc.pre(result !== null);
      const shares = sharesOf(rows);
      const network = fullNetwork(shares, detectGroups(shares, { windowS, minParticipation: 1, keepLoops }), 0.5);
      const { full } = network;
      const wanted = oracleEdges(result!);
      expect(full.count).toBe(wanted.length);
      for (const [edge, one] of wanted.entries()) {
        expect(shares.accountIds[full.low[edge]!]).toBe(one.low);
        expect(shares.accountIds[full.high[edge]!]).toBe(one.high);
        expect(full.weight[edge]).toBe(one.weight);
        expect(full.meanDeltaS[edge]).toBeCloseTo(one.mean, 12);
        expect([full.olderPosts[edge], full.newerPosts[edge]]).toEqual([one.older, one.newer]);
        expect(full.symmetry[edge]).toBe(Math.min(one.older, one.newer) / Math.max(one.older, one.newer));
        expect(joinedObjects(full, edge, shares.objectIds)).toBe(one.objects);
      }
    });
    fc.assert(check, RUNS);
  });
});

describe("subgraphs", () => {
  test("hold exactly the lines and vertices they are defined by", () => {
    const check = fc.property(shareRows, fc.constantFrom(0, 0.5, 0.9), (rows, edgeWeight) => {
      const shares = sharesOf(rows);
      fc.pre(rows.length > 0);
      const found = detectGroups(shares, { windowS: 4, minParticipation: 0, keepLoops: false });
      const full = fullNetwork(shares, found, edgeWeight);
      const heavy = lineNames(shares, full).filter((_, i) => full.full.weight[full.lines[i]!]! > full.threshold);
      const one = subgraphOf(full, 1);
      expect(lineNames(shares, one)).toEqual(heavy);
      expect(new Set(Array.from(one.vertices, (v) => shares.accountIds[v]!))).toEqual(new Set(heavy.flat()));

      const whole = fastNetwork(shares, flagSpeedShare(shares, found, 1, 0), edgeWeight);
      const quick = lineNames(shares, whole).filter(
        (_, i) => (whole.fast!.weight[whole.fastLines[i]!] ?? 0) > whole.fastThreshold,
      );
      expect(lineNames(shares, subgraphOf(whole, 2))).toEqual(quick);
      // igraph's union leaves lines from the last vertex to the first.
      const places = Array.from(whole.from, (end, line) => [end, whole.to[line]!] as const);
      expect(places).toEqual(places.toSorted((a, b) => b[0] - a[0] || b[1] - a[1]));
      const ends = new Set(quick.flat());
      const near = new Set(
        lineNames(shares, whole)
          .filter((line) => line.some((name) => ends.has(name)))
          .flat(),
      );
      // An end stays only as a neighbour of another, which it always is.
      const three = subgraphOf(whole, 3);
      const inside = lineNames(shares, whole).filter((line) => line.every((name) => near.has(name)));
      expect(lineNames(shares, three).map(String).sort()).toEqual(inside.map(String).sort());
      expect(Array.from(three.vertices, (v, i) => [shares.accountIds[v]!, three.colour![i]])).toEqual(
        Array.from(whole.vertices, (v) => shares.accountIds[v]!)
          .filter((name) => near.has(name))
          .map((name) => [name, ends.has(name) ? 1 : 0]),
      );
    });
    fc.assert(check, { numRuns: 500 });
  });

  test("1 is not made of a fast network, nor 2 and 3 of one without: a fault of ours, the command line asks before", () => {
    const shares = sharesOf(TWO);
    const found = detectGroups(shares, { windowS: 4, minParticipation: 0, keepLoops: false });
    expect(() => subgraphOf(fastNetwork(shares, flagSpeedShare(shares, found, 1, 0), 0.5), 1)).toThrow("subgraph 1");
    expect(() => subgraphOf(fullNetwork(shares, found, 0.5), 3)).toThrow("subgraph 3");
  });
});

const TWO: readonly ShareRow[] = [
  { account: "a", object: "x", content: "p1", time: 5 },
  { account: "b", object: "x", content: "p2", time: 5 },
];

describe("order of the file", () => {
  const run = (rows: readonly ShareRow[]) => {
    const shares = sharesOf(rows);
    return named(shares, detectGroups(shares, { windowS: 10, minParticipation: 1, keepLoops: false }));
  };

  test("decides which of two shares at the same second is the older", () => {
    expect(run(TWO)[0]).toMatchObject({ account: "a", accountY: "b" });
    expect(run(TWO.toReversed())[0]).toMatchObject({ account: "b", accountY: "a" });
  });

  test("decides nothing else: the same pairs come out, whichever way round ties are", () => {
    const sameEnds = (pairs: OraclePair[]) =>
      pairs
        .map(({ object, content, contentY, delta }) => JSON.stringify([object, [content, contentY].sort(), delta]))
        .sort();
    const shuffled = shareRows.chain((rows) =>
      fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length, maxLength: rows.length })),
    );
    const check = fc.property(shuffled, ([rows, other]) => {
      fc.pre(rows.length > 0);
      expect(sameEnds(run(other))).toEqual(sameEnds(run(rows)));
    });
    fc.assert(check, { numRuns: 500 });
  });
});

function named(shares: Shares, pairs: SharedPairs): OraclePair[] {
  return Array.from(pairs.deltaS, (delta, i) => {
    const [older, newer] = [pairs.older[i]!, pairs.newer[i]!];
    return {
      ...{ object: shares.objectIds[pairs.object[i]!] ?? null, delta },
      ...{ content: shares.contentIds[shares.content[older]!]!, contentY: shares.contentIds[shares.content[newer]!]! },
      ...{ account: shares.accountIds[shares.account[older]!]!, accountY: shares.accountIds[shares.account[newer]!]! },
    };
  });
}

function lineNames(shares: Shares, { vertices, from, to }: Network): [string, string][] {
  return Array.from(from, (end, line) => [
    shares.accountIds[vertices[end]!]!,
    shares.accountIds[vertices[to[line]!]!]!,
  ]);
}
