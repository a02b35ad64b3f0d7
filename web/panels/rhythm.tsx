import { sum } from "d3";
import type { Profile } from "../../src/clusters/profile.ts";
import type { OverviewFile } from "../../src/exports/explorer.ts";
import { formatNumberOf, formatShare } from "../../src/text/figures.ts";
import { HeatKey, Heatmap, largestShare } from "../charts/heatmap.tsx";
import { type QuietBand, quietBand } from "../charts/quiet-band.ts";
import { formatZone } from "../charts/zone.ts";
import { rhythmIn } from "../state/brushed.ts";
import { binsOf } from "../state/filter.ts";
import { momentsHere } from "../state/moments.ts";
import { changeView, drawView, view } from "../state/place.ts";
import { ZONE_MINUTES } from "../state/view.ts";
import { Notice } from "./notice.tsx";

/**
 * When the cluster posts, beside when accounts in no cluster do, in one zone, within the brush. Few accounts that keep hours fill few
 * cells, many fill all: on one scale the many would be one pale shade.
 */
export function Rhythm({ profile, overview }: { readonly profile: Profile; readonly overview: OverviewFile }) {
  const { range, zoneMinutes } = view.value;
  const here = momentsHere.value;
  const bins = binsOf(overview.timeline, range);
  // Until the times have come: the whole hours of the profile, all of the time, as they are in UTC.
  const isExact = here !== null && here.profile === profile;
  const hoursOf = (slots: "slots" | "otherSlots", whole: readonly number[]): readonly number[] =>
    isExact ? rhythmIn(here.moments[slots], here.moments.slotMs, overview.timeline, bins, zoneMinutes) : whole;
  const own = hoursOf("slots", profile.rhythm);
  const rest = hoursOf("otherSlots", profile.rhythmOthers);
  const others = overview.accounts - overview.clusters.reduce((sum, cluster) => sum + cluster.accounts, 0);
  const zone = isExact ? zoneMinutes : 0;
  const within = range === null || !isExact ? "" : " in the brushed time";
  const band = quietBand(own);
  return (
    <div class="tabwrap rhythm">
      {!isExact && (range !== null || zoneMinutes !== 0) && (
        <p class="cap">Reading the times of this cluster; until then: all of the time, in UTC.</p>
      )}
      <RhythmMap
        title="This cluster"
        said={`${formatNumberOf(sum(own), "post")}${within}, hours in ${formatZone(zone)}`}
        counts={own}
        band={band}
        zone={zone}
      />
      <RhythmMap
        title="Everybody else"
        said={`${formatNumberOf(others, "account")} in no cluster, ${formatNumberOf(sum(rest), "post")}${within}`}
        counts={rest}
        band={band}
        zone={zone}
        empty={
          within === ""
            ? "Every account with posts is in a cluster."
            : "No account outside the clusters posted in the brushed time."
        }
      />
      <p class="cap">
        Each map has a scale of its own, as its key says: shades show when each side posts most, not which posts more.
      </p>
      <p class="quiet">
        <b>A quiet band is not a location.</b> Hours are free to forge: a scheduler sets them.{" "}
        {band === null
          ? "No six hours or more stand out as quiet here."
          : `Framed: ${hour(band.from)} to ${hour(band.from + band.hours)} h in ${formatZone(zone)}, with ${formatShare(band.share)} of the cluster's posts${
              sum(rest) === 0 ? "" : `; everybody else puts ${formatShare(shareIn(rest, band))} of theirs there`
            }.`}
      </p>
      <ZoneSlider minutes={zoneMinutes} />
    </div>
  );
}

interface RhythmMapProps {
  readonly title: string;
  readonly said: string;
  readonly counts: readonly number[];
  readonly band: QuietBand | null;
  readonly zone: number;
  /** Why there may be no post. */
  readonly empty?: string;
}

function RhythmMap({ title, said, counts, band, zone, empty = "" }: RhythmMapProps) {
  const maxShare = largestShare(counts);
  return (
    <section aria-label={title}>
      <div class="phead">
        <h2>{title}</h2>
        <span class="mute">{said}</span>
        <span class="grow" />
        {maxShare > 0 && <HeatKey maxShare={maxShare} />}
      </div>
      {maxShare === 0 && empty !== "" ? (
        <Notice kind="unknown" title="Nothing to compare with.">
          {empty}
        </Notice>
      ) : (
        <Heatmap title={title} counts={counts} zone={formatZone(zone)} band={band} isTable={view.value.isTable} />
      )}
    </section>
  );
}

/** Both maps turn together; half hours, because some zones have them. */
function ZoneSlider({ minutes }: { readonly minutes: number }) {
  const { least, most, step } = ZONE_MINUTES;
  return (
    <div class="zone">
      <label for="zone">
        <b>Time zone</b> <span class="mute">both maps follow; a zone is a way to look, not a finding</span>
      </label>
      <input
        id="zone"
        type="range"
        min={least}
        max={most}
        step={step}
        value={minutes}
        aria-valuetext={formatZone(minutes)}
        onInput={(event) => drawView({ zoneMinutes: Number(event.currentTarget.value) })}
        onChange={(event) => changeView({ zoneMinutes: Number(event.currentTarget.value) })}
      />
      <span class="num ink zoned" aria-hidden="true">
        {formatZone(minutes)}
      </span>
      <button type="button" class="btn sm" disabled={minutes === 0} onClick={() => changeView({ zoneMinutes: 0 })}>
        UTC
      </button>
      <span class="ticks" aria-hidden="true">
        {[-12, -9, -6, -3, 0, 3, 6, 9, 12, 14].map((hours) => (
          <i key={hours} style={{ left: `${((hours * 60 - least) / (most - least)) * 100}%` }}>
            {hours === 0 ? "UTC" : `${hours > 0 ? "+" : "−"}${Math.abs(hours)}`}
          </i>
        ))}
      </span>
    </div>
  );
}

function hour(value: number): string {
  return String(value % 24).padStart(2, "0");
}

function shareIn(counts: readonly number[], band: { readonly from: number; readonly hours: number }): number {
  const inside = counts.reduce((sum, count, at) => sum + ((at - band.from + 48) % 24 < band.hours ? count : 0), 0);
  return inside / Math.max(1, sum(counts));
}
