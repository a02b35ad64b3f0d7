import { type Agreement, agreement } from "./agreement.ts";
import { type ClusterMakeup, clusterMakeups } from "./clusters.ts";
import { type CompositionLine, composition } from "./composition.ts";
import { contingency } from "./contingency.ts";
import { type Detection, detection } from "./detection.ts";
import { matchOperations, type OperationMatch } from "./operations.ts";
import { type Outcome, sideOf } from "./outcome.ts";

/** A site with what is known of it and where the case put it. */
export interface SiteOutcome {
  readonly domain: string;
  /** null: in no group, or not in the case at all. */
  readonly group: string | null;
  readonly label: string;
}

/**
 * Do groups of sites follow the operations that run them?
 *
 * Measured over pairs of sites. Two sites belong together when they carry the same label and it is not an organic one: ordinary sites
 * are each their own, so two of them in one group are a mistake, while the papers of one `benign:` chain are rightly one. A site in no
 * group is a group of its own.
 *
 * precision = pairs in one group that belong together / pairs in one group; recall = the same / pairs that belong together;
 * chance = pairs that belong together / all pairs: the precision of groups drawn blindly.
 * ARI (`agreement`) over all sites under the same convention. Cost: linear in sites and cells.
 *
 * Large operations weigh by the square of their size; `operations` has them one by one. No interval is given: sites of one operation
 * are registered together, and drawing them one by one would feign independence.
 */
export interface SiteScore {
  readonly sites: number;
  readonly groups: number;
  readonly inGroups: number;
  readonly pairs: {
    /** In one group; belonging together; both. */
    readonly grouped: number;
    readonly related: number;
    readonly right: number;
    readonly precision: number | null;
    readonly recall: number | null;
    readonly f1: number | null;
    readonly chance: number | null;
  };
  readonly ari: Agreement["ari"];
  /** null when every site is of an operation. */
  readonly flags: Detection | null;
  readonly operations: readonly OperationMatch[];
  readonly composition: readonly CompositionLine[];
  readonly makeups: readonly ClusterMakeup[];
}

/** @param positive labels that are covert; null: all but organic ones and `benign:<type>` */
export function siteScore(sites: readonly SiteOutcome[], positive: readonly string[] | null): SiteScore {
  const covertLabels = positive === null ? null : new Set(positive);
  const side = (label: string) => sideOf(label, covertLabels);
  const table = contingency(
    sites.map(({ domain, group }) => (group === null ? `alone ${domain}` : `group ${group}`)),
    sites.map(({ domain, label }) => (side(label) === "organic" ? `alone ${domain}` : `label ${label}`)),
  );
  const grouped = pairsIn(table.rowTotals);
  const related = pairsIn(table.columnTotals);
  const right = pairsIn(table.cells.map(({ count }) => count));
  const all = pairsIn([sites.length]);
  const outcomes = sites.map(asOutcome);
  const covert = sites.map(({ label }) => side(label) === "covert");
  const makeups = clusterMakeups(outcomes, covertLabels);
  return {
    sites: sites.length,
    groups: makeups.length,
    inGroups: sites.filter(({ group }) => group !== null).length,
    pairs: {
      grouped,
      related,
      right,
      precision: ratio(right, grouped),
      recall: ratio(right, related),
      f1: ratio(2 * right, grouped + related),
      chance: ratio(related, all),
    },
    ari: agreement(table).ari,
    flags: covert.includes(false)
      ? detection(
          sites.map(({ group }) => group !== null),
          covert,
        )
      : null,
    operations: matchOperations(outcomes, new Set(sites.filter((_, i) => covert[i]).map(({ label }) => label))),
    composition: composition(makeups),
    makeups,
  };
}

/** A group of sites has no reading of its own. */
const asOutcome = ({ domain, group, label }: SiteOutcome): Outcome => ({
  accountId: domain,
  clusterId: group,
  reading: group === null ? null : "group",
  score: 0,
  posts: 0,
  label,
});

const pairsIn = (sizes: readonly number[]): number => sizes.reduce((sum, n) => sum + (n * (n - 1)) / 2, 0);

const ratio = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);
