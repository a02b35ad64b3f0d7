/**
 * Which accounts of the graph carry their name, so that no name crosses another name or lies on a node? Greedy, as on the disc map: the
 * ones that are pointed at first, then originators, then by size; right of the node, else left, else below; else none. O(n·k).
 */

interface LabelNode {
  readonly x: number;
  readonly y: number;
  readonly r: number;
  readonly name: string;
  /** Pointed at: comes first. */
  readonly isForced: boolean;
  readonly isStrong: boolean;
}

interface NodeLabel {
  readonly index: number;
  /** Left end and vertical middle of the text. */
  readonly x: number;
  readonly y: number;
}

/** Names tried at most in one frame. */
const TRIED = 80;
const HALF_LINE = 7;

export function layoutLabels(
  nodes: readonly LabelNode[],
  area: { readonly width: number; readonly height: number },
  widthOf: (text: string, isStrong: boolean) => number,
): readonly NodeLabel[] {
  const order = nodes
    .map((_, index) => index)
    .filter((index) => isInside(nodes[index], area))
    .sort((a, b) => weight(nodes[b]) - weight(nodes[a]) || a - b)
    .slice(0, TRIED);
  const taken: { left: number; right: number; y: number }[] = [];
  const labels: NodeLabel[] = [];
  for (const index of order) {
    const node = nodes[index];
    if (node === undefined) continue;
    const wide = widthOf(node.name, node.isStrong);
    const places = [
      { left: node.x + node.r + 4, y: node.y },
      { left: node.x - node.r - 4 - wide, y: node.y },
      { left: node.x - wide / 2, y: node.y + node.r + 9 },
      { left: node.x - wide / 2, y: node.y - node.r - 9 },
    ];
    const place = places.find(
      ({ left, y }) =>
        left >= 2 &&
        left + wide <= area.width - 2 &&
        y >= HALF_LINE &&
        y <= area.height - HALF_LINE &&
        !taken.some(
          (box) => left < box.right + 3 && box.left < left + wide + 3 && Math.abs(y - box.y) < HALF_LINE * 2,
        ) &&
        !nodes.some((other, at) => at !== index && touches(left, left + wide, y, other)),
    );
    if (place === undefined) continue;
    taken.push({ left: place.left, right: place.left + wide, y: place.y });
    labels.push({ index, x: place.left, y: place.y });
  }
  return labels;
}

function weight(node: LabelNode | undefined): number {
  if (node === undefined) return 0;
  return (node.isForced ? 2000 : 0) + (node.isStrong ? 1000 : 0) + node.r;
}

function isInside(node: LabelNode | undefined, area: { readonly width: number; readonly height: number }): boolean {
  return node !== undefined && node.x >= 0 && node.y >= 0 && node.x <= area.width && node.y <= area.height;
}

function touches(left: number, right: number, y: number, node: LabelNode): boolean {
  const dx = node.x - Math.max(left, Math.min(node.x, right));
  const dy = node.y - Math.max(y - 6, Math.min(node.y, y + 6));
  return Math.hypot(dx, dy) < node.r + 1;
}
