import { LAYER_LABEL, type LayerLetter } from "../../src/corpus/trace.ts";
import { formatRelation, formatShare } from "../../src/text/figures.ts";
import { LETTERS } from "../state/view.ts";

/** Class that carries a layer's colour and dash, `l1` to `l9`. */
export function layerClass(letter: LayerLetter): string {
  return `l${LETTERS.indexOf(letter) + 1}`;
}

/** One layer: colour and letter together. */
export function LayerChip({ letter, big = false }: { readonly letter: LayerLetter; readonly big?: boolean }) {
  return (
    <span
      class={`ly ${layerClass(letter)}${big ? " big" : ""}`}
      role="img"
      title={LAYER_LABEL[letter]}
      aria-label={LAYER_LABEL[letter]}
    >
      {letter}
    </span>
  );
}

/** Nine fixed slots, so that a column of them can be read downwards. */
export function LayerStrip({ layers }: { readonly layers: Readonly<Partial<Record<LayerLetter, number>>> }) {
  const present = LETTERS.filter((letter) => layers[letter] !== undefined);
  return (
    <span
      class="strip"
      role="img"
      aria-label={`layers: ${present.map((letter) => LAYER_LABEL[letter]).join(", ") || "none"}`}
    >
      {LETTERS.map((letter) => {
        const share = layers[letter];
        if (share === undefined) return <span key={letter} class="ly none" />;
        return (
          <span
            key={letter}
            class={`ly ${layerClass(letter)}`}
            title={`${LAYER_LABEL[letter]}: ${formatShare(share)} of the evidence`}
          >
            {letter}
          </span>
        );
      })}
    </span>
  );
}

/** What a cluster comes to: weight of ink, never a hue. */
export function ReadingPill({ reading, big = false }: { readonly reading: string; readonly big?: boolean }) {
  return <span class={`rd ${readingKind(reading)}${big ? " big" : ""}`}>{readingWords(reading)}</span>;
}

/** Class of a reading's look, on pills and discs alike. */
export function readingKind(reading: string): "un" | "ex" | "wk" {
  if (reading === "unexplained") return "un";
  return reading.startsWith("explained:") ? "ex" : "wk";
}

export function readingWords(reading: string): string {
  return reading.replace("explained:", "explained: ");
}

/** *q* = 0.003, with the letter in the serif voice. */
export function Significance({ name = "q", value }: { readonly name?: "p" | "q"; readonly value: number | null }) {
  if (value === null) return <span class="nowrap">not assessable</span>;
  return (
    <span class="nowrap">
      <i class="sym">{name}</i> {formatRelation(value)}
    </span>
  );
}

/** The dash of a layer as a short line, for legends. */
export function DashSample({ letter, width = 42 }: { readonly letter: LayerLetter; readonly width?: number }) {
  return (
    <svg width={width} height="8" aria-hidden="true">
      <line class={`s ${layerClass(letter)}`} x1="1" x2={width - 1} y1="4" y2="4" stroke-width="2" />
    </svg>
  );
}
