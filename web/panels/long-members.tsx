import { useState } from "preact/hooks";
import type { Member, Profile } from "../../src/clusters/profile.ts";
import { joinedWords } from "../../src/summaries/joined.ts";
import { formatCount, formatDay, formatIndex, formatNumberOf } from "../../src/text/figures.ts";
import { LongTable, type RowMarks } from "../charts/long-table.tsx";
import { Handle } from "../charts/said.tsx";
import { isCopy } from "../state/copy.ts";
import { go, linkTo } from "../state/place.ts";
import { RoleMark } from "./graph-legend.tsx";
import { SortHead } from "./head.tsx";
import type { MembersListed } from "./members-listed.ts";

interface LongMembersProps extends Omit<MembersListed, "allPairs"> {
  readonly profile: Profile;
}

/** The accounts of a large cluster: the same columns as of a small one; why the marked account belongs is said below. */
export function LongMembers({ profile, rows, posts, pairs }: LongMembersProps) {
  const [account, setAccount] = useState<number | null>(null);
  const current = rows.findIndex((member) => member.account === account);
  const marked = rows[current];
  const linkOf = (member: Member) => linkTo({ page: "account", account: member.account, cluster: profile.clusterId });
  return (
    <div class="longmembers">
      <p class="cap allof" role="status">
        {formatNumberOf(rows.length, "account")}. Membership is the share of runs that put the account here.
        {!isCopy() && (
          <>
            {" "}
            <a href={linkTo({ page: "accounts", cluster: profile.clusterId })}>See them in the table of all accounts</a>
            .
          </>
        )}
      </p>
      <LongTable
        id="mem"
        label="Accounts of the cluster"
        count={rows.length}
        columns={7}
        order={rows}
        current={current}
        onCurrent={(index) => setAccount(rows[index]?.account ?? null)}
        onOpen={(index) => {
          const member = rows[index];
          if (member !== undefined) go(linkOf(member));
        }}
        cols={[25, 16, 9, 9, 15, 13, 13].map((share, i) => <col key={i} style={{ width: `${share}%` }} />)}
        head={
          <tr aria-rowindex={1}>
            <SortHead name="account" label="Account" />
            <SortHead name="role" label="Role" />
            <SortHead name="posts" label="Posts" isNumber />
            <SortHead name="pairs" label="Pairs" isNumber />
            <SortHead name="membership" label="Membership" isNumber />
            <SortHead name="first" label="First post" isNumber />
            <SortHead name="last" label="Last post" isNumber />
          </tr>
        }
        row={(index, marks) => {
          const member = rows[index]!;
          return (
            <Row
              member={member}
              link={linkOf(member)}
              posts={posts.get(member) ?? 0}
              pairs={pairs.get(member) ?? 0}
              marks={marks}
            />
          );
        }}
      />
      {marked !== undefined && marked.joined !== null && (
        <p class="cap why2">
          <Handle handle={marked.handle} id={marked.accountId} />: no pair of its own is significant; it{" "}
          {joinedWords(marked.joined)}
        </p>
      )}
    </div>
  );
}

interface RowProps {
  readonly member: Member;
  readonly link: string;
  readonly posts: number;
  readonly pairs: number;
  readonly marks: RowMarks;
}

function Row({ member, link, posts, pairs, marks }: RowProps) {
  return (
    <tr {...marks}>
      <td>
        <a href={link}>
          <Handle handle={member.handle} id={member.accountId} />
        </a>
      </td>
      <td>
        <RoleMark role={member.role} /> {member.role}
      </td>
      <td class="num">{formatCount(posts)}</td>
      <td class="num">{formatCount(pairs)}</td>
      <td class="num">
        {member.joined !== null && <span class="coretag">joined</span>}
        {member.isCore && <span class="coretag">core</span>} {formatIndex(member.membership)}
      </td>
      <td class="num">{formatDay(member.firstMs)}</td>
      <td class="num">{formatDay(member.lastMs)}</td>
    </tr>
  );
}
