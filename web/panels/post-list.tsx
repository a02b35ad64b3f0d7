import type { PostHit } from "../../src/corpus/evidence.ts";
import { formatClock, formatCount, formatDay } from "../../src/text/figures.ts";
import { Handle, Said } from "../charts/said.tsx";
import { changeView, linkTo } from "../state/place.ts";
import { PostText, Provenance } from "./match.tsx";

/** Posts in time order, whose they are, and whether the account is in a cluster. */
export function PostList({ posts }: { readonly posts: readonly PostHit[] }) {
  return (
    <ol class="plist">
      {posts.map((post) => (
        <li key={post.post} class={post.clusterId === null ? "" : "member"}>
          <div class="pmeta">
            <span class="mono ink">{formatClock(post.timeMs)}</span> <span class="mono">{formatDay(post.timeMs)}</span>
            <a href={linkTo({ page: "posts", account: post.account })}>
              <Handle handle={post.handle} id={post.accountId} />
            </a>
            {post.clusterId !== null && (
              <a class="mtag" href={linkTo({ page: "cluster", cluster: post.clusterId })}>
                member of {post.clusterId} <Said text={post.clusterName ?? ""} />
              </a>
            )}
            {post.kind !== "post" && <span class="kind">{post.kind}</span>}
          </div>
          <div class="pbody">
            <PostText post={post} />
            <Provenance post={post} />
          </div>
        </li>
      ))}
    </ol>
  );
}

interface PagerProps {
  readonly offset: number;
  readonly shown: number;
  readonly count: number;
  readonly page: number;
  readonly what: string;
}

/** Which part of a long list is on screen, and the way to the rest. */
export function Pager({ offset, shown, count, page, what }: PagerProps) {
  return (
    <nav class="pager" aria-label={`Pages of ${what}`}>
      <span>
        {count === 0 ? `No ${what}.` : `${formatCount(offset + 1)}–${formatCount(offset + shown)} of ${formatCount(count)} ${what}`}
      </span>
      <button type="button" class="btn sm" disabled={offset === 0} onClick={() => changeView({ offset: Math.max(0, offset - page) })}>
        Earlier
      </button>
      <button type="button" class="btn sm" disabled={offset + shown >= count} onClick={() => changeView({ offset: offset + page })}>
        Later
      </button>
    </nav>
  );
}
