import { describe, expect, test } from "vitest";
import { boxOutline, pointsWithin } from "../../web/map/area.ts";
import { chooseTies, DRAWABLE, tieLimit } from "../../web/map/drawn-ties.ts";
import { hullPath, partsOf } from "../../web/map/hulls.ts";
import { type Mark, PLAIN, type Scene, withFooter } from "../../web/map/scene.ts";
import { escapeXml, sceneToSvg } from "../../web/map/scene-svg.ts";

const text = (value: string): Mark => ({
  ...PLAIN,
  kind: "text",
  x: 1,
  y: 2,
  text: value,
  fill: "rgb(0, 0, 0)",
  sizePx: 11,
  weight: "600",
  family: '"A & B", monospace',
  anchor: "middle",
  isMiddle: true,
});
const scene = (marks: readonly Mark[]): Scene => ({ width: 300, height: 200, background: "rgb(255, 255, 255)", marks });

describe("a scene as SVG", () => {
  test("hostile names are letters, and what XML cannot hold is replaced", () => {
    expect(escapeXml(`<script>&"'\u0000\u0008\uD800\uFFFE]]>😀`)).toBe(
      "&lt;script&gt;&amp;&quot;&#39;\uFFFD\uFFFD\uFFFD\uFFFD]]&gt;😀",
    );
    const svg = sceneToSvg(scene([text('"><script>alert(1)</script>')]), "</title><script>");
    expect(svg).not.toContain("<script");
    expect(svg).toContain("&lt;script&gt;alert(1)");
    expect(svg).not.toMatch(/href|url\(http|@font-face|<style|<image|<foreignObject/);
  });

  test("shapes keep colour, dash, opacity, place and count; a hatch is written once", () => {
    const hatch = { back: "rgb(1, 1, 1)", line: "rgb(2, 2, 2)" };
    const svg = sceneToSvg(
      scene([
        { ...PLAIN, kind: "circle", x: 5, y: 6.123, r: 7, fill: hatch, role: "node" },
        { ...PLAIN, kind: "circle", x: 5, y: 6, r: 7, fill: hatch, matrix: [1, 0, 0, 1, 4, 5] },
        {
          ...PLAIN,
          kind: "path",
          d: "M0 0L9 9",
          stroke: "rgb(3, 3, 3)",
          strokeWidth: 2,
          dash: [8, 3],
          isRound: true,
          opacity: 0.8,
        },
        { ...PLAIN, kind: "rect", x: 0, y: 0, width: 4, height: 5, radius: 2, fill: "rgb(4, 4, 4)" },
      ]),
      "t",
    );
    expect(svg.match(/class="node"/g)).toHaveLength(1);
    expect(svg.match(/<pattern/g)).toHaveLength(1);
    expect(svg).toContain('cy="6.12"');
    expect(svg).toContain('transform="matrix(1 0 0 1 4 5)"');
    expect(svg).toContain('stroke-dasharray="8 3" stroke-linecap="round" opacity="0.8"');
    expect(svg).toContain('rx="2"');
  });

  test("small print is wrapped, never cut, and lies on paper of its own", () => {
    const long = `Case ${"x".repeat(120)} and more words that follow it`;
    const whole = withFooter(scene([]), long, "rgb(9, 9, 9)", "sans-serif");
    const lines = whole.marks.filter((mark) => mark.kind === "text");
    expect(
      lines
        .map((line) => (line.kind === "text" ? line.text : ""))
        .join("")
        .replaceAll(" ", ""),
    ).toBe(long.replaceAll(" ", ""));
    for (const line of lines) expect(line.kind === "text" && line.text.length * 5.8).toBeLessThanOrEqual(300);
    expect(whole.height).toBeGreaterThan(200);
    expect(whole.marks[0]).toMatchObject({ kind: "rect", y: 200, fill: "rgb(255, 255, 255)" });
  });
});

describe("picking", () => {
  test("takes what lies within a box or a line drawn by hand, a hollow left out", () => {
    const places = [{ x: 1, y: 1 }, { x: 5, y: 5 }, { x: 9, y: 9 }, undefined];
    expect(pointsWithin(places, boxOutline({ x: 6, y: 6 }, { x: 0, y: 0 }))).toEqual([0, 1]);
    const horseshoe = [
      { x: 0, y: 0 },
      { x: 10, y: 0 },
      { x: 10, y: 10 },
      { x: 8, y: 10 },
      { x: 8, y: 2 },
      { x: 0, y: 2 },
    ];
    expect(pointsWithin(places, horseshoe)).toEqual([0, 2]);
    expect(pointsWithin(places, [{ x: 0, y: 0 }])).toEqual([]);
  });
});

describe("hulls", () => {
  const tie = (a: number, b: number) => ({ a, b }) as Parameters<typeof partsOf>[0]["ties"][number];
  const members = (n: number, parts: readonly number[] = []) =>
    Array.from({ length: n }, (_, i) => (parts[i] === undefined ? {} : { part: parts[i] })) as unknown as Parameters<
      typeof partsOf
    >[0]["members"];

  test("stand around parts that no pair joins; one piece, or pairs that did not travel, have none", () => {
    expect(partsOf({ members: members(6), ties: [tie(0, 1), tie(2, 3), tie(3, 4)], tiesTotal: 3 })).toEqual([
      [0, 1],
      [2, 3, 4],
    ]);
    expect(partsOf({ members: members(3), ties: [tie(0, 1)], tiesTotal: 1 })).toEqual([]);
    expect(partsOf({ members: members(4), ties: [tie(0, 1), tie(2, 3)], tiesTotal: 3 })).toEqual([]);
  });

  test("stand around the parts that the case names, whatever pairs join them", () => {
    const ties = [tie(0, 1), tie(1, 2)];
    expect(partsOf({ members: members(3, [1, 0, 0]), ties, tiesTotal: 9 })).toEqual([[1, 2], [0]]);
  });

  test("keep their air around one point as around many", () => {
    const xs = (path: string) => path.match(/-?[\d.]+(?= )/g)?.map(Number) ?? [];
    expect(Math.max(...xs(hullPath([{ x: 50, y: 50 }], 20)))).toBeCloseTo(70, 0);
    expect(
      Math.min(
        ...xs(
          hullPath(
            [
              { x: 50, y: 50 },
              { x: 90, y: 50 },
            ],
            20,
          ),
        ),
      ),
    ).toBeCloseTo(30, 0);
    expect(hullPath([], 20)).toBe("");
  });
});

describe("ties in a brush", () => {
  test("those that did not meet in it are not drawn, and counted; each step draws twice as many, up to a cap", () => {
    const ties = [3, 2, 1].map((bits, i) => ({ a: i, b: i + 1, trace: "co-url", bits, q: 0, objects: 1 }));
    const profile = { ties, tiesTotal: 3 } as unknown as Parameters<typeof chooseTies>[0];
    const drawn = chooseTies(profile, [], 10, Uint32Array.of(0, 4, 1));
    expect(drawn.ties.map((tie) => tie.bits)).toEqual([2, 1]);
    expect([drawn.all, drawn.inTime]).toEqual([3, 2]);
    expect(chooseTies(profile, [], 10).inTime).toBe(3);
    const few = chooseTies(profile, [], 10, null, 2);
    expect([few.ties.length, few.inTime]).toEqual([1, 3]);
    expect([tieLimit(30), tieLimit(30, 1), tieLimit(30, 8), tieLimit(9000)]).toEqual([150, 300, DRAWABLE, 9000]);
  });
});
