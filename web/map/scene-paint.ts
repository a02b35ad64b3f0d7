import type { Hatch, Mark, Scene } from "./scene.ts";

/** Paints marks onto a canvas, on screen and for a PNG alike. */
export function paintMarks(context: CanvasRenderingContext2D, marks: readonly Mark[]): void {
  for (const mark of marks) {
    context.save();
    if (mark.matrix !== undefined)
      context.transform(...(mark.matrix as [number, number, number, number, number, number]));
    context.globalAlpha = mark.opacity;
    context.lineJoin = "round";
    context.lineCap = mark.isRound ? "round" : "butt";
    context.lineWidth = mark.strokeWidth;
    context.setLineDash([...mark.dash]);
    if (mark.kind === "text") paintText(context, mark);
    else paintShape(context, mark);
    context.restore();
  }
}

/** A scene as a PNG, so many times its size in points. Errors: `Error` when the browser cannot make one. */
export async function sceneToPng(scene: Scene, scale: number): Promise<Blob> {
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(scene.width * scale);
  canvas.height = Math.round(scene.height * scale);
  const context = canvas.getContext("2d");
  if (context === null) throw new Error("This browser gives no canvas to paint the picture on; save it as SVG.");
  context.scale(scale, scale);
  context.fillStyle = scene.background;
  context.fillRect(0, 0, scene.width, scene.height);
  paintMarks(context, scene.marks);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
  if (blob === null)
    throw new Error("The picture is too large for this browser; save it as SVG, or make the window smaller.");
  return blob;
}

function paintShape(context: CanvasRenderingContext2D, mark: Exclude<Mark, { kind: "text" }>): void {
  const path = mark.kind === "path" ? new Path2D(mark.d) : new Path2D();
  if (mark.kind === "circle") path.arc(mark.x, mark.y, Math.max(0, mark.r), 0, 2 * Math.PI);
  if (mark.kind === "rect") path.roundRect(mark.x, mark.y, mark.width, mark.height, mark.radius);
  if (mark.fill !== null) {
    context.fillStyle = typeof mark.fill === "string" ? mark.fill : hatchOf(context, mark.fill);
    context.fill(path);
  }
  if (mark.stroke === null || mark.strokeWidth === 0) return;
  context.strokeStyle = mark.stroke;
  context.stroke(path);
}

function paintText(context: CanvasRenderingContext2D, mark: Extract<Mark, { kind: "text" }>): void {
  context.font = `${mark.weight} ${mark.sizePx}px ${mark.family}`;
  context.textAlign = mark.anchor === "middle" ? "center" : mark.anchor;
  context.textBaseline = mark.isMiddle ? "middle" : "alphabetic";
  if (mark.stroke !== null && mark.strokeWidth > 0) {
    context.strokeStyle = mark.stroke;
    context.strokeText(mark.text, mark.x, mark.y);
  }
  if (typeof mark.fill !== "string") return;
  context.fillStyle = mark.fill;
  context.fillText(mark.text, mark.x, mark.y);
}

function hatchOf(context: CanvasRenderingContext2D, { back, line }: Hatch): CanvasPattern | string {
  const tile = document.createElement("canvas");
  tile.width = 10;
  tile.height = 10;
  const pen = tile.getContext("2d");
  if (pen === null) return back;
  pen.fillStyle = back;
  pen.fillRect(0, 0, 10, 10);
  pen.fillStyle = line;
  pen.fillRect(0, 0, 1.2, 10);
  pen.fillRect(5, 0, 1.2, 10);
  const pattern = context.createPattern(tile, "repeat");
  pattern?.setTransform(new DOMMatrix().rotate(45));
  return pattern ?? back;
}
