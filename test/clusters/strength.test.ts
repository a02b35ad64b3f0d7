import { expect, test } from "vitest";
import { linkBits, treeStrength, type WeighedLink } from "../../src/clusters/strength.ts";
import { seeded } from "../../src/math/random.ts";
import { UnionFind } from "../../src/math/union-find.ts";
import { evidenceByHand, layerByHand } from "../support/layers.ts";

/** The best of all sets of links that join everybody without a circle. */
function byTrying(members: number, links: readonly WeighedLink[]): number {
  let best = 0;
  for (let set = 0; set < 1 << links.length; set++) {
    const parts = new UnionFind(members);
    let sum = 0;
    let isTree = true;
    for (const [i, { a, b, bits }] of links.entries()) {
      if ((set & (1 << i)) === 0) continue;
      if (parts.find(a) === parts.find(b)) isTree = false;
      parts.join(a, b);
      sum += bits;
    }
    if (isTree) best = Math.max(best, sum);
  }
  return best;
}

test("the strongest tree is the best that trying all of them finds", () => {
  for (let seed = 0; seed < 30; seed++) {
    const random = seeded(seed, "trees");
    const links: WeighedLink[] = [];
    for (let a = 0; a < 5; a++) {
      for (let b = a + 1; b < 5; b++) if (random() < 0.8) links.push({ a, b, bits: Math.round(random() * 100) });
    }
    expect(treeStrength(5, links)).toBe(byTrying(5, links));
  }
});

test("a link is worth its surest trace in each family, families added; p = 0 stays a number", () => {
  // `layerByHand` sets p to half of q.
  const layer = (q: number, family: "content" | "target") =>
    evidenceByHand([], 60_000, layerByHand([{ a: 0, b: 1, q }], family));
  const layers = [layer(2 ** -9, "content"), layer(2 ** -4, "content"), layer(2 ** -6, "target"), layer(0, "target")];
  const at = (...numbers: number[]) =>
    linkBits(
      numbers.map((one) => ({ layer: one, pair: 0 })),
      layers,
    );
  expect(at(0)).toBe(10);
  expect(at(0, 1)).toBe(10);
  expect(at(0, 1, 2)).toBe(17);
  expect(at(3)).toBe(1074);
});
