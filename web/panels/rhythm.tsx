import type { Profile } from "../../src/clusters/profile.ts";
import type { OverviewFile } from "../../src/exports/explorer.ts";
import { formatNumberOf, formatShare } from "../../src/text/figures.ts";
import { HeatKey, Heatmap } from "../charts/heatmap.tsx";
import { quietBand } from "../charts/quiet-band.ts";
import { formatZone } from "../charts/zone.ts";
import { rhythmIn } from "../state/brushed.ts";
import { binsOf } from "../state/filter.ts";
import { momentsHere } from "../state/moments.ts";
import { changeView, drawView, view } from "../state/place.ts";
import { ZONE_MINUTES } from "../state/view.ts";
import { Notice } from "./notice.tsx";

/** When the cluster posts, beside when accounts in no cluster do, on one scale, in one zone, within the brush. */
export function Rhythm({ profile, overview }: { readonly profile: Profile; readonly overview: OverviewFile }) {
  const { range, zoneMinutes, isTable } = view.value;
  const here = momentsHere.value;
  const bins = binsOf(overview.timeline, range);
  // Until the times have come: the whole hours of the profile, all of the time, as they are in UTC.
  const isExact = here !== null && here.profile === profile;
  const hoursOf = (slots: "slots" | "otherSlots", whole: readonly number[]): readonly number[] =>
    isExact ? rhythmIn(here.moments[slots], here.moments.slotMs, overview.timeline, bins, zoneMinutes) : whole;
  const own = hoursOf("slots", profile.rhythm);
  const rest = hoursOf("otherSlots", profile.rhythmOthers);
  const maxShare = Math.max(largestShare(own), largestShare(rest));
  const others = overview.accounts - overview.clusters.reduce((sum, cluster) => sum + cluster.accounts, 0);
  const zone = isExact ? zoneMinutes : 0;
  const within = range === null || !isExact ? "" : " in the brushed time";
  const band = quietBand(own);
  return (
    <div class="tabwrap rhythm">
      {!isExact && (range !== null || zoneMinutes !== 0) && (
        <p class="cap">Reading the times of this cluster; until then: all of the time, in UTC.</p>
      )}
      <section aria-label="This cluster">
        <div class="phead">
          <h2>This cluster</h2>
          <span class="mute">
            {formatNumberOf(total(own), "post")}
            {within}, hours in {formatZone(zone)}
          </span>
          <span class="grow" />
          <HeatKey maxShare={maxShare} />
        </div>
        <Heatmap
          title="This cluster"
          counts={own}
          maxShare={maxShare}
          zone={formatZone(zone)}
          band={band}
          isTable={isTable}
        />
      </section>
      <section aria-label="Accounts in no cluster">
        <div class="phead">
          <h2>Everybody else</h2>
          <span class="mute">
            {formatNumberOf(others, "account")} in no cluster, {formatNumberOf(total(rest), "post")}
            {within}, same scale
          </span>
        </div>
        {total(rest) === 0 ? (
          <Notice kind="unknown" title="Nothing to compare with.">
            {within === ""
              ? "Every account with posts is in a cluster."
              : "No account outside the clusters posted in the brushed time."}
          </Notice>
        ) : (
          <Heatmap
            title="Everybody else"
            counts={rest}
            maxShare={maxShare}
            zone={formatZone(zone)}
            band={band}
            isTable={isTable}
          />
        )}
      </section>
      <p class="quiet">
        <b>A quiet band is not a location.</b> Hours are free to forge: a scheduler sets them.{" "}
        {band === null
          ? "No six hours or more stand out as quiet here."
          : `Framed: ${hour(band.from)} to ${hour(band.from + band.hours)} h in ${formatZone(zone)}, with ${formatShare(band.share)} of the cluster's posts${
              total(rest) === 0 ? "" : `; everybody else puts ${formatShare(shareIn(rest, band))} of theirs there`
            }.`}
      </p>
      <ZoneSlider minutes={zoneMinutes} />
    </div>
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
  return inside / Math.max(1, total(counts));
}

function largestShare(counts: readonly number[]): number {
  const all = total(counts);
  return all === 0 ? 0 : Math.max(...counts) / all;
}

function total(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}
