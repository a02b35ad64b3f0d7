import { LAYER_LABEL, type LayerLetter } from "../../src/corpus/trace.ts";
import { LETTERS } from "../state/view.ts";
import { addBelow, type Mark, PLAIN, type Scene } from "./scene.ts";
import { DASHES } from "./segments.ts";

interface KeyInk {
  /** Colours of the nine layers. */
  readonly layers: readonly string[];
  readonly ink: string;
  readonly family: string;
}

const ROW = 18;
const ITEM = 96;
const PAD = 12;

/** The same picture with the layers that stand in it named below: a saved picture has no legend beside it. */
export function withKey(scene: Scene, letters: readonly LayerLetter[], { layers, ink, family }: KeyInk): Scene {
  if (letters.length === 0) return scene;
  const each = Math.max(1, Math.floor((scene.width - 2 * PAD) / ITEM));
  const rows = Math.ceil(letters.length / each);
  const items = letters.flatMap((letter, at): Mark[] => {
    const index = LETTERS.indexOf(letter);
    const x = PAD + (at % each) * ITEM;
    const y = scene.height + ROW * (Math.floor(at / each) + 0.5) + 2;
    return [
      {
        ...PLAIN,
        kind: "path",
        d: `M${x} ${y}h24`,
        stroke: layers[index] ?? ink,
        strokeWidth: 2.5,
        dash: DASHES[index] ?? [],
        isRound: letter === "P",
      },
      {
        ...PLAIN,
        kind: "text",
        x: x + 30,
        y,
        text: `${letter} ${LAYER_LABEL[letter]}`,
        fill: ink,
        sizePx: 10,
        weight: "400",
        family,
        anchor: "start",
        isMiddle: true,
      },
    ];
  });
  return addBelow(scene, rows * ROW + 2, items);
}
