import { describe, expect, test } from "vitest";
import { coreOf } from "../../src/clusters/core.ts";
import { type Draft, draftClusters } from "../../src/clusters/draft.ts";
import type { EvidenceLayer } from "../../src/clusters/evidence-layer.ts";
import { coreNumbers } from "../../src/clusters/k-core.ts";
import { placesOf } from "../../src/clusters/places.ts";
import { wholeOf } from "../../src/clusters/whole.ts";
import { accountGraph } from "../../src/graphs/account.ts";
import { type ActionByHand, evidenceByHand, layerByHand, type PairByHand } from "../support/layers.ts";

const allPairs = (members: readonly number[]): PairByHand[] =>
  members.flatMap((a, i) => members.slice(i + 1).map((b) => ({ a, b })));

function draftOf(members: readonly number[], layers: readonly EvidenceLayer[]): Draft {
  const community = wholeOf({
    nodes: members.map(String),
    stability: 1,
    beyondResolution: 1,
    membership: members.map(() => 1),
  });
  return draftClusters(accountGraph(layers.map(({ layer }) => layer)), [community], layers, 0.05)[0]!;
}

/** Accounts act on a hundred objects each, object by object in the order given. */
function made(order: (object: number) => readonly number[], objects: number, members: readonly number[]) {
  const acts = Array.from({ length: objects }, (_, object) =>
    order(object).map((account, i): ActionByHand => [account, object, object * 1e6 + i * 1000]),
  ).flat();
  const layers = [evidenceByHand(acts, 60_000, layerByHand(allPairs(members), "content", "co-repost"))];
  return { layers, draft: draftOf(members, layers) };
}
const MEMBERS = [0, 1, 2, 3, 4, 5];
/** Five who take turns, and account 5 right behind whoever is first. */
const shadowed = (object: number): number[] => {
  const crew = [0, 1, 2, 3, 4].map((i) => (i + object) % 5);
  return [crew[0]!, 5, ...crew.slice(1)];
};

describe("the core of a cluster", () => {
  test("is whoever takes turns at being first, not the account that comes right behind", () => {
    const { draft, layers } = made(shadowed, 30, MEMBERS);
    const core = coreOf(draft, layers);
    expect(core.isCore).toEqual([true, true, true, true, true, false]);
    expect(core.order[5]).toMatchObject({ objects: 30, first: 0, isJoiner: true });
    expect(core.order[0]!.first).toBe(6);
    expect(core.following).toMatchObject({ joiners: 1, members: 6, objects: 30, outsider: null });
    expect(core.following.opener).toEqual({ account: 0, share: 0.2 });
  });

  test("leaves out whoever hangs on by one link", () => {
    const { layers } = made(shadowed, 30, MEMBERS);
    const pairs = [...allPairs([0, 1, 2, 3, 4]), { a: 0, b: 5 }];
    const thin = [{ ...layers[0]!, layer: layerByHand(pairs, "content", "co-repost") }];
    // Six takes turns as well: it is not the order that keeps it out.
    const turns = made((object) => MEMBERS.map((i) => (i + object) % 6), 30, MEMBERS);
    const one = [{ ...turns.layers[0]!, layer: thin[0]!.layer }];
    expect(coreOf(draftOf(MEMBERS, one), one).isCore).toEqual([true, true, true, true, true, false]);
  });

  test("is measured without the joiners: who copies everybody does not push the others to the rim", () => {
    // Eight copy all; 0 to 3 are tied to each other, and to all of the eight.
    const copiers = [4, 5, 6, 7, 8, 9, 10, 11];
    const crew = [0, 1, 2, 3];
    const order = (object: number) => {
      const turn = crew.map((i) => (i + object) % 4);
      return [turn[0]!, ...copiers, ...turn.slice(1)];
    };
    const all = [...crew, ...copiers];
    const acts = Array.from({ length: 40 }, (_, object) =>
      order(object).map((account, i): ActionByHand => [account, object, object * 1e6 + i * 1000]),
    ).flat();
    const pairs = [...allPairs([...copiers]), ...allPairs([0, 1, 2, 3]), { a: 0, b: 4 }];
    const layers = [evidenceByHand(acts, 60_000, layerByHand(pairs, "content", "co-repost"))];
    expect(coreOf(draftOf(all, layers), layers).isCore).toEqual([...crew.map(() => true), ...copiers.map(() => false)]);
  });

  test("names the account outside that was there before all of them", () => {
    const { draft, layers } = made((object) => [9, ...shadowed(object)], 30, MEMBERS);
    expect(coreOf(draft, layers).following.outsider).toEqual({ account: 9, share: 1 });
  });
});

