import type { SiteAnswer, SiteRow, SitesAnswer } from "../../src/corpus/site-table.ts";
import type { OverviewFile } from "../../src/exports/explorer.ts";
import { defangHost } from "../../src/text/defang.ts";
import { formatCount, formatDay, formatNumberOf, formatSpan } from "../../src/text/figures.ts";
import { visibleLine } from "../../src/text/visible.ts";
import { FileName, Handle, Said } from "../charts/said.tsx";
import { query, useAnswer } from "../state/answer.ts";
import { linkTo, view } from "../state/place.ts";
import { Head } from "./head.tsx";
import { accountLink } from "./links.ts";
import { Notice, Wait } from "./notice.tsx";
import { SiteLinks } from "./site-links.tsx";

interface SitePanelProps {
  readonly domain: string;
  readonly row: SiteRow | undefined;
  readonly overview: OverviewFile;
  readonly links: SitesAnswer["links"];
}

/** One site: what ties it to others in words and numbers, its indicators and how rare they are, and who pushes it. */
export function SitePanel({ domain, row, overview, links }: SitePanelProps) {
  const answer = useAnswer<SiteAnswer>(query("site", { domain }));
  return (
    <>
      <header class="sitehead">
        <h2 class="mono">
          <Said text={defangHost(domain)} />
        </h2>
        <p class="cap">
          {row !== undefined &&
            `${formatNumberOf(row.posts, "post")} by ${formatNumberOf(row.accounts, "account")}, ${formatCount(row.members)} of them in clusters. `}
          {row?.group != null && `Group ${row.group}: sites that belong together by these links. `}
          <a href={linkTo({ page: "posts", domain, cluster: view.value.cluster })}>All posts that link to it</a>
        </p>
      </header>
      <Wait answer={answer}>
        {(site) => (
          <>
            <SiteLinks site={site} overview={overview} kept={links} />
            <Alike site={site} />
            <Pushers site={site} />
            <Indicators site={site} />
          </>
        )}
      </Wait>
    </>
  );
}

function Alike({ site }: { readonly site: SiteAnswer }) {
  if (site.alike.length === 0) return null;
  return (
    <section class="check" aria-label="Names alike">
      <h3>Names alike</h3>
      <ul class="plain">
        {site.alike.map((one) => (
          <li key={one.domain}>
            <a class="mono" href={linkTo({ page: "sites", domain: one.domain, cluster: null })}>
              <Said text={defangHost(one.domain)} />
            </a>
            : {one.how === "ending" ? "the same name under another ending" : "one letter off"},{" "}
            {formatNumberOf(one.posts, "post")}
          </li>
        ))}
      </ul>
      <p class="mute">A name alone shows neither who runs a site nor which of them copies.</p>
    </section>
  );
}

function Pushers({ site }: { readonly site: SiteAnswer }) {
  const { cluster } = view.value;
  return (
    <section class="check" aria-label="Who links to it">
      <h3>Who links to it</h3>
      {site.pushers.length === 0 ? (
        <p>No post of this case: it is here for its indicators.</p>
      ) : (
        <>
          <table class="tbl fixed pushers">
            <thead>
              <tr>
                <Head label="Account" />
                <Head label="Cluster" />
                <Head label="Posts" isNumber />
                <Head label="First to last" isNumber class="w2" />
              </tr>
            </thead>
            <tbody>
              {site.pushers.map((one) => (
                <tr key={one.account}>
                  <td class="cutcell">
                    <a href={accountLink(one.account)}>
                      <Handle handle={one.handle} id={one.accountId} />
                    </a>
                  </td>
                  <td>
                    {one.clusterId === null ? (
                      <span class="mute">none</span>
                    ) : (
                      <a class="mono" href={linkTo({ page: "cluster", cluster: one.clusterId })}>
                        {one.clusterId}
                      </a>
                    )}
                  </td>
                  <td class="num">
                    <a href={linkTo({ page: "posts", account: one.account, domain: site.domain, cluster })}>
                      {formatCount(one.posts)}
                    </a>
                  </td>
                  <td class="num nowrap">{formatSpan(one.firstMs, one.lastMs)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {site.pushers.length < site.pusherTotal && (
            <p class="mute">
              The {formatCount(site.pushers.length)} with most posts, of {formatCount(site.pusherTotal)}.
            </p>
          )}
        </>
      )}
    </section>
  );
}

function Indicators({ site }: { readonly site: SiteAnswer }) {
  return (
    <section class="check" aria-label="Indicators">
      <h3>Indicators</h3>
      {site.indicatorTotal === 0 ? (
        <Notice kind="unknown" title="None known.">
          The analysis was given no indicators of this site, so nothing can be said of who else shares its address,
          certificate or tracking id.
        </Notice>
      ) : (
        <>
          <table class="tbl fixed inds">
            <thead>
              <tr>
                <Head label="Kind" />
                <Head label="Value" />
                <Head label="Sites with it" isNumber />
                <Head label="Seen" isNumber />
              </tr>
            </thead>
            <tbody>
              {site.indicators.map((one) => (
                <tr
                  key={`${one.type} ${one.value}`}
                  title={one.source === null ? undefined : visibleLine(`Source: ${one.source}`)}
                >
                  <td class="cutcell">
                    <Said text={one.type} />
                  </td>
                  <td class="cutcell mono">
                    <FileName name={one.value} />
                  </td>
                  <td class="num">
                    {formatCount(one.sites)} <span class="mute">of {formatCount(site.sitesWithIndicators)}</span>
                  </td>
                  <td class="num nowrap">{seen(one.firstMs, one.lastMs)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {site.indicators.length < site.indicatorTotal && (
            <p class="mute">
              The {formatCount(site.indicators.length)} rarest of {formatCount(site.indicatorTotal)}.
            </p>
          )}
        </>
      )}
    </section>
  );
}

function seen(firstMs: number | null, lastMs: number | null): string {
  if (firstMs === null && lastMs === null) return "–";
  if (firstMs === null || lastMs === null) return formatDay(firstMs ?? lastMs ?? 0);
  return formatSpan(firstMs, lastMs);
}
