import type { ClusterFacts } from "../../src/clusters/measures/facts.ts";
import type { Openness } from "../../src/clusters/measures/openness.ts";
import type { Trades } from "../../src/clusters/measures/trades.ts";
import type { EvidencePost, MemberProfile } from "../../src/store/member-facts.ts";
import { factsByHand } from "./facts.ts";
import { ORDINARY } from "./ordinary-trades.ts";

type Changes = {
  readonly [Measure in keyof Trades]?: Trades[Measure] extends object ? Partial<Trades[Measure]> : Trades[Measure];
};

/** An export that holds nothing but accounts, times and texts. */
export const NOTHING_KNOWN: Changes = {
  standing: { described: 0, audience: null, ageDays: null, verified: null },
  affiliation: { described: null },
  employerAudience: null,
  output: { boosts: null, gapVariation: null, quietHours: null },
  ownSites: { linking: 0 },
  clockwork: { marks: null, marksP: null, sameClient: null, clientElsewhere: null, client: null },
  provenance: { linksApart: null, oneSite: null, site: null, languages: null },
  form: null,
  publicSites: null,
  spreadS: null,
  officeHours: null,
};

/** Facts of a cluster of ten, as its trades go; the six rivals that ask for trades read nothing else but openness. */
export function tradesOf(changes: Changes, base: Changes = {}, openness: Partial<Openness> = {}): ClusterFacts {
  const merged = Object.fromEntries(
    Object.entries(ORDINARY).map(([name, plain]) => {
      const [under, over] = [base[name as keyof Trades], changes[name as keyof Trades]];
      if (typeof plain === "object" && plain !== null)
        return [name, { ...plain, ...(under as object), ...(over as object) }];
      return [name, over !== undefined ? over : under !== undefined ? under : plain];
    }),
  ) as unknown as Trades;
  const open: Openness = { touched: 20, outsiders: 10, middle: 0.2, gini: 0.2, ...openness };
  return factsByHand({ accounts: 10, openness: open, trades: merged });
}

export function memberWith(change: Partial<MemberProfile>): MemberProfile {
  return {
    clusterId: "C01",
    account: 0,
    handle: null,
    name: null,
    bio: null,
    verified: null,
    followersRank: null,
    ageDays: null,
    ...change,
  };
}

export function postWith(change: Partial<EvidencePost>): EvidencePost {
  return {
    clusterId: "C01",
    post: 0,
    account: 0,
    timeMs: 0,
    kind: "post",
    text: null,
    language: null,
    client: null,
    urls: null,
    mentions: null,
    domains: null,
    targetHandle: null,
    targetName: null,
    ...change,
  };
}
