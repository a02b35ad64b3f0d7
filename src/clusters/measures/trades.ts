import { rhythms } from "../../store/cluster-facts.ts";
import {
  clientsOfOthers,
  evidencePosts,
  memberOutput,
  memberProfiles,
  memberSites,
  namesakes,
  ownTexts,
  publicLinks,
  tellsSeconds,
} from "../../store/member-facts.ts";
import { type Affiliation, affiliationOf } from "./affiliation.ts";
import { type Clockwork, clockworkOf, spreadOf } from "./clockwork.ts";
import { formRepeats } from "./form.ts";
import type { MeasureInput } from "./measure.ts";
import { type Output, outputOf, workingHours } from "./output.ts";
import { type OwnSites, ownSitesOf } from "./own-sites.ts";
import { type Precedence, precedenceOf } from "./precedence.ts";
import { type Provenance, provenanceOf } from "./provenance.ts";
import { type Standing, standingOf } from "./standing.ts";
import { rowsByCluster } from "./typical.ts";

/** What tells those who publish for a living, or by a program, from those who pretend: outlets, feeds, staff, tools, translators. */
export interface Trades {
  readonly standing: Standing;
  readonly affiliation: Affiliation;
  /** Share of the export's accounts with fewer followers than the organisation's own, 1 where it is verified; null: not in the export. */
  readonly employerAudience: number | null;
  readonly output: Output;
  readonly ownSites: OwnSites;
  readonly clockwork: Clockwork;
  readonly provenance: Provenance;
  readonly precedence: Precedence;
  /** Likeness of each post to the account's last one, figures masked; null: no account with two posts of its own. */
  readonly form: number | null;
  /** Share of the evidence's links that lead to sites which more accounts outside than inside link; null: no links to sites. */
  readonly publicSites: number | null;
  /** Middle seconds from the first to the last member on one object; null where the export tells minutes only. */
  readonly spreadS: number | null;
  /** Share of the evidence's posts in working hours; null: too few. */
  readonly officeHours: number | null;
}

/** Posts of each account compared with each other: enough for a middle value, and evenly spread over its time. */
const TEXTS_EACH = 40;
const DAY_MS = 86_400_000;

export async function measureTrades(input: MeasureInput): Promise<Trades[]> {
  const { store, clusterIds, evidence, layers, clusterOf } = input;
  const profiles = rowsByCluster(await memberProfiles(store));
  const outputs = rowsByCluster(await memberOutput(store));
  const sites = rowsByCluster(await memberSites(store));
  const clients = await clientsOfOthers(store);
  const open = await publicLinks(store);
  const seconds = await tellsSeconds(store);
  const hours = new Map<string, number[]>();
  for (const { clusterId, hour, posts } of await rhythms(store)) {
    if (clusterId === null) continue;
    const week = hours.get(clusterId) ?? new Array<number>(168).fill(0);
    week[hour] = posts;
    hours.set(clusterId, week);
  }
  const trades: Omit<Trades, "employerAudience">[] = [];
  for (const [cluster, clusterId] of clusterIds.entries()) {
    const members = profiles.get(clusterId)!;
    const posts = await evidencePosts(store, clusterId);
    const { acts } = evidence[cluster]!;
    const spread = spreadOf(acts.map(({ layer, object, timeMs }) => ({ key: `${layer} ${object}`, timeMs })));
    trades.push({
      standing: standingOf(members),
      affiliation: affiliationOf(members, posts),
      output: outputOf(outputs.get(clusterId)!, hours.get(clusterId)!, spanDays(posts)),
      ownSites: ownSitesOf(sites.get(clusterId) ?? []),
      clockwork: clockworkOf(posts, clients),
      provenance: provenanceOf(posts),
      precedence: precedenceOf(evidence[cluster]!, layers, (account) => clusterOf[account] === cluster),
      form: formRepeats(await ownTexts(store, clusterId, TEXTS_EACH)),
      publicSites: open.get(clusterId) ?? null,
      spreadS: spread === null || !seconds ? null : spread / 1000,
      officeHours: workingHours(weekOf(posts)),
    });
  }
  const keys = trades.map(({ affiliation }) => affiliation.organisation).filter((key) => key !== null);
  const employers = await namesakes(store, [...new Set(keys)]);
  return trades.map((trade) => ({
    ...trade,
    employerAudience: audienceOf(employers.get(trade.affiliation.organisation ?? "")),
  }));
}

function audienceOf(employer: { followersRank: number | null; verified: boolean | null } | undefined): number | null {
  if (employer === undefined) return null;
  return employer.verified === true ? 1 : employer.followersRank;
}

function weekOf(posts: readonly { readonly timeMs: number }[]): number[] {
  const week = new Array<number>(168).fill(0);
  for (const { timeMs } of posts) {
    const hour = Math.floor(timeMs / 3_600_000);
    // The first of January 1970 was a Thursday; hour 0 of the week is Monday's first.
    week[(hour + 72) % 168]!++;
  }
  return week;
}

const spanDays = (posts: readonly { readonly timeMs: number }[]): number =>
  posts.length === 0 ? 0 : (posts.at(-1)!.timeMs - posts[0]!.timeMs) / DAY_MS;
