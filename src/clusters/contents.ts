import { type Content, type ContentGraph, contentGraph } from "../graphs/content.ts";
import type { Store } from "../store/database.ts";
import { labelsOf } from "../traces/labels.ts";
import type { EvidenceLayer } from "./evidence-layer.ts";
import { metObjects } from "./met-objects.ts";

/** Contents drawn at most; the rest is counted. */
const CONTENTS = 1500;

/**
 * The content graph of a case: the objects of content traces on which members of clusters met, most members first, linked where the
 * same accounts push them beyond chance.
 *
 * @param clusterOf cluster number of each account, -1 for none
 */
export async function caseContents(
  store: Store,
  layers: readonly EvidenceLayer[],
  clusterOf: Int32Array,
  clusterIds: readonly string[],
  q: number,
): Promise<{ graph: ContentGraph; leftOut: number }> {
  const found = layers
    .filter((evidence) => evidence.layer.family === "content")
    .flatMap((evidence) =>
      metObjects(evidence).map((object) => ({ evidence, object, ...audienceOf(evidence, object, clusterOf) })),
    )
    .filter(({ members }) => members >= 2)
    .sort(
      (left, right) =>
        right.members - left.members ||
        left.audience.length - right.audience.length ||
        (left.evidence.layer.pairs.trace < right.evidence.layer.pairs.trace ? -1 : 1) ||
        left.object - right.object,
    );
  const shown = found.slice(0, CONTENTS);
  const contents: Content[] = [];
  for (const evidence of layers) {
    const own = shown.filter((one) => one.evidence === evidence);
    const labels = await labelsOf(
      store,
      evidence.observed,
      own.map((one) => one.object),
    );
    for (const [i, { object, audience, members, cluster }] of own.entries()) {
      const { trace } = evidence.layer.pairs;
      contents.push({
        key: `${trace}:${object}`,
        label: labels[i]!,
        trace,
        audience,
        accounts: audience.length,
        members,
        cluster: clusterIds[cluster] ?? "",
      });
    }
  }
  return { graph: contentGraph(contents, clusterOf.length, q), leftOut: found.length - shown.length };
}

function audienceOf(
  { timeline }: EvidenceLayer,
  object: number,
  clusterOf: Int32Array,
): { audience: number[]; members: number; cluster: number } {
  const audience = [...new Set(timeline.account.subarray(timeline.starts[object]!, timeline.starts[object + 1]!))];
  const inCluster = new Map<number, number>();
  for (const account of audience) {
    const cluster = clusterOf[account]!;
    if (cluster >= 0) inCluster.set(cluster, (inCluster.get(cluster) ?? 0) + 1);
  }
  let cluster = -1;
  let members = 0;
  for (const [one, count] of inCluster) {
    members += count;
    if (cluster < 0 || count > inCluster.get(cluster)! || (count === inCluster.get(cluster) && one < cluster))
      cluster = one;
  }
  return { audience, members, cluster };
}
