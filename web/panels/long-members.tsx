import type { ComponentChildren } from "preact";
import type { Profile } from "../../src/clusters/profile.ts";
import { joinedWords } from "../../src/summaries/joined.ts";
import { LongTable } from "../charts/long-table.tsx";
import { Handle } from "../charts/said.tsx";
import { changeView, go, view } from "../state/place.ts";
import { useSettling } from "../state/settling.ts";
import { accountLink } from "./links.ts";
import { MEMBER_COLUMNS, MemberCells, MemberHeads } from "./member-row.tsx";
import type { MembersListed } from "./members-listed.ts";

interface LongMembersProps {
  readonly profile: Profile;
  readonly listed: MembersListed;
  readonly intro: ComponentChildren;
}

/** The accounts of a large cluster: the same columns as of a small one; why the marked account belongs is said below. */
export function LongMembers({ profile, listed, intro }: LongMembersProps) {
  const { rows } = listed;
  const settle = (next: number | null) => changeView({ account: next }, false);
  const [account, setAccount] = useSettling(view.value.account, settle);
  const current = rows.findIndex((member) => member.account === account);
  const marked = rows[current];
  return (
    <div class="longmembers">
      <p class="cap allof" role="status">
        {intro}
      </p>
      <LongTable
        id="mem"
        label="Accounts of the cluster"
        count={rows.length}
        columns={MEMBER_COLUMNS}
        order={rows}
        current={current}
        onCurrent={(index) => setAccount(rows[index]?.account ?? null)}
        onOpen={(index) => {
          const next = rows[index]?.account;
          if (next === undefined) return;
          // Coming back finds the row still marked.
          settle(next);
          go(accountLink(next, profile.clusterId));
        }}
        cols={[25, 16, 9, 9, 15, 13, 13].map((share, i) => <col key={i} style={{ width: `${share}%` }} />)}
        head={
          <tr aria-rowindex={1}>
            <MemberHeads />
          </tr>
        }
        row={(index, marks) => (
          <tr {...marks}>
            <MemberCells member={rows[index]!} listed={listed} clusterId={profile.clusterId} />
          </tr>
        )}
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
