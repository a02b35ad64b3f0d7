import { describe, expect, test } from "vitest";
import { measureOpenness } from "../../../src/clusters/measures/openness.ts";
import { measured, type PostByHand } from "../../support/measures.ts";

const member = { cluster: 0 };
/** Members 0 and 1 meet on objects 0, 1 and 2. */
const MET: PostByHand[] = [0, 1, 2].flatMap((object) => [0, 1].map((account) => ({ account, object })));

describe("whether others touch the evidence", () => {
  test("a crew with its own objects has nobody beside itself", async () => {
    const [one] = await measured(measureOpenness, [member, member, {}], [...MET, { account: 2, object: 7 }]);
    expect(one).toEqual({ touched: 2, outsiders: 0, middle: 0, gini: 0 });
  });

  test("strangers count once, also at another hour; those of another cluster do not count", async () => {
    const [one] = await measured(
      measureOpenness,
      [member, member, {}, {}, { cluster: 1 }, { cluster: 1 }],
      [
        ...MET,
        { account: 2, object: 0 },
        { account: 2, object: 1, timeMs: 9e7 },
        { account: 3, object: 0 },
        { account: 4, object: 0 },
      ],
    );
    // Object 0: two of four; object 1: one of three; object 2: none.
    expect(one).toMatchObject({ touched: 4, outsiders: 2, middle: 1 / 3 });
  });

  test("the tag of the evening does not make a crew's own texts look like everybody's", async () => {
    const crowd = [2, 3, 4].map((account) => ({ account, object: 0 }));
    const people = [member, member, {}, {}, {}];
    const openOf = (bitsOf: (object: number) => number) =>
      measured(
        (input) => measureOpenness({ ...input, layers: input.layers.map((layer) => ({ ...layer, bitsOf })) }),
        people,
        [...MET.filter(({ object = 0 }) => object < 2), ...crowd],
      );
    const [alike] = await openOf(() => 10);
    expect(alike!.middle).toBe(0);
    const [crowded] = await openOf((object) => (object === 0 ? 30 : 10));
    expect(crowded!.middle).toBe(3 / 5);
    const [surprising] = await openOf((object) => (object === 0 ? 1 : 20));
    expect(surprising!.middle).toBe(0);
  });

  test("unequal parts: one member does nine tenths", async () => {
    const often = Array.from({ length: 15 }, (_, i) => ({ account: 0, object: 0, timeMs: i }));
    const [one] = await measured(measureOpenness, [member, member], [...MET, ...often]);
    // 18 and 3: (2 - 1) * 15 / (2 * 21).
    expect(one!.gini).toBeCloseTo(15 / 42, 12);
  });
});
