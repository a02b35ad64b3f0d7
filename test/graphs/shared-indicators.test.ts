import { expect, test } from "vitest";
import { MOST_SITES } from "../../src/corpus/site-table.ts";
import { type Indicator, sharedIndicators, sitesByValue } from "../../src/graphs/shared-indicators.ts";
import { type Random, seeded, shuffle } from "../../src/math/random.ts";

const KINDS = ["analytics", "theme", "certificate", "favicon", "verification", "ip"];

/** Every kind dealt apart: values on one to thirty sites, to whom is chance. */
function unrelated(random: Random, sites: number): Indicator[] {
  return KINDS.flatMap((type) => {
    const order = shuffle(random, [...Array(sites).keys()]);
    const found: Indicator[] = [];
    for (let at = 0; at < sites; ) {
      const size = random() < 0.7 ? 1 : 1 + Math.floor(random() * 30);
      for (const site of order.slice(at, at + size)) found.push({ domain: `s${site}.example`, type, value: `${at}` });
      at += size;
    }
    return found;
  });
}

const linked = (indicators: readonly Indicator[]) =>
  sharedIndicators(sitesByValue(indicators)).filter(({ q }) => q <= 0.05);

test("sites that share by chance alone are hardly ever linked", () => {
  let worlds = 0;
  for (let seed = 0; seed < 40; seed++) if (linked(unrelated(seeded(seed, "unrelated"), 200)).length > 0) worlds++;
  // With nothing true, each world has a link with a chance of 5 % at most; 7 of 40 would be beyond the 99.9th percentile.
  expect(worlds).toBeLessThan(7);
});

test("a planted network among them is linked whole, and of the links hardly any is false", () => {
  const names = ["p1", "p2", "p3", "p4", "p5"];
  const planted = names.flatMap((name) =>
    ["analytics", "theme", "verification"].map((type) => ({ domain: `${name}.example`, type, value: "planted" })),
  );
  const worlds = 20;
  let falseShare = 0;
  for (let seed = 100; seed < 100 + worlds; seed++) {
    const found = linked([...unrelated(seeded(seed, "unrelated"), 200), ...planted]);
    const right = found.filter(({ a, b }) => a.startsWith("p") && b.startsWith("p"));
    expect(right).toHaveLength((names.length * (names.length - 1)) / 2);
    expect(right[0]!.words).toBe("analytics=planted; theme=planted; verification=planted");
    falseShare += (found.length - right.length) / found.length / worlds;
  }
  // 0.05 promised and 0.049 over 200 worlds; twenty of them stray by 0.02.
  expect(falseShare).toBeLessThan(0.09);
});

test("the order of the file does not matter, and a row twice counts once", () => {
  const indicators = unrelated(seeded(2, "unrelated"), 60);
  const mixed = shuffle(seeded(3, "order"), [...indicators, ...indicators]);
  expect(sharedIndicators(sitesByValue(mixed))).toEqual(sharedIndicators(sitesByValue(indicators)));
});

test("a value of more than a hundred sites is not looked at", () => {
  const on = (count: number) =>
    sharedIndicators(
      sitesByValue(Array.from({ length: count }, (_, i) => ({ domain: `s${i}.example`, type: "cdn", value: "one" }))),
    ).length;
  expect([on(MOST_SITES), on(MOST_SITES + 1)]).toEqual([(MOST_SITES * (MOST_SITES - 1)) / 2, 0]);
});
