import { resolveColor } from "../state/theme.ts";
import type { Hatch, Mark, Matrix, Scene } from "./scene.ts";

/** The picture at a place of the page; null: nothing is drawn there. */
export function sceneOnPage(selector: string): Scene | null {
  const svg = document.querySelector<SVGSVGElement>(selector);
  return svg === null ? null : sceneOfSvg(svg);
}

/**
 * What an SVG on the page shows, as a scene: every visible shape and text with its computed colours, dashes and font, in painting order,
 * in the coordinates of the picture. So a chart is drawn once, by Preact, and saved as it stands. O(elements).
 */
function sceneOfSvg(svg: SVGSVGElement): Scene {
  const box = svg.getBoundingClientRect();
  const marks: Mark[] = [];
  const root = svg.getScreenCTM();
  if (root === null) throw new Error("map: the picture is not on the page");
  for (const element of svg.querySelectorAll<SVGGraphicsElement>("circle, rect, line, path, text")) {
    if (element.closest("defs, clipPath") !== null) continue;
    const mark = markOf(element, root.inverse());
    if (mark !== null) marks.push(mark);
  }
  return { width: box.width, height: box.height, background: resolveColor("--surface"), marks };
}

function markOf(element: SVGGraphicsElement, toPicture: DOMMatrix): Mark | null {
  const style = getComputedStyle(element);
  const opacity = opacityOf(element);
  if (style.display === "none" || style.visibility === "hidden" || opacity === 0) return null;
  const own = element.getScreenCTM();
  if (own === null) return null;
  const { a, b, c, d, e, f } = toPicture.multiply(own);
  const matrix: Matrix = [a, b, c, d, e, f];
  const isPlain = a === 1 && b === 0 && c === 0 && d === 1 && e === 0 && f === 0;
  const stroke = colorOf(style.stroke);
  const painted = {
    fill: element.tagName === "line" ? null : fillOf(style.fill, style.fillOpacity),
    stroke,
    strokeWidth: stroke === null ? 0 : Number.parseFloat(style.strokeWidth),
    dash: (style.strokeDasharray.match(/[\d.]+/g) ?? []).map(Number),
    isRound: style.strokeLinecap === "round",
    opacity,
    ...(isPlain ? {} : { matrix }),
  };
  if (painted.fill === null && (painted.stroke === null || painted.strokeWidth === 0)) return null;
  const at = (name: string): number => Number.parseFloat(element.getAttribute(name) ?? "0");
  switch (element.tagName) {
    case "circle":
      return { ...painted, kind: "circle", x: at("cx"), y: at("cy"), r: at("r"), ...roleOf(element) };
    case "rect":
      if (at("width") <= 0 || at("height") <= 0) return null;
      return {
        ...painted,
        kind: "rect",
        x: at("x"),
        y: at("y"),
        width: at("width"),
        height: at("height"),
        radius: at("rx"),
      };
    case "line":
      return { ...painted, kind: "path", d: `M${at("x1")} ${at("y1")}L${at("x2")} ${at("y2")}` };
    case "path": {
      const path = element.getAttribute("d") ?? "";
      return path === "" ? null : { ...painted, kind: "path", d: path };
    }
    default: {
      const text = element.textContent ?? "";
      if (text === "") return null;
      const lift = lengthOf(element.getAttribute("dy"), Number.parseFloat(style.fontSize));
      return {
        ...painted,
        kind: "text",
        x: at("x") + lengthOf(element.getAttribute("dx"), Number.parseFloat(style.fontSize)),
        y: at("y") + lift,
        text,
        sizePx: Number.parseFloat(style.fontSize),
        weight: style.fontWeight,
        family: style.fontFamily,
        anchor: style.textAnchor === "middle" ? "middle" : style.textAnchor === "end" ? "end" : "start",
        isMiddle: false,
      };
    }
  }
}

/** Bodies of discs are what the reader counts. */
function roleOf(element: Element): { role?: "node" } {
  return element.classList.contains("body") ? { role: "node" } : {};
}

/** Opacity is not inherited: it multiplies along the way up. */
function opacityOf(element: Element): number {
  let opacity = 1;
  for (let at: Element | null = element; at !== null && !(at instanceof SVGSVGElement); at = at.parentElement)
    opacity *= Number.parseFloat(getComputedStyle(at).opacity);
  return opacity;
}

function fillOf(fill: string, fillOpacity: string): string | Hatch | null {
  if (fill.includes("hatch")) return { back: resolveColor("--sunken"), line: resolveColor("--line-strong") };
  const color = colorOf(fill);
  const share = Number.parseFloat(fillOpacity);
  if (color === null || share === 0) return null;
  return share < 1 ? color.replace(/^rgb\((.*)\)$/, `rgba($1, ${share})`) : color;
}

function colorOf(color: string): string | null {
  return color === "none" || color === "transparent" || /^rgba\(.*, 0\)$/.test(color) ? null : color;
}

/** Lengths of d3's axes: `0.71em`, `-6`. */
function lengthOf(text: string | null, emPx: number): number {
  if (text === null) return 0;
  const value = Number.parseFloat(text);
  return Number.isNaN(value) ? 0 : text.endsWith("em") ? value * emPx : value;
}
