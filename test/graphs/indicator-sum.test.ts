import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { indicatorSum } from "../../src/graphs/indicator-sum.ts";
import { type Indicator, sharedIndicators, sitesByValue } from "../../src/graphs/shared-indicators.ts";

const indicators: fc.Arbitrary<Indicator[]> = fc.array(
  fc.record({
    domain: fc.constantFrom("a", "b", "c", "d", "e", "f"),
    type: fc.constantFrom("ip", "asn", "nameserver", "theme", "certificate"),
    value: fc.constantFrom("1", "2", "3"),
  }),
  { maxLength: 40 },
);

describe("the arithmetic of a link by indicators", () => {
  test("comes to what the analysis stated, for any pair of sites", () => {
    fc.assert(
      fc.property(indicators, (rows) => {
        const values = sitesByValue(rows);
        const withAny = new Set(rows.map((row) => row.domain)).size;
        for (const { a, b, bits } of sharedIndicators(values)) {
          const common = values
            .filter(({ sites }) => sites.includes(a) && sites.includes(b))
            .map(({ type, value, sites }) => ({ other: b, type, value, sites: sites.length }));
          expect(indicatorSum(common, withAny).bits).toBeCloseTo(bits, 9);
        }
      }),
    );
  });

  test("counts an address and its network once, by the rarer of the two", () => {
    const { parts, bits } = indicatorSum(
      [
        { other: "b", type: "asn", value: "n", sites: 8 },
        { other: "b", type: "ip", value: "1", sites: 2 },
        { other: "b", type: "theme", value: "t", sites: 4 },
      ],
      16,
    );
    expect(parts.map(({ type, counts }) => [type, counts])).toEqual([
      ["ip", true],
      ["theme", true],
      ["asn", false],
    ]);
    expect(bits).toBeCloseTo(3 + 2, 12);
  });
});
