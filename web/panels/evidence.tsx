import { useMemo } from "preact/hooks";
import type { Profile, Tie, TraceEvidence } from "../../src/clusters/profile.ts";
import { type Family, OBJECT_NOUN } from "../../src/corpus/trace.ts";
import { formatCount, formatExpected, formatNumberOf, formatShare, formatWindow } from "../../src/text/figures.ts";
import { formatGapAt, grainOf } from "../../src/text/grain.ts";
import { LayerChip, Significance } from "../charts/marks.tsx";
import { Handle } from "../charts/said.tsx";
import { Strip } from "../charts/strip.tsx";
import { compareTies } from "../map/drawn-ties.ts";
import type { Brushed } from "../state/brushed.ts";
import { brushed } from "../state/moments.ts";
import { changeView, go, view } from "../state/place.ts";
import { Head } from "./head.tsx";
import { tieLink } from "./links.ts";
import { statementOf } from "./statement.ts";

const FAMILIES: readonly Family[] = ["content", "timing", "target", "identity", "infrastructure"];
const FORGERY: Readonly<Record<TraceEvidence["forgery"], string>> = {
  free: "free to forge",
  cheap: "cheap to forge",
  effort: "takes effort to forge",
  costly: "costly to forge",
};
/** Pairs listed under an open line; the count of all is said. */
const PAIRS_SHOWN = 12;

/** What holds the cluster together, line by line, each leading to its pairs and so to the posts. */
export function Evidence({ profile }: { readonly profile: Profile }) {
  const now = brushed.value;
  const { evidence: open } = view.value;
  const current = profile.evidence.find((line) => line.id === open) ?? profile.evidence[0];
  const grainMs = grainOf(profile.members.flatMap((member) => [member.firstMs, member.lastMs]));
  const max = Math.max(1, ...profile.evidence.map((line) => Math.max(line.observed, line.expected)));
  return (
    <>
      <p class="say">{statementOf(profile)}</p>
      <Families profile={profile} />
      {now !== null && (
        <p class="cap brushed">
          Counts beside <i>of</i> are those of the brushed time; what is expected, <i class="sym">q</i> and shares are
          of all of the time.
        </p>
      )}
      <ol class="evs">
        {profile.evidence.map((line) => (
          <li key={line.id}>
            <EvidenceLine line={line} max={max} isOpen={line === current} grainMs={grainMs} now={now} />
            {line === current && <Pairs profile={profile} line={line} grainMs={grainMs} />}
          </li>
        ))}
      </ol>
    </>
  );
}

function EvidenceLine({
  line,
  max,
  isOpen,
  grainMs,
  now,
}: {
  readonly line: TraceEvidence;
  readonly max: number;
  readonly isOpen: boolean;
  readonly grainMs: number;
  readonly now: Brushed | null;
}) {
  const part = now?.lines.get(line.trace) ?? (now === null ? null : { pairs: 0, observed: 0 });
  return (
    <button
      type="button"
      class={`ev${isOpen ? " sel" : ""}${part?.pairs === 0 ? " away" : ""}`}
      aria-expanded={isOpen}
      onClick={() => changeView({ evidence: line.id })}
    >
      <span class="eid">{line.id}</span>
      <LayerChip letter={line.layer} />
      <span class="et">
        <span class="e1">
          <b>{capital(OBJECT_NOUN[line.trace][1])}</b> within {formatWindow(line.windowMs)} · {line.family},{" "}
          {FORGERY[line.forgery]}
        </span>
        <small>
          {part === null ? (
            <>
              <b>{formatCount(line.observed)}</b> over {formatNumberOf(line.pairs, "pair")}
            </>
          ) : (
            <>
              <b>{formatCount(part.observed)}</b> of {formatCount(line.observed)} over {formatCount(part.pairs)} of{" "}
              {formatNumberOf(line.pairs, "pair")}
            </>
          )}
          , expected {formatExpected(line.expected)} · half {sayWithin(line.medianGapMs, grainMs)}
        </small>
      </span>
      <span class="es">
        <Strip observed={line.observed} expected={line.expected} max={max} width={80} />
      </span>
      <span class="eq">
        <span class="mute">best</span> <Significance value={line.qBest} />
        <small>{formatShare(line.share)} of evidence</small>
      </span>
    </button>
  );
}

