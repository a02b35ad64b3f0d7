import { line as drawLine, max, scaleLinear, scaleLog } from "d3";

export interface Series {
  readonly name: string;
  readonly points: readonly { readonly x: number; readonly y: number; readonly low: number; readonly high: number }[];
}

export interface ChartOptions {
  readonly title: string;
  readonly xLabel: string;
  readonly yLabel: string;
  /** Equal steps for equal factors. */
  readonly logarithmic: boolean;
}

const WIDTH = 640;
const HEIGHT = 360;
const MARGIN = { top: 40, right: 130, bottom: 48, left: 64 };
const LABEL_HEIGHT = 15;
/** Told apart by shade and by dashes, so that no meaning hangs on colour alone. */
const LOOKS = [
  { colour: "#1b6ca8", dash: "" },
  { colour: "#b3541e", dash: "6 3" },
  { colour: "#4f7942", dash: "2 3" },
  { colour: "#6b4c9a", dash: "8 3 2 3" },
];

/** A line for each series from 0 to 1, with its interval as whiskers. Plain SVG: no script, no font of its own, readable on any ground. */
export function lineChart(series: readonly Series[], { title, xLabel, yLabel, logarithmic }: ChartOptions): string {
  const xs = [...new Set(series.flatMap(({ points }) => points.map(({ x }) => x)))].sort((a, b) => a - b);
  const scale = logarithmic ? scaleLog() : scaleLinear();
  const x = scale.domain([xs[0] ?? 0, max(xs) ?? 1]).range([MARGIN.left, WIDTH - MARGIN.right]);
  const y = scaleLinear()
    .domain([0, 1])
    .range([HEIGHT - MARGIN.bottom, MARGIN.top]);
  const text = (at: { x: number; y: number; anchor?: string; bold?: boolean; turn?: boolean }, words: string) =>
    `<text x="${round(at.x)}" y="${round(at.y)}" text-anchor="${at.anchor ?? "start"}"${at.bold ? ' font-weight="600"' : ""}${at.turn ? ` transform="rotate(-90 ${round(at.x)} ${round(at.y)})"` : ""}>${escaped(words)}</text>`;
  const grid = [0, 0.25, 0.5, 0.75, 1].flatMap((value) => [
    `<line x1="${MARGIN.left}" x2="${WIDTH - MARGIN.right}" y1="${round(y(value))}" y2="${round(y(value))}" stroke="#888" stroke-opacity="0.3"/>`,
    text({ x: MARGIN.left - 8, y: y(value) + 4, anchor: "end" }, String(value)),
  ]);
  const ticks = xs.map((value) =>
    text({ x: x(value), y: HEIGHT - MARGIN.bottom + 18, anchor: "middle" }, String(value)),
  );
  const ends = spread(series.map(({ points }) => y(points.at(-1)?.y ?? 0)));
  const lines = series.flatMap(({ name, points }, i) => {
    const { colour, dash } = LOOKS[i % LOOKS.length]!;
    const path = drawLine<Series["points"][number]>(
      (point) => round(x(point.x)),
      (point) => round(y(point.y)),
    )([...points]);
    return [
      `<g stroke="${colour}" fill="none">`,
      ...points.map(
        (point) =>
          `<line x1="${round(x(point.x))}" x2="${round(x(point.x))}" y1="${round(y(point.low))}" y2="${round(y(point.high))}" stroke-opacity="0.5"/>`,
      ),
      `<path d="${path ?? ""}" stroke-width="2"${dash === "" ? "" : ` stroke-dasharray="${dash}"`}/>`,
      ...points.map((point) => `<circle cx="${round(x(point.x))}" cy="${round(y(point.y))}" r="3" fill="${colour}"/>`),
      "</g>",
      `<g fill="${colour}">${text({ x: WIDTH - MARGIN.right + 10, y: ends[i]! + 4 }, name)}</g>`,
    ];
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" role="img" font-family="system-ui, sans-serif" font-size="12">`,
    `<title>${escaped(title)}</title>`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>`,
    text({ x: MARGIN.left, y: 22, bold: true }, title),
    ...grid,
    ...ticks,
    text({ x: (MARGIN.left + WIDTH - MARGIN.right) / 2, y: HEIGHT - 10, anchor: "middle" }, xLabel),
    text({ x: 14, y: (MARGIN.top + HEIGHT - MARGIN.bottom) / 2, anchor: "middle", turn: true }, yLabel),
    ...lines,
    "</svg>\n",
  ].join("\n");
}

/** Heights for labels at the ends of lines, moved apart so that none covers another; the order stays. */
function spread(heights: readonly number[]): number[] {
  const order = [...heights.keys()].sort((a, b) => heights[a]! - heights[b]! || a - b);
  const placed = [...heights];
  let last = Number.NEGATIVE_INFINITY;
  for (const i of order) {
    placed[i] = Math.max(heights[i]!, last + LABEL_HEIGHT);
    last = placed[i]!;
  }
  // What ran below the axis moves up again, the lowest first.
  let next = HEIGHT - MARGIN.bottom + LABEL_HEIGHT;
  for (const i of order.reverse()) {
    placed[i] = Math.min(placed[i]!, next - LABEL_HEIGHT);
    next = placed[i]!;
  }
  return placed;
}

const round = (value: number): number => Math.round(value * 10) / 10;

const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
