import type { PostsAnswer } from "../../src/corpus/evidence.ts";
import type { OverviewFile } from "../../src/exports/explorer.ts";
import { defangHost } from "../../src/text/defang.ts";
import { formatCount, formatDay, formatNumberOf } from "../../src/text/figures.ts";
import { Handle, Said } from "../charts/said.tsx";
import { query, useAnswer } from "../state/answer.ts";
import { isCopy } from "../state/copy.ts";
import { askedStretch } from "../state/moments.ts";
import { linkTo, view } from "../state/place.ts";
import { BrushNote } from "./brush-note.tsx";
import { accountLink } from "./links.ts";
import { Wait } from "./notice.tsx";
import { Pager, PostList } from "./post-list.tsx";
import { AccountNotes } from "./subject-notes.tsx";

const PAGE = 100;

/** All posts of one account, all that link to one site, those of an account that do, or those of a cluster with a term. */
export function PostsPage({ overview }: { readonly overview: OverviewFile }) {
  const { account, domain, offset, cluster, term } = view.value;
  const isTerm = term !== "" && cluster !== null;
  const answer = useAnswer<PostsAnswer>(
    isTerm
      ? query("term", { cluster, term, offset })
      : query("posts", { account, domain, offset, ...askedStretch(overview.timeline) }),
  );
  return (
    <Wait answer={answer}>
      {(found) => (
        <>
          {isTerm ? <TermHead term={term} cluster={cluster} /> : <Head found={found} />}
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, also by key */}
          <main class="single panel" tabIndex={0}>
            {isTerm ? (
              <BrushNote overview={overview} />
            ) : (
              <BrushNote
                overview={overview}
                what={
                  found.account === null
                    ? `${formatNumberOf(found.count, "post")} with this site,`
                    : `${formatCount(found.count)} of ${formatNumberOf(found.account.posts, "post")},`
                }
              />
            )}
            <Pager
              offset={found.offset}
              shown={found.rows.length}
              count={found.count}
              held={found.held}
              page={PAGE}
              what="posts, in time order, UTC"
            />
            <PostList posts={found.rows} isOneAccount={found.account !== null} hit={isTerm ? term : ""} />
          </main>
        </>
      )}
    </Wait>
  );
}

/** The posts that were counted for a term of a cluster. */
function TermHead({ term, cluster }: { readonly term: string; readonly cluster: string }) {
  return (
    <header class="chead">
      <h1>
        “<Said text={term} />”{" "}
        <span class="sub">
          · posts of <Said text={cluster} /> with it, as they were counted
        </span>
      </h1>
    </header>
  );
}

function Head({ found }: { readonly found: PostsAnswer }) {
  const { account, domain } = found;
  if (account === null) {
    return (
      <header class="chead">
        <h1>
          <span class="mono">
            <Said text={defangHost(domain ?? "")} />
          </span>{" "}
          <span class="sub">· posts that link to this site</span>
        </h1>
      </header>
    );
  }
  return (
    <header class="chead">
      <h1>
        <Handle handle={account.handle} id={account.accountId} />
        {account.name !== null && (
          <span class="sub">
            {" "}
            · <Said text={account.name} />
          </span>
        )}
        {domain !== null && (
          <span class="sub">
            {" "}
            · posts that link to{" "}
            <span class="mono">
              <Said text={defangHost(domain)} />
            </span>
          </span>
        )}
      </h1>
      {account.clusterId === null ? (
        <span class="mute why">in no cluster</span>
      ) : (
        <a class="why" href={linkTo({ page: "cluster", cluster: account.clusterId })}>
          {account.role} in <Said text={account.clusterName ?? account.clusterId} />
        </a>
      )}
      <AccountNotes account={account} />
      <dl>
        {!isCopy() && (
          <div>
            <dt>Its account page</dt>
            <dd>
              <a href={accountLink(account.account)}>whom it meets</a>
            </dd>
          </div>
        )}
        <div>
          <dt>Account id</dt>
          <dd class="mono">
            <Said text={account.accountId} />
          </dd>
        </div>
        <div>
          <dt>Platform</dt>
          <dd>{account.platform === null ? "–" : <Said text={account.platform} />}</dd>
        </div>
        <div>
          <dt>Created</dt>
          <dd>{account.createdMs === null ? "–" : formatDay(account.createdMs)}</dd>
        </div>
        <div>
          <dt>Posts here</dt>
          <dd>{formatCount(account.posts)}</dd>
        </div>
      </dl>
    </header>
  );
}
