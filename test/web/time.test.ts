import { describe, expect, test } from "vitest";
import { readEvents } from "../../src/text/event-list.ts";
import { placeEvents } from "../../web/charts/events.tsx";
import { quietBand } from "../../web/charts/quiet-band.ts";
import { formatZone } from "../../web/charts/zone.ts";
import { brushMoments, rhythmIn } from "../../web/state/brushed.ts";
import { wholeBars } from "../../web/state/filter.ts";
import { decodeSet, encodeSet } from "../../web/state/number-set.ts";

describe("events", () => {
  test("are read with or without zone, head, quotes; in time order; what is left out has its row and reason", () => {
    const list = readEvents(
      '\uFEFFtime,label\r\n2016-11-08 20:00,polls close\n2016-11-08T20:00:30+05:30;"a ""b"", c"\n2016-02-30,no day\n2016-01-01,\n\n2016-01-02\tfirst',
      "e.csv",
    );
    expect(list.events).toEqual([
      { timeMs: Date.UTC(2016, 0, 2), label: "first" },
      { timeMs: Date.UTC(2016, 10, 8, 14, 30, 30), label: 'a "b", c' },
      { timeMs: Date.UTC(2016, 10, 8, 20), label: "polls close" },
    ]);
    expect(list.skipped).toEqual(["row 4: the time could not be read", "row 5: no label"]);
  });

  test("more than 500 are not swallowed", () => {
    const list = readEvents("2016-01-01,x\n".repeat(502), "e.csv");
    expect([list.events.length, list.skipped.length]).toEqual([500, 2]);
    expect(list.skipped[0]).toBe("row 501: beyond the first 500 events");
  });

  test("names never cross each other, and turn round at the right edge", () => {
    const events = [10, 14, 190, 300].map((timeMs) => ({ timeMs, label: "a long name" }));
    const placed = placeEvents(events, (ms) => ms, 200);
    expect(placed.map(({ label, isEnd }) => [label !== null, isEnd])).toEqual([
      [true, false],
      [false, false],
      [true, true],
    ]);
  });
});

describe("the rhythm", () => {
  // Thursday 1 January 1970, 00:00 and 00:30, and one bar later.
  const slots = { slot: Uint32Array.of(0, 1, 2), count: Uint32Array.of(5, 3, 2) };
  const at = (zone: number, bins: readonly [number, number] = [0, 2]) =>
    Object.fromEntries(
      rhythmIn(slots, 1_800_000, { startMs: 0, binMs: 3_600_000 }, bins, zone).flatMap((n, i) =>
        n > 0 ? [[i, n]] : [],
      ),
    );

  test("turns by half hours, across the border of the week, and stays within the brush", () => {
    expect(at(0)).toEqual({ 72: 8, 73: 2 });
    expect(at(-30)).toEqual({ 71: 5, 72: 5 });
    expect(at(0, [1, 2])).toEqual({ 73: 2 });
    const sunday = { slot: Uint32Array.of(0), count: Uint32Array.of(1) };
    expect(
      rhythmIn(sunday, 1_800_000, { startMs: 3 * 86_400_000 + 23 * 3_600_000, binMs: 3_600_000 }, [0, 1], 60)[0],
    ).toBe(1);
  });

  test("a quiet band is the longest run of hours with at most a twentieth of the posts, across midnight too", () => {
    const hours = (quiet: readonly number[]) =>
      Array.from({ length: 168 }, (_, i) => (quiet.includes(i % 24) ? 0 : 10));
    expect(quietBand(hours([22, 23, 0, 1, 2, 3, 4]))).toEqual({ from: 22, hours: 7, share: 0 });
    expect(quietBand(hours([1, 2, 3]))).toBeNull();
    expect(quietBand(hours([]).map(() => 0))).toBeNull();
    expect(quietBand(hours([22, 23, 0, 1, 2, 3, 4]).map((n) => (n > 0 ? 0.1 : 0)))).toBeNull();
  });

  test("zones are written as people write them", () => {
    expect([0, 330, -480, 840].map(formatZone)).toEqual(["UTC", "UTC+5:30", "UTC−8", "UTC+14"]);
  });
});

describe("a brush on a cluster", () => {
  const marks = (rows: readonly (readonly [key: number, bin: number, previous: number])[]) => ({
    key: Uint32Array.from(rows.map((row) => row[0])),
    bin: Uint16Array.from(rows.map((row) => row[1])),
    previous: Uint16Array.from(rows.map((row) => row[2])),
  });
  const none = { key: new Uint32Array(), bin: new Uint16Array(), count: new Uint32Array() };
  const profile = {
    members: [{}, {}, {}],
    ties: [
      { a: 0, b: 1, trace: "co-url", isCarried: false },
      { a: 1, b: 2, trace: "co-url", isCarried: true },
    ],
    objects: [],
    domains: [],
  } as unknown as Parameters<typeof brushMoments>[1];
  const moments = {
    tiesFollowed: 2,
    // Tie 0: one object in bins 0 and 2, another in bin 2; tie 1: one object in bin 1.
    ties: marks([
      [0, 0, 0],
      [1, 1, 0],
      [0, 2, 1],
      [0, 2, 0],
    ]),
    objects: marks([]),
    domains: marks([]),
    domainPosts: none,
    posts: { key: Uint32Array.of(0, 1, 0), bin: Uint16Array.of(0, 1, 2), count: Uint32Array.of(4, 1, 2) },
    slotMs: 1,
    slots: { slot: new Uint32Array(), count: new Uint32Array() },
    otherSlots: { slot: new Uint32Array(), count: new Uint32Array() },
  };

  test("an object counts once, however many bars of the brush it was met in", () => {
    expect([...brushMoments(moments, profile, [0, 3]).ties]).toEqual([2, 1]);
    expect([...brushMoments(moments, profile, [1, 3]).ties]).toEqual([2, 1]);
    expect([...brushMoments(moments, profile, [0, 1]).ties]).toEqual([1, 0]);
  });

  test("evidence counts no carried pair; posts and pairs of accounts add up", () => {
    const now = brushMoments(moments, profile, [1, 3]);
    expect(now.lines.get("co-url")).toEqual({ pairs: 1, observed: 2, accounts: 2 });
    expect(now).toMatchObject({ tiesMet: 2, postsTotal: 3, accountsActive: 2 });
    expect([...now.pairs]).toEqual([1, 2, 1]);
    expect(brushMoments(moments, profile, [5, 5])).toMatchObject({ tiesMet: 0, postsTotal: 0 });
  });

  test("a finished brush takes whole bars", () => {
    const timeline = { startMs: 1000, binMs: 100, bins: 5 };
    expect(wholeBars(timeline, [1150, 1201])).toEqual([1100, 1300]);
    expect(wholeBars(timeline, [9000, 9100])).toEqual([9000, 9100]);
    expect(wholeBars(timeline, null)).toBeNull();
  });
});

describe("sets of numbers in the URL", () => {
  test("malformed ones are empty", () => {
    expect(decodeSet(encodeSet([0, 7, 8, 4000]))).toEqual([0, 7, 8, 4000]);
    expect(["!", "a", "=".repeat(9), "A".repeat(90_000)].map(decodeSet)).toEqual([[], [], [], []]);
  });
});
