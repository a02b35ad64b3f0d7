import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  decodeView,
  encodeView,
  LETTERS,
  PAGES,
  READING_FILTERS,
  START,
  TABS,
  TIME_SCALES,
  type View,
} from "../../web/state/view.ts";

const number = fc.option(fc.nat({ max: 4_294_967_295 }), { nil: null });
const text = fc.option(fc.string({ maxLength: 12 }), { nil: null });
const views: fc.Arbitrary<View> = fc.record({
  page: fc.constantFrom(...PAGES),
  cluster: text,
  tab: fc.constantFrom(...TABS),
  evidence: text,
  trace: text,
  left: number,
  right: number,
  object: number,
  account: number,
  domain: text,
  offset: fc.nat(),
  question: fc.string({ unit: "grapheme", maxLength: 20 }),
  off: fc.subarray([...LETTERS]),
  range: fc.option(
    fc
      .tuple(fc.integer({ min: 0, max: 2e9 }), fc.integer({ min: 1, max: 1e9 }))
      .map(([from, long]) => [from * 1000, (from + long) * 1000] as const),
    { nil: null },
  ),
  reading: fc.constantFrom(...READING_FILTERS),
  scale: fc.constantFrom(...TIME_SCALES),
  sort: fc.constantFrom("", "posts", "-q"),
  zoneMinutes: fc.integer({ min: -24, max: 28 }).map((halves) => halves * 30),
  isTable: fc.boolean(),
  picked: fc.uniqueArray(fc.nat({ max: 4999 }), { maxLength: 200 }).map((picked) => picked.sort((a, b) => a - b)),
  tieSteps: fc.nat({ max: 8 }),
});

describe("the view lives in the URL", () => {
  test("and comes back as it was", () => {
    fc.assert(
      fc.property(views, (view) => {
        expect(decodeView(encodeView(view))).toEqual(view);
      }),
    );
  });

  test("short where nothing was changed", () => {
    expect(encodeView(START)).toBe("#/overview");
    expect(encodeView({ ...START, page: "cluster", cluster: "C01" })).toBe("#/cluster?c=C01");
  });

  test.each([
    "",
    "#",
    "#/nowhere",
    "#/cluster?tab=x&t=5~3&a=-1&off=XYZ&reading=guilty",
    "#/%E0%A4%A?c=%",
    "#?????&&&",
    "#/cluster?zone=17&pick=%3Cscript%3E&more=-1&tbl=yes",
    "#/cluster?zone=900&pick=A&more=x",
  ])("a broken hash %s falls back", (hash) => {
    const view = decodeView(hash);
    expect(PAGES).toContain(view.page);
    expect(view).toMatchObject({ tab: "evidence", range: null, left: null, off: [], reading: "all" });
    expect(view).toMatchObject({ zoneMinutes: 0, isTable: false, picked: [], tieSteps: 0 });
  });
});
