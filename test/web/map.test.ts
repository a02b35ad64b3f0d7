import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Tie } from "../../src/clusters/profile.ts";
import { delayReach, stackDots } from "../../web/charts/dots.ts";
import { poissonBand, poissonChance } from "../../web/charts/poisson.ts";
import { boundaryHeight, effectiveScale, stackCells } from "../../web/charts/stack.ts";
import { overlaps, placeLabels } from "../../web/map/disc-labels.ts";
import { chooseTies } from "../../web/map/drawn-ties.ts";
import { badgeBox, placeBadges } from "../../web/map/link-badges.ts";
import { layoutLabels } from "../../web/map/node-labels.ts";

const widthOf = (text: string) => text.length * 6;
const area = { width: 400, height: 300 };

describe("names on the disc map", () => {
  const discs = fc.array(
    fc.record({
      x: fc.integer({ min: 0, max: 400 }),
      y: fc.integer({ min: 0, max: 300 }),
      r: fc.integer({ min: 4, max: 60 }),
      name: fc.string({ maxLength: 24 }),
    }),
    { maxLength: 14 },
  );

  test("never overlap, are never cut, and never lie on another disc", () => {
    fc.assert(
      fc.property(discs, (list) => {
        const named = list.map((disc, index) => ({ ...disc, names: [disc.name], id: String(index) }));
        const boxes = placeLabels(named, area, widthOf)
          .filter((label) => label.place !== "inside" && label.place !== "omitted")
          .map((label) => {
            const wide = widthOf(label.text);
            const left =
              label.anchor === "middle" ? label.x - wide / 2 : label.anchor === "start" ? label.x : label.x - wide;
            return { id: label.id, left, right: left + wide, top: label.y - 9, bottom: label.y + 3 };
          });
        for (const a of boxes) {
          expect(a.left).toBeGreaterThanOrEqual(0);
          expect(a.right).toBeLessThanOrEqual(area.width);
          expect(
            boxes.some((b) => a !== b && a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom),
          ).toBe(false);
          expect(
            named.some(
              (disc) => disc.id !== a.id && disc.x > a.left && disc.x < a.right && disc.y > a.top && disc.y < a.bottom,
            ),
          ).toBe(false);
        }
      }),
    );
  });

  test("stand inside where they fit, below where they do not", () => {
    const labels = placeLabels(
      [
        { id: "a", x: 100, y: 100, r: 80, names: ["fits inside"] },
        { id: "b", x: 300, y: 100, r: 10, names: ["does not fit"] },
      ],
      area,
      widthOf,
    );
    expect(labels.map((label) => label.place)).toEqual(["inside", "below"]);
  });
});

describe("numbers of the lines between discs", () => {
  const discs = fc.array(
    fc.record({
      x: fc.integer({ min: 0, max: 400 }),
      y: fc.integer({ min: 0, max: 300 }),
      r: fc.integer({ min: 4, max: 50 }),
    }),
    { minLength: 2, maxLength: 10 },
  );

  test("cover no disc but their own ends and no other number, and the largest has the first choice", () => {
    fc.assert(
      fc.property(
        discs,
        fc.array(fc.tuple(fc.nat(9), fc.nat(9), fc.integer({ min: 1, max: 2000 })), { maxLength: 12 }),
        (list, ties) => {
          const links = ties
            .map(([a, b, count]) => ({ from: list[a % list.length]!, to: list[b % list.length]!, count }))
            .filter(({ from, to }) => from !== to);
          const placed = placeBadges(links, list);
          expect(placed).toHaveLength(links.length);
          for (const [index, { badge }] of placed.entries()) {
            if (badge === null) continue;
            const own = links[index]!;
            for (const disc of list) {
              if (disc === own.from || disc === own.to) continue;
              expect(Math.hypot(disc.x - badge.x, disc.y - badge.y)).toBeGreaterThan(disc.r);
            }
            for (const [other, { badge: second }] of placed.entries()) {
              if (other === index || second === null) continue;
              expect(overlaps(badgeBox(badge, badge.reach), badgeBox(second, second.reach))).toBe(false);
            }
          }
          const largest = links.reduce((best, link, index) => (link.count > links[best]!.count ? index : best), 0);
          if (links.length > 0) expect(placed[largest]!.badge).toEqual(placeBadges([links[largest]!], list)[0]!.badge);
        },
      ),
    );
  });
});

