import { expect, test } from "vitest";
import { seedGroups } from "../../src/clusters/seed-groups.ts";
import { layerByHand, type PairByHand } from "../support/layers.ts";

const OPTIONS = { seed: 1, runs: 20, resolution: 0.05, minSize: 3 };

const all = (accounts: readonly number[]): PairByHand[] =>
  accounts.flatMap((a, i) => accounts.slice(i + 1).map((b) => ({ a, b, bits: 30 })));
const groupsOf = (layers: Parameters<typeof seedGroups>[0]): number[][] =>
  seedGroups(layers, OPTIONS)
    .map(({ nodes }) => nodes.map(Number).sort((a, b) => a - b))
    .sort((a, b) => a[0]! - b[0]!);

const LEFT = [0, 1, 2, 3, 4];
const RIGHT = [5, 6, 7, 8, 9];
const FREE = [10, 11, 12, 13];

test("bursts that two groups attend do not run them together", () => {
  const texts = layerByHand([...all(LEFT), ...all(RIGHT)], "content", "same-text");
  const bursts = layerByHand(all([...LEFT, ...RIGHT]), "content", "burst-hashtag");
  expect(groupsOf([texts, bursts])).toEqual([LEFT, RIGHT]);
  // Any other trace would: then they are one.
  expect(groupsOf([texts, layerByHand(all([...LEFT, ...RIGHT]), "content", "co-url")])).toEqual([[...LEFT, ...RIGHT]]);
});

test("accounts that no other trace has grouped are grouped by bursts, and take in nobody who is", () => {
  const texts = layerByHand(all(LEFT), "content", "same-text");
  const bursts = layerByHand(all([...LEFT, ...FREE]), "content", "burst-hashtag");
  expect(groupsOf([texts, bursts])).toEqual([LEFT, FREE]);
  expect(groupsOf([bursts])).toEqual([[...LEFT, ...FREE]]);
});

test("a handful whom another trace has grouped belong to the crowd of bursts that they are a crumb of", () => {
  const crowd = Array.from({ length: 40 }, (_, i) => 100 + i);
  const handful = [0, 1, 2];
  const pictures = layerByHand(all(handful), "content", "co-media");
  const came = (accounts: readonly number[], to: readonly number[]): PairByHand[] =>
    accounts.flatMap((a) => to.map((b) => ({ a, b, bits: 30 })));
  const bursts = (pairs: readonly PairByHand[]) => layerByHand([...all(crowd), ...pairs], "content", "burst-hashtag");
  expect(groupsOf([pictures, bursts(came([0, 1], crowd.slice(0, 10)))])).toEqual([[...handful, ...crowd]]);
  // One of three, or all with less than a quarter of the crowd: they came once, or by chance.
  expect(groupsOf([pictures, bursts(came([0], crowd))])).toEqual([handful, crowd]);
  expect(groupsOf([pictures, bursts(came(handful, crowd.slice(0, 9)))])).toEqual([handful, crowd]);
  // A group of its own size beside it: five are no crumb of forty.
  expect(groupsOf([layerByHand(all(LEFT), "content", "co-media"), bursts(came(LEFT, crowd))])).toEqual([LEFT, crowd]);
});
