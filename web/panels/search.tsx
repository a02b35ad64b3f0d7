import type { SearchAnswer } from "../../src/corpus/evidence.ts";
import type { OverviewFile } from "../../src/exports/explorer.ts";
import { defangHost } from "../../src/text/defang.ts";
import { formatCount, formatNumberOf } from "../../src/text/figures.ts";
import { Handle, Said } from "../charts/said.tsx";
import { query, useAnswer } from "../state/answer.ts";
import { copy } from "../state/copy.ts";
import { askedStretch } from "../state/moments.ts";
import { linkTo, view } from "../state/place.ts";
import { BrushNote } from "./brush-note.tsx";
import { accountLink } from "./links.ts";
import { Wait } from "./notice.tsx";
import { PostList } from "./post-list.tsx";

/** What a question finds among accounts, sites and texts; the rest of a long list is counted. */
export function SearchPage({ overview }: { readonly overview: OverviewFile }) {
  const { question } = view.value;
  const answer = useAnswer<SearchAnswer>(query("search", { q: question, ...askedStretch(overview.timeline) }));
  return (
    <>
      <header class="chead">
        <h1>
          <span class="sub">Search for</span> “<Said text={question} />”
        </h1>
        {copy.value !== null && <span class="mute why">in what this file holds; the whole case may have more</span>}
      </header>
      <Wait answer={answer}>
        {(found) => (
          <main class="results">
            <section class="panel" aria-label="Accounts">
              <Title title="Accounts" count={found.accounts.count} shown={found.accounts.rows.length} />
              <ul class="hits">
                {found.accounts.rows.map((account) => (
                  <li key={account.account}>
                    <a href={accountLink(account.account)}>
                      <Handle handle={account.handle} id={account.accountId} />
                    </a>
                    {account.name !== null && (
                      <span class="mute cut">
                        <Said text={account.name} />
                      </span>
                    )}
                    <span class="grow" />
                    <span class="mute nowrap">
                      {formatNumberOf(account.posts, "post")}
                      {account.clusterId === null ? ", in no cluster" : `, ${account.clusterId}`}
                    </span>
                  </li>
                ))}
              </ul>
              <Title title="Sites" count={found.domains.count} shown={found.domains.rows.length} />
              <ul class="hits">
                {found.domains.rows.map((entry) => (
                  <li key={entry.domain}>
                    <a class="mono" href={linkTo({ page: "posts", domain: entry.domain })}>
                      <Said text={defangHost(entry.domain)} />
                    </a>
                    <span class="grow" />
                    <span class="mute nowrap">
                      {formatNumberOf(entry.posts, "post")}, {formatNumberOf(entry.accounts, "account")},{" "}
                      {formatCount(entry.members)} in clusters
                    </span>
                  </li>
                ))}
              </ul>
            </section>
            <section class="panel" aria-label="Posts">
              <Title title="Posts" count={found.posts.count} shown={found.posts.rows.length} />
              <BrushNote overview={overview} what={`${formatNumberOf(found.posts.count, "post")} with it,`} />
              <PostList posts={found.posts.rows} hit={found.question} />
            </section>
          </main>
        )}
      </Wait>
    </>
  );
}

function Title({ title, count, shown }: { readonly title: string; readonly count: number; readonly shown: number }) {
  return (
    <div class="phead">
      <h2>{title}</h2>
      <span class="mute cut">
        {count === 0 ? "none" : formatCount(count)}
        {shown < count && `, the first ${formatCount(shown)} shown, members of clusters first`}
      </span>
    </div>
  );
}
