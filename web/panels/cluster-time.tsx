import { useMemo } from "preact/hooks";
import type { ClusterFile, OverviewFile } from "../../src/exports/explorer.ts";
import { formatCount, formatNumberOf } from "../../src/text/figures.ts";
import { type Brushed, brushMoments } from "../state/brushed.ts";
import { binsOf } from "../state/filter.ts";
import { brushed, momentsHere, useMoments } from "../state/moments.ts";
import { changeView, settled, view } from "../state/place.ts";
import { TimePanel } from "./time-panel.tsx";

interface ClusterTimeProps {
  readonly profile: ClusterFile;
  readonly overview: OverviewFile;
}

/** The timeline of one cluster below its graph and lists, all of which follow its brush. */
export function ClusterTime({ profile, overview }: ClusterTimeProps) {
  const own = overview.clusters.findIndex((cluster) => cluster.clusterId === profile.clusterId);
  const isShown = useMemo(() => (index: number) => index === own, [own]);
  const state = useMoments(profile, overview.timeline);
  const { range } = view.value;
  const now = brushed.value;
  const done = settled.value.range;
  const here = momentsHere.value;
  const doneNow = useMemo(
    () =>
      here === null || done === null ? null : brushMoments(here.moments, here.profile, binsOf(here.timeline, done)),
    [here, done],
  );
  const say = (found: Brushed | null): string => {
    if (found !== null) return countsOf(found, profile);
    if (state === "waiting") return "reading the times of this cluster …";
    if (state !== "none" && state !== "done") return `nothing is filtered: ${state}`;
    return "drag across the bars to filter this page by time";
  };
  return (
    <TimePanel
      overview={overview}
      isShown={isShown}
      counts={range === null ? "drag across the bars to filter this page by time" : say(now)}
      announced={done === null ? "all of the time" : say(doneNow)}
      isFiltered={range !== null}
      onShowAll={() => changeView({ range: null })}
    />
  );
}

function countsOf(now: Brushed, profile: ClusterFile): string {
  const { length } = profile.ties;
  const few = now.tiesFollowed < length ? ` (the ${formatCount(now.tiesFollowed)} strongest followed)` : "";
  return `${formatCount(now.accountsActive)} of ${formatNumberOf(profile.members.length, "account")}, ${formatCount(
    now.postsTotal,
  )} of ${formatNumberOf(profile.posts, "post")}, ${formatCount(now.tiesMet)} of ${formatNumberOf(length, "pair")}${few}`;
}
