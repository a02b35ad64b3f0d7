import Sigma from "sigma";
import type { Profile, Tie } from "../../src/clusters/profile.ts";
import { visibleLine } from "../../src/text/visible.ts";
import { clip } from "../charts/clip.ts";
import { hullMarks, partsOf } from "./hulls.ts";
import { layoutLabels } from "./node-labels.ts";
import { buildGraph, fadeLook, lookOf, nodeMarks, readColors, roleProgram } from "./node-looks.ts";
import { type Mark, PLAIN, type Scene } from "./scene.ts";
import { paintMarks } from "./scene-paint.ts";
import { nearest, type Point, type Segment, segmentsOf, tieMarks } from "./segments.ts";

/**
 * The account graph on screen: sigma draws the nodes and works the camera; ties, hulls and names are marks of a scene, painted on canvases
 * of ours, because a layer is colour and dash together and sigma's programs know no dashes. Positions come from the case and never move.
 */
export interface AccountGraph {
  /** Draw these ties, without touching positions. */
  setTies(ties: readonly Tie[]): void;
  /** Members picked, the rest fades; none: nobody fades. */
  setPicked(members: readonly number[]): void;
  /** Members drawn, the first so many. */
  setLimit(members: number): void;
  /** Colours anew, after a change of theme. */
  repaint(): void;
  zoom(direction: "in" | "out" | "fit"): void;
  /** The camera goes there, at once where no motion is wanted; the name is shown. False: that account is not drawn. */
  flyTo(member: number): boolean;
  /** Where each member lies, in CSS pixels of the container. */
  places(): readonly Point[];
  /** What is on screen at this moment. */
  scene(): Scene;
  destroy(): void;
}

interface GraphEvents {
  /** Over a tie or off it; `x`, `y` in CSS pixels of the container. */
  readonly onTie: (hovered: { readonly tie: Tie; readonly x: number; readonly y: number } | null) => void;
  readonly onOpenTie: (tie: Tie) => void;
  readonly onAccount: (account: number) => void;
}

const NAME_LENGTH = 22;

