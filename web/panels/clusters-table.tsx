import { useMemo } from "preact/hooks";
import type { OverviewCluster, OverviewFile } from "../../src/exports/explorer.ts";
import { formatCount, formatSpan } from "../../src/text/figures.ts";
import { sparkBars } from "../charts/sparkline.tsx";
import { Strip } from "../charts/strip.tsx";
import { type Filtered, isReading } from "../state/filter.ts";
import { changeView, view } from "../state/place.ts";
import { type SortKeys, sortRows } from "../state/sorting.ts";
import { READING_FILTERS, type ReadingFilter } from "../state/view.ts";
import { ClusterCells, ClusterRow } from "./cluster-row.tsx";
import { Head, SortHead } from "./head.tsx";

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
  const { sort } = view.value;
  const rows = useMemo(() => sortRows(overview.clusters, sort, KEYS), [overview, sort]);
  const isRerun = overview.clusters.some((cluster) => cluster.pControl !== null);
  const cells = useMemo(() => {
    const bars = sparkBars(overview.timeline, overview.clusters.length);
    const max = Math.max(1, ...overview.clusters.map((cluster) => Math.max(cluster.observed, cluster.expected)));
    return new Map(
      overview.clusters.map((cluster, rank) => [
        cluster.clusterId,
        <ClusterCells
          key={cluster.clusterId}
          cluster={cluster}
          rank={rank}
          bars={bars[rank] ?? []}
          max={max}
          isRerun={isRerun}
        />,
      ]),
    );
  }, [overview]);
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
              <Head label="#" isNumber />
              <SortHead name="name" label="Cluster" />
              <SortHead name="accounts" label="Accounts" isNumber />
              <SortHead name="posts" label="Posts" isNumber class="opt3" />
              <Head label="Layers" />
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
            {rows.map(({ clusterId }) => (
              <ClusterRow key={clusterId} clusterId={clusterId} isHidden={!filtered.ids.has(clusterId)}>
                {cells.get(clusterId)}
              </ClusterRow>
            ))}
          </tbody>
        </table>
        {filtered.clusters.length === 0 && (
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
          {READING_LABEL[filter]}{" "}
          {formatCount(overview.clusters.filter((cluster) => isReading(cluster.reading, filter)).length)}
        </button>
      ))}
    </fieldset>
  );
}
