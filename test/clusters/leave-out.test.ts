import { expect, test } from "vitest";
import { draftClusters } from "../../src/clusters/draft.ts";
import { robustnessOf } from "../../src/clusters/leave-out.ts";
import { wholeOf } from "../../src/clusters/whole.ts";
import { accountGraph } from "../../src/graphs/account.ts";
import { evidenceByHand, layerByHand, type PairByHand } from "../support/layers.ts";

const nodes = ["0", "1", "2", "3", "4"];

function robust(lists: readonly [list: readonly PairByHand[], cost: "free" | "cheap" | "costly"][]) {
  const traces = ["same-text", "co-repost", "co-media"] as const;
  const layers = lists.map(([list, forgery], i) => {
    const layer = layerByHand(list, i === 0 ? "content" : "target", traces[i]!);
    return evidenceByHand([[0, 0, 0]], 1000, { ...layer, forgery });
  });
  const graph = accountGraph(layers.map(({ layer }) => layer));
  const whole = wholeOf({ nodes, stability: 1, beyondResolution: 1, membership: [1, 1, 1, 1, 1] });
  const [draft] = draftClusters(graph, [whole], layers, 0.05);
  return robustnessOf(draft!, layers);
}

test("without a trace the largest piece of what stays counts, and bits are shared out by cost", () => {
  const { withoutTrace, forgery, membersBeyondCheap } = robust([
    [
      [
        { a: 0, b: 1, bits: 30 },
        { a: 1, b: 2, bits: 30 },
        { a: 2, b: 3 },
        { a: 3, b: 4 },
      ],
      "free",
    ],
    [
      [
        { a: 0, b: 1 },
        { a: 3, b: 4 },
      ],
      "costly",
    ],
  ]);
  expect(withoutTrace).toEqual([
    { trace: "same-text", left: 0.4 },
    { trace: "co-repost", left: 1 },
  ]);
  expect(forgery).toEqual([
    { cost: "free", families: ["content"], share: 0.8 },
    { cost: "costly", families: ["target"], share: 0.2 },
  ]);
  expect(membersBeyondCheap).toBe(4);
});

test("a cluster of one cheap trace has nothing without it", () => {
  const { withoutTrace, membersBeyondCheap } = robust([
    [
      [
        { a: 0, b: 1 },
        { a: 1, b: 2 },
        { a: 2, b: 3 },
        { a: 3, b: 4 },
      ],
      "cheap",
    ],
  ]);
  expect(withoutTrace).toEqual([{ trace: "same-text", left: 0 }]);
  expect(membersBeyondCheap).toBe(0);
});
