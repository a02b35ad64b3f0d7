import type { Network } from "./csr.ts";

/** What a search for communities finds. */
export interface Partition {
  /** Community of each node, dense from 0, in the order in which they first appear. */
  readonly community: Uint32Array;
  readonly count: number;
}

/** A label for each node, dense from 0. */
export interface Labelled {
  readonly labels: Uint32Array;
  readonly count: number;
}

/** Labels 0, 1, 2 ... in the order in which they first appear. */
export function densely(labels: Uint32Array, labelCount: number): Labelled {
  const names = new Int32Array(labelCount).fill(-1);
  const dense = new Uint32Array(labels.length);
  let count = 0;
  for (let i = 0; i < labels.length; i++) {
    const label = labels[i]!;
    if (names[label] === -1) names[label] = count++;
    dense[i] = names[label]!;
  }
  return { labels: dense, count };
}

/** Parts that hang together within their group; dense labels. */
export function connectedParts({ nodeCount, starts, target }: Network, group: Uint32Array): Labelled {
  const labels = new Uint32Array(nodeCount);
  const seen = new Uint8Array(nodeCount);
  const stack = new Uint32Array(nodeCount);
  let count = 0;
  for (let root = 0; root < nodeCount; root++) {
    if (seen[root] === 1) continue;
    let height = 0;
    stack[height++] = root;
    seen[root] = 1;
    while (height > 0) {
      const v = stack[--height]!;
      labels[v] = count;
      for (let e = starts[v]!, end = starts[v + 1]!; e < end; e++) {
        const next = target[e]!;
        if (seen[next] === 1 || group[next] !== group[v]) continue;
        seen[next] = 1;
        stack[height++] = next;
      }
    }
    count++;
  }
  return { labels, count };
}

/** Every node by itself. */
export function alone(nodeCount: number): Labelled {
  const labels = new Uint32Array(nodeCount);
  for (let v = 0; v < nodeCount; v++) labels[v] = v;
  return { labels, count: nodeCount };
}

/** Labels of any kind, made dense. */
export function labelled(labels: ArrayLike<number>): Labelled {
  const names = new Map<number, number>();
  const dense = new Uint32Array(labels.length);
  for (let i = 0; i < labels.length; i++) {
    const known = names.get(labels[i]!) ?? names.size;
    names.set(labels[i]!, known);
    dense[i] = known;
  }
  return { labels: dense, count: names.size };
}
