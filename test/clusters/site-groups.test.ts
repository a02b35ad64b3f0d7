import { expect, test } from "vitest";
import { siteGroups } from "../../src/clusters/site-groups.ts";
import { siteGraph } from "../../src/graphs/site.ts";

type Found = readonly [domain: string, type: string, value: string];

/** Sites of which only indicators are known. */
function groupsOf(found: readonly Found[], more: readonly string[] = [], q = 0.05): Map<string, string | null> {
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
  return new Map(siteGroups(graph, { seed: 1, q }).map(({ domain, group }) => [domain, group]));
}

/** Sites that have the same value of each type. */
const network = (name: string, sites: number, types: readonly string[]): Found[] =>
  Array.from({ length: sites }, (_, i) =>
    types.map((type) => [`${name}${i}.example`, type, `${type} of ${name}`] as const),
  ).flat();

const TYPES = ["ip", "analytics", "theme"];

/** Ordinary sites: every fifth shares its address with four others, all else is their own. */
const ordinary: Found[] = Array.from({ length: 200 }, (_, i): Found[] => [
  [`o${i}.example`, "ip", `host ${Math.floor(i / 5)}`],
  [`o${i}.example`, "analytics", `UA-${i}`],
  [`o${i}.example`, "theme", `theme ${i}`],
]).flat();

const inGroups = (groups: ReadonlyMap<string, string | null>) => [...groups].filter(([, group]) => group !== null);

test("sites with several things in common are a group, the largest first; one shared host makes none", () => {
  const groups = groupsOf([...network("b", 2, TYPES), ...network("a", 5, TYPES), ...ordinary], ["never-seen.example"]);
  expect(inGroups(groups)).toEqual([
    ...Array.from({ length: 5 }, (_, i) => [`a${i}.example`, "S01"]),
    ["b0.example", "S02"],
    ["b1.example", "S02"],
  ]);
  expect([...groups.keys()]).toHaveLength(5 + 2 + 200 + 1);
});

test("a network of seventy sites is one group, although none of its values is rare", () => {
  const found = inGroups(groupsOf([...network("a", 70, [...TYPES, "favicon", "verification"]), ...ordinary]));
  expect(found).toEqual(Array.from({ length: 70 }, (_, i) => [`a${i}.example`, "S01"]).sort());
});

test("an address with its network and name server is one thing in common, not three", () => {
  const hosted = network("h", 4, ["ip", "asn", "nameserver"]);
  const three = network("t", 4, ["favicon", "verification", "theme"]);
  const groups = groupsOf([...hosted, ...three, ...ordinary]);
  expect(groups.get("t0.example")).toBe("S01");
  expect(groups.get("h0.example")).toBeNull();
});

test("one customer of two networks does not make them one", () => {
  const both: Found[] = ["a0.example", "b0.example"].flatMap((domain) =>
    ["whois", "favicon", "verification"].map((type) => [domain, type, "of the agency"] as const),
  );
  const groups = groupsOf([...network("a", 12, TYPES), ...network("b", 12, TYPES), ...both, ...ordinary]);
  expect(groups.get("a1.example")).not.toBeNull();
  expect(groups.get("b1.example")).not.toBeNull();
  expect(groups.get("a1.example")).not.toBe(groups.get("b1.example"));
});

test("where nothing else is known, one address says nothing, unless every rare link is asked for", () => {
  const found = [...network("a", 6, ["ip"]), ["z.example", "ip", "another"] as const];
  expect(inGroups(groupsOf(found))).toEqual([]);
  expect(inGroups(groupsOf(found, [], 1))).toHaveLength(6);
});

test("what every known site has links none", () => {
  expect(inGroups(groupsOf(network("a", 6, TYPES), [], 1))).toEqual([]);
});

test("no sites, no groups", () => {
  expect(groupsOf([]).size).toBe(0);
});
