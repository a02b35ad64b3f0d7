import { useMemo } from "preact/hooks";
import type { Role } from "../../src/clusters/profile.ts";
import type { AccountTable } from "../../src/corpus/account-table.ts";
import type { OverviewFile } from "../../src/exports/explorer.ts";
import { formatCount, formatDay, formatNumberOf } from "../../src/text/figures.ts";
import { LongTable, type RowMarks } from "../charts/long-table.tsx";
import { readingWords } from "../charts/marks.tsx";
import { Handle, Said } from "../charts/said.tsx";
import { accountRows } from "../state/account-rows.ts";
import { useAnswer } from "../state/answer.ts";
import { changeView, go, linkTo, view } from "../state/place.ts";
import { useSettling } from "../state/settling.ts";
import { WHO, type Who } from "../state/view.ts";
import { BrushNote } from "./brush-note.tsx";
import { Find } from "./find.tsx";
import { RoleMark } from "./graph-legend.tsx";
import { SortHead } from "./head.tsx";
import { accountLink } from "./links.ts";
import { Notice, Wait } from "./notice.tsx";

const WHO_LABEL: Readonly<Record<Who, string>> = {
  all: "All",
  members: "In a cluster",
  unexplained: "Unexplained",
  explained: "Explained",
  weak: "Weak",
  none: "In none",
};

/** Every account of the case: to look one up, or to see whom a cluster is made of. No column says how suspicious anybody is. */
export function AllAccounts({ overview }: { readonly overview: OverviewFile }) {
  const answer = useAnswer<AccountTable>("api/accounts");
  return <Wait answer={answer}>{(table) => <Shown table={table} overview={overview} />}</Wait>;
}

function Shown({ table, overview }: { readonly table: AccountTable; readonly overview: OverviewFile }) {
  const { sort, find, who, cluster, account } = view.value;
  const rows = useMemo(() => accountRows(table, { sort, find, who, cluster }), [table, sort, find, who, cluster]);
  const current = useCurrent(table, rows, account);
  const here = overview.clusters.find((entry) => entry.clusterId === cluster);
  const left = table.total - table.account.length;
  // The overview counts who posted; the table also lists whom they reposted, answered or named.
  const silent = table.posts.filter((posts) => posts === 0).length;
  const said =
    rows.length === table.account.length
      ? `${formatNumberOf(rows.length, "account")}${silent === 0 ? "" : `, ${formatCount(silent)} of them without a post here`}`
      : `${formatCount(rows.length)} of ${formatNumberOf(table.account.length, "account")}`;
  return (
    <main class="panel allaccounts">
      <div class="phead">
        <h1 class="ptitle">Accounts</h1>
        <span class="mute" role="status" aria-live="polite">
          {said}
        </span>
        {cluster !== null && (
          <span class="chip">
            in <Said text={cluster} /> <Said text={here?.name ?? ""} />{" "}
            <button type="button" class="linkish" onClick={() => changeView({ cluster: null })}>
              all clusters
            </button>
          </span>
        )}
        <span class="grow" />
        <fieldset class="seg sm" aria-label="Which accounts">
          {WHO.map((name) => (
            <button key={name} type="button" aria-pressed={who === name} onClick={() => changeView({ who: name })}>
              {WHO_LABEL[name]}
            </button>
          ))}
        </fieldset>
        <Find what="Account, cluster, platform or role" />
      </div>
      <BrushNote overview={overview} />
      {left > 0 && (
        <Notice kind="warn" title={`${formatCount(left)} more accounts are not listed.`}>
          The table holds the {formatCount(table.account.length)} in clusters or with most posts; accounts.csv of the
          case holds all, and the search finds any.
        </Notice>
      )}
      <LongTable
        id="acc"
        label="Accounts"
        count={rows.length}
        columns={9}
        isPage
        order={rows}
        current={current.index}
        onCurrent={current.set}
        onOpen={(index) => {
          // Coming back finds the row still marked.
          current.set(index, true);
          go(accountLink(table.account[rows[index]!]!, cluster));
        }}
        cols={COLS}
        head={<Head />}
        row={(index, marks) => <Row table={table} at={rows[index]!} marks={marks} />}
      />
      {rows.length === 0 && (
        <p class="empty">
          No account fits.{" "}
          <button type="button" class="linkish" onClick={() => changeView({ find: "", who: "all", cluster: null })}>
            Show all {formatCount(table.account.length)}
          </button>
        </p>
      )}
      <div class="key">
        <span>
          Pairs: significant ones with other accounts, each trace counted by itself. Accounts are listed, never ranked
          by suspicion.
        </span>
        <span>
          <kbd>j</kbd> <kbd>k</kbd> <kbd>PgUp</kbd> <kbd>PgDn</kbd> <kbd>Home</kbd> <kbd>End</kbd> walk,{" "}
          <kbd>Enter</kbd> opens
        </span>
      </div>
    </main>
  );
}

