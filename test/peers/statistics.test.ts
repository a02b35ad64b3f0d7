import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { NONE } from "../../src/corpus/shares.ts";
import { coSharing } from "../../src/peers/coordinated-activity/co-sharing.ts";
import { accountStats } from "../../src/peers/coortweet/account-stats.ts";
import { detectGroups } from "../../src/peers/coortweet/detect-groups.ts";
import { groupStats, joinedObjects } from "../../src/peers/coortweet/group-stats.ts";
import { fastNetwork } from "../../src/peers/coortweet/network.ts";
import { flagSpeedShare } from "../../src/peers/coortweet/speed-share.ts";
import { subgraphOf } from "../../src/peers/coortweet/subgraph.ts";
import { WEIGHT_FILTERS } from "../../src/peers/coortweet/weight-filter.ts";
import { type ShareRow, shareRows, sharesOf } from "./sharing.ts";

/** Lines of a fast network as rows, as `as_data_frame` gives them. */
function frame(rows: readonly ShareRow[]) {
  const shares = sharesOf(rows);
  const found = detectGroups(shares, { windowS: 5, minParticipation: 0, keepLoops: false });
  const flagged = flagSpeedShare(shares, found, 1, 0);
  const network = fastNetwork(shares, flagged, 0.3);
  const name = (vertex: number) => shares.accountIds[network.vertices[vertex]!]!;
  const lines = Array.from(network.lines, (edge, line) => {
    const quick = network.fastLines[line]!;
    const isFast = quick !== NONE;
    return {
      ...{ line, from: name(network.from[line]!), to: name(network.to[line]!) },
      ...{ delta: network.full.meanDeltaS[edge]!, symmetry: network.full.symmetry[edge]! },
      fastDelta: isFast ? network.fast!.meanDeltaS[quick]! : null,
      fastSymmetry: isFast ? network.fast!.symmetry[quick]! : null,
      objects: joinedObjects(network.full, edge, shares.objectIds),
      fastObjects: isFast ? joinedObjects(network.fast!, quick, shares.objectIds) : "",
      full: network.full.weight[edge]! > network.threshold,
      fast: isFast && network.fast!.weight[quick]! > network.fastThreshold,
      none: true,
    };
  });
  return { shares, flagged, network, lines };
}

const rowsOfSome = shareRows.filter((rows) => rows.length > 0);

