import { useEffect, useRef } from "preact/hooks";
import { formatCount, formatIndex, formatShare } from "../../src/text/figures.ts";
import { ThresholdCurve } from "../charts/threshold-curve.tsx";
import { formatStep } from "../state/levels.ts";
import { changeView, view } from "../state/place.ts";
import type { Found } from "../state/regroup-messages.ts";
import { curve } from "../state/regrouping.ts";
import { Head } from "./head.tsx";

interface CurvePanelProps {
  readonly kind: "q" | "objects";
  readonly steps: readonly number[];
  readonly at: number;
  readonly own: number;
  readonly found: Found | null;
  /** `isDone`: false while the knob is being dragged. */
  readonly onStep: (step: number, isDone: boolean) => void;
  readonly onKind: (kind: "q" | "objects") => void;
}

/** The slider, and under it what each of its steps would give: as curves or as a table. */
export function CurvePanel({ kind, steps, at, own, found, onStep, onKind }: CurvePanelProps) {
  const { isTable } = view.value;
  const { points } = curve.value;
  const todo = 2 * steps.length;
  // Each step is computed twice: its counts first, then its stability.
  const done = points.reduce(
    (sum, point) => sum + (point === undefined ? 0 : point.stability === undefined ? 1 : 2),
    0,
  );
  const said = `${ruleOf(kind, steps[at]!)}${found === null ? "" : `: ${formatCount(found.groups.length)} groups, ${formatCount(found.accounts)} accounts`}`;
  return (
    <section class="panel thpanel" aria-label="Groups and accounts against the threshold">
      <div class="phead">
        <h2>Threshold</h2>
        <fieldset class="seg sm" aria-label="What the slider moves">
          <button type="button" aria-pressed={kind === "q"} onClick={() => onKind("q")}>
            False discovery rate
          </button>
          <button
            type="button"
            aria-pressed={kind === "objects"}
            title="For those who know their data: raw weight, at the rate chosen"
            onClick={() => onKind("objects")}
          >
            Objects shared
          </button>
        </fieldset>
        <span class="grow" />
        <button type="button" class="btn sm" disabled={at === own} onClick={() => onStep(own, true)}>
          The case's own
        </button>
        <fieldset class="seg sm" aria-label="Chart or table">
          <button type="button" aria-pressed={!isTable} onClick={() => changeView({ isTable: false })}>
            Chart
          </button>
          <button type="button" aria-pressed={isTable} onClick={() => changeView({ isTable: true })}>
            Table
          </button>
        </fieldset>
      </div>
      <div class="thslider">
        <span class="cap" aria-hidden="true">
          {kind === "q" ? "surer" : "fewer objects"}
        </span>
        <span class="grow" />
        <span class="cap" aria-hidden="true">
          {kind === "q" ? "looser" : "more objects"}
        </span>
        <input
          id="threshold"
          type="range"
          aria-label={kind === "q" ? "Largest false discovery rate of a pair" : "Least number of objects of a pair"}
          aria-valuetext={said}
          min={0}
          max={steps.length - 1}
          step={1}
          value={at}
          onInput={(event) => onStep(Number(event.currentTarget.value), false)}
          onChange={(event) => onStep(Number(event.currentTarget.value), true)}
        />
      </div>
      {isTable ? (
        <CurveTable kind={kind} steps={steps} at={at} own={own} onPick={(step) => onStep(step, true)} />
      ) : (
        <ThresholdCurve
          kind={kind}
          steps={steps}
          points={points}
          at={at}
          own={own}
          onPick={(step) => onStep(step, true)}
        />
      )}
      <p class="cap thnote">
        {done < todo && <b>Computing the curves in the background, {formatShare(done / todo)} done. </b>}
        Stability: five groupings with seeds of their own, each without a fifth of the pairs, compared two by two (mean
        adjusted Rand index; 1: all the same, 0: as chance). It does not show whether groups are true.
        {kind === "q" && " Below 10⁻⁶ q only puts pairs in order: no null model is trusted further out."}
      </p>
    </section>
  );
}

/** `q ≤ 0.05`, `at least 5 objects`. */
export function ruleOf(kind: "q" | "objects", step: number): string {
  return kind === "q"
    ? `q ≤ ${formatStep(kind, step)}`
    : `at least ${formatStep(kind, step)} ${step === 1 ? "object" : "objects"}`;
}

function CurveTable({
  kind,
  steps,
  at,
  own,
  onPick,
}: Pick<CurvePanelProps, "kind" | "steps" | "at" | "own"> & { readonly onPick: (step: number) => void }) {
  const { points } = curve.value;
  const table = useRef<HTMLTableElement>(null);
  useEffect(() => {
    table.current?.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest" });
  }, [at]);
  return (
    <div class="wrap">
      <table ref={table} class="tbl thtable">
        <thead>
          <tr>
            <th scope="col">{kind === "q" ? "q at most" : "Objects at least"}</th>
            <Head label="Groups of 3 or more" isNumber />
            <Head label="Accounts in them" isNumber />
            <Head label="Pairs of accounts" isNumber />
            <Head label="Stability" isNumber />
          </tr>
        </thead>
        <tbody>
          {steps.map((step, index) => {
            const point = points[index];
            return (
              <tr key={step} aria-selected={index === at}>
                <td>
                  <button type="button" class="sort" onClick={() => onPick(index)}>
                    {formatStep(kind, step)}
                  </button>
                  {index === own && <span class="mute"> the case's own</span>}
                </td>
                <td class="num">{point === undefined ? "…" : formatCount(point.groups)}</td>
                <td class="num">{point === undefined ? "…" : formatCount(point.accounts)}</td>
                <td class="num">{point === undefined ? "…" : formatCount(point.pairs)}</td>
                <td class="num">
                  {point?.stability === undefined ? "…" : point.stability === null ? "–" : formatIndex(point.stability)}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
