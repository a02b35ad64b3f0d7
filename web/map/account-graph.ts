import { createNodeBorderProgram } from "@sigma/node-border";
import { MultiUndirectedGraph } from "graphology";
import Sigma from "sigma";
import type { Profile, Tie } from "../../src/clusters/profile.ts";
import { LAYER_OF, type LayerLetter } from "../../src/corpus/trace.ts";
import { visibleLine } from "../../src/text/visible.ts";
import { resolveColor } from "../state/theme.ts";
import { LETTERS } from "../state/view.ts";
import { layoutLabels } from "./node-labels.ts";

/**
 * The account graph on screen: sigma draws the nodes and works the camera; ties are drawn on a canvas of ours below them, because a
 * layer is colour and dash together and sigma's programs know no dashes. Positions come from the case and never move.
 */
export interface AccountGraph {
  /** Draw these ties, without touching positions. */
  setTies(ties: readonly Tie[]): void;
  setSelected(tie: Tie | null): void;
  /** Colours anew, after a change of theme. */
  repaint(): void;
  zoom(direction: "in" | "out" | "fit"): void;
  destroy(): void;
}

export interface GraphEvents {
  /** Over a tie or off it; `x`, `y` in CSS pixels of the container. */
  readonly onTie: (hovered: { readonly tie: Tie; readonly x: number; readonly y: number } | null) => void;
  readonly onOpenTie: (tie: Tie) => void;
  readonly onAccount: (account: number) => void;
}

/** Sigma's dashes, as in the style sheet's `--d1` to `--d9`. */
const DASHES: readonly (readonly number[])[] = [
  [],
  [8, 3],
  [3, 2],
  [9, 3, 2, 3],
  [0.5, 4],
  [5, 2, 1, 2, 1, 2],
  [14, 4],
  [6, 6],
  [2, 6],
];
/** How near, in pixels, a pointer must come to a tie. */
const REACH = 5;

interface Colors {
  readonly ink: string;
  readonly ink2: string;
  readonly surface: string;
  readonly layers: readonly string[];
}