interface PairsProps {
  readonly profile: Profile;
  readonly line: TraceEvidence;
  /** How exact the times are. */
  readonly grainMs: number;
}

function Pairs({ profile, line, grainMs }: PairsProps) {
  const all = useMemo(() => profile.ties.filter((tie) => tie.trace === line.trace).sort(compareTies), [profile, line]);
  const places = useMemo(() => new Map(profile.ties.map((tie, index) => [tie, index])), [profile]);
  const now = brushed.value;
  const metOf = (tie: Tie): number | null => (now === null ? null : (now.ties[places.get(tie) ?? -1] ?? 0));
  const picked = new Set(view.value.picked);
  const among = picked.size < 2 ? all : all.filter((tie) => picked.has(tie.a) && picked.has(tie.b));
  const ties = now === null ? among : among.filter((tie) => metOf(tie) !== 0);
  const shown = ties.slice(0, PAIRS_SHOWN);
  const part =
    (now === null ? "" : " that met in the brushed time") +
    (picked.size < 2 ? "" : `, among the ${formatCount(picked.size)} picked accounts`);
  return (
    <div class="pairlist">
      <table class="tbl">
        <caption class="cap">
          {part !== ""
            ? `${shown.length < ties.length ? `The most surprising ${formatCount(shown.length)} of ` : ""}${formatCount(ties.length)} of ${formatNumberOf(line.pairs, "pair")}${part}; open one to read its posts.`
            : shown.length < line.pairs
              ? `The most surprising ${formatCount(shown.length)} of ${formatNumberOf(line.pairs, "pair")} among ${formatNumberOf(line.accounts, "account")}; open one to read its posts.`
              : `${formatNumberOf(line.pairs, "pair")} among ${formatNumberOf(line.accounts, "account")}, most surprising first; open one to read its posts.`}
        </caption>
        <thead>
          <tr>
            <Head label="Pair of accounts" />
            <Head label="Observed / expected" isNumber />
            <Head label="Median gap" isNumber />
            <Head label="q" isNumber />
            <th scope="col" class="opt">
              <span class="sr">Open</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((tie) => (
            <PairRow key={`${tie.a}-${tie.b}`} profile={profile} tie={tie} met={metOf(tie)} grainMs={grainMs} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface PairRowProps {
  readonly profile: Profile;
  readonly tie: Tie;
  /** Objects met on in the brushed time; null: no brush. */
  readonly met: number | null;
  readonly grainMs: number;
}

function PairRow({ profile, tie, met, grainMs }: PairRowProps) {
  const [a, b] = [profile.members[tie.a], profile.members[tie.b]];
  if (a === undefined || b === undefined) return null;
  const link = tieLink(profile, tie);
  return (
    <tr
      class="go"
      onClick={(event) => {
        if ((event.target as Element).closest("a") === null) go(link);
      }}
    >
      <td class="pr">
        <a class="pairopen" href={link}>
          <Handle handle={a.handle} id={a.accountId} /> – <Handle handle={b.handle} id={b.accountId} />
        </a>
      </td>
      <td class="num">
        {met !== null && (
          <>
            <b>{formatCount(met)}</b> of{" "}
          </>
        )}
        {met === null ? <b>{formatCount(tie.objects)}</b> : formatCount(tie.objects)} / {formatExpected(tie.expected)}
      </td>
      <td class="num nowrap">{formatGapAt(tie.medianGapMs, grainMs)}</td>
      <td class="num nowrap">
        <Significance value={tie.q} />
      </td>
      <td class="num mute opt">posts</td>
    </tr>
  );
}

function sayWithin(gapMs: number, grainMs: number): string {
  const gap = formatGapAt(gapMs, grainMs);
  return gap === "same minute" ? "in the same minute" : `within ${gap}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Families that can be forged independently of each other: the more are solid, the harder the whole is to fake. */
function Families({ profile }: { readonly profile: Profile }) {
  return (
    <dl class="fam" aria-label="Families of evidence">
      {FAMILIES.map((family) => {
        const lines = profile.evidence.filter((line) => line.family === family);
        return (
          <div key={family} class={lines.length === 0 ? "n" : ""}>
            <dt>
              <span class="dotf" aria-hidden="true" />
              {family}
            </dt>
            <dd>{lines.length === 0 ? "no evidence" : formatNumberOf(lines.length, "trace")}</dd>
          </div>
        );
      })}
    </dl>
  );
}
