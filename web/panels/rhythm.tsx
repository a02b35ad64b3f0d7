import type { Profile } from "../../src/clusters/profile.ts";
import type { OverviewFile } from "../../src/exports/explorer.ts";
import { formatCount, formatNumberOf } from "../../src/text/figures.ts";
import { HeatKey, Heatmap } from "../charts/heatmap.tsx";

/** When the cluster posts, beside when everybody else does, on one scale. */
export function Rhythm({ profile, overview }: { readonly profile: Profile; readonly overview: OverviewFile }) {
  const maxShare = Math.max(largestShare(profile.rhythm), largestShare(profile.rhythmOthers));
  const others = overview.accounts - profile.members.length;
  return (
    <div class="tabwrap rhythm">
      <section aria-label="This cluster">
        <div class="phead">
          <h2>This cluster</h2>
          <span class="mute">{formatNumberOf(total(profile.rhythm), "post")}, hours in UTC</span>
          <span class="grow" />
          <HeatKey maxShare={maxShare} />
        </div>
        <Heatmap title="This cluster" counts={profile.rhythm} maxShare={maxShare} />
      </section>
      <section aria-label="Everybody else">
        <div class="phead">
          <h2>Everybody else</h2>
          <span class="mute">
            {formatNumberOf(others, "account")}, {formatCount(total(profile.rhythmOthers))} posts, same scale
          </span>
        </div>
        <Heatmap title="Everybody else" counts={profile.rhythmOthers} maxShare={maxShare} />
      </section>
      <p class="quiet">
        <b>A quiet band is not a location.</b> Hours are free to forge: a scheduler sets them.
      </p>
    </div>
  );
}

function largestShare(counts: readonly number[]): number {
  const all = total(counts);
  return all === 0 ? 0 : Math.max(...counts) / all;
}

function total(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}
