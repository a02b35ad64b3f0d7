import { closeSync, openSync, renameSync, writeSync } from "node:fs";
import { normal, type Random } from "../../src/math/random.ts";

/**
 * Synthetic share events, the same for both sides of the benchmark: `account_id,content_id,object_id,timestamp_share`.
 *
 * Objects are drawn by the law of Zipf and Mandelbrot (s = 0.8, shift 5, rows / 5 of them), accounts by Zipf's (s = 0.75, rows / 20). An object is born at a
 * moment of 30 days and shared after a log-normal delay (median 3 h, sigma 1.6). 3 % of the rows are planted: groups of 5 to 30
 * accounts that share an object within 30 s. Returns the number of bytes.
 */
export function writeEvents(path: string, rows: number, random: Random): number {
  const objects = Math.max(1, Math.round(rows / 5));
  const accounts = Math.max(30, Math.round(rows / 20));
  const drawObject = zipf(objects, 0.8, 5, random);
  const drawAccount = zipf(accounts, 0.75, 0, random);
  const born = Int32Array.from({ length: objects }, () => FIRST_S + Math.floor(random() * SPAN_S));
  const file = csvFile(path);
  let content = 0;
  const share = (account: number, object: number, timeS: number) => {
    file.line(`a${account},c${content++},o${object},${timeS}\n`);
  };
  const planted = Math.round(rows * PLANTED);
  while (content < rows - planted) {
    const object = drawObject();
    const delayS = MEDIAN_DELAY_S * Math.exp(SIGMA * normal(random));
    share(drawAccount(), object, born[object]! + Math.floor(delayS));
  }
  while (content < rows) {
    const size = Math.min(5 + Math.floor(random() * 26), rows - content);
    const first = Math.floor(random() * (accounts - size));
    const object = drawObject();
    const startS = FIRST_S + Math.floor(random() * SPAN_S);
    for (let i = 0; i < size; i++) share(first + i, object, startS + Math.floor(random() * 31));
  }
  return file.close();
}

const FIRST_S = 1_700_000_000;
const SPAN_S = 30 * 86_400;
const MEDIAN_DELAY_S = 3 * 3600;
const SIGMA = 1.6;
const PLANTED = 0.03;

/** Ranks 0..n-1 with P(rank k) proportional to (k + 1 + shift)^-s, by a search in the cumulated weights. */
function zipf(n: number, s: number, shift: number, random: Random): () => number {
  const upTo = new Float64Array(n);
  let sum = 0;
  for (let k = 0; k < n; k++) {
    sum += (k + 1 + shift) ** -s;
    upTo[k] = sum;
  }
  return () => {
    const u = random() * sum;
    let low = 0;
    let high = n - 1;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (upTo[middle]! <= u) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}

/** Appends in large pieces; the file has its name only once it is whole. */
function csvFile(path: string): { line(text: string): void; close(): number } {
  const half = `${path}.tmp`;
  const file = openSync(half, "w");
  const buffer = Buffer.allocUnsafe(1 << 22);
  let used = 0;
  let written = 0;
  const flush = () => {
    for (let from = 0; from < used; ) from += writeSync(file, buffer, from, used - from);
    written += used;
    used = 0;
  };
  const line = (text: string) => {
    if (used + text.length > buffer.length) flush();
    used += buffer.write(text, used, "latin1");
  };
  line("account_id,content_id,object_id,timestamp_share\n");
  return {
    line,
    close: () => {
      flush();
      closeSync(file);
      renameSync(half, path);
      return written;
    },
  };
}