export function drawAccountGraph(container: HTMLElement, profile: Profile, events: GraphEvents): AccountGraph {
  let colors = readColors();
  let ties: readonly Tie[] = [];
  let segments: readonly Segment[] = [];
  let hovered: Tie | null = null;
  let focus: number | null = null;
  let near = new Set<number>();
  let sought: number | null = null;
  let picked = new Set<number>();
  let limit = Number.POSITIVE_INFINITY;
  const parts = partsOf(profile);
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
      const member = Number(node);
      if (member >= limit) return { ...data, hidden: true };
      return isShown(member) ? data : { ...data, ...fadeLook(lookOfMember(member), colors) };
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
    if ((found?.tie ?? null) === hovered) return;
    setHovered(found);
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
    setHovered(null);
    setFocus(null);
    paint();
  }

  function setHovered(found: Segment | null): void {
    hovered = found?.tie ?? null;
    container.style.cursor = found === null ? "" : "pointer";
    events.onTie(
      found === null ? null : { tie: found.tie, x: (found.x1 + found.x2) / 2, y: (found.y1 + found.y2) / 2 },
    );
  }

  function setFocus(next: number | null): void {
    if (focus === next) return;
    focus = next;
    findNear();
    sigma.refresh({ skipIndexation: true });
  }

  function findNear(): void {
    near = new Set(ties.flatMap((tie) => (tie.a === focus ? [tie.b] : tie.b === focus ? [tie.a] : [])));
  }

  /** In full: under the pointer, tied to it, or picked; everybody where nothing is. */
  function isShown(member: number): boolean {
    if (focus !== null) return member === focus || near.has(member);
    return picked.size === 0 || picked.has(member);
  }

  function isTieShown(tie: Tie): boolean {
    if (focus !== null) return tie.a === focus || tie.b === focus;
    return picked.size === 0 || (picked.has(tie.a) && picked.has(tie.b));
  }

  function lookOfMember(member: number) {
    return lookOf(profile.members[member]?.role ?? "amplifier", colors);
  }

  function placeOf(member: number): Point | undefined {
    const found = profile.members[member];
    return found === undefined || member >= limit ? undefined : sigma.graphToViewport({ x: found.x, y: found.y });
  }

  function paint(): void {
    const { width, height } = sigma.getDimensions();
    segments = segmentsOf(ties, placeOf);
    tieLayer.clearRect(0, 0, width, height);
    paintMarks(tieLayer, [...partMarks(), ...lineMarks()]);
    nameLayer.clearRect(0, 0, width, height);
    paintMarks(nameLayer, nameMarks());
    // For whoever waits for the picture: tests, and the makers of screenshots.
    container.dataset.drawn = "";
  }

  function partMarks(): readonly Mark[] {
    const family = getComputedStyle(container).fontFamily;
    return hullMarks(
      parts.map((part) => part.flatMap((member) => placeOf(member) ?? [])),
      colors,
      family,
    );
  }

  function lineMarks(): readonly Mark[] {
    return [...segments]
      .reverse()
      .flatMap((segment) => tieMarks(segment, colors, isTieShown(segment.tie), segment.tie === hovered));
  }

  function nameMarks(): readonly Mark[] {
    const { width, height } = sigma.getDimensions();
    const ends = new Set(hovered === null ? [] : [hovered.a, hovered.b]);
    const nodes = profile.members.slice(0, limit).map((member, index) => ({
      ...sigma.graphToViewport({ x: member.x, y: member.y }),
      r: radiusOf(index),
      name: clip(visibleLine(member.handle === "" ? member.accountId : member.handle), NAME_LENGTH),
      isForced: ends.has(index) || index === sought || (focus !== null ? isShown(index) : picked.has(index)),
      isStrong: member.role === "originator" || ends.has(index) || index === focus || index === sought,
    }));
    const family = getComputedStyle(document.documentElement).getPropertyValue("--mono").trim();
    const labels = layoutLabels(nodes, { width, height }, (text, isStrong) => {
      nameLayer.font = `${isStrong ? 600 : 400} 11px ${family}`;
      return nameLayer.measureText(text).width;
    });
    const isSparse = focus !== null || picked.size > 0;
    return labels.flatMap((label): Mark[] => {
      const node = nodes[label.index];
      if (node === undefined || (isSparse && !node.isForced)) return [];
      return [
        {
          ...PLAIN,
          kind: "text",
          x: label.x,
          y: label.y,
          text: node.name,
          fill: node.isStrong ? colors.ink : colors.ink2,
          stroke: colors.surface,
          strokeWidth: 4,
          sizePx: 11,
          weight: node.isStrong ? "600" : "400",
          family,
          anchor: "start",
          isMiddle: true,
        },
      ];
    });
  }

  function radiusOf(member: number): number {
    return sigma.scaleSize(sigma.getNodeDisplayData(String(member))?.size ?? 4);
  }

  function durationMs(): number {
    return matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : 160;
  }

  return {
    setTies: (next) => {
      ties = next;
      // A line that a brush or a layer took away says nothing any more.
      if (hovered !== null && !next.includes(hovered)) setHovered(null);
      findNear();
      sigma.refresh({ skipIndexation: true });
    },
    setPicked: (members) => {
      picked = new Set(members);
      sigma.refresh({ skipIndexation: true });
    },
    setLimit: (members) => {
      limit = members;
      sigma.refresh();
    },
    repaint: () => {
      colors = readColors();
      for (const [index, member] of profile.members.entries())
        graph.mergeNodeAttributes(String(index), lookOf(member.role, colors));
      sigma.refresh();
    },
    zoom: (direction) => {
      const camera = sigma.getCamera();
      const duration = durationMs();
      if (direction === "fit") void camera.animatedReset({ duration });
      else if (direction === "in") void camera.animatedZoom({ duration });
      else void camera.animatedUnzoom({ duration });
    },
    flyTo: (member) => {
      const at = sigma.getNodeDisplayData(String(member));
      if (at === undefined || member >= limit) return false;
      sought = member;
      const camera = sigma.getCamera();
      const target = { x: at.x, y: at.y, ratio: Math.min(camera.getState().ratio, 0.4) };
      const duration = durationMs() * 2;
      if (duration === 0) camera.setState(target);
      else void camera.animate(target, { duration });
      paint();
      return true;
    },
    places: () => profile.members.slice(0, limit).map((member) => sigma.graphToViewport({ x: member.x, y: member.y })),
    scene: () => {
      const { width, height } = sigma.getDimensions();
      const circles = profile.members.slice(0, limit).flatMap((member, index) => {
        const { x, y } = sigma.graphToViewport({ x: member.x, y: member.y });
        const r = radiusOf(index);
        const isOut = x < -r || y < -r || x > width + r || y > height + r;
        const look = lookOfMember(index);
        return isOut ? [] : nodeMarks(isShown(index) ? look : fadeLook(look, colors), x, y, r);
      });
      return {
        width,
        height,
        background: colors.surface,
        marks: [...partMarks(), ...lineMarks(), ...circles, ...nameMarks()],
      };
    },
    destroy: () => {
      container.removeEventListener("mouseleave", leave);
      sigma.kill();
    },
  };
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
