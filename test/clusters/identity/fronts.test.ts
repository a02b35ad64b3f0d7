import { describe, expect, test } from "vitest";
import { type FrontFacts, observeFronts } from "../../../src/clusters/identity/fronts.ts";
import { pairedLayers } from "../../../src/clusters/layers.ts";
import { SILENT } from "../../../src/corpus/progress.ts";
import type { Indicator } from "../../../src/graphs/shared-indicators.ts";
import type { ProfileRow } from "../../../src/store/profile-rows.ts";
import { coDomain } from "../../../src/traces/co-domain.ts";
import { evidenceByHand, layerByHand } from "../../support/layers.ts";
import { profile } from "../../support/profiles.ts";

const OPTIONS = { seed: 1, q: 0.05 };
const SITES = Array.from({ length: 200 }, (_, i) => `s${i}.example`);
const naming = (account: number, site: string): ProfileRow =>
  profile(account, { bio: `Editor. https://www.${site}/contact` });

/** 120 people of whom 40 name a site of their own and link it, and all link something. */
function world(
  crew: readonly [account: number, names: string, links: string][],
  shared: readonly string[],
): FrontFacts {
  const linked: [number, string][] = Array.from({ length: 120 }, (_, i) => [200 + i, SITES[100 + (i % 100)]!]);
  const owners = Array.from({ length: 40 }, (_, i) => naming(200 + i, SITES[i]!));
  for (let i = 0; i < 40; i++) linked.push([200 + i, SITES[i]!]);
  for (const [account, , links] of crew) linked.push([account, links]);
  const names = [...new Set(linked.map(([, site]) => site))];
  const { observed } = evidenceByHand(
    linked.map(([account, site], i) => [account, names.indexOf(site), 1000 * i]),
    1,
    layerByHand([], "content", "co-domain"),
  );
  const indicators: Indicator[] = [...SITES, ...shared].flatMap((domain, i) =>
    ["analytics", "ip", "certificate"].map((type) => ({
      domain,
      type,
      value: shared.includes(domain) ? "one hand" : `${type} ${i}`,
    })),
  );
  return {
    profiles: [...crew.map(([account, names]) => naming(account, names)), ...owners],
    accountCount: 400,
    sites: { ...observed, trace: coDomain, actions: { ...observed.actions, accountCount: 400 } },
    siteNames: names,
    indicators,
  };
}

const FRONTS = ["alpha.example", "beta.example", "gamma.example"];
const CREW: [number, string, string][] = [0, 1, 2, 3, 4, 5].map((account) => [
  account,
  FRONTS[account % 3]!,
  FRONTS[(account + (account > 3 ? 1 : 0)) % 3]!,
]);

/** Pairs that the trace of fronts gives. */
function pairs(facts: FrontFacts): string[] {
  const fronts = observeFronts(facts, OPTIONS);
  if (fronts.actions.count === 0) return [];
  const { actions, place, trace } = fronts;
  const traces = [{ actions, place: place!, windowMs: trace.windowMs, family: trace.family, forgery: trace.forgery }];
  const { layer } = pairedLayers(traces, { minObjects: 2, q: 0.05 }, SILENT).layers[0]!;
  return [...layer.kept].map((i) => `${layer.pairs.a[i]}-${layer.pairs.b[i]}`);
}

describe("accounts of different organisations whose sites are run together", () => {
  test("are joined, all with all, and the label names the sites", () => {
    const facts = world(CREW, FRONTS);
    expect(pairs(facts)).toHaveLength(15);
    expect(observeFronts(facts, OPTIONS).labels).toContain(`named in the description: ${FRONTS.join(", ")}`);
  });

  test("not when nothing ties their sites", () => {
    expect(pairs(world(CREW, []))).toEqual([]);
  });

  test("not the staff of one site", () => {
    const staff = CREW.map(([account]): [number, string, string] => [account, FRONTS[0]!, FRONTS[0]!]);
    expect(pairs(world(staff, FRONTS))).toEqual([]);
  });

  test("not readers who link a front and name none, nor owners who name one and link none of them", () => {
    const others: [number, string, string][] = [
      [10, "own.example", FRONTS[0]!],
      [11, FRONTS[1]!, SITES[150]!],
    ];
    expect(pairs(world([...CREW, ...others], FRONTS)).join(" ")).not.toMatch(/1[01]/);
  });

  test("not owners of one site each, though all three stand with one host", () => {
    const owners = FRONTS.map((site, account): [number, string, string] => [account, site, site]);
    expect(pairs(world(owners, FRONTS))).toEqual([]);
    // One link across, and they have more in common than a host.
    const crossed = owners.map(([account, site], i): [number, string, string] => [account, site, FRONTS[(i + 1) % 3]!]);
    expect(pairs(world(crossed, FRONTS))).toHaveLength(3);
  });

  test("not users of a service where everybody has a page", () => {
    const pages = CREW.map(([account]) => profile(account, { bio: `https://${FRONTS[0]}/p${account} me` }));
    const facts = world(CREW, FRONTS);
    expect(pairs({ ...facts, profiles: [...pages, naming(20, FRONTS[1]!), ...facts.profiles.slice(6)] })).toEqual([]);
  });

  test("no links and no descriptions: no trace", () => {
    const empty = { ...world(CREW, FRONTS), profiles: [] };
    expect(observeFronts(empty, OPTIONS).actions.count).toBe(0);
    expect(observeFronts({ ...world(CREW, FRONTS), sites: undefined }, OPTIONS).actions.count).toBeGreaterThan(0);
  });
});
