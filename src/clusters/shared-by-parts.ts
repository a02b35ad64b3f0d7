import type { Store } from "../store/database.ts";
import { labelsOf } from "../traces/labels.ts";
import type { Draft } from "./draft.ts";
import type { EvidenceLayer } from "./evidence-layer.ts";
import type { SharedByParts } from "./profile.ts";

/** Objects named; the rest is counted. */
const NAMED = 10;

/** What makes the parts of a cluster one, in words that a person can look up, the surest first. */
export async function sharedByParts(
  store: Store,
  draft: Draft,
  layers: readonly EvidenceLayer[],
): Promise<SharedByParts[]> {
  const lines: SharedByParts[] = [];
  for (const { kind, a, b, objects, labels, expected, p, q } of [...draft.likenesses].sort((x, y) => x.p - y.p)) {
    const observed = layers.find(({ layer }) => layer.pairs.trace === kind)?.observed;
    const named = objects.slice(0, NAMED);
    lines.push({
      kind,
      accounts: [draft.parts[a]!.length, draft.parts[b]!.length],
      objects: objects.length,
      labels: labels ?? (observed === undefined ? [] : await labelsOf(store, observed, named)),
      expected,
      p,
      q,
    });
  }
  return lines;
}