describe("names on the graph", () => {
  test("what is pointed at comes first, and no two names cross", () => {
    const node = (x: number, isForced: boolean) => ({ x, y: 50, r: 5, name: "acct_0000", isForced, isStrong: false });
    const labels = layoutLabels(
      [node(100, false), node(103, true), node(106, false)],
      { width: 240, height: 60 },
      widthOf,
    );
    expect(labels[0]?.index).toBe(1);
    for (const a of labels)
      for (const b of labels) if (a !== b) expect(Math.abs(a.x - b.x) >= 54 || Math.abs(a.y - b.y) >= 14).toBe(true);
  });
});

describe("ties that are drawn", () => {
  const tie = (a: number, b: number, bits: number, trace: Tie["trace"] = "co-url") =>
    ({ a, b, bits, trace, q: 0.01, objects: 2 }) as Tie;
  const ties = [tie(0, 1, 9), tie(0, 2, 8), tie(1, 2, 7), tie(3, 4, 1, "co-reply")];

  test("first everyone's strongest, then the strongest, and what is left out is counted", () => {
    const drawn = chooseTies({ ties, tiesTotal: 9 }, [], 3);
    expect(drawn.ties.map((t) => t.bits)).toEqual([9, 8, 1]);
    expect(drawn).toMatchObject({ all: 4, beyond: 5 });
  });

  test("a layer that is off is neither drawn nor counted", () => {
    const drawn = chooseTies({ ties, tiesTotal: 4 }, ["L"], 10);
    expect(drawn.ties).toEqual([ties[3]]);
    expect(drawn.all).toBe(1);
    expect([...drawn.byLayer]).toEqual([["P", 1]]);
  });
});

describe("the scale of chance", () => {
  test("chances of a Poisson law sum to one, and its band holds 95%", () => {
    for (const mean of [0, 0.3, 4.2, 60]) {
      const chances = Array.from({ length: 300 }, (_, k) => poissonChance(k, mean));
      expect(chances.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 9);
      const [low, high] = poissonBand(mean);
      expect(chances.slice(low, high + 1).reduce((a, b) => a + b, 0)).toBeGreaterThanOrEqual(0.95);
    }
    expect(poissonBand(0)).toEqual([0, 0]);
    expect(poissonBand(4)).toEqual([1, 8]);
    for (const mean of [299, 301, 970, 1e6]) {
      const [low, high] = poissonBand(mean);
      expect((high - low) / (2 * 1.96 * Math.sqrt(mean))).toBeCloseTo(1, 1);
    }
  });

  test("dots that would cover each other are stacked", () => {
    expect(stackDots([10, 11, 30])).toEqual([0, 1, 0]);
  });

  test("delays get a scale that fits them, never wider than the window", () => {
    expect(delayReach([-9000, 14_000], 60_000, 1000)).toBe(30_000);
    expect(delayReach([0, 0], 3_600_000, 60_000)).toBe(300_000);
    expect(delayReach([58_000], 60_000, 1000)).toBe(60_000);
    expect(delayReach([100_000], 90_000, 1000)).toBe(90_000);
  });
});

describe("bars of the timeline", () => {
  const cells = [
    [0, "L", 0, 6],
    [0, "T", 0, 2],
    [1, "T", 1, 400],
  ] as const;
  const timeline = { startMs: 0, binMs: 1, bins: 3, cells };

  test("stack in the fixed order of layers", () => {
    const stacks = stackCells(timeline, () => true, []);
    expect(stacks.totals).toEqual([8, 400, 0]);
    expect(stacks.layers.map(({ letter, bars }) => [letter, ...bars])).toEqual([
      ["L", [0, 0, 6]],
      ["T", [0, 6, 8], [1, 0, 400]],
    ]);
    expect(stackCells(timeline, (cluster) => cluster === 0, ["L"]).totals).toEqual([2, 0, 0]);
  });

  test("take the logarithm when one dwarfs the others, unless told otherwise", () => {
    expect(effectiveScale("auto", [8, 400, 8, 0])).toBe("log");
    expect(effectiveScale("auto", [8, 40, 8])).toBe("linear");
    expect(effectiveScale("linear", [8, 400, 8])).toBe("linear");
  });

  test("share their height by proportion", () => {
    expect(boundaryHeight(6, 8, (count) => Math.log(1 + count))).toBeCloseTo(0.75 * Math.log(9), 12);
  });
});
