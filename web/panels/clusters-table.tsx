import { useMemo } from "preact/hooks";
import type { OverviewCluster, OverviewFile } from "../../src/exports/explorer.ts";
import { rivalWords } from "../../src/summaries/claim.ts";
import { formatCount, formatIndex, formatQ, formatSpan } from "../../src/text/figures.ts";
import { visibleLine } from "../../src/text/visible.ts";
import { LayerStrip, ReadingPill } from "../charts/marks.tsx";
import { Said } from "../charts/said.tsx";
import { Sparkline, sparkBars } from "../charts/sparkline.tsx";
import { ObservedExpected, Strip } from "../charts/strip.tsx";
import { isCopy } from "../state/copy.ts";
import { type Filtered, isReading } from "../state/filter.ts";
import { changeView, go, linkTo, marked, view } from "../state/place.ts";
import { type SortKeys, sortRows } from "../state/sorting.ts";
import { READING_FILTERS, type ReadingFilter } from "../state/view.ts";
import { SortHead } from "./head.tsx";
import { ClusterMark } from "./verdict-mark.tsx";

const KEYS: SortKeys<OverviewCluster> = {
  name: (cluster) => cluster.name,
  accounts: (cluster) => cluster.accounts,
  posts: (cluster) => cluster.posts,
  ratio: (cluster) => cluster.observed / Math.max(1e-9, cluster.expected),
  q: (cluster) => cluster.q,
  stability: (cluster) => cluster.stability,
  shuffled: (cluster) => cluster.pControl ?? 1,
  reading: (cluster) => cluster.reading,
};

/** Clusters as they stand in the table: filtered, then sorted. */
export function clustersInSight(filtered: Filtered): readonly OverviewCluster[] {
  return sortRows(filtered.clusters, view.value.sort, KEYS);
}

interface ClustersTableProps {
  readonly overview: OverviewFile;
  readonly filtered: Filtered;
}

/** The first thing to look at: every cluster, ranked by evidence. */
export function ClustersTable({ overview, filtered }: ClustersTableProps) {
  const rows = clustersInSight(filtered);
  const ranks = new Map(overview.clusters.map((cluster, index) => [cluster.clusterId, index]));
  const bars = useMemo(() => sparkBars(overview.timeline, overview.clusters.length), [overview]);
  const isRerun = overview.clusters.some((cluster) => cluster.pControl !== null);
  const max = Math.max(1, ...overview.clusters.map((cluster) => Math.max(cluster.observed, cluster.expected)));
  const span =
    overview.firstMs === null || overview.lastMs === null ? "Time" : formatSpan(overview.firstMs, overview.lastMs);
  return (
    <section class="panel" aria-label="Clusters">
      <div class="phead">
        <h2>Clusters</h2>
        <span class="mute wide">
          {formatCount(filtered.accounts)} of {formatCount(overview.accounts)} accounts
        </span>
        <span class="grow" />
        <ReadingChoice overview={overview} />
      </div>
      <div class="wrap">
        <table class="tbl clusters">
          <thead>
            <tr>
              <th scope="col" class="num">
                #
              </th>
              <SortHead name="name" label="Cluster" />
              <SortHead name="accounts" label="Accounts" isNumber />
              <SortHead name="posts" label="Posts" isNumber class="opt3" />
              <th scope="col">Layers</th>
              <SortHead name="ratio" label="Observed / expected" isNumber class="oeh" />
              <th scope="col" class="opt2">
                <span class="sr">Observed against expected, drawn</span>
              </th>
              <SortHead name="q" label="q" isNumber />
              <SortHead name="stability" label="Stability" isNumber class="opt2" />
              {isRerun && <SortHead name="shuffled" label="Shuffled p" isNumber class="opt2" />}
              <SortHead name="reading" label="Reading, top rival" />
              <th scope="col" class="opt1 nowrap">
                {span}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((cluster) => {
              const rank = ranks.get(cluster.clusterId) ?? 0;
              return (
                <Row
                  key={cluster.clusterId}
                  cluster={cluster}
                  rank={rank}
                  bars={bars[rank] ?? []}
                  max={max}
                  isRerun={isRerun}
                />
              );
            })}
          </tbody>
        </table>
        {rows.length === 0 && (
          <p class="empty">
            No cluster has co-actions in this selection.{" "}
            <button type="button" class="linkish" onClick={() => changeView({ off: [], range: null, reading: "all" })}>
              Show all {formatCount(overview.clusters.length)}
            </button>
          </p>
        )}
      </div>
      <div class="key">
        <span>Ranked by evidence, not by size.</span>
        <span class="opt2">
          <Strip observed={40} expected={3} max={60} /> expected, 95% of chance (Poisson), observed; log scale
        </span>
      </div>
    </section>
  );
}

