import { useEffect, useMemo, useState } from "preact/hooks";
import type { Choice } from "../../src/clusters/regroup.ts";
import type { OverviewFile } from "../../src/exports/explorer.ts";
import { formatCount, formatIndex, formatNumberOf } from "../../src/text/figures.ts";
import { DiscMap } from "../map/disc-map.tsx";
import { formatLevel, levelSteps, objectSteps } from "../state/levels.ts";
import { changeView, view } from "../state/place.ts";
import type { Found, Outline } from "../state/regroup-messages.ts";
import { askGroups, fault, found as foundGroups, outline, startRegrouping } from "../state/regrouping.ts";
import { Notice, Wait } from "./notice.tsx";
import { CurvePanel, ruleOf } from "./threshold-curve-panel.tsx";
import { ThresholdGroups } from "./threshold-groups.tsx";
import { ThresholdLayers } from "./threshold-layers.tsx";

/** Which groups there would be at another threshold, and how much hangs on the choice. */
export function ThresholdPage({ overview }: { readonly overview: OverviewFile }) {
  useEffect(() => startRegrouping(overview.q, overview.seed), [overview]);
  const answer =
    fault.value !== null
      ? ({ state: "failed", error: fault.value } as const)
      : outline.value === null
        ? ({ state: "waiting" } as const)
        : ({ state: "done", value: outline.value } as const);
  return (
    <Wait answer={answer}>
      {(known) => (known.rows === 0 ? <NoPairs /> : <Threshold overview={overview} known={known} />)}
    </Wait>
  );
}

function NoPairs() {
  return (
    <main class="panel pad">
      <Notice kind="unknown" title="This case holds no pair of accounts.">
        So there is nothing to group at any threshold. The overview says what was tested, and what could have been seen.
      </Notice>
    </main>
  );
}

interface ThresholdProps {
  readonly overview: OverviewFile;
  readonly known: Outline;
}

function Threshold({ overview, known }: ThresholdProps) {
  const { off, least } = view.value;
  /** Step under the knob while it is dragged: the view, and with it the history, changes when it is let go. */
  const [dragged, setDragged] = useState<number | null>(null);
  const kind = least === null ? "q" : "objects";
  const ownLevel = Math.min(overview.q, known.completeTo);
  const level = Math.min(view.value.level ?? ownLevel, known.completeTo);
  const objects = Math.max(known.fewestObjects, Math.min(least ?? known.fewestObjects, known.mostObjects));
  const steps = useMemo(
    () =>
      kind === "q"
        ? levelSteps(known.smallest, known.completeTo, [ownLevel, level])
        : objectSteps(known.fewestObjects, known.mostObjects, [objects]),
    [kind, known, ownLevel, level, objects],
  );
  const own = steps.indexOf(kind === "q" ? ownLevel : known.fewestObjects);
  const at = Math.min(dragged ?? steps.indexOf(kind === "q" ? level : objects), steps.length - 1);
  const choiceOf = (step: number): Choice =>
    kind === "q" ? { level: step, leastObjects: known.fewestObjects, off } : { level, leastObjects: step, off };
  useEffect(() => {
    const choices = steps.map(choiceOf);
    askGroups({ choice: choices[at]!, curve: { key: JSON.stringify(choices), steps: choices, at } });
  }, [steps, at, off, level]);
  useEffect(() => document.getElementById("threshold")?.focus({ preventScroll: true }), []);
  const found = foundGroups.value;
  const kept = useMemo(
    () =>
      new Set(
        overview.clusters
          .filter((_, i) => found === null || found.fates[i] !== "dissolved")
          .map((one) => one.clusterId),
      ),
    [overview, found],
  );
  const pick = (step: number, isDone: boolean) => {
    setDragged(isDone ? null : step);
    if (!isDone) return;
    const value = steps[step]!;
    if (kind === "q") changeView({ level: value === ownLevel ? null : value });
    else changeView({ least: value });
  };
  return (
    <>
      <section class="thhead" aria-label="What this threshold gives">
        <h1>
          <span role="status" aria-live="polite" data-took-ms={found?.tookMs.toFixed(1)}>
            <Statement found={found} kind={kind} />
          </span>
        </h1>
        <Standing overview={overview} known={known} found={found} ownLevel={ownLevel} />
      </section>
      <main class="threshold">
        <div class="thmain">
          <CurvePanel
            kind={kind}
            steps={steps}
            at={at}
            own={own}
            found={found}
            onStep={pick}
            onKind={(next) => changeView({ least: next === "q" ? null : known.fewestObjects })}
          />
          {found === null ? (
            <section class="panel" aria-busy="true" />
          ) : (
            <ThresholdGroups overview={overview} found={found} />
          )}
        </div>
        <div class="thside">
          <section class="panel map" aria-label="Map">
            <div class="phead">
              <h2>The case's clusters</h2>
              <span class="mute">in their places; faded: dissolved at this threshold</span>
            </div>
            <DiscMap overview={overview} kept={kept} selected={null} />
          </section>
          <ThresholdLayers overview={overview} found={found} />
        </div>
      </main>
    </>
  );
}

