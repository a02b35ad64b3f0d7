import type { Member } from "../../src/clusters/profile.ts";
import { formatDay, formatIndex } from "../../src/text/figures.ts";
import { formatPart } from "../charts/part.ts";
import { Handle } from "../charts/said.tsx";
import { RoleMark } from "./graph-legend.tsx";
import { SortHead } from "./head.tsx";
import { accountLink } from "./links.ts";
import type { MembersListed } from "./members-listed.ts";

export const MEMBER_COLUMNS = 7;

/** The heads of a table of members, long or short. */
export function MemberHeads() {
  return (
    <>
      <SortHead name="account" label="Account" />
      <SortHead name="role" label="Role" />
      <SortHead name="posts" label="Posts" isNumber />
      <SortHead name="pairs" label="Pairs" isNumber />
      <SortHead name="membership" label="Membership" isNumber />
      <SortHead name="first" label="First post" isNumber />
      <SortHead name="last" label="Last post" isNumber />
    </>
  );
}

interface MemberCellsProps {
  readonly member: Member;
  readonly listed: MembersListed;
  readonly clusterId: string;
}

/** One member under those heads; within a brush, what it leaves of how many. */
export function MemberCells({ member, listed: { within, allPairs }, clusterId }: MemberCellsProps) {
  const part = within === null ? null : (within.get(member) ?? { posts: 0, pairs: 0 });
  return (
    <>
      <td class="cutcell">
        <a href={accountLink(member.account, clusterId)}>
          <Handle handle={member.handle} id={member.accountId} />
        </a>
      </td>
      <td class="nowrap">
        <RoleMark role={member.role} /> {member.role}
      </td>
      <td class="num">{formatPart(part?.posts ?? null, member.posts)}</td>
      <td class="num">{formatPart(part?.pairs ?? null, allPairs.get(member) ?? 0)}</td>
      <td class="num nowrap">
        {member.joined !== null && <span class="coretag">joined</span>}
        {member.isCore && <span class="coretag">core</span>} {formatIndex(member.membership)}
      </td>
      <td class="num nowrap">{formatDay(member.firstMs)}</td>
      <td class="num nowrap">{formatDay(member.lastMs)}</td>
    </>
  );
}