function Row({
  cluster,
  rank,
  bars,
  max,
  isRerun,
}: {
  cluster: OverviewCluster;
  rank: number;
  bars: readonly number[];
  max: number;
  isRerun: boolean;
}) {
  const link = linkTo({ page: "cluster", cluster: cluster.clusterId });
  const best = cluster.strongestRival;
  const isSelected = marked.value === cluster.clusterId;
  return (
    <tr
      aria-selected={isSelected}
      data-cluster={cluster.clusterId}
      onClick={(event) => {
        if ((event.target as Element).closest("a,button") === null) go(link);
      }}
    >
      <td class="num mute">{rank + 1}</td>
      <td class="nm">
        <a href={link} title={visibleLine(cluster.name)}>
          <Said text={cluster.name} />
        </a>
        <ClusterMark clusterId={cluster.clusterId} />
      </td>
      <td class="num ink">
        <button
          type="button"
          class="rowaccounts"
          title="The accounts in this row"
          onClick={() => {
            const { clusterId } = cluster;
            go(
              isCopy()
                ? linkTo({ page: "cluster", cluster: clusterId, tab: "accounts" })
                : linkTo({ page: "accounts", cluster: clusterId }),
            );
          }}
        >
          {formatCount(cluster.accounts)}
          <span class="sr"> accounts of this cluster, list them</span>
        </button>
      </td>
      <td class="num opt3">{formatCount(cluster.posts)}</td>
      <td>
        <LayerStrip layers={cluster.layers} />
      </td>
      <td class="oe">
        <ObservedExpected observed={cluster.observed} expected={cluster.expected} />
      </td>
      <td class="opt2 oes">
        <Strip observed={cluster.observed} expected={cluster.expected} max={max} />
      </td>
      <td class="num nowrap">{formatQ(cluster.q)}</td>
      <td class="num opt2">{formatIndex(cluster.stability)}</td>
      {isRerun && <td class="num nowrap opt2">{formatQ(cluster.pControl)}</td>}
      <td class="rdc">
        <ReadingPill reading={cluster.reading} />
        {best !== null && (
          <span class="mute rv" title="The explanation that fits best; from 0.50 on it explains the cluster">
            {cluster.reading !== `explained:${best.name}` && `${rivalWords(best.name)} `}
            {formatIndex(best.score)}
          </span>
        )}
      </td>
      <td class="opt1">
        <Sparkline bars={bars} />
      </td>
    </tr>
  );
}

const READING_LABEL: Readonly<Record<ReadingFilter, string>> = {
  all: "All",
  unexplained: "Unexplained",
  explained: "Explained",
  weak: "Weak",
};

function ReadingChoice({ overview }: { readonly overview: OverviewFile }) {
  const { reading } = view.value;
  return (
    <fieldset class="seg sm" aria-label="Reading">
      {READING_FILTERS.map((filter) => (
        <button
          key={filter}
          type="button"
          aria-pressed={reading === filter}
          onClick={() => changeView({ reading: filter })}
        >
          {READING_LABEL[filter]} {overview.clusters.filter((cluster) => isReading(cluster.reading, filter)).length}
        </button>
      ))}
    </fieldset>
  );
}
