import { Fragment } from "preact";
import { useMemo } from "preact/hooks";
import type { Profile } from "../../src/clusters/profile.ts";
import { joinedWords } from "../../src/summaries/joined.ts";
import { formatCount, formatDay, formatIndex } from "../../src/text/figures.ts";
import { formatPart } from "../charts/part.ts";
import { Handle } from "../charts/said.tsx";
import { isCopy } from "../state/copy.ts";
import { brushed } from "../state/moments.ts";
import { linkTo, view } from "../state/place.ts";
import { RoleMark } from "./graph-legend.tsx";
import { SortHead } from "./head.tsx";
import { LongMembers } from "./long-members.tsx";
import { membersListed } from "./members-listed.ts";

/** Accounts of the cluster. They are listed, never ranked by suspicion: no score stands here. */
export function Accounts({ profile }: { readonly profile: Profile }) {
  const { sort, picked } = view.value;
  const now = brushed.value;
  const listed = useMemo(() => membersListed(profile, sort, picked, now), [profile, sort, picked, now]);
  const { rows, posts, pairs, allPairs } = listed;
  if (rows.length > LONG) return <LongMembers profile={profile} {...listed} />;
  return (
    <div class="tabwrap">
      <AllOf profile={profile} />
      <table class="tbl">
        <caption class="cap">
          Membership is the share of runs that put the account here. Core: well inside, and not one who only ever acts
          after the others. The role follows from what it posted.
          {rows.length < profile.members.length && (
            <b class="brushed">
              {" "}
              {formatCount(rows.length)} of {formatCount(profile.members.length)} accounts listed
              {picked.length > 0 && ", of those picked on the graph"}
              {now !== null && ", with posts in the brushed time"}.
            </b>
          )}
        </caption>
        <thead>
          <tr>
            <SortHead name="account" label="Account" />
            <SortHead name="role" label="Role" />
            <SortHead name="posts" label="Posts" isNumber />
            <SortHead name="pairs" label="Pairs" isNumber />
            <SortHead name="membership" label="Membership" isNumber />
            <SortHead name="first" label="First post" isNumber />
            <SortHead name="last" label="Last post" isNumber />
          </tr>
        </thead>
        <tbody>
          {rows.map((member) => (
            <Fragment key={member.account}>
              <tr class={member.joined === null ? undefined : "hasjoined"}>
                <td class="cutcell">
                  <a href={linkTo({ page: "account", account: member.account, cluster: profile.clusterId })}>
                    <Handle handle={member.handle} id={member.accountId} />
                  </a>
                </td>
                <td class="nowrap">
                  <RoleMark role={member.role} /> {member.role}
                </td>
                <td class="num">{formatPart(now === null ? null : (posts.get(member) ?? 0), member.posts)}</td>
                <td class="num">
                  {formatPart(now === null ? null : (pairs.get(member) ?? 0), allPairs.get(member) ?? 0)}
                </td>
                <td class="num nowrap">
                  {member.isCore && <span class="coretag">core</span>} {formatIndex(member.membership)}
                </td>
                <td class="num nowrap">{formatDay(member.firstMs)}</td>
                <td class="num nowrap">{formatDay(member.lastMs)}</td>
              </tr>
              {member.joined !== null && (
                <tr class="joined">
                  <td colSpan={7}>no pair of its own is significant; it {joinedWords(member.joined)}</td>
                </tr>
              )}
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** From here on a table in the document would be felt; the same rows stand in one that holds only those in sight. */
const LONG = 200;

/** The way to the same accounts in the table of all, which a copy in one file does not hold. */
function AllOf({ profile }: { readonly profile: Profile }) {
  if (isCopy()) return null;
  return (
    <p class="cap allof">
      Open one for what it does and whom it meets, or{" "}
      <a href={linkTo({ page: "accounts", cluster: profile.clusterId })}>see them in the table of all accounts</a>.
    </p>
  );
}
