import { type SiteScore, siteScore } from "../../src/evaluate/sites.ts";
import { nameParts, wholeNames } from "./name-indicators.ts";
import { type SiteIndicator, siteGroupsOf } from "./site-groups-of.ts";
import { metaSites, ordinarySites, type PublishedHost, type ViginumSets, viginumSets } from "./site-sets.ts";

/** One measurement of grouping published sites. */
export interface RealSiteRow {
  readonly set: string;
  /** What the sites are told apart by. */
  readonly truth: string;
  /** What they are linked by. */
  readonly evidence: string;
  readonly sites: number;
  /** Sites that share something with another; values too common to link by themselves. */
  readonly linked: number;
  readonly commonValues: number;
  /** null: it cannot be measured, and `note` says why. */
  readonly score: SiteScore | null;
  /** What the figures can and cannot say. */
  readonly note: string;
}

const PORTAL_KOMBAT = "viginum-stix, Portal Kombat";
const BOTH = "viginum-stix, Portal Kombat and RRN";
const META = "meta-cib-domains";
const BY_OPERATION = "operation";

/**
 * Groups of sites in what agencies and platforms published. Nobody's posts are there, so only indicators can link: addresses, days of
 * registration, names. Names are no trace of Marionet; they are measured to know what they could add.
 *
 * @returns no rows for data sets that are not on this machine
 */
export async function realSiteRows(seed: number): Promise<RealSiteRow[]> {
  const viginum = await viginumSets();
  const meta = await metaSites();
  const ordinary = (await ordinarySites()) ?? [];
  return [
    ...(viginum === null ? [] : viginumRows(viginum, ordinary, seed)),
    ...(meta === null ? [] : metaRows(meta, ordinary, seed)),
  ];
}

function viginumRows(sets: ViginumSets, ordinary: readonly PublishedHost[], seed: number): RealSiteRow[] {
  const { hosts, addresses, groupings } = sets;
  const labels = labelsOf(hosts);
  const addressed = new Map(addresses.map(({ site }) => [site, "portal-kombat"]));
  const byAddress = addresses.map(({ site, address }) => ({ domain: site, type: "ip", value: address }));
  const byDay = dayIndicators(hosts);
  const dated = new Map([...labels].filter(([site]) => byDay.some(({ domain }) => domain === site)));
  const all = withOrdinary(labels, ordinary);
  const allNames = [...all.keys()];
  const grouped = [...groupings.keys()];
  const withAddress = grouped.filter((site) => addressed.has(site)).length;
  const measure = measurer(seed);
  return [
    measure(PORTAL_KOMBAT, BY_OPERATION, "shared addresses, beyond chance", addressed, byAddress, {
      note: "All sites known here are of one network, so nothing stands out from it: no group is the right answer of a test that asks for more than chance.",
    }),
    measure(PORTAL_KOMBAT, BY_OPERATION, "shared addresses, any one", addressed, byAddress, {
      q: 1,
      note: "All these sites are of one operation and every site has one address, so precision cannot fail and only recall means anything: how much of the network the addresses hold together.",
    }),
    measure(BOTH, BY_OPERATION, "same day of registration, any one", dated, byDay, {
      q: 1,
      note: "Two operations only, and no ordinary site with a date: how often the two are kept apart, not how rare such days are in life.",
    }),
    measure(BOTH, BY_OPERATION, "same name under another suffix, any one", all, wholeNames(allNames), {
      q: 1,
      note: NAMES,
    }),
    measure(BOTH, BY_OPERATION, "parts of names, any one", all, nameParts(allNames), { q: 1, note: NAMES }),
    measure(
      BOTH,
      BY_OPERATION,
      "day of registration and parts of names, beyond chance",
      dated,
      [...byDay, ...nameParts([...dated.keys()])],
      {
        note: "What no single kind can show two may show together; no ordinary site has a date here, so that precision is between two operations.",
      },
    ),
    withAddress > 0
      ? measure(PORTAL_KOMBAT, "grouping of VIGINUM", "shared addresses", groupings, byAddress, {
          note: "Only sites with an address can be linked.",
        })
      : unmeasured(
          PORTAL_KOMBAT,
          "grouping of VIGINUM",
          "shared addresses",
          grouped.length,
          `None of the ${grouped.length} sites that VIGINUM grouped has an address in the data.`,
        ),
    measure(
      PORTAL_KOMBAT,
      "grouping of VIGINUM",
      "same name under another suffix, any one",
      groupings,
      wholeNames(grouped),
      {
        q: 1,
        note: "The grouping tells active sites from inactive ones of two countries: states of one network, which no link between sites can show. ARI near 0 is the expected answer.",
      },
    ),
  ];
}

