import { LAYER_OF, type TraceName } from "../../src/corpus/trace.ts";
import { defangLink, splitLink } from "../../src/text/defang.ts";
import { visibleLine } from "../../src/text/visible.ts";
import { Said } from "../charts/said.tsx";
import { objectWords } from "./object-words.ts";

/** The same where there is little room: of a link the host may be cut, the end of the path stays. */
export function ShortLabel({ trace, label }: { readonly trace: TraceName; readonly label: string }) {
  if (LAYER_OF[trace] !== "L") {
    return (
      <span class="ob">
        <ObjectLabel trace={trace} label={label} />
      </span>
    );
  }
  const { host, end } = splitLink(label);
  return (
    <span class="ob split mono" title={visibleLine(label)}>
      <span class="host">
        <Said text={host} />
      </span>
      <Said text={[...end].slice(-26).join("")} />
    </span>
  );
}

/** What an object is called: links and sites in the voice of ids and defanged, texts and tags as others wrote them. */
export function ObjectLabel({ trace, label }: { readonly trace: TraceName; readonly label: string }) {
  const layer = LAYER_OF[trace];
  if (layer === "W") {
    return (
      <span class="mono">
        <Said text={defangLink(label)} />
      </span>
    );
  }
  const isQuoted = layer === "T";
  return (
    <span class={isQuoted ? "quoted" : "mono"}>
      <Said text={objectWords(trace, label)} />
    </span>
  );
}
