import { useMemo } from "preact/hooks";
import type { SiteRow, SitesAnswer } from "../../src/corpus/site-table.ts";
import type { OverviewFile } from "../../src/exports/explorer.ts";
import { defangHost } from "../../src/text/defang.ts";
import { formatCount, formatNumberOf } from "../../src/text/figures.ts";
import { LongTable, type RowMarks } from "../charts/long-table.tsx";
import { Said } from "../charts/said.tsx";
import { query, useAnswer } from "../state/answer.ts";
import { changeView, go, linkTo, view } from "../state/place.ts";
import { useSettling } from "../state/settling.ts";
import { type SortKeys, sortRows } from "../state/sorting.ts";
import { BrushNote } from "./brush-note.tsx";
import { Find } from "./find.tsx";
import { SortHead } from "./head.tsx";
import { Notice, Wait } from "./notice.tsx";
import { SitePanel } from "./site.tsx";
import { SiteMatrix } from "./site-matrix.tsx";

const KEYS: SortKeys<SiteRow> = {
  site: (site) => site.domain,
  group: (site) => site.group ?? "\uffff",
  links: (site) => site.links ?? -1,
  posts: (site) => site.posts,
  accounts: (site) => site.accounts,
  members: (site) => site.members,
  indicators: (site) => site.indicators,
};

/** Sites that members link to or that carry indicators: what ties them, who pushes them, and how rare that is. */
export function SitesPage({ overview }: { readonly overview: OverviewFile }) {
  const { cluster } = view.value;
  const answer = useAnswer<SitesAnswer>(query("sites", { cluster }));
  return <Wait answer={answer}>{(found) => <Shown found={found} overview={overview} />}</Wait>;
}

function Shown({ found, overview }: { readonly found: SitesAnswer; readonly overview: OverviewFile }) {
  const { sort, find, cluster, domain } = view.value;
  const rows = useMemo(() => {
    const wanted = find.toLowerCase().trim();
    const fits = found.sites.filter(
      (site) => site.domain.toLowerCase().includes(wanted) || site.group?.toLowerCase() === wanted,
    );
    return sortRows(fits, sort, KEYS);
  }, [found, sort, find]);
  // Beside the table stands the site on which a walk has come to rest: each one passed is not asked for.
  const shown = domain ?? rows[0]?.domain ?? null;
  const [marked, setMarked] = useSettling(shown, (next) => changeView({ domain: next }, false));
  const current = rows.findIndex((entry) => entry.domain === marked);
  const here = overview.clusters.find((entry) => entry.clusterId === cluster);
  const site = found.sites.find((entry) => entry.domain === shown);
  return (
    <main class="sites">
      <section class="panel" aria-label="Sites">
        <div class="phead">
          <h1 class="ptitle">Sites</h1>
          <span class="mute" role="status" aria-live="polite">
            {rows.length === found.total
              ? formatNumberOf(rows.length, "site")
              : `${formatCount(rows.length)} of ${formatNumberOf(found.total, "site")}`}
          </span>
          {cluster !== null && (
            <span class="chip">
              members of <Said text={cluster} /> <Said text={here?.name ?? ""} />{" "}
              <button type="button" class="linkish" onClick={() => changeView({ cluster: null, domain: null })}>
                whole case
              </button>
            </span>
          )}
          <span class="grow" />
          <Find what="Site or group" />
        </div>
        <BrushNote overview={overview} />
        {found.total === 0 ? (
          <div class="pad">
            <Notice kind="unknown" title="No sites to show.">
              {cluster === null
                ? "No member of a cluster links to a site, and no web indicators were given to the analysis (--sites FILE)."
                : "No member of this cluster links to a site."}
            </Notice>
          </div>
        ) : (
          <LongTable
            id="site"
            label="Sites"
            count={rows.length}
            columns={7}
            isPage
            order={rows}
            current={current}
            onCurrent={(index) => setMarked(rows[index]?.domain ?? null)}
            onOpen={(index) => {
              const next = rows[index]?.domain ?? null;
              // Coming back finds the row still marked.
              changeView({ domain: next }, false);
              go(linkTo({ page: "posts", domain: next, cluster }));
            }}
            cols={[38, 10, 10, 10, 11, 11, 10].map((share, i) => <col key={i} style={{ width: `${share}%` }} />)}
            head={<Head />}
            row={(index, marks) => <Row site={rows[index]!} marks={marks} />}
          />
        )}
        {found.sites.length < found.total && (
          <Notice kind="warn" title={`${formatCount(found.total - found.sites.length)} more sites are not listed.`} />
        )}
      </section>
      <SiteMatrix group={cluster === null ? (site?.group ?? null) : null} />
      <aside class="panel siteside" aria-label="The site">
        {shown === null ? (
          <p class="empty pad">Choose a site to see what ties it to others.</p>
        ) : (
          <SitePanel domain={shown} row={site} overview={overview} links={found.links} />
        )}
      </aside>
    </main>
  );
}

function Head() {
  return (
    <tr aria-rowindex={1}>
      <SortHead name="site" label="Site, defanged" />
      <SortHead name="group" label="Group" />
      <SortHead name="links" label="Linked with" isNumber />
      <SortHead name="posts" label="Posts" isNumber />
      <SortHead name="accounts" label="Accounts" isNumber />
      <SortHead name="members" label="In clusters" isNumber />
      <SortHead name="indicators" label="Indicators" isNumber />
    </tr>
  );
}

function Row({ site, marks }: { readonly site: SiteRow; readonly marks: RowMarks }) {
  return (
    <tr {...marks}>
      <td>
        <span class="mono ink">
          <Said text={defangHost(site.domain)} />
        </span>
      </td>
      <td class="mono">{site.group ?? "–"}</td>
      <td class="num">{site.links === null ? "–" : formatCount(site.links)}</td>
      <td class="num ink">{formatCount(site.posts)}</td>
      <td class="num">{formatCount(site.accounts)}</td>
      <td class="num">{formatCount(site.members)}</td>
      <td class="num">{formatCount(site.indicators)}</td>
    </tr>
  );
}
