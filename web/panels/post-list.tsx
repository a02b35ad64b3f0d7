import type { PostHit } from "../../src/corpus/evidence.ts";
import { formatClock, formatCount, formatDay } from "../../src/text/figures.ts";
import { hitRuns } from "../../src/text/hits.ts";
import { Handle, Said } from "../charts/said.tsx";
import { changeView, linkTo } from "../state/place.ts";
import { accountLink } from "./links.ts";
import { PostText, Provenance } from "./match.tsx";

/** Posts in time order, whose they are, and whether the account is in a cluster. */
interface PostListProps {
  readonly posts: readonly PostHit[];
  /** Words to be marked. */
  readonly hit?: string;
  /** The page is about one account: whose the posts are has been said. */
  readonly isOneAccount?: boolean;
}

export function PostList({ posts, hit = "", isOneAccount = false }: PostListProps) {
  return (
    <ol class="plist">
      {posts.map((post) => (
        <li key={post.post} class={post.clusterId === null ? "" : "member"}>
          <div class="pmeta">
            <span class="mono ink">{formatClock(post.timeMs)}</span> <span class="mono">{formatDay(post.timeMs)}</span>
            {post.kind !== "post" && <span class="kind">{post.kind}</span>}
            {!isOneAccount && (
              <a href={accountLink(post.account)}>
                <Handle handle={post.handle} id={post.accountId} />
              </a>
            )}
            {post.clusterId !== null && !isOneAccount && (
              <a class="mtag" href={linkTo({ page: "cluster", cluster: post.clusterId })}>
                member of {post.clusterId} <Said text={post.clusterName ?? ""} />
              </a>
            )}
          </div>
          <div class="pbody">
            <PostText post={post} runs={post.text === null || hit === "" ? null : hitRuns(post.text, hit)} />
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
  /** Of a copy that holds a part: how many of `count` it holds. */
  readonly held?: number | undefined;
  readonly page: number;
  readonly what: string;
}

/** Which part of a long list is on screen, and the way to the rest. */
export function Pager({ offset, shown, count, held = count, page, what }: PagerProps) {
  return (
    <nav class="pager" aria-label={`Pages of ${what}`}>
      <span>
        {count === 0
          ? `No ${what}.`
          : `${shown === 0 ? "none" : `${formatCount(offset + 1)}–${formatCount(offset + shown)}`} of ${formatCount(count)} ${what}`}
        {held < count && `; this file holds ${formatCount(held)} of them, the case all`}
      </span>
      {held > shown && (
        <>
          <button
            type="button"
            class="btn sm"
            disabled={offset === 0}
            onClick={() => changeView({ offset: Math.max(0, offset - page) })}
          >
            Earlier
          </button>
          <button
            type="button"
            class="btn sm"
            disabled={offset + shown >= held}
            onClick={() => changeView({ offset: offset + page })}
          >
            Later
          </button>
        </>
      )}
    </nav>
  );
}
