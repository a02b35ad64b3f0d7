import { useMemo } from "preact/hooks";
import type { OverviewFile } from "../../src/exports/explorer.ts";
import { formatCount, formatNumberOf } from "../../src/text/figures.ts";
import { DiscMap } from "../map/disc-map.tsx";
import { sceneOnPage } from "../map/scene-of-svg.ts";
import { type Filtered, filterOverview, isReading } from "../state/filter.ts";
import { changeView, settled, view } from "../state/place.ts";
import { LETTERS } from "../state/view.ts";
import { ClustersTable } from "./clusters-table.tsx";
import { Facts } from "./facts.tsx";
import { Layers } from "./layers.tsx";
import { SavePicture } from "./save-picture.tsx";
import { TimePanel } from "./time-panel.tsx";

/** The first screen: ranked clusters, their map, and when they acted; one filter for all three. */
export function Overview({ overview }: { readonly overview: OverviewFile }) {
  const { off, range, reading, cluster } = view.value;
  const filtered = useMemo(() => filterOverview(overview, { off, range, reading }), [overview, off, range, reading]);
  const isShown = useMemo(
    () => (index: number) => isReading(overview.clusters[index]?.reading ?? "", reading),
    [overview, reading],
  );
  const done = settled.value;
  const announced = useMemo(
    () => counts(filterOverview(overview, done)),
    [overview, done.off, done.range, done.reading],
  );
  return (
    <>
      <Facts overview={overview} />
      <main class="overview">
        <ClustersTable overview={overview} filtered={filtered} />
        <section class="panel map" aria-label="Map">
          <div class="phead">
            <h2>Map</h2>
            <span class="mute wide">area = accounts, ring = evidence by layer</span>
            <span class="grow" />
            <SavePicture
              overview={overview}
              letters={LETTERS.filter((letter) =>
                overview.clusters.some((entry) => entry.layers[letter] !== undefined),
              )}
              what="map"
              scene={() => sceneOnPage(".mapbox svg")}
            />
          </div>
          <DiscMap overview={overview} kept={filtered.ids} selected={cluster} />
          <MapKey overview={overview} />
        </section>
        <div class="foot">
          <Layers overview={overview} />
          <TimePanel
            overview={overview}
            isShown={isShown}
            counts={
              filtered.isFiltered ? counts(filtered) : `drag across the bars to filter by time: ${counts(filtered)}`
            }
            announced={announced}
            isFiltered={filtered.isFiltered}
            onShowAll={() => changeView({ off: [], range: null, reading: "all" })}
          />
        </div>
        <Caveats overview={overview} />
      </main>
    </>
  );
}

function counts({ clusters, accounts, coactions, coactionsAll }: Filtered): string {
  return `${formatNumberOf(clusters.length, "cluster")}, ${formatNumberOf(accounts, "account")}, ${formatCount(
    coactions,
  )} of ${formatCount(coactionsAll)} co-actions`;
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
