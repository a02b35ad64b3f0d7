import { Fragment } from "preact";
import type { Member, Profile } from "../../src/clusters/profile.ts";
import { joinedWords } from "../../src/summaries/joined.ts";
import { formatCount, formatDay, formatIndex } from "../../src/text/figures.ts";
import { formatPart } from "../charts/part.ts";
import { Handle } from "../charts/said.tsx";
import { brushed } from "../state/moments.ts";
import { linkTo, view } from "../state/place.ts";
import { type SortKeys, sortRows } from "../state/sorting.ts";
import { RoleMark } from "./graph-legend.tsx";
import { SortHead } from "./head.tsx";

/** Accounts of the cluster. They are listed, never ranked by suspicion: no score stands here. */
export function Accounts({ profile }: { readonly profile: Profile }) {
  const ties = new Array<number>(profile.members.length).fill(0);
  for (const tie of profile.ties) {
    ties[tie.a] = (ties[tie.a] ?? 0) + 1;
    ties[tie.b] = (ties[tie.b] ?? 0) + 1;
  }
  const pairs = new Map(profile.members.map((member, index) => [member, ties[index] ?? 0]));
  const now = brushed.value;
  const places = new Map(profile.members.map((member, index) => [member, index]));
  const picked = new Set(view.value.picked);
  const placeOf = (member: Member): number => places.get(member) ?? -1;
  const postsOf = (member: Member): number => (now === null ? member.posts : (now.posts[placeOf(member)] ?? 0));
  const pairsOf = (member: Member): number =>
    now === null ? (pairs.get(member) ?? 0) : (now.pairs[placeOf(member)] ?? 0);
  const listed = profile.members.filter(
    (member) => (now === null || postsOf(member) > 0) && (picked.size === 0 || picked.has(placeOf(member))),
  );
  const keys: SortKeys<Member> = {
    account: (member) => member.handle || member.accountId,
    role: (member) => member.role,
    posts: postsOf,
    pairs: pairsOf,
    membership: (member) => member.membership,
    first: (member) => member.firstMs,
    last: (member) => member.lastMs,
  };
  return (
    <div class="tabwrap">
      <table class="tbl">
        <caption class="cap">
          Membership is the share of runs that put the account here. Core: well inside, and not one who only ever acts
          after the others. The role follows from what it posted.
          {listed.length < profile.members.length && (
            <b class="brushed">
              {" "}
              {formatCount(listed.length)} of {formatCount(profile.members.length)} accounts listed
              {picked.size > 0 && ", of those picked on the graph"}
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
          {sortRows(listed, view.value.sort, keys).map((member) => (
            <Fragment key={member.account}>
              <tr class={member.joined === null ? undefined : "hasjoined"}>
                <td class="cutcell">
                  <a href={linkTo({ page: "posts", account: member.account, cluster: profile.clusterId })}>
                    <Handle handle={member.handle} id={member.accountId} />
                  </a>
                </td>
                <td class="nowrap">
                  <RoleMark role={member.role} /> {member.role}
                </td>
                <td class="num">{formatPart(now === null ? null : postsOf(member), member.posts)}</td>
                <td class="num">{formatPart(now === null ? null : pairsOf(member), pairs.get(member) ?? 0)}</td>
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
