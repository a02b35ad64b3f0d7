import { useEffect } from "preact/hooks";
import { pairOf } from "../../src/clusters/verdicts/line.ts";
import type { EvidenceAccount, PairAnswer, PairRow } from "../../src/corpus/evidence.ts";
import { LAYER_OF, OBJECT_NOUN, TRACE_NAMES, type TraceName } from "../../src/corpus/trace.ts";
import type { OverviewFile } from "../../src/exports/explorer.ts";
import {
  formatCount,
  formatDay,
  formatExpected,
  formatIndex,
  formatNumberOf,
  formatQ,
  formatWindow,
} from "../../src/text/figures.ts";
import { formatDelayAt, formatGapAt, grainOf } from "../../src/text/grain.ts";
import { Delays } from "../charts/delays.tsx";
import { LayerChip, Significance } from "../charts/marks.tsx";
import { NullPlot } from "../charts/null-plot.tsx";
import { Handle } from "../charts/said.tsx";
import { useSize } from "../charts/size.ts";
import { query, useAnswer } from "../state/answer.ts";
import { askedStretch } from "../state/moments.ts";
import { changeView, settled, view } from "../state/place.ts";
import { isCovered, isTyping } from "../state/typing.ts";
import { BrushNote } from "./brush-note.tsx";
import { ShortLabel } from "./label.tsx";
import { accountLink, pairLink } from "./links.ts";
import { Match } from "./match.tsx";
import { Notice, Wait } from "./notice.tsx";
import { accountSubject, nameOf, SubjectNotes } from "./subject-notes.tsx";
import { Timing } from "./timing.tsx";

/** Two accounts and one trace: their posts side by side, with the seconds between. */
export function PairPage({ overview }: { readonly overview: OverviewFile }) {
  const { trace, left, right } = view.value;
  const known = TRACE_NAMES.find((name) => name === trace);
  const answer = useAnswer<PairAnswer>(
    known === undefined ? null : query("pair", { trace: known, left, right, ...askedStretch(overview.timeline) }),
  );
  if (known === undefined) {
    return (
      <main class="panel pad">
        <Notice kind="error" title="This link names no trace.">
          Go back to a cluster and open one of its pairs.
        </Notice>
      </main>
    );
  }
  return <Wait answer={answer}>{(pair) => <Shown answer={pair} trace={known} overview={overview} />}</Wait>;
}

interface ShownProps {
  readonly answer: PairAnswer;
  readonly trace: TraceName;
  readonly overview: OverviewFile;
}

