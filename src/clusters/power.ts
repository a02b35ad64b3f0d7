import { CREW } from "../coaction/power.ts";
import { OBJECT_NOUN } from "../corpus/trace.ts";
import type { CaseControl } from "./control.ts";
import type { PairedLayer } from "./evidence-layer.ts";

/** What could have been seen, trace by trace; traces in which no pair could qualify are left out. */
export function powerOf(layers: readonly PairedLayer[], q: number): CaseControl["power"] {
  return layers
    .filter(({ layer }) => layer.significance.tested > 0)
    .map(({ layer, toBeSeen }) => ({ trace: layer.pairs.trace, objects: toBeSeen(q) }));
}

/** The same in one sentence. */
export function powerSentence(power: CaseControl["power"]): string {
  const seen = power.filter(({ objects }) => objects !== null).sort((x, y) => x.objects! - y.objects!);
  if (seen.length === 0) {
    return `No crew of ${CREW} accounts of ordinary activity could have been told from chance in these posts: they are too few, or shared too little.`;
  }
  const list = seen.map(({ trace, objects }) => `${objects} ${OBJECT_NOUN[trace][objects === 1 ? 0 : 1]}`);
  const blind = power.filter(({ objects }) => objects === null).map(({ trace }) => OBJECT_NOUN[trace][1]);
  const never = blind.length === 0 ? "" : `; by ${listed(blind, "and")} alone none could have been seen`;
  return `A crew of ${CREW} accounts of ordinary activity would have been seen had each two of them shared, within the window, at least ${listed(list, "or")}${never}. Smaller or quieter ones may have been missed.`;
}

function listed(parts: readonly string[], last: string): string {
  if (parts.length < 2) return parts.join("");
  return `${parts.slice(0, -1).join(", ")} ${last} ${parts.at(-1)}`;
}
