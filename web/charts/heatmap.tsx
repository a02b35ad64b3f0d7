import { sum } from "d3";
import { formatCount, formatShare } from "../../src/text/figures.ts";
import type { QuietBand } from "./quiet-band.ts";

const DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

interface HeatmapProps {
  readonly title: string;
  /** 168 counts, Monday 00 first, in the zone that is named. */
  readonly counts: readonly number[];
  readonly zone: string;
  /** Hours of the day that are framed. */
  readonly band: QuietBand | null;
  /** With its numbers in sight. */
  readonly isTable: boolean;
}

/** Seven steps from nothing to `maxShare`; only none at all is step 0. */
function heatStep(share: number, maxShare: number): number {
  if (share <= 0 || maxShare <= 0) return 0;
  return Math.min(6, Math.max(1, Math.ceil((share / maxShare) * 6)));
}

/** Share of posts that the darkest step stands for: that of the busiest hour. */
export function largestShare(counts: readonly number[]): number {
  return Math.max(0, ...counts) / Math.max(1, sum(counts));
}

/** Hour by weekday, a real table: each cell says its own count to whoever cannot see its shade. */
export function Heatmap({ title, counts, zone, band, isTable }: HeatmapProps) {
  const total = sum(counts);
  const maxShare = largestShare(counts);
  return (
    <table class={isTable ? "heat numbers" : "heat"}>
      <caption class="sr">
        {title}: posts by hour and weekday, {zone}
      </caption>
      <colgroup>
        <col class="day" />
        <col span={24} />
      </colgroup>
      <tbody>
        {DAYS.map((day, dayIndex) => (
          <tr key={day}>
            <th scope="row">{day}</th>
            {Array.from({ length: 24 }, (_, hour) => {
              const count = counts[dayIndex * 24 + hour] ?? 0;
              const share = total === 0 ? 0 : count / total;
              const said = `${day} ${String(hour).padStart(2, "0")}–${String(hour + 1).padStart(2, "0")} h: ${formatCount(count)} posts, ${formatShare(share)}`;
              return (
                <td key={hour} class={`h${heatStep(share, maxShare)}${frameOf(band, hour, dayIndex)}`} title={said}>
                  <span class={isTable ? "hn" : "sr"}>{formatCount(count)}</span>
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
      <tfoot aria-hidden="true">
        <tr>
          <th />
          {Array.from({ length: 8 }, (_, index) => (
            <td key={String(index * 3)} colSpan={3}>
              {String(index * 3).padStart(2, "0")}
            </td>
          ))}
        </tr>
      </tfoot>
    </table>
  );
}

/** Class of the part of the frame around the quiet band that a cell carries. */
function frameOf(band: QuietBand | null, hour: number, day: number): string {
  if (band === null || (hour - band.from + 24) % 24 >= band.hours) return "";
  const isFirst = hour === band.from || hour === 0;
  const isLast = (hour + 1) % 24 === (band.from + band.hours) % 24 || hour === 23;
  return ` qb${isFirst ? " ql" : ""}${isLast ? " qr" : ""}${day === 0 ? " qt" : ""}${day === 6 ? " qd" : ""}`;
}

/** The key of one map. */
export function HeatKey({ maxShare }: { readonly maxShare: number }) {
  return (
    <span class="heatkey">
      0
      {[0, 1, 2, 3, 4, 5, 6].map((step) => (
        <i key={step} class={`h${step}`} />
      ))}
      {formatShare(maxShare)} of posts
    </span>
  );
}
