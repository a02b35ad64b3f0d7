import type { Profile } from "../../src/clusters/profile.ts";
import { LAYER_LABEL, LAYER_OF } from "../../src/corpus/trace.ts";
import { formatNumberOf, formatShare } from "../../src/text/figures.ts";
import { layerClass } from "../charts/marks.tsx";
import { view } from "../state/place.ts";
import { LETTERS } from "../state/view.ts";
import { toggleLayer } from "./layers.tsx";

/** Layers of one cluster, on or off, each with its share of the evidence; how many pairs stands in its name. */
export function LayerToggles({ profile }: { readonly profile: Profile }) {
  const { off } = view.value;
  const present = new Set(profile.ties.map((tie) => LAYER_OF[tie.trace]));
  return (
    <fieldset class="tg" aria-label="Layers">
      {LETTERS.filter((letter) => present.has(letter)).map((letter) => {
        const lines = profile.evidence.filter((line) => line.layer === letter);
        const pairs = lines.reduce((sum, line) => sum + line.pairs, 0);
        const share = formatShare(lines.reduce((sum, line) => sum + line.share, 0));
        const name = `${LAYER_LABEL[letter]}: ${formatNumberOf(pairs, "pair")}, ${share} of the evidence`;
        return (
          <button
            key={letter}
            type="button"
            class={`tgone${off.includes(letter) ? " off" : ""}`}
            aria-pressed={!off.includes(letter)}
            aria-label={name}
            title={name}
            onClick={() => toggleLayer(letter)}
          >
            <span class={`ly big ${layerClass(letter)}`}>{letter}</span>
            <span class="tgshare">{share}</span>
          </button>
        );
      })}
    </fieldset>
  );
}
