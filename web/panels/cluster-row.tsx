import type { ComponentChildren } from "preact";
import type { OverviewCluster } from "../../src/exports/explorer.ts";
import { rivalWords } from "../../src/summaries/claim.ts";
import { formatCount, formatIndex, formatQ } from "../../src/text/figures.ts";
import { visibleLine } from "../../src/text/visible.ts";
import { LayerStrip, ReadingPill } from "../charts/marks.tsx";
import { Said } from "../charts/said.tsx";
import { Sparkline } from "../charts/sparkline.tsx";
import { ObservedExpected, Strip } from "../charts/strip.tsx";
import { isCopy } from "../state/copy.ts";
import { go, linkTo, marked } from "../state/place.ts";
import { ClusterMark } from "./verdict-mark.tsx";

interface ClusterRowProps {
  readonly clusterId: string;
  /** Rows that a filter leaves out stay in the page unseen: to make twenty anew takes a brush longer than a frame. */
  readonly isHidden: boolean;
  readonly children: ComponentChildren;
}

/** The row of a cluster around its cells; a click anywhere on it opens the cluster. */
export function ClusterRow({ clusterId, isHidden, children }: ClusterRowProps) {
  return (
    <tr
      hidden={isHidden}
      aria-selected={marked.value === clusterId}
      data-cluster={clusterId}
      onClick={(event) => {
        if ((event.target as Element).closest("a,button") === null) go(linkTo({ page: "cluster", cluster: clusterId }));
      }}
    >
      {children}
    </tr>
  );
}

interface ClusterCellsProps {
  readonly cluster: OverviewCluster;
  readonly rank: number;
  readonly bars: readonly number[];
  readonly max: number;
  readonly isRerun: boolean;
}

/** What a row says: statements about all of the time, which no brush changes. */
export function ClusterCells({ cluster, rank, bars, max, isRerun }: ClusterCellsProps) {
  const { clusterId } = cluster;
  const best = cluster.strongestRival;
  return (
    <>
      <td class="num mute">{rank + 1}</td>
      <td class="nm">
        <a href={linkTo({ page: "cluster", cluster: clusterId })} title={visibleLine(cluster.name)}>
          <Said text={cluster.name} />
        </a>
        <ClusterMark clusterId={clusterId} />
      </td>
      <td class="num ink">
        <button
          type="button"
          class="rowaccounts"
          title="The accounts in this row"
          onClick={() =>
            go(
              isCopy()
                ? linkTo({ page: "cluster", cluster: clusterId, tab: "accounts" })
                : linkTo({ page: "accounts", cluster: clusterId }),
            )
          }
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
    </>
  );
}
