import type { CompareAnswer } from "../../src/corpus/compare.ts";
import { formatCount, formatDay, formatShare } from "../../src/text/figures.ts";
import { useSize } from "../charts/size.ts";
import { Head } from "./head.tsx";

const HEIGHT = 56;

/** When both sides posted: one axis for time and one for the hour of the day, each side as shares of its own posts. */
export function CompareTime({ found }: { readonly found: CompareAnswer }) {
  const { left, right, startMs, binMs } = found;
  const both = left.time.filter((count, bin) => count > 0 && (right.time[bin] ?? 0) > 0).length;
  const either = left.time.filter((count, bin) => count > 0 || (right.time[bin] ?? 0) > 0).length;
  const dayOf = (bin: number) => formatDay(startMs + bin * binMs);
  return (
    <section aria-label="When they post">
      <div class="phead">
        <h2>When they post</h2>
        <span class="mute">
          share of each side's posts, UTC; both posted in {formatCount(both)} of {formatCount(either)} stretches in
          which either did
        </span>
      </div>
      <div class="comparetime">
        <Bars
          title="Time"
          left={left.time}
          right={right.time}
          from={dayOf(0)}
          to={dayOf(left.time.length)}
          nameOf={dayOf}
        />
        <Bars
          title="Hour of the day"
          left={left.hours}
          right={right.hours}
          from="00 h"
          to="24 h"
          nameOf={(hour) => `${String(hour).padStart(2, "0")} h`}
        />
      </div>
      <p class="cap">A quiet band is not a location. Hours are free to forge: a scheduler sets them.</p>
    </section>
  );
}

interface BarsProps {
  readonly title: string;
  readonly left: readonly number[];
  readonly right: readonly number[];
  readonly from: string;
  readonly to: string;
  readonly nameOf: (bin: number) => string;
}

function Bars({ title, left, right, from, to, nameOf }: BarsProps) {
  const [box, size] = useSize<HTMLDivElement>();
  const width = size?.width ?? 400;
  const [a, b] = [sharesOf(left), sharesOf(right)];
  const max = Math.max(...a, ...b, Number.EPSILON);
  const step = width / left.length;
  return (
    <figure class="cbars">
      <div ref={box}>
        <svg
          width={width}
          height={HEIGHT * 2 + 26}
          role="img"
          aria-label={`${title}: left above, right below; the table holds the same`}
        >
          {[a, b].map((shares, side) => (
            <g key={side === 0 ? "left" : "right"} transform={`translate(0 ${side * (HEIGHT + 6)})`}>
              {shares.map((share, bin) => (
                <rect
                  key={nameOf(bin) + String(bin)}
                  class={side === 0 ? "solid" : "hollow"}
                  x={bin * step + 0.5}
                  width={Math.max(1, step - 1)}
                  y={HEIGHT - (share / max) * (HEIGHT - 14)}
                  height={(share / max) * (HEIGHT - 14)}
                />
              ))}
              <line x1="0" x2={width} y1={HEIGHT} y2={HEIGHT} stroke="var(--line-strong)" />
              <text y="10">{side === 0 ? "left" : "right"}</text>
            </g>
          ))}
          <text y={HEIGHT * 2 + 22} class="t10">
            {from}
          </text>
          <text y={HEIGHT * 2 + 22} x={width} text-anchor="end" class="t10">
            {to}
          </text>
        </svg>
      </div>
      <details>
        <summary class="cap">
          {title} as a table; highest bar {formatShare(max)} of a side's posts
        </summary>
        <table class="tbl">
          <thead>
            <tr>
              <th scope="col">{title}</th>
              <Head label="Left" isNumber />
              <Head label="Right" isNumber />
            </tr>
          </thead>
          <tbody>
            {left.map((count, bin) => (
              <tr key={nameOf(bin) + String(bin)}>
                <td>{nameOf(bin)}</td>
                <td class="num">{formatCount(count)}</td>
                <td class="num">{formatCount(right[bin] ?? 0)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}

function sharesOf(counts: readonly number[]): readonly number[] {
  const all = Math.max(
    1,
    counts.reduce((sum, count) => sum + count, 0),
  );
  return counts.map((count) => count / all);
}
