import fc from "fast-check";
import { expect, test } from "vitest";
import { UnionFind } from "../../src/math/union-find.ts";

const joins = fc.array(fc.tuple(fc.nat(19), fc.nat(19)), { maxLength: 30 });

/** Connected parts by walking, without any cleverness. */
function partsByWalking(n: number, edges: readonly (readonly [number, number])[]): number[][] {
  const seen = new Set<number>();
  const parts: number[][] = [];
  for (let start = 0; start < n; start++) {
    if (seen.has(start)) continue;
    const part = [start];
    seen.add(start);
    for (const node of part) {
      for (const [a, b] of edges) {
        const next = a === node ? b : b === node ? a : node;
        if (!seen.has(next)) {
          seen.add(next);
          part.push(next);
        }
      }
    }
    parts.push(part.sort((left, right) => left - right));
  }
  return parts;
}

test("sets are the connected parts, ascending, whatever the order of joining", () => {
  fc.assert(
    fc.property(joins, (edges) => {
      const forwards = new UnionFind(20);
      const backwards = new UnionFind(20);
      for (const [a, b] of edges) forwards.join(a, b);
      for (const [a, b] of [...edges].reverse()) backwards.join(b, a);
      expect(forwards.groups()).toEqual(partsByWalking(20, edges));
      expect(backwards.groups()).toEqual(forwards.groups());
    }),
  );
});

test("a long chain ends at one root", () => {
  const chain = new UnionFind(100_000);
  for (let i = 99_999; i > 0; i--) chain.join(i, i - 1);
  expect(chain.find(99_999)).toBe(chain.find(0));
  expect(chain.groups()).toHaveLength(1);
});
