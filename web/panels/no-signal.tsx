import { TRACE_NAMES } from "../../src/corpus/trace.ts";
import type { OverviewFile } from "../../src/exports/explorer.ts";
import { formatCount, formatNumberOf, formatQ, formatWindow } from "../../src/text/figures.ts";
import { visibleLine } from "../../src/text/visible.ts";
import { LayerChip } from "../charts/marks.tsx";
import { Facts } from "./facts.tsx";
import { Head } from "./head.tsx";
import { Caveats } from "./overview.tsx";

const STRINGS = [
  [18, 22],
  [37, 30],
  [56, 18],
  [75, 26],
  [94, 20],
] as const;
const LOOSE = [
  [15, 50],
  [42, 74],
  [52, 42],
  [82, 58],
  [98, 78],
] as const;

/** "No signal" is an answer, and has a page: what was looked at, and what this does not rule out. */
export function NoSignal({ overview }: { readonly overview: OverviewFile }) {
  const looked = overview.traces.filter((trace) => trace.actions > 0);
  const absent = TRACE_NAMES.filter((name) => !looked.some((trace) => trace.trace === name));
  const pairs = overview.pairsSignificant;
  return (
    <>
      <Facts overview={overview} />
      <main class="nosignal">
        <section class="hero">
          <svg width="112" height="96" viewBox="0 0 112 96" aria-hidden="true">
            <path d="M6 8h100" stroke="var(--ink)" stroke-width="2" stroke-linecap="round" />
            {STRINGS.map(([x, end]) => (
              <path key={x} d={`M${x} 8V${end}`} stroke="var(--ink)" stroke-width="1.6" stroke-linecap="round" />
            ))}
            {LOOSE.map(([x, y]) => (
              <circle key={x} cx={x} cy={y} r="6" fill="none" stroke="var(--ink-3)" stroke-width="1.6" />
            ))}
          </svg>
          <div>
            <h1>{overview.pairsTested === 0 ? "Cannot tell: nothing to test." : "No coordinated cluster found."}</h1>
            <p>
              {overview.pairsTested === 0
                ? "Nothing in these posts is shared by two accounts often enough"
                : pairs === 0
                  ? `Of ${formatNumberOf(overview.pairsTested, "pair")} tested, none acted together more than innocent accounts would`
                  : `Of ${formatNumberOf(overview.pairsTested, "pair")} tested, ${formatCount(pairs)} acted together more than innocent accounts would, but they form no cluster`}{" "}
              (<i class="sym">q</i> ≤ {formatQ(overview.q)}, at least {overview.minObjects} distinct objects).{" "}
              {overview.pairsTested === 0
                ? "That says something about this export, nothing about the accounts."
                : "That is a finding about these posts and these windows; a smaller or quieter group may stay unseen."}
            </p>
          </div>
        </section>
        <section class="panel sec">
          <div class="phead">
            <h2>What was looked at</h2>
            <span class="mute">
              {formatNumberOf(looked.length, "trace")} of {TRACE_NAMES.length}
            </span>
          </div>
          <table class="tbl looked">
            <thead>
              <tr>
                <Head label="Trace" />
                <Head label="Window" isNumber />
                <Head label="Actions" isNumber />
                <Head label="Objects" isNumber />
                <Head label="Pairs tested" isNumber />
                <Head label="Pairs that met" isNumber />
                <Head label="Significant" isNumber />
                <Head label="Outcome" isNumber />
              </tr>
            </thead>
            <tbody>
              {looked.map((trace) => (
                <tr key={trace.trace}>
                  <td class="ink">
                    <LayerChip letter={trace.layer} /> {trace.trace}
                  </td>
                  <td class="num">{formatWindow(trace.windowMs)}</td>
                  <td class="num">{formatCount(trace.actions)}</td>
                  <td class="num">{formatCount(trace.objects)}</td>
                  <td class="num">{formatCount(trace.pairsTested)}</td>
                  <td class="num">{formatCount(trace.pairsCandidate)}</td>
                  <td class="num ink">{formatCount(trace.pairsSignificant)}</td>
                  <td class="num ink">{trace.pairsSignificant === 0 ? "looked, none" : "pairs, no cluster"}</td>
                </tr>
              ))}
              {absent.length > 0 && (
                <tr class="na">
                  <td colSpan={7}>{absent.join(", ")}</td>
                  <td class="num">none shared</td>
                </tr>
              )}
            </tbody>
          </table>
        </section>
        <section class="panel sec">
          <div class="phead">
            <h2>What you can do next</h2>
          </div>
          <ol class="next">
            <li>
              <span class="ink">Add a day before and after the event</span>
              <span class="cap">more posts</span>
            </li>
            <li>
              <span class="ink">Bring picture hashes, targets or links the export left out</span>
              <span class="mono cap">--map</span>
            </li>
            <li>
              <span class="ink">Widen the window of every trace, and expect more rivals</span>
              <span class="mono cap">--window 2d</span>
            </li>
            <li>
              <span class="ink">Search accounts, texts and sites you already suspect</span>
              <kbd>/</kbd>
            </li>
          </ol>
          <div class="phead">
            <h2>What came in</h2>
          </div>
          <ol class="next">
            <li>
              <span class="ink">
                {formatNumberOf(overview.posts, "post")} by {formatNumberOf(overview.accounts, "account")}
              </span>
              <span class="cap">{formatCount(overview.rowsKept)} rows kept</span>
            </li>
            {overview.rejected.map((entry) => (
              <li key={entry.code}>
                <span class="ink">{visibleLine(entry.reason)}</span>
                <span class="cap">{formatNumberOf(entry.rows, "row")} rejected</span>
              </li>
            ))}
          </ol>
        </section>
        <Caveats overview={overview} />
      </main>
    </>
  );
}
