import { ALWAYS_MS } from "../corpus/trace.ts";

/**
 * How numbers are written for people: the same on screen, in summaries and in captions. Real minus signs, exact counts, no bare zeros
 * where a bound is meant. Nothing here rounds a number that is computed with later.
 */

const SUPERSCRIPT = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** Below this a q or p is written as a bound: no null model is trusted further out. */
export const Q_FLOOR = 1e-6;

/** `0.003`, `2×10⁻⁵` below 0.001, `< 10⁻⁶` as floor, `–` when not measured. */
export function formatQ(q: number | null): string {
  if (q === null || Number.isNaN(q)) return "–";
  if (q < Q_FLOOR) return `< ${powerOfTen(-6)}`;
  if (q >= 0.1) return trimZeros(q.toFixed(2));
  // 0.0009996 would round to 0.001, so the border is where rounding puts it.
  if (q >= 0.0009995) return trimZeros(q.toFixed(3));
  const [mantissa = "1", exponent = "0"] = q.toExponential(0).split("e");
  return mantissa === "1" ? powerOfTen(Number(exponent)) : `${mantissa}×${powerOfTen(Number(exponent))}`;
}

/** For sentences: `= 0.003` or `< 10⁻⁶`, so that no sentence reads "q = < 10⁻⁶". */
export function formatRelation(q: number | null): string {
  const text = formatQ(q);
  return text.startsWith("<") ? text : `= ${text}`;
}

/** Exact, in full, thousands parted by commas; a real minus sign. */
export function formatCount(count: number): string {
  return COUNTS.format(count).replace("-", "−");
}

/** Made once: `toLocaleString` with options makes one for every number, which a table of a thousand cells feels. */
const COUNTS = new Intl.NumberFormat("en-US", { maximumFractionDigits: 0 });

/** One decimal below 10, whole above; `< 0.1` for what would round to nothing but is not nothing. */
export function formatExpected(expected: number | null): string {
  if (expected === null || Number.isNaN(expected)) return "–";
  if (expected > 0 && expected < 0.05) return "< 0.1";
  return expected < 9.95 ? expected.toFixed(1) : formatCount(expected);
}

/** Whole percent, one decimal below 2%; `0%` only for none. */
export function formatShare(share: number): string {
  const percent = share * 100;
  if (percent === 0) return "0%";
  if (percent < 0.05) return "< 0.1%";
  return percent < 1.95 ? `${percent.toFixed(1)}%` : `${percent.toFixed(0)}%`;
}

/** Indices from 0 to 1: two decimals. */
export function formatIndex(index: number): string {
  return index.toFixed(2);
}

/** Signed: `−9 s`, `+14 s`, `+2 min 05 s`, `+3 h 10 min`, `+2 d 4 h`; `0 s` has no sign. */
export function formatDelay(delayMs: number): string {
  if (delayMs === 0) return "0 s";
  return `${delayMs < 0 ? "−" : "+"}${formatGap(Math.abs(delayMs))}`;
}

/** Unsigned length of time: `14 s`, `2 min 05 s`, `3 h 10 min`, `2 d 4 h`; below one second `0.4 s`. */
export function formatGap(gapMs: number): string {
  const gap = Math.abs(gapMs);
  if (gap < 1000 && gap > 0) return `${(gap / 1000).toFixed(1)} s`;
  const seconds = Math.round(gap / 1000);
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) {
    const rest = seconds % 60;
    return rest === 0 ? `${minutes} min` : `${minutes} min ${String(rest).padStart(2, "0")} s`;
  }
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return minutes % 60 === 0 ? `${hours} h` : `${hours} h ${String(minutes % 60).padStart(2, "0")} min`;
  const days = Math.floor(hours / 24);
  return hours % 24 === 0 ? `${formatCount(days)} d` : `${formatCount(days)} d ${hours % 24} h`;
}

/** A window, as the rule that it is: `60 s`, `5 min`, `6 h`, `1 d`. */
export function formatWindow(windowMs: number): string {
  if (windowMs >= ALWAYS_MS) return "any length of time";
  // The classic window is called sixty seconds by everybody, not a minute.
  return windowMs === 60_000 ? "60 s" : formatGap(windowMs);
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** `17 Nov 2015`, in UTC. */
export function formatDay(timeMs: number): string {
  const date = new Date(timeMs);
  return `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()] ?? "?"} ${date.getUTCFullYear()}`;
}

/** `14:02:31`, in UTC. */
export function formatClock(timeMs: number): string {
  const date = new Date(timeMs);
  return [date.getUTCHours(), date.getUTCMinutes(), date.getUTCSeconds()]
    .map((part) => String(part).padStart(2, "0"))
    .join(":");
}

/** `17 Nov 2015 14:02:31`, in UTC; the page names the zone once. */
export function formatTime(timeMs: number): string {
  return `${formatDay(timeMs)} ${formatClock(timeMs)}`;
}

/** `1–30 Nov 2015`, `29 Oct – 2 Nov 2015`, `30 Dec 2015 – 2 Jan 2016`, one day alone when it is one. */
export function formatSpan(firstMs: number, lastMs: number): string {
  const first = new Date(firstMs);
  const last = new Date(lastMs);
  const end = formatDay(lastMs);
  if (formatDay(firstMs) === end) return end;
  if (first.getUTCFullYear() !== last.getUTCFullYear()) return `${formatDay(firstMs)} – ${end}`;
  if (first.getUTCMonth() !== last.getUTCMonth()) {
    return `${first.getUTCDate()} ${MONTHS[first.getUTCMonth()] ?? "?"} – ${end}`;
  }
  return `${first.getUTCDate()}–${end}`;
}

/** `1 account`, `1,284 accounts`. */
export function formatNumberOf(count: number, one: string, many = `${one}s`): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`;
}

function powerOfTen(exponent: number): string {
  const digits = [...String(Math.abs(exponent))].map((digit) => SUPERSCRIPT[Number(digit)] ?? "").join("");
  return `10${exponent < 0 ? "⁻" : ""}${digits}`;
}

function trimZeros(decimal: string): string {
  return decimal.includes(".") ? decimal.replace(/0+$/, "").replace(/\.$/, "") : decimal;
}
