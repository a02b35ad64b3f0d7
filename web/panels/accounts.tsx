import { Fragment } from "preact";
import { useMemo } from "preact/hooks";
import type { Profile } from "../../src/clusters/profile.ts";
import { joinedWords } from "../../src/summaries/joined.ts";
import { isCopy } from "../state/copy.ts";
import { brushed } from "../state/moments.ts";
import { linkTo, view } from "../state/place.ts";
import { LongMembers } from "./long-members.tsx";
import { MEMBER_COLUMNS, MemberCells, MemberHeads } from "./member-row.tsx";
import { membersListed } from "./members-listed.ts";

/** From here on a table in the document would be felt; the same rows stand in one that holds only those in sight. */
const LONG = 200;

/** Accounts of the cluster. They are listed, never ranked by suspicion: no score stands here. */
export function Accounts({ profile }: { readonly profile: Profile }) {
  const { sort, picked } = view.value;
  const now = brushed.value;
  const listed = useMemo(() => membersListed(profile, sort, picked, now), [profile, sort, picked, now]);
  const isNarrowed = picked.length > 0 || now !== null;
  const intro = (
    <>
      {isNarrowed ? <b class="brushed">{listed.said}</b> : listed.said} Membership is the share of runs that put the
      account here. Core: well inside, and not one who only ever acts after the others. The role follows from what it
      posted. Open one for what it does and whom it meets
      {/* The table of all is no part of a copy in one file. */}
      {!isCopy() && (
        <>
          , or{" "}
          <a href={linkTo({ page: "accounts", cluster: profile.clusterId })}>see them in the table of all accounts</a>
        </>
      )}
      .
    </>
  );
  if (listed.rows.length > LONG) return <LongMembers profile={profile} listed={listed} intro={intro} />;
  return (
    <div class="tabwrap">
      <table class="tbl">
        <caption class="cap">{intro}</caption>
        <thead>
          <tr>
            <MemberHeads />
          </tr>
        </thead>
        <tbody>
          {listed.rows.map((member) => (
            <Fragment key={member.account}>
              <tr class={member.joined === null ? undefined : "hasjoined"}>
                <MemberCells member={member} listed={listed} clusterId={profile.clusterId} />
              </tr>
              {member.joined !== null && (
                <tr class="joined">
                  <td colSpan={MEMBER_COLUMNS}>no pair of its own is significant; it {joinedWords(member.joined)}</td>
                </tr>
              )}
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  );
}