function Statement({ found, kind }: { readonly found: Found | null; readonly kind: "q" | "objects" }) {
  if (found === null) return <span class="mute">Grouping …</span>;
  const { level, leastObjects } = found.choice;
  return (
    <>
      <span class="sub">
        {kind === "objects" && `${ruleOf("objects", leastObjects)}, `}
        <span class="sym">q</span> ≤ {formatLevel(level)}:
      </span>{" "}
      {formatNumberOf(found.groups.length, "group")} of three or more, {formatNumberOf(found.accounts, "account")}
      <span class="sub">
        , {formatCount(found.pairs)} pairs of accounts, {formatCount(found.inside)} of them inside groups
      </span>
    </>
  );
}

/** What the groups on this page are worth, and what of the case they leave out. */
function Standing({
  overview,
  known,
  found,
  ownLevel,
}: ThresholdProps & { readonly found: Found | null; readonly ownLevel: number }) {
  const isOwn =
    found !== null &&
    found.choice.level === ownLevel &&
    found.choice.leastObjects === known.fewestObjects &&
    found.choice.off.length === 0;
  const reruns = overview.control?.reruns ?? 0;
  return (
    <p class="thstand">
      <b>{isOwn ? "The case's own level, grouped once." : "Exploration, not findings."}</b>{" "}
      {reruns === 0
        ? "What the case says of its clusters holds at its own level"
        : `The ${formatCount(reruns)} reruns on shuffled data tested the case's own level`}
      , <span class="sym">q</span> ≤ {formatLevel(overview.q)}. Groups here come of one quick grouping of the pairs that
      stay, without rivals and without a test, so they need not be the case's clusters.
      {found !== null && overview.clusters.length > 0 && (
        <>
          {" "}
          They agree with the case's clusters to <b>{formatIndex(found.agreement)}</b> (adjusted Rand index).
        </>
      )}{" "}
      {limitsOf(known, view.value.range !== null).join(" ")}
    </p>
  );
}

function limitsOf({ total, rows, completeTo, lessSure }: Outline, isBrushed: boolean): string[] {
  const limits: string[] = [];
  if (rows < total) {
    limits.push(
      `Of ${formatCount(total)} pairs the ${formatCount(rows)} surest are here; the slider ends where they do.`,
    );
  } else if (completeTo < 1) {
    limits.push(
      `The case holds all pairs up to ${ruleOf("q", completeTo)}; for looser ones write it with --all-pairs.`,
    );
  }
  if (isBrushed) limits.push("The brush does not apply: a pair's q is that of all of the time.");
  if (lessSure > 0)
    limits.push(`${formatNumberOf(lessSure, "less sure pair")} of the case ${lessSure === 1 ? "is" : "are"} not used.`);
  return limits;
}
