import { useMemo } from "preact/hooks";
import type { SiteMatrixAnswer } from "../../src/corpus/site-table.ts";
import { defangHost } from "../../src/text/defang.ts";
import { formatCount, formatNumberOf } from "../../src/text/figures.ts";
import { visibleLine } from "../../src/text/visible.ts";
import { Handle, Said } from "../charts/said.tsx";
import { seriate } from "../charts/seriation.ts";
import { query, useAnswer } from "../state/answer.ts";
import { linkTo, view } from "../state/place.ts";
import { Head } from "./head.tsx";
import { accountLink } from "./links.ts";
import { Wait } from "./notice.tsx";

/** Who links to what: a table of accounts by sites, ordered so that those who push the same stand together; a cell leads to its posts. */
export function SiteMatrix({ group }: { readonly group: string | null }) {
  const { cluster } = view.value;
  const answer = useAnswer<SiteMatrixAnswer>(query("matrix", { cluster, group }));
  const scope =
    cluster !== null
      ? `members of ${visibleLine(cluster)}`
      : group !== null
        ? `sites of group ${group}`
        : "the whole case";
  return (
    <section class="panel matrixpanel" aria-label="Who links to what">
      <div class="phead">
        <h2>Who links to what</h2>
        <span class="mute">
          {scope}; posts with a link, sorted so that accounts and sites that go together stand together
        </span>
      </div>
      <Wait answer={answer}>{(matrix) => <Matrix matrix={matrix} />}</Wait>
    </section>
  );
}

function Matrix({ matrix }: { readonly matrix: SiteMatrixAnswer }) {
  const { rows, columns } = useMemo(() => seriate(matrix.cells, matrix.accounts.length, matrix.sites.length), [matrix]);
  const posts = useMemo(() => new Map(matrix.cells.map(([row, column, n]) => [`${row} ${column}`, n])), [matrix]);
  if (matrix.cells.length === 0) return <p class="empty pad">No post links to any of these sites.</p>;
  const { cluster } = view.value;
  return (
    <>
      <div class="matrixwrap">
        <table class="matrix">
          <caption class="sr">Accounts by sites: posts that link</caption>
          <thead>
            <tr>
              <Head label="Account" />
              {columns.map((column) => {
                const { domain, group } = matrix.sites[column]!;
                return (
                  <th key={domain} scope="col" title={visibleLine(defangHost(domain))}>
                    <a href={linkTo({ page: "sites", domain, cluster })}>
                      <Said text={defangHost(domain)} /> {group !== null && <span class="mute">{group}</span>}
                    </a>
                  </th>
                );
              })}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => {
              const account = matrix.accounts[row]!;
              return (
                <tr key={account.account}>
                  <th scope="row">
                    <a href={accountLink(account.account)}>
                      <Handle handle={account.handle} id={account.accountId} />
                    </a>{" "}
                    <span class="mute">{account.clusterId ?? ""}</span>
                  </th>
                  {columns.map((column) => {
                    const { domain } = matrix.sites[column]!;
                    const count = posts.get(`${row} ${column}`);
                    if (count === undefined) return <td key={domain} />;
                    return (
                      <td key={domain} class={count === 1 ? "h1" : count < 4 ? "h2" : "h3"}>
                        <a
                          href={linkTo({ page: "posts", account: account.account, domain, cluster })}
                          title={`${visibleLine(account.handle ?? account.accountId)}, ${visibleLine(defangHost(domain))}: ${formatNumberOf(count, "post")}`}
                        >
                          {formatCount(count)}
                        </a>
                      </td>
                    );
                  })}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <div class="key">
        <span>
          {formatCount(matrix.sites.length)} of {formatNumberOf(matrix.siteTotal, "site")},{" "}
          {formatCount(matrix.accounts.length)} of {formatNumberOf(matrix.accountTotal, "account")}: those with most
          between them. Order carries no evidence.
        </span>
      </div>
    </>
  );
}
