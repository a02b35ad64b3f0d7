import type { ComponentChildren } from "preact";
import type { OverviewFile } from "../../src/exports/explorer.ts";
import { formatCount, formatNumberOf, formatQ, formatSpan, formatWindow } from "../../src/text/figures.ts";
import { FileName } from "../charts/said.tsx";

/** What a case rests on: input, rejected rows, pairs tested, rules. */
export function Facts({ overview }: { readonly overview: OverviewFile }) {
  const [input] = overview.inputs;
  const rejected = overview.rejected.reduce((sum, entry) => sum + entry.rows, 0);
  const windows = [...new Set(overview.traces.map((trace) => trace.windowMs))].sort((a, b) => a - b);
  const inputs = overview.inputs.map(
    (entry) => `${entry.path} (${entry.format}, ${formatCount(entry.rows)} rows, sha256 ${entry.sha256})`,
  );
  const reasons = overview.rejected.map((entry) => `${formatCount(entry.rows)}: ${entry.reason}`);
  const span =
    overview.firstMs === null || overview.lastMs === null ? "–" : formatSpan(overview.firstMs, overview.lastMs);
  return (
    <dl class="facts" aria-label="What this case rests on">
      <div>
        <dt>Inputs</dt>
        <dd>
          <More lines={inputs}>
            {formatNumberOf(overview.inputs.length, "file")}{" "}
            {input !== undefined && (
              <small class="mono">
                sha256 {input.sha256.slice(0, 4)}…{input.sha256.slice(-4)}
                {overview.inputs.length > 1 && ` +${overview.inputs.length - 1}`}
              </small>
            )}
          </More>
        </dd>
      </div>
      <div>
        <dt>Rows read</dt>
        <dd>{formatCount(overview.rowsRead)}</dd>
      </div>
      <div>
        <dt>Rejected</dt>
        <dd>
          <More lines={reasons}>
            {formatCount(rejected)}{" "}
            <small>{rejected === 0 ? "rows" : formatNumberOf(overview.rejected.length, "reason")}</small>
          </More>
        </dd>
      </div>
      <div>
        <dt>Accounts</dt>
        <dd>{formatCount(overview.accounts)}</dd>
      </div>
      <div>
        <dt>Pairs tested</dt>
        <dd>
          {formatCount(overview.pairsTested)} <small class="opt">all that could be</small>
        </dd>
      </div>
      <div>
        <dt>Pairs significant</dt>
        <dd>
          {formatCount(overview.pairsSignificant)}{" "}
          <small>
            <i class="sym">q</i> ≤ {formatQ(overview.q)}, {overview.minObjects}+ objects
          </small>
        </dd>
      </div>
      <div>
        <dt>Shuffled data</dt>
        <dd>
          <More lines={overview.control === null ? [] : [overview.control.powerSentence]}>
            {overview.control === null || overview.control.reruns === 0 ? (
              "not rerun"
            ) : (
              <>
                {formatNumberOf(
                  overview.control.clusters.reduce((sum, count) => sum + count, 0),
                  "cluster",
                )}{" "}
                <small>in {formatNumberOf(overview.control.reruns, "rerun")}</small>
              </>
            )}
          </More>
        </dd>
      </div>
      <div class="opt">
        <dt>{windows.length === 1 ? "Window" : "Windows"}</dt>
        <dd>
          <More lines={overview.traces.map((trace) => `${trace.trace}: ${formatWindow(trace.windowMs)}`)}>
            {windows.length === 0 && "–"}
            {windows.length > 2
              ? `${formatWindow(windows[0] ?? 0)} – ${formatWindow(windows.at(-1) ?? 0)}`
              : windows.map(formatWindow).join(", ")}
          </More>
        </dd>
      </div>
      <div class="opt">
        <dt>Seed</dt>
        <dd>{overview.seed}</dd>
      </div>
      <div>
        <dt>Time</dt>
        <dd>
          {span} <small>UTC</small>
        </dd>
      </div>
    </dl>
  );
}

/** A fact whose particulars unfold below it, by pointer, key or touch; plain when there are none. */
function More({ lines, children }: { readonly lines: readonly string[]; readonly children: ComponentChildren }) {
  if (lines.length === 0) return <>{children}</>;
  return (
    <details class="more">
      <summary>{children}</summary>
      <ul class="tip">
        {lines.map((line) => (
          <li key={line}>
            <FileName name={line} />
          </li>
        ))}
      </ul>
    </details>
  );
}
