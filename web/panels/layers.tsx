import type { LayerLetter } from "../../src/corpus/trace.ts";
import type { OverviewFile } from "../../src/exports/explorer.ts";
import { formatCount, formatShare } from "../../src/text/figures.ts";
import { DashSample, LayerChip, layerClass } from "../charts/marks.tsx";
import { hasBits, layerRows } from "../state/filter.ts";
import { changeView, view } from "../state/place.ts";
import { LETTERS } from "../state/view.ts";

/** Switch a layer on or off; the address names them in their fixed order. */
export function toggleLayer(letter: LayerLetter): void {
  const { off } = view.value;
  const next = off.includes(letter) ? off.filter((other) => other !== letter) : [...off, letter];
  changeView({ off: LETTERS.filter((other) => next.includes(other)) });
}

/** The nine layers: on or off, significant pairs and their share. */
export function Layers({ overview }: { readonly overview: OverviewFile }) {
  const rows = layerRows(overview);
  const { off } = view.value;
  return (
    <section class="panel" aria-label="Layers">
      <div class="phead">
        <h2>Layers</h2>
        <span class="grow" />
        <span class="mute">
          pairs, share <span class="wide">of {hasBits(overview) ? "evidence" : "pairs"}</span>
        </span>
      </div>
      <ul>
        {rows.map((row) => (
          <li key={row.letter}>
            <label class={row.isPresent ? "lrow" : "lrow absent"}>
              <input
                type="checkbox"
                class="cb"
                checked={row.isPresent && !off.includes(row.letter)}
                disabled={!row.isPresent}
                onChange={() => toggleLayer(row.letter)}
              />
              <LayerChip letter={row.letter} />
              <span class="lname">{row.label}</span>
              {row.isPresent ? (
                <>
                  <DashSample letter={row.letter} width={26} />
                  <span class="num ink">{formatCount(row.pairs)}</span>
                  <span class={`sb ${layerClass(row.letter)}`}>
                    <i style={{ width: `${row.share === 0 ? 0 : Math.max(2, row.share * 20)}px` }} />
                  </span>
                  <span class="num">{formatShare(row.share)}</span>
                </>
              ) : (
                <span class="mute why">none shared</span>
              )}
            </label>
          </li>
        ))}
      </ul>
    </section>
  );
}
