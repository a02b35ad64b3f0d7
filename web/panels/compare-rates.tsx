import type { CompareSide } from "../../src/corpus/compare.ts";
import { formatCount, formatNumberOf, formatShare } from "../../src/text/figures.ts";
import { Head } from "./head.tsx";

interface RatesTableProps {
  readonly left: CompareSide;
  readonly right: CompareSide;
  readonly isRandom: boolean;
}

interface Measure {
  readonly what: string;
  readonly how: string;
  readonly value: (side: CompareSide) => number | null;
  readonly say: (value: number) => string;
  readonly count: (side: CompareSide) => string;
}

const MEASURES: readonly Measure[] = [
  {
    what: "Pairs that are significant",
    how: "of all pairs of accounts there could be, in any trace",
    value: ({ rates }) => ratio(rates.significant, rates.pairs),
    say: formatShare,
    count: ({ rates }) => `${formatCount(rates.significant)} of ${formatCount(rates.pairs)}`,
  },
  perPair("Same post passed on or answered", "times that a pair did, per pair, whenever it was", "sameTarget"),
  perPair("Same site linked", "sites in common, per pair", "sameSite"),
  perPair("Word for word the same text", "of 40 characters or more, per pair", "sameText"),
  {
    what: "Posts that link to a site",
    how: "of all posts",
    value: ({ rates, posts }) => ratio(rates.linking, posts),
    say: formatShare,
    count: ({ rates }) => `${formatCount(rates.linking)}, ${formatNumberOf(rates.sites, "site")}`,
  },
];

/** Times that two accounts of a side did the same, for each pair there could be. */
function perPair(what: string, how: string, times: "sameTarget" | "sameSite" | "sameText"): Measure {
  return {
    what,
    how,
    value: ({ rates }) => ratio(rates[times], rates.pairs),
    say: formatRate,
    count: ({ rates }) => formatCount(rates[times]),
  };
}

function ratio(part: number, all: number): number | null {
  return all === 0 ? null : part / all;
}

/** The same counts for both sides, straight from the posts. */
export function RatesTable({ left, right, isRandom }: RatesTableProps) {
  return (
    <section aria-label="The same measurements">
      <div class="phead">
        <h2>The same measurements</h2>
        <span class="mute">
          straight from the posts: no window, no threshold{isRandom && "; right: what is ordinary here"}
        </span>
      </div>
      <table class="tbl rates">
        <thead>
          <tr>
            <Head label="What" />
            <Head label="Left" isNumber />
            <Head label="Right" isNumber />
            <Head label="Left, right" />
          </tr>
        </thead>
        <tbody>
          {MEASURES.map((measure) => {
            const [a, b] = [measure.value(left), measure.value(right)];
            const max = Math.max(a ?? 0, b ?? 0);
            return (
              <tr key={measure.what}>
                <th scope="row">
                  {measure.what} <span class="mute">{measure.how}</span>
                </th>
                <Cell measure={measure} side={left} />
                <Cell measure={measure} side={right} />
                <td aria-hidden="true">
                  <Twin left={a ?? 0} right={b ?? 0} max={max} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

function Cell({ measure, side }: { readonly measure: Measure; readonly side: CompareSide }) {
  const value = measure.value(side);
  return (
    <td class="num nowrap">
      <b>{value === null ? "–" : measure.say(value)}</b> <span class="mute">{measure.count(side)}</span>
    </td>
  );
}

/** Two bars on one scale: left filled, right outlined. */
export function Twin({ left, right, max }: { readonly left: number; readonly right: number; readonly max: number }) {
  const width = (value: number) => `${max === 0 ? 0 : Math.max(value > 0 ? 1 : 0, (100 * value) / max)}%`;
  return (
    <span class="twin">
      <i class={left === 0 ? "nil" : ""} style={{ width: width(left) }} />
      <i class={right === 0 ? "nil" : "hollow"} style={{ width: width(right) }} />
    </span>
  );
}

/** Three digits that mean something, also far below one. */
function formatRate(rate: number): string {
  if (rate === 0) return "0";
  return rate < 0.001 ? "< 0.001" : rate < 10 ? rate.toPrecision(2) : formatCount(rate);
}
