import fc from "fast-check";
import { expect, test } from "vitest";
import { meetingsOfPair } from "../../src/clusters/closest.ts";
import { meetingsOf } from "../../src/clusters/meetings.ts";
import { metObjects } from "../../src/clusters/met-objects.ts";
import { type ActionByHand, evidenceByHand, layerByHand } from "../support/layers.ts";

const ACCOUNTS = 6;
const OBJECTS = 4;
/** Few accounts, objects and moments, so that the same account meets an object several times and times tie. */
const actions = fc.array(
  fc.tuple(fc.nat(ACCOUNTS - 1), fc.nat(OBJECTS - 1), fc.nat(40)).map((one): ActionByHand => one),
  { minLength: 1, maxLength: 40 },
);
const clusters = fc.array(fc.integer({ min: -1, max: 1 }), { minLength: ACCOUNTS, maxLength: ACCOUNTS });
const BINNING = { startMs: -3, binMs: 10, bins: 5 };

test("co-actions, who met, and when are those that comparing every two actions finds", () => {
  fc.assert(
    fc.property(actions, clusters, fc.nat(15), (list, clusterOf, windowMs) => {
      const found = meetingsOf(evidenceByHand(list, windowMs), Int32Array.from(clusterOf), 2, BINNING);
      for (const cluster of [0, 1]) {
        const top: { object: number; members: number; coactions: number }[] = [];
        const bins = new Array<number>(BINNING.bins).fill(0);
        for (let object = 0; object < OBJECTS; object++) {
          const members = new Set<number>();
          let coactions = 0;
          for (const [i, [a, ofA, at]] of list.entries()) {
            for (const [b, ofB, then] of list.slice(0, i)) {
              if (ofA !== object || ofB !== object || a === b || Math.abs(at - then) > windowMs) continue;
              if (clusterOf[a] !== cluster || clusterOf[b] !== cluster) continue;
              coactions++;
              members.add(a).add(b);
              bins[Math.floor((Math.max(at, then) - BINNING.startMs) / BINNING.binMs)]!++;
            }
          }
          if (coactions > 0) top.push({ object, members: members.size, coactions });
        }
        expect([...found.bins.slice(cluster * BINNING.bins, (cluster + 1) * BINNING.bins)]).toEqual(bins);
        top.sort((x, y) => y.members - x.members || y.coactions - x.coactions || x.object - y.object);
        expect(found.top[cluster]).toEqual(top);
      }
    }),
    { numRuns: 400, endOnFailure: true },
  );
});

test("of many objects the twelve strongest are kept, whatever their order", () => {
  const list: ActionByHand[] = [];
  for (let object = 0; object < 30; object++) {
    for (let account = 0; account < 2 + ((object * 7) % 30); account++) list.push([account, object, 0]);
  }
  const top = meetingsOf(evidenceByHand(list, 0), new Int32Array(40), 1, { startMs: 0, binMs: 1, bins: 1 }).top[0]!;
  expect(top.map(({ members }) => members)).toEqual([31, 30, 29, 28, 27, 26, 25, 24, 23, 22, 21, 20]);
});

test("two accounts meet once on each object, in their two closest actions", () => {
  fc.assert(
    fc.property(actions, fc.nat(15), (list, windowMs) => {
      const evidence = evidenceByHand([...list, [ACCOUNTS - 1, OBJECTS - 1, 999]], windowMs);
      const { timeline } = evidence;
      const found = meetingsOfPair(timeline, evidence.index, windowMs, 0, 1);
      const closest = new Map<number, number>();
      for (const [a, ofA, at] of list) {
        for (const [b, ofB, then] of list) {
          if (a !== 0 || b !== 1 || ofA !== ofB || Math.abs(at - then) > windowMs) continue;
          closest.set(ofA, Math.min(closest.get(ofA) ?? Number.POSITIVE_INFINITY, Math.abs(at - then)));
        }
      }
      expect(
        new Map(
          found.map(({ object, left, right }) => [object, Math.abs(timeline.timeMs[left]! - timeline.timeMs[right]!)]),
        ),
      ).toEqual(closest);
      for (const { object, left, right } of found) {
        expect([timeline.account[left], timeline.account[right]]).toEqual([0, 1]);
        for (const at of [left, right]) {
          expect(at >= timeline.starts[object]! && at < timeline.starts[object + 1]!).toBe(true);
        }
      }
    }),
    { numRuns: 300, endOnFailure: true },
  );
});

test("evidence is kept for the objects that significant pairs met on, and for no other", () => {
  const list: ActionByHand[] = [
    [0, 0, 0],
    [1, 0, 5],
    [0, 1, 0],
    [1, 1, 500],
    [2, 2, 0],
    [3, 2, 1],
    [2, 3, 0],
    [0, 3, 1],
  ];
  const layer = layerByHand([
    { a: 0, b: 1, q: 0.01 },
    { a: 2, b: 3, q: 0.9 },
  ]);
  expect(metObjects(evidenceByHand(list, 60, layer))).toEqual([0]);
});
