import { expect, it } from "vitest";
import { ALWAYS_MS, TRACE_NAMES, type TraceName } from "../../src/corpus/trace.ts";
import { TRACES, traceNamed } from "../../src/traces/catalogue.ts";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "../../src/traces/trace.ts";

it("knows every trace by name, once", () => {
  expect(TRACES.map(({ name }) => name)).toEqual([...TRACE_NAMES]);
  for (const name of TRACE_NAMES) expect(traceNamed(name).name).toBe(name);
  expect(() => traceNamed("co-nothing" as TraceName)).toThrow("co-nothing");
});

it("says of each what it asks, what its object is, how far apart is together, what it proves and what it costs to forge", () => {
  for (const trace of TRACES) {
    expect(trace.question).toMatch(/^Which accounts .+\?$/);
    expect(trace.object.length).toBeGreaterThan(10);
  }
  // Changing any of these changes every case: it must not happen unseen.
  const facts = TRACES.map(({ name, windowMs, family, forgery }) => [name, windowMs, family, forgery]);
  expect(facts).toEqual([
    ["co-repost", HOUR_MS, "content", "cheap"],
    ["fast-repost", DAY_MS, "timing", "cheap"],
    ["co-url", 7 * DAY_MS, "content", "cheap"],
    ["co-domain", HOUR_MS, "content", "cheap"],
    ["same-text", 7 * DAY_MS, "content", "free"],
    ["hashtag-sequence", 12 * HOUR_MS, "content", "free"],
    ["hashtag-set", 12 * HOUR_MS, "content", "free"],
    ["co-hashtag", 10 * MINUTE_MS, "content", "free"],
    ["burst-hashtag", 4 * HOUR_MS, "content", "cheap"],
    ["co-mention", 7 * DAY_MS, "target", "free"],
    ["co-reply", DAY_MS, "target", "cheap"],
    ["co-target", DAY_MS, "target", "cheap"],
    ["co-media", DAY_MS, "content", "free"],
    ["co-share", MINUTE_MS, "content", "cheap"],
    ["shared-profile", ALWAYS_MS, "identity", "cheap"],
    ["shared-front", ALWAYS_MS, "infrastructure", "cheap"],
  ]);
  expect([MINUTE_MS, HOUR_MS, DAY_MS]).toEqual([60_000, 3_600_000, 86_400_000]);
});
