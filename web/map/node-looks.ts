import { createNodeBorderProgram } from "@sigma/node-border";
import { MultiUndirectedGraph } from "graphology";
import type { Profile } from "../../src/clusters/profile.ts";
import { layerColors, resolveColor } from "../state/theme.ts";
import { type CircleMark, PLAIN } from "./scene.ts";

/** How an account looks on the graph: originator ring and core, amplifier filled, commenter hollow. Sigma and saved pictures read it here. */
interface NodeLook {
  readonly ring: string;
  readonly ringSize: number;
  readonly gap: string;
  readonly gapSize: number;
  readonly color: string;
}

export interface Colors {
  readonly ink: string;
  readonly ink2: string;
  readonly ink3: string;
  readonly surface: string;
  readonly sunken: string;
  readonly line: string;
  readonly layers: readonly string[];
}

export function readColors(): Colors {
  return {
    ink: resolveColor("--ink"),
    ink2: resolveColor("--ink-2"),
    ink3: resolveColor("--ink-3"),
    surface: resolveColor("--surface"),
    sunken: resolveColor("--sunken"),
    line: resolveColor("--line-strong"),
    layers: layerColors(),
  };
}

/** Ring, gap and core are the three parts of a node. */
export function roleProgram() {
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

export function lookOf(role: string, colors: Colors): NodeLook {
  if (role === "originator")
    return { ring: colors.ink, ringSize: 0.14, gap: colors.surface, gapSize: 0.2, color: colors.ink };
  if (role === "commenter")
    return { ring: colors.ink, ringSize: 0.26, gap: colors.surface, gapSize: 0, color: colors.surface };
  return { ring: colors.surface, ringSize: 0.1, gap: colors.ink, gapSize: 0, color: colors.ink };
}

/** A quarter of the look over the surface: what is not pointed at. */
export function fadeLook(look: NodeLook, colors: Colors): NodeLook {
  const fade = (color: string): string => mix(color, colors.surface, 0.25);
  return { ...look, ring: fade(look.ring), gap: colors.surface, color: fade(look.color) };
}

/** The same look as circles, the outer one first; only the outermost counts as the node. */
export function nodeMarks(look: NodeLook, x: number, y: number, r: number): readonly CircleMark[] {
  const circle = (radius: number, fill: string): CircleMark => ({ ...PLAIN, kind: "circle", x, y, r: radius, fill });
  return [
    { ...circle(r, look.ring), role: "node" },
    ...(look.gapSize === 0 ? [] : [circle(r * (1 - look.ringSize), look.gap)]),
    circle(r * (1 - look.ringSize - look.gapSize), look.color),
  ];
}

/** Positions come from the case and never move. */
export function buildGraph(profile: Profile, colors: Colors): MultiUndirectedGraph {
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

/** Node area grows with posts, between radii that can still be hit; in a crowd all are smaller, so that few hide a neighbour. */
function nodeRadius(posts: number, maxPosts: number, accounts: number): number {
  const crowd = Math.min(1, Math.sqrt(100 / accounts));
  return Math.max(2.5, (4 + 10 * Math.sqrt(posts / Math.max(1, maxPosts))) * crowd);
}

/** `share` of the first colour over the second; both as `rgb(r, g, b)`. */
function mix(color: string, over: string, share: number): string {
  const [a, b] = [color, over].map((text) => (text.match(/\d+(\.\d+)?/g) ?? []).slice(0, 3).map(Number));
  const parts = [0, 1, 2].map((i) => Math.round((a?.[i] ?? 0) * share + (b?.[i] ?? 0) * (1 - share)));
  return `rgb(${parts.join(", ")})`;
}