interface Segment {
  readonly tie: Tie;
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

export function drawAccountGraph(container: HTMLElement, profile: Profile, events: GraphEvents): AccountGraph {
  let colors = readColors();
  let ties: readonly Tie[] = [];
  let segments: Segment[] = [];
  let selected: Tie | null = null;
  let hovered: Tie | null = null;
  let focus: number | null = null;
  const graph = buildGraph(profile, colors);
  const sigma = new Sigma(graph, container, {
    nodeProgramClasses: { role: roleProgram() },
    defaultNodeType: "role",
    renderLabels: false,
    enableEdgeEvents: false,
    defaultDrawNodeHover: () => {},
    itemSizesReference: "screen",
    zoomToSizeRatioFunction: (ratio) => Math.sqrt(ratio),
    stagePadding: 48,
    minCameraRatio: 0.08,
    maxCameraRatio: 3,
    nodeReducer: (node, data) => {
      const shown = focus === null || Number(node) === focus || isTied(Number(node), focus);
      return shown ? data : { ...data, ring: fade(data.ring), gap: colors.surface, color: fade(data.color) };
    },
  });
  const tieLayer = layerOf(sigma, "ties", { beforeLayer: "nodes" });
  const nameLayer = layerOf(sigma, "names", { afterLayer: "nodes" });
  fitLayers();
  sigma.on("resize", fitLayers);
  sigma.on("afterRender", paint);
  sigma.on("enterNode", ({ node }) => setFocus(Number(node)));
  sigma.on("leaveNode", () => setFocus(null));
  sigma.on("clickNode", ({ node }) => {
    const member = profile.members[Number(node)];
    if (member !== undefined) events.onAccount(member.account);
  });
  sigma.on("clickStage", ({ event }) => {
    const found = nearest(segments, event.x, event.y);
    if (found !== null) events.onOpenTie(found.tie);
  });
  sigma.on("moveBody", ({ event }) => {
    const found = focus === null ? nearest(segments, event.x, event.y) : null;
    if (found?.tie === hovered) return;
    hovered = found?.tie ?? null;
    container.style.cursor = found === null ? "" : "pointer";
    events.onTie(
      found === null ? null : { tie: found.tie, x: (found.x1 + found.x2) / 2, y: (found.y1 + found.y2) / 2 },
    );
    paint();
  });
  container.addEventListener("mouseleave", leave);
  sigma.refresh();

  function fitLayers(): void {
    const { width, height } = sigma.getDimensions();
    for (const layer of [tieLayer, nameLayer]) {
      layer.canvas.style.width = `${width}px`;
      layer.canvas.style.height = `${height}px`;
      layer.canvas.width = width * devicePixelRatio;
      layer.canvas.height = height * devicePixelRatio;
      layer.scale(devicePixelRatio, devicePixelRatio);
    }
  }

  function leave(): void {
    hovered = null;
    events.onTie(null);
    setFocus(null);
  }

  function setFocus(next: number | null): void {
    if (focus === next) return;
    focus = next;
    sigma.refresh({ skipIndexation: true });
  }

  function isTied(a: number, b: number): boolean {
    return ties.some((tie) => (tie.a === a && tie.b === b) || (tie.a === b && tie.b === a));
  }

  function fade(color: string): string {
    return mix(color, colors.surface, 0.25);
  }

  function paint(): void {
    const { width, height } = sigma.getDimensions();
    segments = segmentsOf(ties, profile, sigma);
    tieLayer.clearRect(0, 0, width, height);
    for (const segment of [...segments].reverse()) paintTie(segment);
    nameLayer.clearRect(0, 0, width, height);
    paintNames(width, height);
    // For whoever waits for the picture: tests, and the makers of screenshots.
    container.dataset.drawn = "";
  }

  function paintTie(segment: Segment): void {
    const { tie } = segment;
    const index = LETTERS.indexOf(LAYER_OF[tie.trace]);
    const isOn = focus === null || tie.a === focus || tie.b === focus;
    const thick = 0.7 + Math.min(2.3, Math.log2(1 + tie.objects) * 0.32);
    tieLayer.lineCap = LAYER_OF[tie.trace] === "P" ? "round" : "butt";
    if (tie === hovered || isSame(tie, selected)) {
      stroke(segment, colors.ink, thick + 4, []);
      stroke(segment, colors.surface, thick + 2, []);
    }
    tieLayer.globalAlpha = isOn ? 0.8 : 0.12;
    stroke(segment, colors.layers[index] ?? colors.ink, thick, DASHES[index] ?? []);
    tieLayer.globalAlpha = 1;
  }

  function stroke(segment: Segment, color: string, width: number, dash: readonly number[]): void {
    tieLayer.strokeStyle = color;
    tieLayer.lineWidth = width;
    tieLayer.setLineDash([...dash]);
    tieLayer.beginPath();
    tieLayer.moveTo(segment.x1, segment.y1);
    tieLayer.lineTo(segment.x2, segment.y2);
    tieLayer.stroke();
  }

  function paintNames(width: number, height: number): void {
    nameLayer.textBaseline = "middle";
    const nodes = profile.members.map((member, index) => {
      const at = sigma.graphToViewport({ x: member.x, y: member.y });
      const data = sigma.getNodeDisplayData(String(index));
      const name = shorten(visibleLine(member.handle === "" ? member.accountId : member.handle));
      const isFocus = focus !== null && (index === focus || isTied(index, focus));
      const isEnd = [hovered, selected].some((tie) => tie !== null && (tie.a === index || tie.b === index));
      return {
        ...at,
        r: sigma.scaleSize(data?.size ?? 4),
        name,
        isForced: isFocus || isEnd,
        isStrong: member.role === "originator" || isEnd || index === focus,
      };
    });
    const font = (isStrong: boolean) =>
      `${isStrong ? "600 " : ""}11px ${getComputedStyle(document.documentElement).getPropertyValue("--mono")}`;
    const labels = layoutLabels(nodes, { width, height }, (text, isStrong) => {
      nameLayer.font = font(isStrong);
      return nameLayer.measureText(text).width;
    });
    for (const label of labels) {
      const node = nodes[label.index];
      if (node === undefined || (focus !== null && !node.isForced)) continue;
      nameLayer.font = font(node.isStrong);
      nameLayer.lineJoin = "round";
      nameLayer.lineWidth = 4;
      nameLayer.strokeStyle = colors.surface;
      nameLayer.strokeText(node.name, label.x, label.y);
      nameLayer.fillStyle = node.isStrong ? colors.ink : colors.ink2;
      nameLayer.fillText(node.name, label.x, label.y);
    }
  }

  return {
    setTies: (next) => {
      ties = next;
      sigma.refresh({ skipIndexation: true });
    },
    setSelected: (tie) => {
      selected = tie;
      paint();
    },
    repaint: () => {
      colors = readColors();
      for (const [index, member] of profile.members.entries())
        graph.mergeNodeAttributes(String(index), lookOf(member.role, colors));
      sigma.refresh();
    },
    zoom: (direction) => {
      const camera = sigma.getCamera();
      if (direction === "fit") camera.animatedReset({ duration: 160 });
      else if (direction === "in") camera.animatedZoom({ duration: 160 });
      else camera.animatedUnzoom({ duration: 160 });
    },
    destroy: () => {
      container.removeEventListener("mouseleave", leave);
      sigma.kill();
    },
  };
}

/** Ring, gap and core are the three parts of a node: originator ring and core, amplifier filled, commenter hollow. */
function roleProgram() {
  return createNodeBorderProgram({
    borders: [
      { size: { attribute: "ringSize", defaultValue: 0, mode: "relative" }, color: { attribute: "ring" } },
      { size: { attribute: "gapSize", defaultValue: 0, mode: "relative" }, color: { attribute: "gap" } },
      { size: { fill: true }, color: { attribute: "color" } },
    ],
    drawLabel: undefined,
    drawHover: undefined,
  });
}

function lookOf(role: string, colors: Colors) {
  if (role === "originator")
    return { ring: colors.ink, ringSize: 0.14, gap: colors.surface, gapSize: 0.2, color: colors.ink };
  if (role === "commenter")
    return { ring: colors.ink, ringSize: 0.26, gap: colors.surface, gapSize: 0, color: colors.surface };
  return { ring: colors.surface, ringSize: 0.1, gap: colors.ink, gapSize: 0, color: colors.ink };
}

/** Node area grows with posts, between radii that can still be hit; in a crowd all are smaller, so that few hide a neighbour. */
function nodeRadius(posts: number, maxPosts: number, accounts: number): number {
  const crowd = Math.min(1, Math.sqrt(100 / accounts));
  return Math.max(2.5, (4 + 10 * Math.sqrt(posts / Math.max(1, maxPosts))) * crowd);
}

function buildGraph(profile: Profile, colors: Colors): MultiUndirectedGraph {
  const graph = new MultiUndirectedGraph();
  const maxPosts = Math.max(1, ...profile.members.map((member) => member.posts));
  for (const [index, member] of profile.members.entries()) {
    graph.addNode(String(index), {
      x: member.x,
      y: member.y,
      size: nodeRadius(member.posts, maxPosts, profile.members.length) * (member.role === "originator" ? 1.25 : 1),
      ...lookOf(member.role, colors),
    });
  }
  return graph;
}

/** Ties of the same two accounts in several layers run side by side, never summed into one line. */
function segmentsOf(ties: readonly Tie[], profile: Profile, sigma: Sigma): Segment[] {
  const lanes = new Map<string, number>();
  return ties.flatMap((tie) => {
    const a = profile.members[tie.a];
    const b = profile.members[tie.b];
    if (a === undefined || b === undefined) return [];
    const from = sigma.graphToViewport({ x: a.x, y: a.y });
    const to = sigma.graphToViewport({ x: b.x, y: b.y });
    const key = tie.a < tie.b ? `${tie.a}-${tie.b}` : `${tie.b}-${tie.a}`;
    const lane = lanes.get(key) ?? 0;
    lanes.set(key, lane + 1);
    const shift = Math.ceil(lane / 2) * (lane % 2 === 0 ? 4 : -4);
    const long = Math.hypot(to.x - from.x, to.y - from.y) || 1;
    const nx = (-(to.y - from.y) / long) * shift;
    const ny = ((to.x - from.x) / long) * shift;
    return [{ tie, x1: from.x + nx, y1: from.y + ny, x2: to.x + nx, y2: to.y + ny }];
  });
}

function nearest(segments: readonly Segment[], x: number, y: number): Segment | null {
  let best: Segment | null = null;
  let bestDistance = REACH;
  for (const segment of segments) {
    const distance = distanceTo(segment, x, y);
    if (distance >= bestDistance) continue;
    best = segment;
    bestDistance = distance;
  }
  return best;
}

function distanceTo({ x1, y1, x2, y2 }: Segment, x: number, y: number): number {
  const square = (x2 - x1) ** 2 + (y2 - y1) ** 2 || 1;
  const along = Math.max(0, Math.min(1, ((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / square));
  return Math.hypot(x - (x1 + along * (x2 - x1)), y - (y1 + along * (y2 - y1)));
}

function shorten(name: string): string {
  const points = [...name];
  return points.length > 22 ? `${points.slice(0, 21).join("")}…` : name;
}

function isSame(tie: Tie, other: Tie | null): boolean {
  return other !== null && tie.a === other.a && tie.b === other.b && tie.trace === other.trace;
}

function layerOf(
  sigma: Sigma,
  id: string,
  place: { beforeLayer: string } | { afterLayer: string },
): CanvasRenderingContext2D {
  const canvas = sigma.createCanvas(id, place);
  const context = canvas.getContext("2d");
  if (context === null) throw new Error(`map: no drawing context for layer ${id}`);
  // Sigma's own mouse layer lies on top; this one must let the pointer through.
  canvas.style.pointerEvents = "none";
  return context;
}

function readColors(): Colors {
  return {
    ink: resolveColor("--ink"),
    ink2: resolveColor("--ink-2"),
    surface: resolveColor("--surface"),
    layers: LETTERS.map((_: LayerLetter, index) => resolveColor(`--c${index + 1}`)),
  };
}

/** `share` of the first colour over the second; both as `rgb(r, g, b)`. */
function mix(color: string, over: string, share: number): string {
  const [a, b] = [color, over].map((text) => (text.match(/\d+(\.\d+)?/g) ?? []).slice(0, 3).map(Number));
  const parts = [0, 1, 2].map((i) => Math.round((a?.[i] ?? 0) * share + (b?.[i] ?? 0) * (1 - share)));
  return `rgb(${parts.join(", ")})`;
}
