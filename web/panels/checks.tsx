import type { ComponentChildren } from "preact";
import type { Profile } from "../../src/clusters/profile.ts";
import { UNDER, type Under } from "../../src/corpus/pairs.ts";
import { OBJECT_NOUN } from "../../src/corpus/trace.ts";
import type { OverviewFile } from "../../src/exports/explorer.ts";
import { deedsLines, joinedLines } from "../../src/summaries/joined.ts";
import { partLines } from "../../src/summaries/parts.ts";
import { formatCount, formatIndex, formatNumberOf, formatRelation, formatShare } from "../../src/text/figures.ts";
import { Said } from "../charts/said.tsx";

/** Does it hold? Shuffled data, a second null, less data, less trust in cheap marks, and what the accounts have in common besides. */
export function Checks({ profile, overview }: { readonly profile: Profile; readonly overview: OverviewFile }) {
  return (
    <div class="checks">
      <Shuffled profile={profile} overview={overview} />
      <TwoNulls profile={profile} />
      <Lasting profile={profile} />
      <OfParts profile={profile} />
      <Forged profile={profile} />
      <Answered profile={profile} />
      <Identity profile={profile} />
    </div>
  );
}

function Check({ title, children }: { readonly title: string; readonly children: ComponentChildren }) {
  return (
    <section class="check" aria-label={title}>
      <h3>{title}</h3>
      {children}
    </section>
  );
}

function Shuffled({ profile, overview }: { readonly profile: Profile; readonly overview: OverviewFile }) {
  const { control } = overview;
  const { p } = profile.control;
  return (
    <Check title="Would shuffled data show it?">
      {control === null || p === null ? (
        <p class="mute">Not rerun: this case was made without reruns on shuffled data.</p>
      ) : (
        <>
          <p>
            In {formatNumberOf(control.reruns, "rerun")} of the whole analysis with the authors of posts dealt anew,{" "}
            {formatNumberOf(Math.max(0, Math.round(p * (control.reruns + 1)) - 1), "rerun")} held a group as strong as
            this one: <i class="sym">p</i> {formatRelation(p)}.
          </p>
          <p class="mute">
            {formatCount(control.clusters.reduce((sum, count) => sum + count, 0))} clusters in all these reruns
            together, {formatCount(overview.clusters.length)} in the data as they are.
          </p>
        </>
      )}
    </Check>
  );
}

const UNDER_SAYS: Readonly<Record<Under, string>> = {
  both: "stand out under both",
  within: "stand out only against their own objects' times",
  outside: "stand out only against matched objects outside",
  neither: "stand out under neither",
  "not-assessable": "cannot be judged by timing",
};

/** The two timing nulls have opposite weaknesses, so they are counted side by side. */
function TwoNulls({ profile }: { readonly profile: Profile }) {
  const counts = UNDER.map((under) => ({
    under,
    ties: profile.ties.filter((tie) => tie.under === under).length,
  })).filter(({ ties }) => ties > 0);
  return (
    <Check title="Is the timing tight under two different nulls?">
      <ul class="plain">
        {counts.map(({ under, ties }) => (
          <li key={under}>
            <b>{formatShare(ties / Math.max(1, profile.ties.length))}</b> of its pairs {UNDER_SAYS[under]}
          </li>
        ))}
      </ul>
      <p class="mute">
        Dealing an object's times out anew cannot see a crew that is most of its audience; matched objects outside
        cannot tell a crew from breaking news.
      </p>
    </Check>
  );
}

function Lasting({ profile }: { readonly profile: Profile }) {
  const core = profile.members.filter((member) => member.isCore).length;
  return (
    <Check title="Is it there with less data?">
      <p>
        With a fifth of the pairs left out it comes back with an overlap of <b>{formatIndex(profile.stability)}</b> (1
        is whole, 0 is gone). <b>{formatCount(core)}</b> of {formatNumberOf(profile.members.length, "account")} are its
        core: well inside, and not among those who only ever act after the others.
      </p>
      {profile.robustness.withoutTrace.length > 0 && (
        <table class="tbl">
          <caption class="cap">Members still joined when one kind of evidence is left out</caption>
          <tbody>
            {profile.robustness.withoutTrace.map(({ trace, left }) => (
              <tr key={trace}>
                <td>without {OBJECT_NOUN[trace][1]}</td>
                <td class="fitcell">
                  <span class="fit" aria-hidden="true">
                    <span class="on" style={{ width: `${Math.round(100 * left)}%` }} />
                  </span>
                </td>
                <td class="num ink">{formatShare(left)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Check>
  );
}

/** Parts that were found by themselves, and accounts that no pair of their own made a member: what joins them to the rest. */
function OfParts({ profile }: { readonly profile: Profile }) {
  const lines = [...partLines(profile), ...deedsLines(profile), ...joinedLines(profile)];
  if (lines.length === 0) return null;
  return (
    <Check title="Is it one group?">
      <ul class="plain">
        {lines.map((line) => (
          <li key={line}>
            <Said text={line} />
          </li>
        ))}
      </ul>
      {profile.members.some((member) => member.joined !== null) && (
        <p class="mute">The accounts tab says of each of them what shows it.</p>
      )}
    </Check>
  );
}

const COSTS = { free: "nothing", cheap: "little", effort: "effort", costly: "much" } as const;

function Forged({ profile }: { readonly profile: Profile }) {
  const { forgery, membersBeyondCheap } = profile.robustness;
  if (forgery.length === 0) return null;
  return (
    <Check title="What would it cost to make these accounts look like this?">
      <ul class="plain">
        {forgery.map(({ cost, families, share }) => (
          <li key={cost}>
            <b>{formatShare(share)}</b> of the evidence costs {COSTS[cost]} to forge ({families.join(", ")})
          </li>
        ))}
      </ul>
      <p class="mute">
        {membersBeyondCheap === 0
          ? "Left alone with what takes effort to forge, nobody is joined to anybody: somebody outside could have imitated the group."
          : `${formatNumberOf(membersBeyondCheap, "account")} stay joined by what takes effort to forge.`}
      </p>
    </Check>
  );
}

function Answered({ profile }: { readonly profile: Profile }) {
  if (profile.crew === null) return null;
  return (
    <Check title="Whose posts do they answer?">
      <ul class="plain">
        {profile.crew.sentences.map((sentence) => (
          <li key={sentence}>
            <Said text={sentence} />
          </li>
        ))}
      </ul>
      <p class="mute">Being answered says nothing about that author.</p>
    </Check>
  );
}

function Identity({ profile }: { readonly profile: Profile }) {
  return (
    <Check title="What else do the accounts have in common?">
      {profile.identity.length === 0 ? (
        <p class="mute">Nothing that stands out, or nothing that the export tells.</p>
      ) : (
        <ul class="plain">
          {profile.identity.map(({ name, sentence, p }) => (
            <li key={name}>
              <Said text={sentence} /> <span class="mute nowrap">(p {formatRelation(p)})</span>
            </li>
          ))}
        </ul>
      )}
      <p class="mute">
        Corroboration only: profiles and hours are cheap to copy, and many innocent accounts are alike.
      </p>
    </Check>
  );
}
