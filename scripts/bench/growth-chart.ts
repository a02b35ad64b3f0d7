import { line as drawLine, max, min, scaleLog } from "d3";

export interface GrowthSeries {
  readonly name: string;
  readonly points: readonly { readonly rows: number; readonly seconds: number }[];
}

const [WIDTH, HEIGHT] = [640, 340];
const MARGIN = { top: 40, right: 110, bottom: 48, left: 64 };
/** Told apart by dashes too, so that no meaning hangs on colour alone. */
const LOOKS = [
  { colour: "#1b6ca8", dash: "" },
  { colour: "#b3541e", dash: "6 3" },
];

/** Time against size, both logarithmic: proportional growth is the dotted slope. Plain SVG, no script, readable on any ground. */
export function growthChart(title: string, series: readonly GrowthSeries[]): string {
  const all = series.flatMap(({ points }) => points);
  const rows = [...new Set(all.map((point) => point.rows))].sort((a, b) => a - b);
  const x = scaleLog([rows[0]!, rows.at(-1)!], [MARGIN.left, WIDTH - MARGIN.right]);
  const y = scaleLog(
    [min(all, (point) => point.seconds)! / 1.5, max(all, (point) => point.seconds)! * 1.5],
    [HEIGHT - MARGIN.bottom, MARGIN.top],
  );
  const text = (atX: number, atY: number, anchor: string, words: string) =>
    `<text x="${round(atX)}" y="${round(atY)}" text-anchor="${anchor}">${words}</text>`;
  const first = series[0]!.points[0]!;
  const proportional = rows.map((value): [number, number] => [x(value), y(first.seconds * (value / first.rows))]);
  const ticks = y
    .ticks(4)
    .filter((value) => Number.isInteger(Math.log10(value)) || /^[25]/.test(value.toExponential()));
  return `${[
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" font-family="system-ui, sans-serif" font-size="12" fill="#777" role="img" aria-label="${title}">`,
    text(MARGIN.left, 20, "start", title),
    ...ticks.flatMap((value) => [
      `<line x1="${MARGIN.left}" x2="${WIDTH - MARGIN.right}" y1="${round(y(value))}" y2="${round(y(value))}" stroke="#888" stroke-opacity="0.3"/>`,
      text(MARGIN.left - 8, y(value) + 4, "end", `${value} s`),
    ]),
    ...rows.map((value) => text(x(value), HEIGHT - MARGIN.bottom + 18, "middle", `${value / 1e6} M`)),
    text((MARGIN.left + WIDTH - MARGIN.right) / 2, HEIGHT - 8, "middle", "rows"),
    `<path d="${drawLine()(proportional) ?? ""}" fill="none" stroke="#888" stroke-dasharray="2 4"/>`,
    text(proportional.at(-1)![0] + 6, proportional.at(-1)![1] - 8, "start", "proportional"),
    ...series.flatMap(({ name, points }, i) => {
      const { colour, dash } = LOOKS[i % LOOKS.length]!;
      const path = drawLine()(points.map((point): [number, number] => [x(point.rows), y(point.seconds)]));
      const last = points.at(-1)!;
      return [
        `<path d="${path ?? ""}" fill="none" stroke="${colour}" stroke-width="2"${dash === "" ? "" : ` stroke-dasharray="${dash}"`}/>`,
        ...points.map(
          (point) => `<circle cx="${round(x(point.rows))}" cy="${round(y(point.seconds))}" r="3" fill="${colour}"/>`,
        ),
        `<g fill="${colour}">${text(x(last.rows) + 6, y(last.seconds) + 12, "start", name)}</g>`,
      ];
    }),
    "</svg>",
  ].join("\n")}\n`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
