import { useMemo } from "preact/hooks";
import type { EgoAnswer } from "../../src/corpus/ego.ts";
import { LAYER_LABEL } from "../../src/corpus/trace.ts";
import type { OverviewFile } from "../../src/exports/explorer.ts";
import { formatCount, formatDay, formatNumberOf } from "../../src/text/figures.ts";
import { DashSample, LayerChip } from "../charts/marks.tsx";
import { Handle, Said } from "../charts/said.tsx";
import { drawnLines, EgoMap } from "../map/ego-map.tsx";
import { letterOf } from "../map/radial.ts";
import { query, useAnswer } from "../state/answer.ts";
import { changeView, linkTo, view } from "../state/place.ts";
import { DEPTHS, LETTERS } from "../state/view.ts";
import { AccountCard } from "./account-card.tsx";
import { BrushNote } from "./brush-note.tsx";
import { EgoPairs } from "./ego-pairs.tsx";
import { toggleLayer } from "./layers.tsx";
import { accountLink, pairLink } from "./links.ts";
import { Notice, Wait } from "./notice.tsx";
import { AccountNotes } from "./subject-notes.tsx";

/** One account: what it is, when and what it posts, and whom it meets beyond chance. */
export function EgoPage({ overview }: { readonly overview: OverviewFile }) {
  const { account, depth } = view.value;
  const answer = useAnswer<EgoAnswer>(account === null ? null : query("ego", { account, depth }));
  if (account === null) {
    return (
      <main class="panel pad">
        <Notice kind="error" title="This link names no account.">
          <a href={linkTo({ page: "accounts" })}>Look it up in the table of accounts.</a>
        </Notice>
      </main>
    );
  }
  return <Wait answer={answer}>{(ego) => <Shown ego={ego} overview={overview} />}</Wait>;
}

function Shown({ ego, overview }: { readonly ego: EgoAnswer; readonly overview: OverviewFile }) {
  const { account } = ego;
  return (
    <>
      <header class="chead">
        <h1>
          <Handle handle={account.handle} id={account.accountId} />
          {account.name !== null && account.name !== account.handle && (
            <span class="sub">
              {" "}
              · <Said text={account.name} />
            </span>
          )}
        </h1>
        <span class="why">
          {ego.clusters.length === 0 ? (
            <span class="mute">in no cluster</span>
          ) : (
            ego.clusters.map((cluster) => (
              <span key={cluster.clusterId} class="incluster">
                {cluster.role} in{" "}
                <a href={linkTo({ page: "cluster", cluster: cluster.clusterId, tab: "accounts" })}>
                  <span class="mono">{cluster.clusterId}</span> <Said text={cluster.name} />
                </a>
                {cluster.isCore && <span class="coretag">core</span>}
              </span>
            ))
          )}
        </span>
        <AccountNotes account={account} />
        <dl>
          <div>
            <dt>Posts here</dt>
            <dd>
              <a href={linkTo({ page: "posts", account: account.account, cluster: view.value.cluster })}>
                {formatCount(account.posts)}
              </a>
            </dd>
          </div>
          <div>
            <dt>Meets</dt>
            <dd>
              {formatCount(ego.neighbourTotal)}{" "}
              <small>{ego.neighbourTotal === 1 ? "account" : "accounts"} beyond chance</small>
            </dd>
          </div>
          <div class="opt">
            <dt>First, last post</dt>
            <dd>
              {account.firstMs === null || account.lastMs === null
                ? "–"
                : `${formatDay(account.firstMs)} – ${formatDay(account.lastMs)}`}
            </dd>
          </div>
        </dl>
      </header>
      <main class="ego">
        <Picture ego={ego} />
        <section class="panel side" aria-label="What the export says of the account">
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, also by key */}
          <div class="tabpanel" tabIndex={0}>
            <BrushNote overview={overview} />
            <AccountCard ego={ego} />
            <EgoPairs ego={ego} overview={overview} />
          </div>
        </section>
      </main>
    </>
  );
}

function Picture({ ego }: { readonly ego: EgoAnswer }) {
  const { depth, off } = view.value;
  const letters = useMemo(
    () => new Set([...ego.pairs, ...(ego.second?.pairs ?? [])].map((pair) => letterOf(pair))),
    [ego],
  );
  const drawn = useMemo(() => countDrawn(ego, off), [ego, off]);
  return (
    <section class="panel" aria-label="Whom the account meets">
      <div class="phead">
        <h2>Whom it meets</h2>
        <span class="tg">
          {LETTERS.filter((letter) => letters.has(letter)).map((letter) => (
            <button
              key={letter}
              type="button"
              class={off.includes(letter) ? "off" : ""}
              aria-pressed={!off.includes(letter)}
              aria-label={`Layer ${LAYER_LABEL[letter]}`}
              onClick={() => toggleLayer(letter)}
            >
              <LayerChip letter={letter} />
            </button>
          ))}
        </span>
        <span class="grow" />
        <fieldset class="seg sm" aria-label="How far">
          {DEPTHS.map((steps) => (
            <button
              key={steps}
              type="button"
              aria-pressed={depth === steps}
              onClick={() => changeView({ depth: steps })}
            >
              {steps === 1 ? "Its own pairs" : "And theirs"}
            </button>
          ))}
        </fieldset>
      </div>
      {ego.neighbourTotal === 0 ? (
        <div class="pad">
          <Notice kind="unknown" title="No significant pair.">
            {ego.clusters.length > 0
              ? "It is in its cluster because it acts with the group as a whole; the cluster's list of accounts says on what."
              : "Nothing it did together with any one account was more than chance gives. That clears nobody and accuses nobody: it may have posted too little to tell."}
          </Notice>
        </div>
      ) : (
        <EgoMap ego={ego} linkOfPair={pairLink} linkOfAccount={accountLink} />
      )}
      {ego.neighbourTotal > 0 && (
        <div class="legend">
          <div>
            {LETTERS.filter((letter) => letters.has(letter)).map((letter) => (
              <span key={letter} class="it">
                <DashSample letter={letter} width={30} /> {LAYER_LABEL[letter]}
              </span>
            ))}
            <span class="it">
              <i class="dot un" /> in a cluster
            </span>
            <span class="it">
              <i class="dot" /> in none
            </span>
          </div>
          <p role="status" aria-live="polite">
            <b>
              {formatCount(drawn.accounts)} of {formatNumberOf(ego.neighbourTotal, "account")} drawn
            </b>
            {drawn.accounts < ego.neighbourTotal && `, the most surprising pairs first`},{" "}
            {formatNumberOf(drawn.lines, "line")}: one for each layer of a pair.
            {ego.second !== null &&
              ` Around them ${formatCount(ego.second.neighbours.length)} of ${formatNumberOf(ego.second.neighbourTotal, "account")} that they meet; ${formatNumberOf(drawn.further, "line")} drawn for ${formatNumberOf(ego.second.pairTotal, "pair")} of theirs.`}{" "}
            Sorted by layer, clockwise, then by surprise. A line leads to its posts.
          </p>
        </div>
      )}
    </section>
  );
}

function countDrawn(ego: EgoAnswer, off: Parameters<typeof drawnLines>[1]) {
  const lines = drawnLines(ego, off);
  const own = lines.filter((line) => line.pair.a === ego.account.account);
  return {
    accounts: new Set(own.map((line) => line.pair.b)).size,
    lines: own.length,
    further: lines.length - own.length,
  };
}
