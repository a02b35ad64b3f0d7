import { meetingsOfPair } from "./closest.ts";
import type { EvidenceLayer } from "./evidence-layer.ts";

/** The objects on which any of these pairs met, ascending: those whose actions a case must keep as evidence. */
export function metObjects(evidence: EvidenceLayer): number[] {
  const met = new Uint8Array(evidence.timeline.objectCount);
  const { pairs, kept, carried } = evidence.layer;
  for (const i of [...kept, ...carried]) {
    for (const { object } of meetingsOfPair(
      evidence.timeline,
      evidence.index,
      evidence.windowMs,
      pairs.a[i]!,
      pairs.b[i]!,
    )) {
      met[object] = 1;
    }
  }
  const objects: number[] = [];
  for (let object = 0; object < met.length; object++) if (met[object] === 1) objects.push(object);
  return objects;
}
