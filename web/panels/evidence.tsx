import { useMemo } from "preact/hooks";
import type { Profile, Tie, TraceEvidence } from "../../src/clusters/profile.ts";
import { type Family, OBJECT_NOUN } from "../../src/corpus/trace.ts";
import { formatCount, formatExpected, formatNumberOf, formatShare, formatWindow } from "../../src/text/figures.ts";
import { formatGapAt, grainOf } from "../../src/text/grain.ts";
import { LayerChip, Significance } from "../charts/marks.tsx";
import { Handle } from "../charts/said.tsx";
import { Strip } from "../charts/strip.tsx";
import { compareTies } from "../map/drawn-ties.ts";
import { changeView, go, view } from "../state/place.ts";
import { pairLink } from "./pair-link.ts";
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
  const { evidence: open } = view.value;
  const current = profile.evidence.find((line) => line.id === open) ?? profile.evidence[0];
  const grainMs = grainOf(profile.members.flatMap((member) => [member.firstMs, member.lastMs]));
  const max = Math.max(1, ...profile.evidence.map((line) => Math.max(line.observed, line.expected)));
  return (
    <>
      <p class="say">{statementOf(profile)}</p>
      <Families profile={profile} />
      <ol class="evs">
        {profile.evidence.map((line) => (
          <li key={line.id}>
            <EvidenceLine line={line} max={max} isOpen={line === current} grainMs={grainMs} />
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
}: {
  readonly line: TraceEvidence;
  readonly max: number;
  readonly isOpen: boolean;
  readonly grainMs: number;
}) {
  return (
    <button
      type="button"
      class={isOpen ? "ev sel" : "ev"}
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
          <b>{formatCount(line.observed)}</b> over {formatNumberOf(line.pairs, "pair")}, expected{" "}
          {formatExpected(line.expected)} · half {sayWithin(line.medianGapMs, grainMs)}
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
  const ties = useMemo(() => profile.ties.filter((tie) => tie.trace === line.trace).sort(compareTies), [profile, line]);
  const shown = ties.slice(0, PAIRS_SHOWN);
  return (
    <div class="pairlist">
      <table class="tbl">
        <caption class="cap">
          {shown.length < line.pairs
            ? `The most surprising ${formatCount(shown.length)} of ${formatNumberOf(line.pairs, "pair")} among ${formatNumberOf(line.accounts, "account")}; open one to read its posts.`
            : `${formatNumberOf(line.pairs, "pair")} among ${formatNumberOf(line.accounts, "account")}, most surprising first; open one to read its posts.`}
        </caption>
        <thead>
          <tr>
            <th scope="col">Pair of accounts</th>
            <th scope="col" class="num">
              Observed / expected
            </th>
            <th scope="col" class="num">
              Median gap
            </th>
            <th scope="col" class="num">
              q
            </th>
            <th scope="col" class="opt">
              <span class="sr">Open</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((tie) => (
            <PairRow key={`${tie.a}-${tie.b}`} profile={profile} tie={tie} grainMs={grainMs} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface PairRowProps {
  readonly profile: Profile;
  readonly tie: Tie;
  readonly grainMs: number;
}

function PairRow({ profile, tie, grainMs }: PairRowProps) {
  const [a, b] = [profile.members[tie.a], profile.members[tie.b]];
  if (a === undefined || b === undefined) return null;
  const link = pairLink(profile, tie);
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
        <b>{formatCount(tie.objects)}</b> / {formatExpected(tie.expected)}
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
