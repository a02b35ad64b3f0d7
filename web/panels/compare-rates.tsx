import type { CompareSide } from "../../src/corpus/compare.ts";
import { formatCount, formatShare } from "../../src/text/figures.ts";
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

const perPair = (times: number, side: CompareSide) => (side.rates.pairs === 0 ? null : times / side.rates.pairs);
const perPost = (posts: number, side: CompareSide) => (side.posts === 0 ? null : posts / side.posts);

const MEASURES: readonly Measure[] = [
  {
    what: "Pairs that are significant",
    how: "of all pairs of accounts there could be, in any trace",
    value: (side) => perPair(side.rates.significant, side),
    say: formatShare,
    count: (side) => `${formatCount(side.rates.significant)} of ${formatCount(side.rates.pairs)}`,
  },
  {
    what: "Same post passed on or answered",
    how: "times that a pair did, per pair, whenever it was",
    value: (side) => perPair(side.rates.sameTarget, side),
    say: formatRate,
    count: (side) => formatCount(side.rates.sameTarget),
  },
  {
    what: "Same site linked",
    how: "sites in common, per pair",
    value: (side) => perPair(side.rates.sameSite, side),
    say: formatRate,
    count: (side) => formatCount(side.rates.sameSite),
  },
  {
    what: "Word for word the same text",
    how: "of 40 characters or more, per pair",
    value: (side) => perPair(side.rates.sameText, side),
    say: formatRate,
    count: (side) => formatCount(side.rates.sameText),
  },
  {
    what: "Posts that link to a site",
    how: "of all posts",
    value: (side) => perPost(side.rates.linking, side),
    say: formatShare,
    count: (side) => `${formatCount(side.rates.linking)}, ${formatCount(side.rates.sites)} sites`,
  },
];

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
                <td class="num nowrap">
                  <b>{a === null ? "–" : measure.say(a)}</b> <span class="mute">{measure.count(left)}</span>
                </td>
                <td class="num nowrap">
                  <b>{b === null ? "–" : measure.say(b)}</b> <span class="mute">{measure.count(right)}</span>
                </td>
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