const COLS = [22, 9, 24, 15, 10, 7, 7, 9, 9].map((share, i) => (
  <col key={i} class={i === 1 ? "opt2" : undefined} style={{ width: `${share}%` }} />
));

function Head() {
  return (
    <tr aria-rowindex={1}>
      <SortHead name="account" label="Account" />
      <SortHead name="platform" label="Platform" class="opt2" />
      <SortHead name="cluster" label="Cluster" />
      <SortHead name="reading" label="Its reading" />
      <SortHead name="role" label="Role" />
      <SortHead name="posts" label="Posts" isNumber />
      <SortHead name="pairs" label="Pairs" isNumber />
      <SortHead name="first" label="First post" isNumber />
      <SortHead name="last" label="Last post" isNumber />
    </tr>
  );
}

function Row({ table, at, marks }: { readonly table: AccountTable; readonly at: number; readonly marks: RowMarks }) {
  const cluster = table.clusters[table.cluster[at]!];
  const role = table.roles[table.role[at]!] as Role | undefined;
  const platform = table.platforms[table.platform[at]!];
  return (
    <tr {...marks}>
      <td>
        <a href={accountLink(table.account[at]!, cluster?.clusterId ?? null)}>
          <Handle handle={table.handle[at] ?? null} id={table.id[at]!} />
        </a>
      </td>
      <td class="opt2">{platform === undefined ? "–" : <Said text={platform} />}</td>
      <td>
        {cluster === undefined ? (
          <span class="mute">–</span>
        ) : (
          <a href={linkTo({ page: "cluster", cluster: cluster.clusterId })}>
            <span class="mono">{cluster.clusterId}</span> <Said text={cluster.name} />
          </a>
        )}
      </td>
      <td class="mute">{readingWords(cluster?.reading ?? "")}</td>
      <td>
        {role !== undefined && (
          <>
            <RoleMark role={role} /> {role}
          </>
        )}
      </td>
      <td class="num ink">{formatCount(table.posts[at]!)}</td>
      <td class="num">{formatCount(table.pairs[at]!)}</td>
      <td class="num">{dayOf(table, table.first[at]!)}</td>
      <td class="num">{dayOf(table, table.last[at]!)}</td>
    </tr>
  );
}

function dayOf(table: AccountTable, seconds: number | null): string {
  return seconds === null ? "–" : formatDay(table.startMs + seconds * 1000);
}

/** The marked row: kept as an account, so that it stays itself under another order. */
function useCurrent(table: AccountTable, rows: Uint32Array, account: number | null) {
  const settle = (next: number | null) => changeView({ account: next }, false);
  const [marked, setMarked] = useSettling(account, settle);
  const places = useMemo(() => {
    const found = new Map<number, number>();
    for (const [index, at] of rows.entries()) found.set(table.account[at]!, index);
    return found;
  }, [table, rows]);
  return {
    index: marked === null ? -1 : (places.get(marked) ?? -1),
    set: (index: number, isDone: boolean) => {
      const next = table.account[rows[index]!] ?? null;
      setMarked(next);
      if (isDone) settle(next);
    },
  };
}
