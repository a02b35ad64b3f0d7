import { describe, expect, it } from "vitest";
import { benjaminiHochberg } from "../../src/math/fdr.ts";
import { between, seeded } from "../../src/math/random.ts";

/** From the definition, one p at a time. */
function plainQ(p: readonly number[], tested: number): number[] {
  const sorted = [...p].sort((left, right) => left - right);
  return p.map((own) => {
    const levels = sorted.flatMap((value, i) => (value >= own ? [(value * tested) / (i + 1)] : []));
    return Math.min(1, ...levels);
  });
}

describe("Benjamini-Hochberg", () => {
  it("gives the q of the definition, ties and unlisted tests included", () => {
    const random = seeded("fdr");
    for (let run = 0; run < 300; run++) {
      const p = Array.from({ length: between(random, 0, 40) }, () =>
        random() < 0.3 ? between(random, 0, 4) / 4 : random() ** between(random, 1, 8),
      );
      const tested = p.length + between(random, 0, 200);
      const q = benjaminiHochberg(Float64Array.from(p), tested);
      plainQ(p, tested).forEach((wanted, i) => {
        expect(q[i]).toBeCloseTo(wanted, 12);
      });
    }
  });

  it("is the worked example of the paper: of fifteen, four are believed at 0.05", () => {
    // Benjamini and Hochberg 1995, section 3.
    const p = [
      0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1,
    ];
    const q = benjaminiHochberg(Float64Array.from(p), 15);
    expect([...q].filter((one) => one <= 0.05)).toHaveLength(4);
    expect(q[3]).toBeCloseTo((0.0095 * 15) / 4, 12);
  });

  it("leaves what it was given, and knows when tests were not counted", () => {
    const p = Float64Array.of(0.5, 0.1);
    benjaminiHochberg(p, 2);
    expect([...p]).toEqual([0.5, 0.1]);
    expect(() => benjaminiHochberg(p, 1)).toThrow("only 1 tests");
  });

  it("refuses what is no chance: sorted last and found first, it would be the most significant of all", () => {
    expect(() => benjaminiHochberg(Float64Array.of(0.5, Number.NaN), 10)).toThrow("NaN");
    expect(() => benjaminiHochberg(Float64Array.of(1.2), 10)).toThrow("1.2");
    expect(() => benjaminiHochberg(Float64Array.of(-0.1), 10)).toThrow("-0.1");
  });
});
