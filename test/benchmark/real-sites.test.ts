import { expect, test } from "vitest";
import { nameOf, nameParts, wholeNames } from "../../scripts/benchmark/name-indicators.ts";
import { type RealSiteRow, realSiteRows } from "../../scripts/benchmark/real-sites.ts";
import { siteGroupsOf } from "../../scripts/benchmark/site-groups-of.ts";
import { dataset } from "../support/datasets.ts";

const OPTIONS = { seed: 1, q: 0.05 };

test("indicators alone group sites; what is on too many links nobody by itself and is counted", () => {
  const everybody = Array.from({ length: 60 }, (_, i) => `site${i}.example`);
  const { sites, commonValues, linked } = siteGroupsOf(
    [...everybody, "never-seen.example"],
    [
      ...everybody.slice(0, 21).map((domain) => ({ domain, type: "ip", value: "192.0.2.1" })),
      ...everybody.map((domain) => ({ domain, type: "theme", value: `theme of ${domain}` })),
      ...["analytics", "verification"].flatMap((type) =>
        ["site30.example", "site40.example"].map((domain) => ({ domain, type, value: "same" })),
      ),
    ],
    OPTIONS,
  );
  expect(sites).toHaveLength(61);
  expect(sites.filter(({ group }) => group !== null).map(({ domain, group }) => [domain, group])).toEqual([
    ["site30.example", "S01"],
    ["site40.example", "S01"],
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
    // Every known site is of one network: a test for more than chance has to be silent. Ten addresses are shared at all.
    const silent = find("Portal Kombat", "shared addresses, beyond chance");
    expect(silent).toMatchObject({ sites: 163, commonValues: 2, score: { groups: 0 } });
    const any = find("Portal Kombat", "shared addresses, any one");
    expect(any.score).toMatchObject({ groups: 10, inGroups: 162, pairs: { precision: 1, chance: 1 }, flags: null });
    expect(find("Portal Kombat", "shared addresses", "grouping of VIGINUM").score).toBeNull();
    expect(find("RRN", "same day of registration, any one").score!.pairs.precision).toBe(1);
    expect(find("meta-cib-domains", "addresses, registration").score).toBeNull();
    const names = find("without Doppelganger", "same name under another suffix, any one");
    expect(names.score).toMatchObject({ groups: 3, inGroups: 6, pairs: { precision: 1 } });
    for (const { score, note } of rows) {
      expect(note).not.toBe("");
      if (score !== null) expect(score.pairs.related).toBeGreaterThan(0);
    }
  },
);
