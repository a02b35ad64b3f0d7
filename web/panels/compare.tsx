import type { CompareAnswer, CompareSide, Matching } from "../../src/corpus/compare.ts";
import type { OverviewFile } from "../../src/exports/explorer.ts";
import { formatCount, formatNumberOf } from "../../src/text/figures.ts";
import { visibleLine } from "../../src/text/visible.ts";
import { ReadingPill } from "../charts/marks.tsx";
import { Said } from "../charts/said.tsx";
import { query, useAnswer } from "../state/answer.ts";
import { changeView, linkTo, view } from "../state/place.ts";
import { BrushNote } from "./brush-note.tsx";
import { CompareCommonPanel } from "./compare-common.tsx";
import { RatesTable } from "./compare-rates.tsx";
import { Distributions } from "./compare-shares.tsx";
import { CompareTime } from "./compare-time.tsx";
import { Notice, Wait } from "./notice.tsx";

/** Two groups of accounts side by side, on the same axes: two clusters, or a cluster and random accounts that are like it. */
export function ComparePage({ overview }: { readonly overview: OverviewFile }) {
  const { cluster, other } = view.value;
  const left = overview.clusters.find((entry) => entry.clusterId === cluster) ?? overview.clusters[0];
  const right = overview.clusters.find((entry) => entry.clusterId === other && entry !== left) ?? null;
  const answer = useAnswer<CompareAnswer>(
    left === undefined ? null : query("compare", { left: left.clusterId, right: right?.clusterId ?? null }),
  );
  if (left === undefined) {
    return (
      <main class="panel pad">
        <Notice kind="unknown" title="Nothing to compare.">
          This case has no cluster.
        </Notice>
      </main>
    );
  }
  return (
    <main class="panel compare">
      <div class="phead comparehead">
        <h1 class="ptitle">Compare</h1>
        <Pick
          label="Cluster on the left"
          value={left.clusterId}
          overview={overview}
          onPick={(id) => changeView({ cluster: id })}
        />
        <span class="mute">with</span>
        <Pick
          label="What it is compared with"
          value={right?.clusterId ?? ""}
          overview={overview}
          without={left.clusterId}
          random
          onPick={(id) => changeView({ other: id === "" ? null : id })}
        />
      </div>
      <BrushNote overview={overview} />
      <Wait answer={answer}>{(found) => <Shown found={found} overview={overview} />}</Wait>
    </main>
  );
}

interface PickProps {
  readonly label: string;
  readonly value: string;
  readonly overview: OverviewFile;
  readonly onPick: (id: string) => void;
  readonly without?: string;
  /** Random accounts can be picked as well. */
  readonly random?: boolean;
}

function Pick({ label, value, overview, onPick, without, random = false }: PickProps) {
  return (
    <select class="field pick" aria-label={label} value={value} onChange={(event) => onPick(event.currentTarget.value)}>
      {random && <option value="">random accounts, matched to it</option>}
      {overview.clusters
        .filter((entry) => entry.clusterId !== without)
        .map((entry) => (
          <option key={entry.clusterId} value={entry.clusterId}>
            {entry.clusterId} {visibleLine(entry.name)}
          </option>
        ))}
    </select>
  );
}

function Shown({ found, overview }: { readonly found: CompareAnswer; readonly overview: OverviewFile }) {
  const { left, right, matching } = found;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, also by key
    <div class="compareparts" tabIndex={0}>
      <section class="sides" aria-label="The two sides">
        <SideHead side={left} overview={overview} isLeft />
        <SideHead side={right} overview={overview} />
      </section>
      {matching !== null && <HowMatched matching={matching} />}
      {right.accounts === 0 ? (
        <Notice kind="unknown" title="Nobody to compare with.">
          No account outside all clusters is of the same platform and language.
        </Notice>
      ) : (
        <>
          <RatesTable left={left} right={right} isRandom={matching !== null} />
          <CompareTime found={found} />
          <Distributions left={left} right={right} />
          <CompareCommonPanel found={found} overview={overview} />
        </>
      )}
    </div>
  );
}

interface SideHeadProps {
  readonly side: CompareSide;
  readonly overview: OverviewFile;
  readonly isLeft?: boolean;
}

/** Who stands on a side; the mark before it is that of its bars. */
function SideHead({ side, overview, isLeft = false }: SideHeadProps) {
  const cluster = overview.clusters.find((entry) => entry.clusterId === side.clusterId);
  return (
    <div>
      <i class={isLeft ? "swatch solid" : "swatch"} aria-hidden="true" />
      <span class="mute">{isLeft ? "left" : "right"}</span>
      <h2>
        {cluster === undefined ? (
          "Matched random accounts"
        ) : (
          <a href={linkTo({ page: "cluster", cluster: cluster.clusterId })}>
            <span class="mono">{cluster.clusterId}</span> <Said text={cluster.name} />
          </a>
        )}
      </h2>
      {cluster === undefined ? <span class="mute">in no cluster</span> : <ReadingPill reading={cluster.reading} />}
      <span class="mute">
        {formatNumberOf(side.accounts, "account")}, {formatNumberOf(side.posts, "post")}
      </span>
    </div>
  );
}

/** How the random accounts were drawn, so that anybody can judge what they are worth. */
function HowMatched({ matching }: { readonly matching: Matching }) {
  const { wanted, close, near, none, pool, seed } = matching;
  return (
    <p class="cap matched">
      For each of {formatNumberOf(wanted, "member")} one account was drawn at random from {formatCount(pool)} that
      posted and are in no cluster: {formatCount(close)} of the same platform and main language with between half and
      twice as many posts
      {near > 0 && `; ${formatCount(near)} of the same platform and language, the nearest in posts that was left`}
      {none > 0 && `; for ${formatCount(none)} nobody of the same platform and language was left`}. Drawn with seed{" "}
      {seed}: the same case gives the same accounts. Not matched by subject, age or audience; clusters are what was
      found beyond chance, so the others are quieter by construction. It shows what is ordinary here, it is no test.
    </p>
  );
}
