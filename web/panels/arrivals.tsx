import type { Arrivals, ClusterArrivals } from "../../src/corpus/evidence.ts";
import { formatCount, formatExpected, formatNumberOf, formatRelation, formatWindow } from "../../src/text/figures.ts";
import { ArrivalBars, DealtStrip } from "../charts/arrivals.tsx";
import { Said } from "../charts/said.tsx";
import { useSize } from "../charts/size.ts";

/** When everybody came to one object, and whether the members of a cluster came closer together than as many drawn from all who did. */
export function ArrivalsPanel({
  arrivals,
  wanted,
  nameOf,
}: {
  readonly arrivals: Arrivals;
  /** Cluster that the reader comes from; else the one with most members here. */
  readonly wanted: string | null;
  readonly nameOf: (clusterId: string) => string;
}) {
  const [box, size] = useSize<HTMLDivElement>();
  const cluster = arrivals.clusters.find(({ clusterId }) => clusterId === wanted) ?? arrivals.clusters[0] ?? null;
  return (
    <section class="arrivals" aria-label="When they came, and what chance would do">
      <div ref={box} class="grow">
        {size !== null && <ArrivalBars arrivals={arrivals} cluster={cluster} width={size.width} />}
        <p class="cap">
          Accounts by their first action on it, UTC
          {cluster === null ? "." : ": members in full colour, all others pale."}
        </p>
      </div>
      {cluster !== null && <Met cluster={cluster} windowMs={arrivals.windowMs} name={nameOf(cluster.clusterId)} />}
    </section>
  );
}

function Met({
  cluster,
  windowMs,
  name,
}: {
  readonly cluster: ClusterArrivals;
  readonly windowMs: number;
  readonly name: string;
}) {
  const { met, members } = cluster;
  if (met === null) {
    return (
      <div class="met">
        <p>
          One account of <Said text={name} /> came: nobody to come together with.
        </p>
      </div>
    );
  }
  return (
    <div class="met">
      <p>
        <b>{formatCount(met.observed)}</b> of {formatNumberOf((members * (members - 1)) / 2, "pair")} of its{" "}
        {formatCount(members)} accounts came within {formatWindow(windowMs)} of each other.
      </p>
      {met.isWhole || met.low === met.high ? (
        <p class="mute">
          {met.isWhole
            ? "All who came are members: there is nobody to hold their timing against on this object."
            : "So did any as many who came: on this object the window tells nobody apart, and only sharing it counts."}
        </p>
      ) : (
        <>
          <DealtStrip met={met} width={240} />
          <p class="mute">
            As many accounts drawn from all who came: {formatExpected(met.expected)} expected, 95% of{" "}
            {formatCount(met.draws)} draws {formatCount(met.low)} to {formatCount(met.high)}; <i class="sym">p</i>{" "}
            {formatRelation(met.p)}.
          </p>
        </>
      )}
    </div>
  );
}
