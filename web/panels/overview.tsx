import { useMemo } from "preact/hooks";
import type { OverviewFile } from "../../src/exports/explorer.ts";
import { formatCount, formatNumberOf } from "../../src/text/figures.ts";
import { effectiveScale, stackCells } from "../charts/stack.ts";
import { formatBin, TimelineChart } from "../charts/timeline.tsx";
import { DiscMap } from "../map/disc-map.tsx";
import { filterOverview, isReading } from "../state/filter.ts";
import { changeView, drawView, view } from "../state/place.ts";
import { ClustersTable } from "./clusters-table.tsx";
import { Facts } from "./facts.tsx";
import { Layers } from "./layers.tsx";

/** The first screen: ranked clusters, their map, and when they acted; one filter for all three. */
export function Overview({ overview }: { readonly overview: OverviewFile }) {
  const { off, range, reading, cluster, scale } = view.value;
  const filtered = useMemo(() => filterOverview(overview, { off, range, reading }), [overview, off, range, reading]);
  const isShown = useMemo(
    () => (index: number) => isReading(overview.clusters[index]?.reading ?? "", reading),
    [overview, reading],
  );
  const shownScale = useMemo(
    () => effectiveScale(scale, stackCells(overview.timeline, isShown, off).totals),
    [overview, isShown, off, scale],
  );
  const counts = `${formatNumberOf(filtered.clusters.length, "cluster")}, ${formatNumberOf(filtered.accounts, "account")}, ${formatCount(
    filtered.coactions,
  )} of ${formatCount(filtered.coactionsAll)} co-actions`;
  return (
    <>
      <Facts overview={overview} />
      <main class="overview">
        <ClustersTable overview={overview} filtered={filtered} />
        <section class="panel map" aria-label="Map">
          <div class="phead">
            <h2>Map</h2>
            <span class="mute">area = accounts, ring = evidence by layer</span>
          </div>
          <DiscMap overview={overview} kept={filtered.ids} selected={cluster} />
          <MapKey overview={overview} />
        </section>
        <div class="foot">
          <Layers overview={overview} />
          <section class="panel" aria-label="Co-actions over time">
            <div class="phead">
              <h2>Co-actions</h2>
              <span class="mute wide">per {formatBin(overview.timeline.binMs)}, stacked by layer, UTC</span>
              <span class="grow" />
              <span class="mute" role="status" aria-live="polite">
                {filtered.isFiltered ? counts : `the brush filters everything: ${counts}`}
              </span>
              {filtered.isFiltered && (
                <button
                  type="button"
                  class="btn sm"
                  onClick={() => changeView({ off: [], range: null, reading: "all" })}
                >
                  Show all
                </button>
              )}
              <fieldset class="seg sm" aria-label="Height of bars">
                {(["linear", "log"] as const).map((kind) => (
                  <button
                    key={kind}
                    type="button"
                    aria-pressed={shownScale === kind}
                    onClick={() => changeView({ scale: kind })}
                  >
                    {kind === "linear" ? "Linear" : "Log"}
                  </button>
                ))}
              </fieldset>
            </div>
            <TimelineChart
              timeline={overview.timeline}
              isShown={isShown}
              off={off}
              range={range}
              scale={scale}
              onRange={(next, isDone) => (isDone ? changeView : drawView)({ range: next })}
            />
          </section>
        </div>
        <Caveats overview={overview} />
      </main>
    </>
  );
}

function MapKey({ overview }: { readonly overview: OverviewFile }) {
  const hasSites = overview.clusterLinks.some((link) => link.kind === "sites");
  const hasPairs = overview.clusterLinks.some((link) => link.kind === "pairs");
  return (
    <div class="key">
      <span>
        <i class="dot un" /> unexplained
      </span>
      <span>
        <i class="dot ex" /> explained
      </span>
      <span>
        <i class="dot wk" /> weak
      </span>
      {hasPairs && (
        <span>
          <i class="line" /> pairs
        </span>
      )}
      {hasSites && (
        <span>
          <i class="line dashed" /> sites in common
        </span>
      )}
      <span class="all">Position carries no evidence. Layout is seeded and stays put when you filter.</span>
    </div>
  );
}

/** What was sampled, bounded or left out: said on the first screen, never only in a file. */
export function Caveats({ overview }: { readonly overview: OverviewFile }) {
  if (overview.caveats.length === 0) return null;
  return (
    <details class="caveats">
      <summary>
        <b>{formatNumberOf(overview.caveats.length, "caveat")}</b> {overview.caveats[0]}
      </summary>
      {overview.caveats.length > 1 && (
        <ul>
          {overview.caveats.slice(1).map((caveat) => (
            <li key={caveat}>{caveat}</li>
          ))}
        </ul>
      )}
    </details>
  );
}
