import type { Fate } from "../../src/clusters/fates.ts";
import { OBJECT_NOUN } from "../../src/corpus/trace.ts";
import type { OverviewCluster, OverviewFile } from "../../src/exports/explorer.ts";
import { formatCount, formatNumberOf } from "../../src/text/figures.ts";
import { Said } from "../charts/said.tsx";
import { linkTo } from "../state/place.ts";
import type { Found, FoundGroup } from "../state/regroup-messages.ts";
import { Head } from "./head.tsx";
import { pairLink } from "./links.ts";

/** Rows that are drawn; the rest is counted. */
const ROWS = 200;
const FATES: readonly (Fate | "new")[] = ["same", "changed", "split", "merged", "dissolved", "new"];

/** The groups at this threshold, and what has become of the clusters of the case. */
export function ThresholdGroups({ overview, found }: { readonly overview: OverviewFile; readonly found: Found }) {
  const fresh = found.groups.filter((group) => group.kind === "new").length;
  const counts = FATES.map((fate) => (fate === "new" ? fresh : found.fates.filter((one) => one === fate).length));
  const dissolved = overview.clusters.filter((_, index) => found.fates[index] === "dissolved");
  const rest = found.groups.length - ROWS;
  return (
    <section class="panel" aria-label="Groups at this threshold">
      <div class="phead">
        <h2>Groups at this threshold</h2>
        <span class="mute">
          of the case's {formatNumberOf(overview.clusters.length, "cluster")}:{" "}
          {FATES.map((fate, i) => `${formatCount(counts[i]!)} ${fate === "new" ? "new groups" : fate}`).join(", ")}
        </span>
      </div>
      <div class="wrap">
        <table class="tbl thgroups">
          <thead>
            <tr>
              <Head label="Accounts" isNumber />
              <Head label="Against the case" />
              <Head label="Holds" />
              <Head label="Strongest pair" />
            </tr>
          </thead>
          <tbody>
            {found.groups.slice(0, ROWS).map((group) => (
              <GroupLine key={group.group} group={group} clusters={overview.clusters} />
            ))}
            {dissolved.map((cluster) => (
              <tr key={cluster.clusterId}>
                <td class="num mute">–</td>
                <td>
                  <FateMark kind="dissolved" />
                </td>
                <td class="thholds">
                  no group of {formatNumberOf(3, "account")} or more is left of <ClusterLink cluster={cluster} />
                </td>
                <td />
              </tr>
            ))}
          </tbody>
        </table>
        {found.groups.length === 0 && dissolved.length === 0 && (
          <p class="empty">No three accounts hang together by the pairs that stay.</p>
        )}
        {rest > 0 && <p class="cap pad">{formatNumberOf(rest, "smaller group")} not listed.</p>}
      </div>
    </section>
  );
}

function GroupLine({ group, clusters }: { readonly group: FoundGroup; readonly clusters: readonly OverviewCluster[] }) {
  const { trace, objects } = group.strongest;
  const held = group.holds.flatMap(({ cluster, accounts }) => {
    const entry = clusters[cluster];
    return entry === undefined ? [] : [{ entry, accounts }];
  });
  const others = group.accounts - held.reduce((sum, one) => sum + one.accounts, 0);
  return (
    <tr>
      <td class="num ink">{formatCount(group.accounts)}</td>
      <td>
        <FateMark kind={group.kind} />
      </td>
      <td class="thholds">
        {held.map(({ entry, accounts }, i) => (
          <span key={entry.clusterId}>
            {i > 0 && ", "}
            {accounts === entry.accounts
              ? `all ${formatCount(accounts)}`
              : `${formatCount(accounts)} of ${formatCount(entry.accounts)}`}{" "}
            of <ClusterLink cluster={entry} />
          </span>
        ))}
        {others > 0 && (
          <span class="mute">
            {held.length > 0 && ", "}
            {held.length > 0 ? formatNumberOf(others, "other") : "none of the case's clusters"}
          </span>
        )}
      </td>
      <td class="nowrap">
        <a href={pairLink(group.strongest, held[0]?.entry.clusterId ?? null)}>
          {formatCount(objects)} {OBJECT_NOUN[trace][objects === 1 ? 0 : 1]}
        </a>
      </td>
    </tr>
  );
}

function ClusterLink({ cluster }: { readonly cluster: OverviewCluster }) {
  return (
    <a class="thname" href={linkTo({ page: "cluster", cluster: cluster.clusterId })}>
      {cluster.clusterId} <Said text={cluster.name} />
    </a>
  );
}

/** Word and shape: what is gone is dashed, what is new or other is outlined, what is the same is plain. */
function FateMark({ kind }: { readonly kind: Fate | "new" }) {
  return <span class={`fate ${kind}`}>{kind}</span>;
}
