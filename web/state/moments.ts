import { computed, signal } from "@preact/signals";
import { useEffect, useMemo } from "preact/hooks";
import type { Profile } from "../../src/clusters/profile.ts";
import type { Moments, MomentsAnswer } from "../../src/corpus/moments.ts";
import type { Timeline } from "../../src/exports/explorer.ts";
import { query, useAnswer } from "./answer.ts";
import { type Brushed, brushMoments, unpackMoments } from "./brushed.ts";
import { binsOf, wholeBars } from "./filter.ts";
import { settled, view } from "./place.ts";

/** When the accounts of the cluster on screen acted; null until it is asked for and has come. */
export const momentsHere = signal<{
  readonly profile: Profile;
  readonly timeline: Timeline;
  readonly moments: Moments;
} | null>(null);

/** What the brush leaves of the cluster on screen; null: no brush, or its times are not there. Follows the brush frame by frame. */
export const brushed = computed<Brushed | null>(() => {
  const here = momentsHere.value;
  const { range } = view.value;
  return here === null || range === null
    ? null
    : brushMoments(here.moments, here.profile, binsOf(here.timeline, range));
});

/** Asks for the times of a cluster as soon as something on screen needs them: a brush, a zone, the rhythm. */
export function useMoments(profile: Profile, timeline: Timeline): "none" | "waiting" | "done" | string {
  const { tab, zoneMinutes } = view.value;
  const isWanted = settled.value.range !== null || view.value.range !== null || tab === "time" || zoneMinutes !== 0;
  const answer = useAnswer<MomentsAnswer>(isWanted ? query("moments", { id: profile.clusterId }) : null);
  const packed = answer.state === "done" ? answer.value : null;
  const moments = useMemo(() => (packed === null ? null : unpackMoments(packed)), [packed]);
  useEffect(() => {
    momentsHere.value = moments === null ? null : { profile, timeline, moments };
    return () => {
      momentsHere.value = null;
    };
  }, [profile, timeline, moments]);
  if (!isWanted) return "none";
  return answer.state === "failed" ? answer.error : answer.state;
}

/** The stretch that the server is asked about: the settled brush, as whole bars of the timeline; nulls: all of the time. */
export function askedStretch(timeline: Timeline): { readonly from: number | null; readonly to: number | null } {
  const { range } = settled.value;
  if (range === null) return { from: null, to: null };
  const [from, to] = wholeBars(timeline, range) ?? range;
  return { from, to };
}
