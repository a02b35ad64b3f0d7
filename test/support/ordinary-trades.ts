import type { Trades } from "../../src/clusters/measures/trades.ts";

/** Ten ordinary people of whom the export says everything, and nothing that speaks for any trade. */
export const ORDINARY: Trades = {
  standing: {
    described: 10,
    machine: 0,
    news: 0,
    translators: 0,
    sameOwner: 0,
    audience: 0.5,
    ageDays: 900,
    verified: 0,
  },
  affiliation: { described: 10, organisation: null, naming: 0, employed: 0, pushed: 0 },
  employerAudience: null,
  output: { own: 0.5, linked: 0.3, boosts: 0.02, gapVariation: 1.8, quietHours: 0.03, steadiness: 0.6 },
  ownSites: { linking: 6, own: 0 },
  clockwork: { marks: 0.1, marksP: 0.5, sameClient: 0.4, clientElsewhere: 0.3, client: "phone" },
  provenance: {
    texts: 30,
    sourced: 0,
    machine: 0,
    credited: 0,
    linksApart: 0.4,
    oneSite: 0.3,
    site: "a.example",
    languages: 1,
  },
  precedence: { leaders: 0, joiners: 0, company: 0 },
  form: 0.05,
  publicSites: 0.5,
  spreadS: 600,
  officeHours: 0.3,
};