function metaRows(meta: readonly PublishedHost[], ordinary: readonly PublishedHost[], seed: number): RealSiteRow[] {
  const labels = labelsOf(meta);
  const small = new Map([...labels].filter(([, label]) => label !== "doppelganger"));
  const all = withOrdinary(labels, ordinary);
  const rest = withOrdinary(small, ordinary);
  const measure = measurer(seed);
  return [
    unmeasured(
      META,
      BY_OPERATION,
      "addresses, registration",
      labels.size,
      "Meta published names; no addresses, and days of registration for a twentieth of one operation alone, in mixed orders of day and month.",
    ),
    measure(META, BY_OPERATION, "same name under another suffix, any one", all, wholeNames([...all.keys()]), {
      q: 1,
      note: NAMES,
    }),
    measure(META, BY_OPERATION, "parts of names, any one", all, nameParts([...all.keys()]), { q: 1, note: NAMES }),
    measure(
      `${META} without Doppelganger`,
      BY_OPERATION,
      "same name under another suffix, any one",
      rest,
      wholeNames([...rest.keys()]),
      { q: 1, note: NAMES },
    ),
    measure(
      `${META} without Doppelganger`,
      BY_OPERATION,
      "parts of names, any one",
      rest,
      nameParts([...rest.keys()]),
      { q: 1, note: NAMES },
    ),
  ];
}

const NAMES =
  "Beside them ordinary French media as sites of nobody. Names are no trace of Marionet. A fake that carries the name of a real paper groups with its victim, which counts as a mistake here, and is one.";

function measurer(seed: number) {
  return (
    set: string,
    truth: string,
    evidence: string,
    labels: ReadonlyMap<string, string>,
    indicators: readonly SiteIndicator[],
    { note, q = 0.05 }: { readonly note: string; readonly q?: number },
  ): RealSiteRow => {
    const { sites, commonValues, linked } = siteGroupsOf([...labels.keys()], indicators, { seed, q });
    const score = siteScore(
      sites.map(({ domain, group }) => ({ domain, group, label: labels.get(domain)! })),
      null,
    );
    return { set, truth, evidence, sites: sites.length, linked, commonValues, score, note };
  };
}

function unmeasured(set: string, truth: string, evidence: string, sites: number, note: string): RealSiteRow {
  return { set, truth, evidence, sites, linked: 0, commonValues: 0, score: null, note };
}

/** Sites to their label; those published under two are left out, since they could only be half wrong. */
function labelsOf(hosts: readonly PublishedHost[]): Map<string, string> {
  const labels = new Map<string, Set<string>>();
  for (const { site, label } of hosts) labels.set(site, (labels.get(site) ?? new Set()).add(label));
  return new Map([...labels].flatMap(([site, known]) => (known.size === 1 ? [[site, [...known][0]!]] : [])));
}

/** Ordinary sites that an operation is published with (hijacked, imitated as a subdomain) stay the operation's. */
function withOrdinary(labels: ReadonlyMap<string, string>, ordinary: readonly PublishedHost[]): Map<string, string> {
  return new Map([...ordinary.map(({ site, label }) => [site, label] as const), ...labels]);
}

function dayIndicators(hosts: readonly PublishedHost[]): SiteIndicator[] {
  const known = new Map<string, SiteIndicator>();
  for (const { site, host, created } of hosts) {
    // A subdomain's day is none of the registrar's.
    if (created !== "" && host === site) known.set(site, { domain: site, type: "registered", value: created });
  }
  return [...known.values()];
}