function Shown({ answer, trace, overview }: ShownProps) {
  const { matches, matchCount, windowMs } = answer;
  const current = Math.min(view.value.match, Math.max(0, matches.length - 1));
  const grainMs = grainOf(matches.flatMap((match) => [match.left.timeMs, match.right.timeMs]));
  // Wherever the mark came from: a key, undo, or a link to this place.
  useEffect(() => document.getElementById(`match-${current}`)?.scrollIntoView({ block: "nearest" }), [current, answer]);
  useEffect(() => {
    const step = (event: KeyboardEvent) => {
      if (isTyping(event.target) || isCovered() || event.ctrlKey || event.metaKey || event.altKey) return;
      const by = event.key === "j" ? 1 : event.key === "k" ? -1 : 0;
      if (by === 0) return;
      // Of the view, not of what is drawn: two keys within a frame are two steps.
      const last = matches.length - 1;
      changeView({ match: Math.max(0, Math.min(last, Math.min(last, view.value.match) + by)) }, false);
    };
    addEventListener("keydown", step);
    return () => removeEventListener("keydown", step);
  }, [matches]);
  return (
    <>
      <Head answer={answer} trace={trace} overview={overview} />
      <main class="pair">
        <Nulls answer={answer} current={current} grainMs={grainMs} />
        <section class="panel olistp" aria-label="Common objects">
          <div class="phead">
            <h2>{formatNumberOf(matchCount, "object")}</h2>
            <span class="mute">
              {matchCount > matches.length ? `${formatCount(matches.length)} rarest` : "rarest first"}
            </span>
            <span class="grow" />
            <kbd>k</kbd>
            <kbd>j</kbd>
          </div>
          <ol class="olist">
            <li class="hd" aria-hidden="true">
              <span class="num">#</span>
              <span>Object</span>
              <span class="num">Δt</span>
              <span class="num">bits</span>
            </li>
            {matches.map((match, index) => (
              <li key={match.object} aria-current={index === current ? "true" : undefined}>
                <button
                  type="button"
                  onClick={() => {
                    changeView({ match: index });
                    document.getElementById(`match-${index}`)?.scrollIntoView({ block: "start" });
                  }}
                >
                  <span class="num mute">{index + 1}</span>
                  <ShortLabel trace={trace} label={match.label} />
                  <span class="num ink nowrap">
                    {match.delayMs === 0 && grainMs >= 60_000 ? "0 min" : formatDelayAt(match.delayMs, grainMs)}
                  </span>
                  <span class="num mute">{match.bits.toFixed(1)}</span>
                </button>
              </li>
            ))}
          </ol>
          {matches.length > 0 && (
            <p class="cap bitsnote">
              Bits: how surprising it is that two accounts meet on it. 10 bits: of two drawn at random, once in about
              1,000 draws.
            </p>
          )}
        </section>
        <section class="panel pairs" aria-label="Posts side by side">
          <div class="who">
            <Account account={answer.left} />
            <div class="c">
              Δt = right − left
              <br />
              {grainMs >= 60_000 ? "UTC, to the minute" : "times in UTC"}
            </div>
            <Account account={answer.right} />
          </div>
          <BrushNote
            overview={overview}
            what={
              answer.pair === null
                ? `${formatNumberOf(matchCount, "object")} shared,`
                : `${formatCount(matchCount)} of ${formatNumberOf(answer.pair.objects, "object")} shared,`
            }
          />
          <div class="matches">
            {matches.map((match, index) => (
              <Match
                key={match.object}
                match={match}
                index={index}
                trace={trace}
                isCurrent={index === current}
                allAccounts={overview.accounts}
                cluster={view.value.cluster}
                grainMs={grainMs}
              />
            ))}
            {matches.length === 0 && (
              <Notice title="These two accounts share no object within the window.">
                They have no co-action in {trace} within {formatWindow(windowMs)}
                {settled.value.range !== null && " in the brushed time"}.
              </Notice>
            )}
            {matchCount > matches.length && (
              <Notice
                kind="warn"
                title={`${formatCount(matches.length)} of ${formatCount(matchCount)} objects are shown.`}
              >
                The rarest are shown; pairs.csv and the store hold all.
              </Notice>
            )}
          </div>
        </section>
      </main>
    </>
  );
}

function Head({ answer, trace, overview }: ShownProps) {
  const { pair } = answer;
  const count = pair?.objects ?? answer.matchCount;
  const noun = OBJECT_NOUN[trace][count === 1 ? 0 : 1];
  return (
    <header class="chead pairhead">
      <LayerChip letter={LAYER_OF[trace]} big />
      <h1>
        <b>
          {formatCount(count)} {noun}
        </b>{" "}
        <span class="sub">
          within {formatWindow(answer.windowMs)}
          {pair !== null && (
            <>
              , expected <b>{formatExpected(pair.expected)}</b>, <Significance value={pair.q} />
              {formatQ(pair.qFused) !== formatQ(pair.q) && (
                <span class="fused">
                  {" "}
                  (over all traces together <Significance value={pair.qFused} />)
                </span>
              )}
            </>
          )}
        </span>
      </h1>
      <span class="cap opt">
        {pair === null
          ? "not significant: not in the list of pairs"
          : `q over all ${formatCount(pairsOf(overview, trace))} pairs of this trace`}
      </span>
      <span class="grow" />
      <PairNotes answer={answer} />
      <span class="mute nowrap">The same two accounts:</span>
      {answer.others.length === 0 && <span class="nowrap">no other trace</span>}
      {answer.others.map((other) => (
        <Other key={other.trace} row={other} answer={answer} />
      ))}
    </header>
  );
}

