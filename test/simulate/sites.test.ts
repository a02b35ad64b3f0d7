import { describe, expect, it } from "vitest";
import { buildWorld } from "../../src/simulate/build.ts";
import { OPERATIONS } from "../../src/simulate/catalogue.ts";
import { HOSTS } from "../../src/simulate/links.ts";
import { indicatorLines, siteLabelLines } from "../../src/simulate/rows.ts";
import type { Site } from "../../src/simulate/sites.ts";
import { options, readWorld } from "./rows.ts";

const world = readWorld("organic", options(1, "easy", 2000));
const { sites, span } = world.world;
const factOf = (site: Site, type: string) => site.indicators.find((one) => one.type === type)?.value;
/** Sites by the value of one type of indicator, those that are alone with theirs left out. */
function sharing(type: string, among: readonly Site[]): Site[][] {
  const byValue = new Map<string, Site[]>();
  for (const site of among) {
    const value = factOf(site, type);
    if (value !== undefined) byValue.set(value, [...(byValue.get(value) ?? []), site]);
  }
  return [...byValue.values()].filter((group) => group.length > 1);
}
const ordinary = sites.filter(({ label }) => label === "organic");
const papers = sites.filter(({ label }) => label === "benign:syndication");

describe("the register of sites", () => {
  it("has every site that anybody links to, once", () => {
    const domains = sites.map(({ domain }) => domain);
    expect(HOSTS.length).toBeGreaterThan(400);
    expect(domains).toEqual(expect.arrayContaining(HOSTS.map((host) => `${host}.example`)));
    for (const name of ["organic", ...OPERATIONS.map((story) => story.name)]) {
      const read = name === "organic" ? world : readWorld(name, options(1, "easy", 2000));
      const known = new Set(read.world.sites.map(({ domain }) => domain));
      expect(known.size, name).toBe(read.world.sites.length);
      const linked = new Set(read.posts.flatMap(({ urls }) => urls!.split("|").filter((url) => url !== "")));
      const hosts = [...linked].map((url) => new URL(url).hostname.replace(/^www\./, ""));
      expect(
        [...new Set(hosts)].filter((host) => !known.has(host)),
        name,
      ).toEqual([]);
    }
  });

  it("is full of accidents: networks, default themes and registrars that strangers share", () => {
    for (const [type, least] of [
      ["ip", 8],
      ["theme", 40],
      ["registrar", 90],
      ["nameserver", 20],
      ["certificate", 8],
    ] as const) {
      expect(Math.max(...sharing(type, ordinary).map((group) => group.length)), type).toBeGreaterThanOrEqual(least);
    }
    // Most certificates and nearly all tracking ids belong to one site.
    expect(sharing("certificate", ordinary).flat().length / ordinary.length).toBeLessThan(0.15);
    expect(new Set(ordinary.map((site) => factOf(site, "theme"))).size).toBeGreaterThan(80);
  });

  it("has agencies: a tracking id on two or three sites that are otherwise strangers", () => {
    const groups = sharing("analytics", ordinary);
    expect(groups.length).toBeGreaterThan(8);
    for (const group of groups) expect(group.length).toBeLessThanOrEqual(3);
  });

  it("shows the chain's papers under one declared owner", () => {
    expect(papers.length).toBeGreaterThan(6);
    for (const type of ["analytics", "theme", "certificate", "cms", "ads_seller"]) {
      expect(
        sharing(type, papers).map((group) => group.length),
        type,
      ).toEqual([papers.length]);
      const value = factOf(papers[0]!, type);
      expect(ordinary.some((site) => factOf(site, type) === value)).toBe(false);
    }
  });

  it("saw each value for a while: from after registration to within the world, a move leaving no overlap", () => {
    let moved = 0;
    for (const site of sites) {
      const registered = Date.parse(factOf(site, "registered")!);
      for (const { firstMs, lastMs } of site.indicators) {
        expect(firstMs).toBeGreaterThan(registered);
        expect(lastMs).toBeGreaterThanOrEqual(firstMs);
        expect(lastMs).toBeLessThanOrEqual(span.endMs);
      }
      const addresses = site.indicators.filter(({ type }) => type === "ip");
      if (addresses.length < 2) continue;
      moved++;
      expect(addresses[0]!.lastMs).toBe(addresses[1]!.firstMs);
    }
    expect(moved).toBeGreaterThan(20);
  });

  it("is the same for the same seed, whatever operation is beside it, and written in order", () => {
    const lines = (scenario: string, seed: number) => {
      const built = buildWorld(scenario, options(seed, "easy", 1500)).world;
      return [...indicatorLines(built)].filter((line) => /^(amber|dailyharbour)/.test(line)).join("");
    };
    expect(lines("organic", 3)).toBe(lines("sneer-review", 3));
    expect(lines("organic", 3)).not.toBe(lines("organic", 4));
    const labels = [...siteLabelLines(world.world)].slice(1);
    expect(labels).toEqual([...labels].sort());
  });
});