describe("places", () => {
  test("one post counts once, on the post it answers rather than on its words or the author", () => {
    const acts: ActionByHand[] = [
      [0, 0, 0],
      [1, 0, 1000],
      [2, 0, 2000],
    ];
    const layerOn = (trace: "co-target" | "co-reply" | "same-text", list: readonly ActionByHand[]) =>
      evidenceByHand(list, 60_000, layerByHand(allPairs([0, 1, 2]), "content", trace));
    const layers = [
      layerOn(
        "co-target",
        acts.map(([account, object, timeMs]) => [account, object, 9000 - timeMs]),
      ),
      layerOn("co-reply", acts),
      layerOn("same-text", [
        [0, 0, 5000],
        [1, 0, 1000],
        [2, 0, 2000],
      ]),
    ];
    const places = placesOf(draftOf([0, 1, 2], layers), layers);
    expect(places.objects).toBe(1);
    expect(places.of.map((own) => own.map(({ rank, size }) => `${rank}/${size}`))).toEqual([["1/3"], ["2/3"], ["3/3"]]);
  });

  test("are counted where another member was there within the window, but among all members on the object", () => {
    const acts: ActionByHand[] = [
      [0, 0, 0],
      [1, 0, 90_000],
      [2, 0, 100_000],
    ];
    const layers = [evidenceByHand(acts, 60_000, layerByHand(allPairs([0, 1, 2]), "content", "co-repost"))];
    const { of } = placesOf(draftOf([0, 1, 2], layers), layers);
    expect(of.map((own) => own.map(({ rank, size }) => `${rank}/${size}`))).toEqual([[], ["2/3"], ["3/3"]]);
  });

  test("are clear where no stranger was there within the window before the first", () => {
    const clear = (strangerMs: number) => {
      const acts: ActionByHand[] = [
        [9, 0, strangerMs],
        [0, 0, 100_000],
        [1, 0, 110_000],
        [2, 0, 120_000],
      ];
      const layers = [evidenceByHand(acts, 60_000, layerByHand(allPairs([0, 1, 2]), "content", "co-repost"))];
      return placesOf(draftOf([0, 1, 2], layers), layers).of.map((own) => own[0]!.isClear);
    };
    expect(clear(40_000)).toEqual([false, false, false]);
    expect(clear(39_999)).toEqual([true, true, true]);
    expect(clear(100_000)).toEqual([true, true, true]);
  });

  test("those of the same moment share a place, and those who share the first are first", () => {
    const acts: ActionByHand[] = [
      [0, 0, 0],
      [1, 0, 0],
      [2, 0, 1000],
      [3, 0, 1000],
    ];
    const layers = [evidenceByHand(acts, 60_000, layerByHand(allPairs([0, 1, 2, 3]), "content", "co-repost"))];
    const { of } = placesOf(draftOf([0, 1, 2, 3], layers), layers);
    expect(of.map((own) => own[0]!.rank)).toEqual([1, 1, 3.5, 3.5]);
  });
});

test("core numbers: a clique of four with a tail and a loner", () => {
  const links = [
    [0, 1],
    [0, 2],
    [0, 3],
    [1, 2],
    [1, 3],
    [2, 3],
    [3, 4],
    [4, 5],
    [4, 4],
  ] as const;
  expect([...coreNumbers(7, links)]).toEqual([3, 3, 3, 3, 1, 1, 0]);
  expect([...coreNumbers(0, [])]).toEqual([]);
});
