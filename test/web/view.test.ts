import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  DEPTHS,
  decodeView,
  encodeView,
  HASH_LIMIT,
  LETTERS,
  PAGES,
  PARTS,
  READING_FILTERS,
  START,
  TABS,
  TIME_SCALES,
  type View,
  WHO,
} from "../../web/state/view.ts";

const number = fc.option(fc.nat({ max: 4_294_967_295 }), { nil: null });
const text = fc.option(fc.string({ maxLength: 12 }), { nil: null });
/** Words that a person types, as long as one value may be. */
const words = fc
  .string({ unit: "grapheme", maxLength: 20 })
  .filter((typed) => new URLSearchParams({ term: typed }).toString().length <= 300);
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
  question: words,
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
  level: fc.option(fc.constantFrom(1, 0.05, 0.0015, 3e-7, 1e-12, 5e-324, 0.1234567890123456), { nil: null }),
  least: number,
  isTable: fc.boolean(),
  find: words,
  who: fc.constantFrom(...WHO),
  depth: fc.constantFrom(...DEPTHS),
  part: fc.constantFrom(...PARTS),
  term: words,
  other: text,
  match: fc.nat({ max: 200 }),
  rival: text,
  zoneMinutes: fc.integer({ min: -24, max: 28 }).map((halves) => halves * 30),
  picked: fc.uniqueArray(fc.nat({ max: 4999 }), { maxLength: 200 }).map((picked) => picked.sort((a, b) => a - b)),
  tieSteps: fc.nat({ max: 8 }),
});

describe("the view lives in the URL", () => {
  /** More than the address of a view takes: every field written out under its whole name, the picks at six accounts a letter. */
  const roomOf = ({ picked, ...rest }: View): number =>
    new URLSearchParams(Object.entries(rest).map(([name, value]) => [name, String(value)])).toString().length +
    Math.ceil(((picked.at(-1) ?? 0) + 8) / 6);

  test("and comes back as it was, wherever it fits into one", () => {
    fc.assert(
      fc.property(views, (view) => {
        fc.pre(roomOf(view) <= HASH_LIMIT);
        expect(decodeView(encodeView(view))).toEqual(view);
      }),
    );
  });

  const hostile = fc.oneof(
    fc.string({ unit: "binary", maxLength: 400 }),
    // An address that was cut, or in which single characters were changed or lost.
    fc.tuple(views, fc.nat(), fc.string({ unit: "binary", maxLength: 3 })).map(([view, at, put]) => {
      const hash = encodeView(view);
      const place = at % hash.length;
      return [hash.slice(0, place), hash.slice(0, place) + put + hash.slice(place + 1)];
    }),
    fc
      .array(
        fc.tuple(fc.constantFrom("c", "e", "q", "domain", "sort", "trace", "t", "x"), fc.string({ maxLength: 3000 })),
      )
      .map((fields) => `#/search?${new URLSearchParams(fields as [string, string][]).toString()}`),
  );

  test("whatever stands there, a view comes of it, and its own address is short and stays", () => {
    fc.assert(
      fc.property(hostile, (hashes) => {
        for (const hash of [hashes].flat()) {
          const once = encodeView(decodeView(hash));
          expect(once.length).toBeLessThanOrEqual(HASH_LIMIT);
          expect(once).toMatch(/^[\x21-\x7e]*$/);
          expect(encodeView(decodeView(once))).toBe(once);
        }
      }),
    );
  });

  test("a view too long for an address keeps what fits of it", () => {
    const long = { ...START, page: "search" as const, question: "水".repeat(900), cluster: "C01" };
    const back = decodeView(encodeView(long));
    expect(back.cluster).toBe("C01");
    expect(back.question).toMatch(/^水{200,}$/);
    expect(encodeView(long).length).toBeGreaterThan(HASH_LIMIT - 30);
    expect(decodeView(encodeView({ ...long, question: "", cluster: "x".repeat(400) })).cluster).toBeNull();
    expect(decodeView("#/search?q=who?what?").question).toBe("who?what?");
  });

  test("short where nothing was changed", () => {
    expect(encodeView(START)).toBe("#/overview");
    expect(encodeView({ ...START, page: "cluster", cluster: "C01" })).toBe("#/cluster?c=C01");
  });

  test.each([
    "",
    "#",
    "#/nowhere",
    "#/cluster?tab=x&t=5~3&a=-1&off=XYZ&reading=guilty&fdr=2&min=-1&tbl=x",
    "#/cluster?zone=17&pick=%3Cscript%3E&more=-1&tbl=yes",
    "#/cluster?zone=900&pick=A&more=x",
    "#/accounts?who=guilty&depth=7&part=themes",
    "#/%E0%A4%A?c=%",
    "#?????&&&",
  ])("a broken hash %s falls back", (hash) => {
    const view = decodeView(hash);
    expect(PAGES).toContain(view.page);
    expect(view).toMatchObject({
      tab: "evidence",
      range: null,
      left: null,
      off: [],
      reading: "all",
      level: null,
      least: null,
      who: "all",
      depth: 1,
      part: "objects",
    });
    expect(view).toMatchObject({ zoneMinutes: 0, isTable: false, picked: [], tieSteps: 0 });
  });
});
