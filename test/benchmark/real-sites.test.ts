import { expect, test } from "vitest";
import { nameOf, nameParts, wholeNames } from "../../scripts/benchmark/name-indicators.ts";
import { type RealSiteRow, realSiteRows } from "../../scripts/benchmark/real-sites.ts";
import { siteGroupsOf } from "../../scripts/benchmark/site-groups-of.ts";
import { dataset } from "../support/datasets.ts";

const OPTIONS = { seed: 1, q: 0.05 };

test("indicators alone group sites; what is on too many links nobody and is counted", () => {
  const everybody = Array.from({ length: 21 }, (_, i) => `site${i}.example`);
  const { sites, commonValues, linked } = siteGroupsOf(
    [...everybody, "never-seen.example"],
    [
      ...everybody.map((domain) => ({ domain, type: "ip", value: "192.0.2.1" })),
      { domain: "site3.example", type: "ga", value: "UA-1" },
      { domain: "site7.example", type: "ga", value: "UA-1" },
    ],
    OPTIONS,
  );
  expect(sites).toHaveLength(22);
  expect(sites.filter(({ group }) => group !== null).map(({ domain, group }) => [domain, group])).toEqual([
    ["site3.example", "S01"],
    ["site7.example", "S01"],
  ]);
  expect({ commonValues, linked }).toEqual({ commonValues: 1, linked: 2 });
});

test("a name is the same under another suffix; parts of names join families of names", () => {
  expect(nameOf("topnews.sumy.ua")).toBe("topnews");
  expect(wholeNames(["spiegel.ltd", "spiegel.pro"]).map(({ value }) => value)).toEqual(["spiegel", "spiegel"]);
  expect(nameParts(["abc.example", "patriots.example", "ananananan.example"]).map(({ value }) => value)).toEqual([
    "patriot",
    "atriots",
    "ananana",
    "nananan",
  ]);
});

const present = dataset("viginum-stix") !== null && dataset("meta-cib-domains") !== null;

test.skipIf(!present)(
  "published sites: what can be measured is, what cannot says why",
  { timeout: 180_000 },
  async () => {
    const rows = await realSiteRows(1);
    const find = (set: string, evidence: string, truth = "operation"): RealSiteRow =>
      rows.find((row) => row.set.endsWith(set) && row.evidence === evidence && row.truth === truth)!;
    // Ten addresses: two on more than twenty sites (45 of them), one on a single site, eight that group 117.
    const addresses = find("Portal Kombat", "shared addresses");
    expect(addresses).toMatchObject({ sites: 163, linked: 117, commonValues: 2 });
    expect(addresses.score).toMatchObject({
      groups: 8,
      inGroups: 117,
      pairs: { precision: 1, chance: 1 },
      flags: null,
    });
    expect(find("Portal Kombat", "shared addresses", "grouping of VIGINUM").score).toBeNull();
    expect(find("RRN", "same day of registration").score!.pairs.precision).toBe(1);
    expect(find("meta-cib-domains", "addresses, registration").score).toBeNull();
    expect(find("without Doppelganger", "same name under another suffix").score).toMatchObject({
      groups: 3,
      inGroups: 6,
    });
    for (const { score, note } of rows) {
      expect(note).not.toBe("");
      if (score !== null) expect(score.pairs.related).toBeGreaterThan(0);
    }
  },
);
