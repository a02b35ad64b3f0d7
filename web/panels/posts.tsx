import type { PostsAnswer } from "../../src/corpus/evidence.ts";
import type { OverviewFile } from "../../src/exports/explorer.ts";
import { defangHost } from "../../src/text/defang.ts";
import { formatCount, formatDay, formatNumberOf } from "../../src/text/figures.ts";
import { Handle, Said } from "../charts/said.tsx";
import { query, useAnswer } from "../state/answer.ts";
import { askedStretch } from "../state/moments.ts";
import { linkTo, view } from "../state/place.ts";
import { BrushNote } from "./brush-note.tsx";
import { Wait } from "./notice.tsx";
import { Pager, PostList } from "./post-list.tsx";

const PAGE = 100;

/** All posts of one account, or all posts that link to one site. */
export function PostsPage({ overview }: { readonly overview: OverviewFile }) {
  const { account, domain, offset } = view.value;
  const answer = useAnswer<PostsAnswer>(
    query("posts", { account, domain, offset, ...askedStretch(overview.timeline) }),
  );
  return (
    <Wait answer={answer}>
      {(found) => (
        <>
          <Head found={found} />
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, also by key */}
          <main class="single panel" tabIndex={0}>
            <BrushNote
              overview={overview}
              what={
                found.account === null
                  ? `${formatNumberOf(found.count, "post")} with this site,`
                  : `${formatCount(found.count)} of ${formatNumberOf(found.account.posts, "post")},`
              }
            />
            <Pager
              offset={found.offset}
              shown={found.rows.length}
              count={found.count}
              page={PAGE}
              what="posts, in time order, UTC"
            />
            <PostList posts={found.rows} isOneAccount={found.account !== null} />
          </main>
        </>
      )}
    </Wait>
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
      </h1>
      {account.clusterId === null ? (
        <span class="mute why">in no cluster</span>
      ) : (
        <a class="why" href={linkTo({ page: "cluster", cluster: account.clusterId })}>
          {account.role} in <Said text={account.clusterName ?? account.clusterId} />
        </a>
      )}
      <dl>
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