describe("CooRTweet's statistics, from the rows of its edges", () => {
  test("group_stats: distinct accounts at `from`, most first, else as they come", () => {
    const check = fc.property(rowsOfSome, fc.constantFrom(...WEIGHT_FILTERS), (rows, filter) => {
      const { shares, network, lines } = frame(rows);
      const seen = new Map<string, Set<string>>();
      for (const one of lines.filter((line) => line[filter])) {
        for (const id of (filter === "fast" ? one.fastObjects : one.objects).split(","))
          seen.set(id, (seen.get(id) ?? new Set()).add(one.from));
      }
      const wanted = [...seen]
        .map(([objectId, { size }]) => ({ objectId, accounts: size }))
        .sort((a, b) => b.accounts - a.accounts);
      expect(groupStats(network, filter, shares.objectIds)).toEqual(wanted);
    });
    fc.assert(check, { numRuns: 800 });
  });

  test("account_stats: means over distinct rows, posts over all or all fast pairs", () => {
    const check = fc.property(rowsOfSome, fc.constantFrom(...WEIGHT_FILTERS), (rows, filter) => {
      const { shares, flagged, network, lines } = frame(rows);
      const kept = lines.filter((line) => line[filter]);
      const names = [...new Set(kept.flatMap(({ from, to }) => [from, to]))];
      const wanted = names.flatMap((accountId) => {
        const own = kept.filter(({ from, to }) => from === accountId || to === accountId);
        const distinct = [
          ...new Map(
            own.map((one) => [JSON.stringify([one.delta, one.symmetry, one.fastDelta, one.fastSymmetry]), one]),
          ).values(),
        ];
        const posts = new Set<string>();
        for (let i = 0; i < flagged.pairs.count; i++) {
          if (filter === "fast" && flagged.fast[i] !== 1) continue;
          for (const row of [flagged.pairs.older[i]!, flagged.pairs.newer[i]!]) {
            if (shares.accountIds[shares.account[row]!] === accountId)
              posts.add(shares.contentIds[shares.content[row]!]!);
          }
        }
        const mean = (values: readonly (number | null)[]) => {
          const there = values.filter((value) => value !== null);
          return there.reduce((sum, value) => sum + value, 0) / there.length;
        };
        return [
          {
            accountId,
            posts: posts.size,
            delta: mean(distinct.map((one) => one.delta)),
            fastDelta: mean(distinct.map((one) => one.fastDelta)),
          },
        ];
      });
      const found = accountStats(shares, flagged.pairs, flagged.fast, network, filter);
      expect(found.map(({ accountId }) => accountId)).toEqual(
        names.sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b))),
      );
      for (const one of found) {
        const like = wanted.find(({ accountId }) => accountId === one.accountId)!;
        expect(one.posts).toBe(like.posts);
        expect(one.meanDeltaS).toBeCloseTo(like.delta, 10);
        if (Number.isNaN(like.fastDelta)) expect(one.fastMeanDeltaS).toBeNaN();
        else expect(one.fastMeanDeltaS).toBeCloseTo(like.fastDelta, 10);
      }
    });
    fc.assert(check, { numRuns: 800 });
  });

  test("subgraph 3 keeps the order of lines, unless igraph found it cheaper to build anew: then by the later vertex", () => {
    const seen = { anew: 0, kept: 0 };
    // Posts of their own for everybody, so that many meet, and some more than others.
    const busy = fc.record({
      account: fc.constantFrom("a", "b", "c", "d", "e"),
      object: fc.constantFrom("x", "y", "z"),
      time: fc.integer({ min: 0, max: 20 }),
    });
    const crowd = fc
      .array(busy, { minLength: 8, maxLength: 40 })
      .map((rows) => rows.map((row, i) => ({ ...row, content: `p${i}` })));
    const check = fc.property(crowd, (rows) => {
      const { network, lines } = frame(rows);
      const ends = lines.filter(({ fast }) => fast).flatMap(({ from, to }) => [from, to]);
      const degree = (name: string) => lines.filter(({ from, to }) => from === name || to === name).length;
      const named = ends.reduce((sum, end) => sum + degree(end), 0);
      const three = subgraphOf(network, 3);
      const places = Array.from(three.lines, (_, line) => [three.from[line]!, three.to[line]!] as const);
      const anew = named / network.vertices.length <= 0.5;
      if (places.length > 1) seen[anew ? "anew" : "kept"]++;
      expect(places).toEqual(
        places.toSorted((a, b) => (anew ? a[1] - b[1] || a[0] - b[0] : b[0] - a[0] || b[1] - a[1])),
      );
    });
    fc.assert(check, { numRuns: 800 });
    expect(seen.kept).toBeGreaterThan(50);
  });

  test("built anew, seen on a fast pair beside a crowd of others", () => {
    // One fast heavy line among many slow ones that are far away.
    const rows: ShareRow[] = [];
    const share = (object: string, account: string, time: number) =>
      rows.push({ object, account, content: `p${rows.length}`, time });
    for (let i = 0; i < 40; i++)
      for (const side of ["l", "r"]) share(`far${i}`, `${side}${i}`, i * 100 + (side === "l" ? 0 : 4));
    for (let i = 0; i < 3; i++) for (const account of ["ann", "ben"]) share(`near${i}`, account, 9000 + i * 50);
    for (const account of ["ben", "cat"]) share("slow1", account, account === "ben" ? 9500 : 9504);
    for (const account of ["ann", "cat"]) share("slow2", account, account === "ann" ? 9600 : 9604);
    for (const account of ["dan", "eve"]) share("quick", account, 9700);
    const { shares, network } = frame(rows);
    const three = subgraphOf(network, 3);
    const name = (vertex: number) => shares.accountIds[three.vertices[vertex]!]!;
    expect(Array.from(three.lines, (_, line) => [name(three.from[line]!), name(three.to[line]!)])).toEqual([
      ["ann", "ben"],
      ["ann", "cat"],
      ["ben", "cat"],
    ]);
  });
});

test("coSharing is the cosine of two rows of a TF-IDF matrix", () => {
  const check = fc.property(shareRows, (rows) => {
    const used = rows.filter(({ object }) => object !== null && rows.filter((row) => row.object === object).length > 1);
    const accounts = [...new Set(used.map(({ account }) => account))];
    const objects = [...new Set(used.map(({ object }) => object))];
    const count = (account: string, object: string | null) =>
      used.filter((row) => row.account === account && row.object === object).length;
    const vectors = accounts.map((account) =>
      objects.map((object) => {
        const sharers = accounts.filter((other) => count(other, object) > 0).length;
        return count(account, object) * (Math.log((1 + accounts.length) / (1 + sharers)) + 1);
      }),
    );
    const dot = (x: readonly number[], y: readonly number[]) => x.reduce((sum, value, i) => sum + value * y[i]!, 0);
    const wanted = accounts.flatMap((a, i) =>
      accounts.slice(i + 1).flatMap((b, k) => {
        const [x, y] = [vectors[i]!, vectors[i + 1 + k]!];
        const cosine = dot(x, y) / Math.sqrt(dot(x, x) * dot(y, y));
        return cosine > 0 ? [[a, b, cosine] as const] : [];
      }),
    );
    const shares = sharesOf(rows);
    const found = coSharing(shares);
    expect(Array.from(found.source, (a, i) => [shares.accountIds[a]!, shares.accountIds[found.target[i]!]!])).toEqual(
      wanted.map(([a, b]) => [a, b]),
    );
    for (const [i, [, , cosine]] of wanted.entries()) expect(found.weight[i]).toBeCloseTo(cosine, 12);
  });
  fc.assert(check, { numRuns: 800 });
});
