import { LAYER_LABEL } from "../../src/corpus/trace.ts";
import type { OverviewFile } from "../../src/exports/explorer.ts";
import { formatCount, formatShare } from "../../src/text/figures.ts";
import { LayerChip, layerClass } from "../charts/marks.tsx";
import { layerRows } from "../state/filter.ts";
import { view } from "../state/place.ts";
import type { Found } from "../state/regroup-messages.ts";
import { toggleLayer } from "./layers.tsx";

/** Layers on or off; of those on, the pairs that stay at this threshold and their share of the evidence (bits). */
export function ThresholdLayers({
  overview,
  found,
}: {
  readonly overview: OverviewFile;
  readonly found: Found | null;
}) {
  const { off } = view.value;
  const all = (found?.layers ?? []).reduce((sum, { bits }) => sum + bits, 0);
  return (
    <section class="panel" aria-label="Layers">
      <div class="phead">
        <h2>Layers</h2>
        <span class="mute">at this threshold</span>
        <span class="grow" />
        <span class="mute">pairs, share of evidence</span>
      </div>
      <ul class="thlayers">
        {layerRows(overview)
          .filter((row) => row.isPresent)
          .map(({ letter }) => {
            const here = found?.layers.find((layer) => layer.letter === letter);
            const share = here === undefined || all === 0 ? 0 : here.bits / all;
            const isOn = !off.includes(letter);
            return (
              <li key={letter}>
                <label class="lrow">
                  <input type="checkbox" class="cb" checked={isOn} onChange={() => toggleLayer(letter)} />
                  <LayerChip letter={letter} />
                  <span class="lname">{LAYER_LABEL[letter]}</span>
                  <span class={`sb ${layerClass(letter)}`}>
                    <i style={{ width: `${share === 0 ? 0 : Math.max(2, share * 100)}px` }} />
                  </span>
                  <span class="num ink">{isOn ? formatCount(here?.pairs ?? 0) : "off"}</span>
                  <span class="num">{isOn ? formatShare(share) : ""}</span>
                </label>
              </li>
            );
          })}
      </ul>
    </section>
  );
}
