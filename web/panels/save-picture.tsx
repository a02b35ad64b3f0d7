import { useState } from "preact/hooks";
import { LAYER_LABEL, type LayerLetter } from "../../src/corpus/trace.ts";
import type { OverviewFile } from "../../src/exports/explorer.ts";
import { formatNumberOf, formatQ, formatSpan } from "../../src/text/figures.ts";
import { visibleLine } from "../../src/text/visible.ts";
import { describeRange } from "../charts/timeline.tsx";
import { type Scene, withFooter } from "../map/scene.ts";
import { withKey } from "../map/scene-key.ts";
import { sceneToPng } from "../map/scene-paint.ts";
import { sceneToSvg } from "../map/scene-svg.ts";
import { view } from "../state/place.ts";
import { sentenceOf } from "../state/sentence.ts";
import { layerColors, resolveColor } from "../state/theme.ts";
import type { View } from "../state/view.ts";
import { download } from "./download.ts";

interface SavePictureProps {
  readonly overview: OverviewFile;
  /** What is on screen at this moment; null: nothing is drawn. */
  readonly scene: () => Scene | null;
  /** Layers that stand in it, to be named. */
  readonly letters: readonly LayerLetter[];
  /** "graph": part of the file's name and of the picture's title. */
  readonly what: string;
}

/** Points of a PNG for each point of the screen: sharp in print. */
const PNG_SCALE = 2;

/** Saves what is on screen as PNG or SVG, with a line that says what it is. Nothing leaves this machine. */
export function SavePicture({ overview, scene, letters, what }: SavePictureProps) {
  const [fault, setFault] = useState<string | null>(null);
  const save = async (kind: "png" | "svg") => {
    const drawn = scene();
    if (drawn === null) {
      setFault("There is nothing drawn to save.");
      return;
    }
    setFault(null);
    const text = footerOf(overview, view.value);
    const family = getComputedStyle(document.body).fontFamily;
    const ink = resolveColor("--ink-3");
    const whole = withFooter(withKey(drawn, letters, { layers: layerColors(), ink, family }), text, ink, family);
    const name = fileName(overview, view.value, what);
    try {
      const blob =
        kind === "png"
          ? await sceneToPng(whole, PNG_SCALE)
          : new Blob([sceneToSvg(whole, `${what}: ${text}`)], { type: "image/svg+xml" });
      download(blob, `${name}.${kind}`);
    } catch (error) {
      setFault(sentenceOf(error));
    }
  };
  return (
    <>
      <fieldset class="seg sm" aria-label={`Save the ${what} as a picture`}>
        {(["png", "svg"] as const).map((kind) => (
          <button
            key={kind}
            type="button"
            title={`Save what is on screen as ${kind.toUpperCase()}`}
            aria-label={`Save the ${what} as ${kind.toUpperCase()}`}
            onClick={() => void save(kind)}
          >
            {kind.toUpperCase()}
          </button>
        ))}
      </fieldset>
      {fault !== null && (
        <span class="efault" role="alert">
          {fault}
        </span>
      )}
    </>
  );
}

/** Case, cluster, parameters, data and version: a picture that is passed on must say what it shows. */
function footerOf(overview: OverviewFile, shown: Pick<View, "page" | "cluster" | "off" | "range">): string {
  const cluster = overview.clusters.find((entry) => entry.clusterId === shown.cluster);
  const { firstMs, lastMs } = overview;
  const time =
    shown.range !== null
      ? `brushed time ${describeRange(shown.range)} UTC`
      : firstMs === null || lastMs === null
        ? "no time"
        : `all of the time, ${formatSpan(firstMs, lastMs)} UTC`;
  const inputs = overview.inputs.slice(0, 4).map((input) => input.sha256.slice(0, 16));
  const more = overview.inputs.length - inputs.length;
  return [
    `Case ${visibleLine(overview.caseName)}`,
    ...(shown.page !== "cluster" || cluster === undefined
      ? [formatNumberOf(overview.clusters.length, "cluster")]
      : [`cluster ${cluster.clusterId} ${visibleLine(cluster.name)}, ${cluster.reading}`]),
    `q ≤ ${formatQ(overview.q)}, at least ${formatNumberOf(overview.minObjects, "object")}, seed ${overview.seed}`,
    shown.off.length === 0 ? "all layers" : `layers off: ${shown.off.map((letter) => LAYER_LABEL[letter]).join(", ")}`,
    time,
    `data sha256 ${inputs.join(", ")}${more > 0 ? ` and ${more} more` : ""}`,
    `Marionet ${overview.version}`,
    "Position carries no evidence.",
  ].join(" · ");
}

function fileName(overview: OverviewFile, shown: View, what: string): string {
  const part = shown.page === "cluster" && shown.cluster !== null ? `-${shown.cluster}` : "";
  return `${overview.caseName}${part}-${what}`.slice(0, 120);
}
