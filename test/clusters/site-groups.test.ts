import { expect, test } from "vitest";
import { siteGroups } from "../../src/clusters/site-groups.ts";
import { INDICATOR_SITES, siteGraph } from "../../src/graphs/site.ts";

type Found = readonly [domain: string, type: string, value: string];

/** Sites of which only indicators are known. */
function groupsOf(found: readonly Found[], more: readonly string[] = []): Map<string, string | null> {
  const domains = [...new Set([...found.map(([domain]) => domain), ...more])];
  const { graph } = siteGraph(
    {
      domains,
      site: new Uint32Array(),
      account: new Uint32Array(),
      text: new Int32Array(),
      accountCount: 0,
      textCount: 0,
      indicators: found.map(([domain, type, value]) => ({ domain, type, value })),
    },
    0.05,
  );
  return new Map(siteGroups(graph, { seed: 1, q: 0.05 }).map(({ domain, group }) => [domain, group]));
}

const network = (name: string, sites: number, value: string): Found[] =>
  Array.from({ length: sites }, (_, i) => [`${name}${i}.example`, "ip", value] as const);

test("sites on one rare address are one group, the largest group first, loners last and in none", () => {
  const groups = groupsOf([...network("b", 2, "10.0.0.2"), ...network("a", 5, "10.0.0.1")], ["alone.example"]);
  expect([...groups]).toEqual([
    ...Array.from({ length: 5 }, (_, i) => [`a${i}.example`, "S01"]),
    ["b0.example", "S02"],
    ["b1.example", "S02"],
    ["alone.example", null],
  ]);
});

test("one large network alone stays whole", () => {
  const groups = groupsOf([...network("a", INDICATOR_SITES, "UA-1"), ["other.example", "ip", "10.0.0.9"]]);
  expect([...groups.values()].filter((group) => group === "S01")).toHaveLength(INDICATOR_SITES);
  expect(groups.get("other.example")).toBeNull();
});

test("one customer of two networks does not make them one", () => {
  const groups = groupsOf([
    ...network("a", 12, "UA-1"),
    ...network("b", 12, "UA-2"),
    ["a0.example", "host", "h"],
    ["b0.example", "host", "h"],
  ]);
  expect(new Set([...groups].filter(([domain]) => domain.startsWith("a")).map(([, group]) => group)).size).toBe(1);
  expect(groups.get("a1.example")).not.toBe(groups.get("b1.example"));
});

test("an address of everybody groups nobody", () => {
  expect(new Set(groupsOf(network("a", INDICATOR_SITES + 1, "cdn")).values())).toEqual(new Set([null]));
});

test("no sites, no groups", () => {
  expect(groupsOf([]).size).toBe(0);
});
