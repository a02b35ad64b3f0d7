import type { Hatch, Mark, Scene } from "./scene.ts";

/** A scene as an SVG file: well-formed XML with nothing in it but shapes and text, no script, style sheet, link or font file. */
export function sceneToSvg({ width, height, background, marks }: Scene, title: string): string {
  const hatches = new Map<string, Hatch>();
  for (const { fill } of marks) if (fill !== null && typeof fill !== "string") hatches.set(hatchName(fill), fill);
  const body = marks.map(write).join("\n");
  return `<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" width="${number(width)}" height="${number(height)}" viewBox="0 0 ${number(width)} ${number(height)}">
<title>${escapeXml(title)}</title>
${hatches.size === 0 ? "" : `<defs>${[...hatches].map(([name, hatch]) => pattern(name, hatch)).join("")}</defs>\n`}<rect width="${number(width)}" height="${number(height)}" fill="${escapeXml(background)}"/>
${body}
</svg>
`;
}

/** Text for element content and for attributes in double quotes. What XML 1.0 cannot hold at all becomes U+FFFD. */
export function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "\uFFFD")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}

function write(mark: Mark): string {
  const paint = paintOf(mark);
  switch (mark.kind) {
    case "circle": {
      const role = mark.role === undefined ? "" : ` class="${mark.role}"`;
      return `<circle${role} cx="${number(mark.x)}" cy="${number(mark.y)}" r="${number(mark.r)}"${paint}/>`;
    }
    case "rect": {
      const round = mark.radius > 0 ? ` rx="${number(mark.radius)}"` : "";
      return `<rect x="${number(mark.x)}" y="${number(mark.y)}" width="${number(mark.width)}" height="${number(mark.height)}"${round}${paint}/>`;
    }
    case "path":
      return `<path d="${escapeXml(mark.d)}"${paint}/>`;
    case "text": {
      const font = ` font-family="${escapeXml(mark.family)}" font-size="${number(mark.sizePx)}" font-weight="${escapeXml(mark.weight)}"`;
      const place = `${mark.anchor === "start" ? "" : ` text-anchor="${mark.anchor}"`}${mark.isMiddle ? ' dominant-baseline="central"' : ""}`;
      return `<text x="${number(mark.x)}" y="${number(mark.y)}"${font}${place}${paint} xml:space="preserve">${escapeXml(mark.text)}</text>`;
    }
  }
}

function paintOf(mark: Mark): string {
  const fill =
    mark.fill === null ? "none" : typeof mark.fill === "string" ? mark.fill : `url(#${hatchName(mark.fill)})`;
  let text = ` fill="${escapeXml(fill)}"`;
  if (mark.stroke !== null && mark.strokeWidth > 0) {
    text += ` stroke="${escapeXml(mark.stroke)}" stroke-width="${number(mark.strokeWidth)}" stroke-linejoin="round"`;
    if (mark.dash.length > 0) text += ` stroke-dasharray="${mark.dash.map(number).join(" ")}"`;
    if (mark.isRound) text += ' stroke-linecap="round"';
    // A halo lies behind its letters.
    if (mark.kind === "text") text += ' paint-order="stroke"';
  }
  if (mark.opacity < 1) text += ` opacity="${number(mark.opacity)}"`;
  if (mark.matrix !== undefined) text += ` transform="matrix(${mark.matrix.map(number).join(" ")})"`;
  return text;
}

function pattern(name: string, { back, line }: Hatch): string {
  return `<pattern id="${name}" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="5" height="5" fill="${escapeXml(back)}"/><line x1="0" x2="0" y1="0" y2="5" stroke="${escapeXml(line)}" stroke-width="1.2"/></pattern>`;
}

function hatchName({ back, line }: Hatch): string {
  return `hatch-${`${back}-${line}`.replace(/[^\w]+/g, "-")}`;
}

function number(value: number): string {
  return String(Math.round(value * 100) / 100);
}