/** What people say of the two, whatever the trace. */
function PairNotes({ answer: { left, right } }: { readonly answer: PairAnswer }) {
  return (
    <SubjectNotes
      subject={pairOf(accountSubject(left), accountSubject(right))}
      on={{ pair: [left.account, right.account] }}
      title={`${nameOf(left)} – ${nameOf(right)}`}
    />
  );
}

function pairsOf(overview: OverviewFile, trace: TraceName): number {
  return overview.traces.find((entry) => entry.trace === trace)?.pairsTested ?? overview.pairsTested;
}

function Other({ row, answer }: { readonly row: PairRow; readonly answer: PairAnswer }) {
  const trace = TRACE_NAMES.find((name) => name === row.trace);
  if (trace === undefined) return null;
  return (
    <a class="nowrap other" href={pairLink({ trace, a: answer.left.account, b: answer.right.account })}>
      <LayerChip letter={LAYER_OF[trace]} /> {formatCount(row.objects)} {OBJECT_NOUN[trace][row.objects === 1 ? 0 : 1]},{" "}
      <Significance value={row.q} />
    </a>
  );
}

/** The nulls, with the observed count on the scale of each, and every delay. */
function Nulls({
  answer,
  current,
  grainMs,
}: {
  readonly answer: PairAnswer;
  readonly current: number;
  readonly grainMs: number;
}) {
  const { pair, matches, windowMs } = answer;
  const [box, size] = useSize<HTMLDivElement>();
  const width = size === null ? 0 : Math.floor(size.width - 32);
  const leftFirst = matches.filter((match) => match.delayMs > 0).length;
  const rightFirst = matches.filter((match) => match.delayMs < 0).length;
  const neither = matches.length - leftFirst - rightFirst;
  return (
    <div class="nulls">
      <div class="nul" ref={box}>
        <h3>If each acted at its own rate</h3>
        {pair === null ? (
          <p>this pair was not kept: it is not significant</p>
        ) : (
          <>
            <p>
              expected {formatExpected(pair.expected)} · <Significance name="p" value={pair.p} /> by rarity,{" "}
              {formatQ(pair.pSharing)} by count
            </p>
            <span class="qv">
              <Significance value={pair.q} />
            </span>
            {width > 0 && <NullPlot observed={pair.objects} expected={pair.expected} width={width} />}
          </>
        )}
      </div>
      <div class="nul">
        <h3>If only the timing were chance</h3>
        {pair === null || pair.expectedTime === null || pair.pTime === null ? (
          <p class="wrapped">
            {pair === null
              ? "this pair was not kept: it is not significant"
              : "cannot tell: on each of these objects either all accounts met within the window or none did"}
          </p>
        ) : (
          <>
            <p>same objects, times drawn anew · expected {formatExpected(pair.expectedTime)}</p>
            <span class="qv">
              <Significance name="p" value={pair.pTime} />
            </span>
            {width > 0 && <NullPlot observed={pair.objects} expected={pair.expectedTime} width={width} />}
          </>
        )}
      </div>
      <Timing pair={pair} />
      <div class="nul">
        <h3>Time between the two posts</h3>
        <p>
          {pair !== null && `median ${formatGapAt(pair.medianGapMs, grainMs)} · `}first: left {formatCount(leftFirst)},
          right {formatCount(rightFirst)}
          {neither > 0 && `, neither ${formatCount(neither)}`}
          {answer.matchCount > matches.length && `, of the ${formatCount(matches.length)} shown`}
        </p>
        {width > 0 && (
          <Delays
            delaysMs={matches.map((match) => match.delayMs)}
            windowMs={windowMs}
            grainMs={grainMs}
            width={width}
            current={current}
          />
        )}
      </div>
    </div>
  );
}

function Account({ account }: { readonly account: EvidenceAccount }) {
  const facts = [
    account.createdMs === null ? null : `created ${formatDay(account.createdMs)}`,
    `${formatNumberOf(account.posts, "post")} here`,
    account.membership === null ? "in no cluster" : `membership ${formatIndex(account.membership)}`,
  ];
  return (
    <div class="acc">
      <a class="id" href={accountLink(account.account)}>
        <Handle handle={account.handle} id={account.accountId} />
      </a>{" "}
      <span class="mute">{facts.filter((fact) => fact !== null).join(" · ")}</span>
    </div>
  );
}
