import type { PostHit } from "../../src/corpus/evidence.ts";
import type { WordRun } from "../../src/text/difference.ts";
import { formatClock, formatCount, formatDay } from "../../src/text/figures.ts";
import { Handle, Said } from "../charts/said.tsx";
import { changeView, linkTo } from "../state/place.ts";
import { PostText, Provenance } from "./match.tsx";

/** A text in parts, those that hold the question to be marked; case does not matter, as in the search itself. */
export function hitRuns(text: string, question: string): readonly WordRun[] {
  const lower = text.toLowerCase();
  const wanted = question.toLowerCase();
  // A few letters change length when lowered; then places would not fit, and nothing is marked.
  if (wanted === "" || lower.length !== text.length) return [{ text, differs: false }];
  const runs: WordRun[] = [];
  let from = 0;
  for (let at = lower.indexOf(wanted); at !== -1; at = lower.indexOf(wanted, from)) {
    if (at > from) runs.push({ text: text.slice(from, at), differs: false });
    runs.push({ text: text.slice(at, at + wanted.length), differs: true });
    from = at + wanted.length;
  }
  if (from < text.length) runs.push({ text: text.slice(from), differs: false });
  return runs;
}

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
              <a href={linkTo({ page: "posts", account: post.account })}>
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
  readonly page: number;
  readonly what: string;
}

/** Which part of a long list is on screen, and the way to the rest. */
export function Pager({ offset, shown, count, page, what }: PagerProps) {
  return (
    <nav class="pager" aria-label={`Pages of ${what}`}>
      <span>
        {count === 0
          ? `No ${what}.`
          : `${formatCount(offset + 1)}–${formatCount(offset + shown)} of ${formatCount(count)} ${what}`}
      </span>
      {count > shown && (
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
            disabled={offset + shown >= count}
            onClick={() => changeView({ offset: offset + page })}
          >
            Later
          </button>
        </>
      )}
    </nav>
  );
}
