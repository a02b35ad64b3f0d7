import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bestAssignment } from "../../src/evaluate/assignment.ts";

/** Every one-to-one choice tried, the leftover ones too. */
function bruteForce(worth: readonly (readonly number[])[]): number {
  const columns = worth[0]?.length ?? 0;
  const spare = Math.max(0, worth.length - columns);
  const search = (row: number, used: ReadonlySet<number>, skipped: number): number => {
    if (row === worth.length) return 0;
    let best = skipped < spare ? search(row + 1, used, skipped + 1) : Number.NEGATIVE_INFINITY;
    for (let c = 0; c < columns; c++) {
      if (!used.has(c)) best = Math.max(best, worth[row]![c]! + search(row + 1, new Set([...used, c]), skipped));
    }
    return best;
  };
  return search(0, new Set(), 0);
}

describe("best assignment", () => {
  it("gives up a greedy first choice for the better whole", () => {
    expect(
      bestAssignment([
        [10, 9],
        [9, 1],
      ]),
    ).toEqual([1, 0]);
  });

  it("leaves rows over when there are fewer columns, and the other way round", () => {
    expect(bestAssignment([[1], [5], [3]])).toEqual([-1, 0, -1]);
    expect(bestAssignment([[1, 5, 3]])).toEqual([1]);
    expect(bestAssignment([])).toEqual([]);
    expect(bestAssignment([[], []])).toEqual([-1, -1]);
  });

  it("reaches the total of trying everything", () => {
    const shape = fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }));
    const matrix = shape.chain(([rows, columns]) =>
      fc.array(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: columns, maxLength: columns }), {
        minLength: rows,
        maxLength: rows,
      }),
    );
    fc.assert(
      fc.property(matrix, (worth) => {
        const chosen = bestAssignment(worth);
        const used = chosen.filter((c) => c >= 0);
        expect(new Set(used).size).toBe(used.length);
        expect(used.length).toBe(Math.min(worth.length, worth[0]!.length));
        const total = chosen.reduce((sum, c, row) => sum + (c < 0 ? 0 : worth[row]![c]!), 0);
        expect(total).toBe(bruteForce(worth));
      }),
      { seed: 1 },
    );
  });
});
