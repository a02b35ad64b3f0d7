import type { Profile } from "../../src/clusters/profile.ts";
import type { OverviewFile } from "../../src/exports/explorer.ts";
import { formatNumberOf } from "../../src/text/figures.ts";
import { HeatKey, Heatmap } from "../charts/heatmap.tsx";
import { Notice } from "./notice.tsx";

/** When the cluster posts, beside when accounts in no cluster do, on one scale. */
export function Rhythm({ profile, overview }: { readonly profile: Profile; readonly overview: OverviewFile }) {
  const maxShare = Math.max(largestShare(profile.rhythm), largestShare(profile.rhythmOthers));
  const others = overview.accounts - overview.clusters.reduce((sum, cluster) => sum + cluster.accounts, 0);
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
      <section aria-label="Accounts in no cluster">
        <div class="phead">
          <h2>Accounts in no cluster</h2>
          <span class="mute">
            {formatNumberOf(others, "account")}, {formatNumberOf(total(profile.rhythmOthers), "post")}, same scale
          </span>
        </div>
        {total(profile.rhythmOthers) === 0 ? (
          <Notice kind="unknown" title="Nothing to compare with.">
            Every account with posts is in a cluster.
          </Notice>
        ) : (
          <Heatmap title="Accounts in no cluster" counts={profile.rhythmOthers} maxShare={maxShare} />
        )}
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
