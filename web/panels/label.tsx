import { LAYER_OF, type TraceName } from "../../src/corpus/trace.ts";
import { defangLink } from "../../src/text/defang.ts";
import { Said } from "../charts/said.tsx";

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
      <Said text={label} />
    </span>
  );
}
