import { placeKey } from "../../src/clusters/verdicts/book.ts";
import type { ClusterFile, OverviewFile } from "../../src/exports/explorer.ts";
import { rivalWords } from "../../src/summaries/claim.ts";
import {
  formatCount,
  formatIndex,
  formatNumberOf,
  formatQ,
  formatRelation,
  formatSpan,
} from "../../src/text/figures.ts";
import { visibleLine } from "../../src/text/visible.ts";
import { ReadingPill } from "../charts/marks.tsx";
import { Said } from "../charts/said.tsx";
import { ObservedExpected } from "../charts/strip.tsx";
import { query, useAnswer } from "../state/answer.ts";
import { changeView, view } from "../state/place.ts";
import { book } from "../state/verdicts.ts";
import { TABS, type Tab } from "../state/view.ts";
import { Accounts } from "./accounts.tsx";
import { Checks } from "./checks.tsx";
import { ClusterTime } from "./cluster-time.tsx";
import { Content } from "./content.tsx";
import { Evidence } from "./evidence.tsx";
import { GraphPanel } from "./graph.tsx";
import { Notes } from "./notes.tsx";
import { Wait } from "./notice.tsx";
import { Rhythm } from "./rhythm.tsx";
import { Rivals } from "./rivals.tsx";
import { NotesButton } from "./verdict-mark.tsx";

/** One cluster: its graph beside evidence, accounts, time and content. */
export function ClusterPage({ overview }: { readonly overview: OverviewFile }) {
  const id = view.value.cluster;
  const answer = useAnswer<ClusterFile>(id === null ? null : query("cluster", { id }));
  return <Wait answer={answer}>{(profile) => <Shown profile={profile} overview={overview} />}</Wait>;
}

function Shown({ profile, overview }: { readonly profile: ClusterFile; readonly overview: OverviewFile }) {
  const { tab } = view.value;
  const [best] = profile.rivals;
  const counts: Readonly<Record<Tab, number | null>> = {
    evidence: profile.evidence.length,
    rivals: profile.rivals.length,
    checks: null,
    accounts: profile.members.length,
    time: null,
    content: profile.objects.length,
    notes: book.value.get(placeKey(profile.clusterId))?.entries.length ?? 0,
  };
  return (
    <>
      <header class="chead">
        <h1 class="named">
          <span class="cname" title={visibleLine(profile.name)}>
            <Said text={profile.name} />
          </span>{" "}
          <span class="sub">· {formatNumberOf(profile.members.length, "account")}</span>
        </h1>
        <ReadingPill reading={profile.reading} big />
        <NotesButton subject={placeKey(profile.clusterId)} />
        {(best !== undefined || profile.weakBecause !== null) && (
          <span class="mute why">
            {best !== undefined && (
              <>
                strongest rival: {rivalWords(best.name)}, {formatIndex(best.score)}{" "}
              </>
            )}
            {profile.weakBecause !== null && <Said text={profile.weakBecause} />}
          </span>
        )}
        <dl>
          <div>
            <dt>Posts</dt>
            <dd>{formatCount(profile.posts)}</dd>
          </div>
          <div class="opt">
            <dt>Seen, UTC</dt>
            <dd>{formatSpan(profile.firstMs, profile.lastMs)}</dd>
          </div>
          <div>
            <dt>Observed / expected</dt>
            <dd>
              <ObservedExpected observed={profile.observed} expected={profile.expected} />
            </dd>
          </div>
          <div>
            <dt>
              <i class="sym">q</i>
            </dt>
            <dd>{formatQ(profile.q)}</dd>
          </div>
          <div>
            <dt>Stability</dt>
            <dd>{formatIndex(profile.stability)}</dd>
          </div>
          {profile.control.p !== null && (
            <div class="opt" title="Chance of a group as strong in shuffled data">
              <dt>Shuffled</dt>
              <dd>
                <i class="sym">p</i> {formatRelation(profile.control.p)}
              </dd>
            </div>
          )}
        </dl>
      </header>
      <main class="cluster">
        <GraphPanel profile={profile} overview={overview} />
        <section class="panel side" aria-label="What the cluster is made of">
          <div class="tabs" role="tablist" aria-label="Views of the cluster">
            {TABS.map((name) => (
              <button
                key={name}
                type="button"
                role="tab"
                id={`tab-${name}`}
                aria-selected={tab === name}
                aria-controls="tabpanel"
                tabIndex={tab === name ? 0 : -1}
                onClick={() => changeView({ tab: name, sort: "" })}
                onKeyDown={(event) => stepTab(event, name)}
              >
                {name[0]?.toUpperCase() + name.slice(1)}{" "}
                {counts[name] !== null && <span class="n">{formatCount(counts[name])}</span>}
              </button>
            ))}
          </div>
          <div class="tabpanel" role="tabpanel" id="tabpanel" aria-labelledby={`tab-${tab}`}>
            {tab === "evidence" && <Evidence profile={profile} />}
            {tab === "rivals" && <Rivals profile={profile} />}
            {tab === "checks" && <Checks profile={profile} overview={overview} />}
            {tab === "accounts" && <Accounts profile={profile} />}
            {tab === "time" && <Rhythm profile={profile} overview={overview} />}
            {tab === "content" && <Content profile={profile} overview={overview} />}
            {tab === "notes" && (
              <Notes
                key={profile.clusterId}
                subject={placeKey(profile.clusterId)}
                on={{ cluster: profile.clusterId }}
              />
            )}
          </div>
        </section>
        <ClusterTime profile={profile} overview={overview} />
      </main>
    </>
  );
}

/** Arrow keys walk along the tabs, as screen readers expect. */
function stepTab(event: KeyboardEvent, name: Tab): void {
  const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
  const next = TABS[(TABS.indexOf(name) + step + TABS.length) % TABS.length];
  if (step === 0 || next === undefined) return;
  event.preventDefault();
  changeView({ tab: next, sort: "" });
  document.getElementById(`tab-${next}`)?.focus();
}
