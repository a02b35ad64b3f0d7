import { useMemo } from "preact/hooks";
import type { EvidencePost, PairMatch } from "../../src/corpus/evidence.ts";
import { LAYER_OF, type TraceName } from "../../src/corpus/trace.ts";
import { type Difference, type WordRun, wordDifference } from "../../src/text/difference.ts";
import { formatClock, formatCount, formatDay, formatNumberOf } from "../../src/text/figures.ts";
import { formatDelayAt } from "../../src/text/grain.ts";
import { hiddenCount } from "../../src/text/visible.ts";
import { layerClass } from "../charts/marks.tsx";
import { FileName, Said } from "../charts/said.tsx";
import { copy } from "../state/copy.ts";
import { ObjectLabel } from "./label.tsx";
import { objectLink } from "./links.ts";

interface MatchProps {
  readonly match: PairMatch;
  readonly index: number;
  readonly trace: TraceName;
  readonly isCurrent: boolean;
  readonly allAccounts: number;
  readonly cluster: string | null;
  /** How exact the times are. */
  readonly grainMs: number;
}

/** Two posts on one object, the time between them on a string; the later end hangs lower. */
export function Match({ match, index, trace, isCurrent, allAccounts, cluster, grainMs }: MatchProps) {
  const { left, right } = match;
  const difference = useMemo(
    () => (left.text === null || right.text === null ? null : wordDifference(left.text, right.text)),
    [left.text, right.text],
  );
  return (
    <section id={`match-${index}`} class={isCurrent ? "match cur" : "match"} aria-label={`Common object ${index + 1}`}>
      <header>
        <span class="idx">{index + 1}</span>
        <a class="obj" href={objectLink(trace, match.object, cluster)}>
          <ObjectLabel trace={trace} label={match.label} />
        </a>
        <span class="mute nowrap">
          touched by {formatCount(match.accounts)} of {formatNumberOf(allAccounts, "account")} · {match.bits.toFixed(1)}{" "}
          bits
          {match.coactions > 1 && ` · nearest of ${formatCount(match.coactions)} meetings`}
        </span>
        <span class="grow" />
        <span class="mute nowrap">{sayDifference(difference, left, right)}</span>
      </header>
      <div class="two">
        <PostCard post={left} runs={difference?.left ?? null} isFirst={match.delayMs > 0} />
        <Gutter delayMs={match.delayMs} grainMs={grainMs} layer={layerClass(LAYER_OF[trace])} />
        <PostCard post={right} runs={difference?.right ?? null} isFirst={match.delayMs < 0} />
      </div>
    </section>
  );
}

function sayDifference(difference: Difference | null, left: EvidencePost, right: EvidencePost): string {
  if (difference === null) return "text not kept on both sides";
  const words =
    difference.words === 0
      ? "same words"
      : `${formatNumberOf(difference.words, "word")} ${difference.words === 1 ? "differs" : "differ"}`;
  const hidden = hiddenCount(left.text ?? "") + hiddenCount(right.text ?? "");
  return `${words}${difference.exact ? "" : " at most"}${hidden === 0 ? "" : `, ${formatNumberOf(hidden, "hidden character")}`}`;
}

interface PostCardProps {
  readonly post: EvidencePost;
  /** Null: nothing to compare with. */
  readonly runs: readonly WordRun[] | null;
  readonly isFirst: boolean;
}

function PostCard({ post, runs, isFirst }: PostCardProps) {
  return (
    <article class="pcard">
      <div class="when">
        <span class="mono ink">{formatClock(post.timeMs)}</span> <span class="mono">{formatDay(post.timeMs)}</span>
        {post.kind !== "post" && <span class="kind">{post.kind}</span>}
        {isFirst && <span class="first">first</span>}
      </div>
      <PostText post={post} runs={runs} />
      <Provenance post={post} />
    </article>
  );
}

/** A post's text in the voice of others; `runs` are its parts with what is to be marked, differing words or search hits. */
export function PostText({
  post,
  runs = null,
}: {
  readonly post: EvidencePost;
  readonly runs?: readonly WordRun[] | null;
}) {
  if (post.text === null) {
    return (
      <p class="post none">
        {copy.value?.about.hasTexts === false
          ? "Texts are left out of this file."
          : "The export holds no text for this post."}
      </p>
    );
  }
  const shown = runs ?? [{ text: post.text, differs: false }];
  const cut = post.textLength - [...post.text].length;
  return (
    <p
      class="post"
      lang={/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(post.language ?? "") ? (post.language ?? undefined) : undefined}
      dir="auto"
    >
      {shown.map((run, index) => {
        const text = run.text.trimEnd();
        const space = run.text.slice(text.length);
        return (
          <span key={index}>
            {<Said text={text} isMarked={run.differs} />}
            {space}
          </span>
        );
      })}
      {cut > 0 && <span class="cap"> … {formatNumberOf(cut, "more character")}, not shown</span>}
    </p>
  );
}

/** File and row: where a person can look the post up. */
export function Provenance({ post }: { readonly post: EvidencePost }) {
  return (
    <div class="prov">
      <FileName name={post.file.split(/[\\/]/).at(-1) ?? post.file} />, row {formatCount(post.row)}
      <span class="pid">
        {" "}
        · post <FileName name={post.postId} />
      </span>
    </div>
  );
}

interface GutterProps {
  readonly delayMs: number;
  readonly grainMs: number;
  /** Class of the layer whose colour and dash the string takes. */
  readonly layer: string;
}

function Gutter({ delayMs, grainMs, layer }: GutterProps) {
  const [from, to] = delayMs > 0 ? [16, 50] : delayMs < 0 ? [50, 16] : [33, 33];
  const label = formatDelayAt(delayMs, grainMs);
  const wide = label.length * 6.6 + 20;
  const said =
    delayMs === 0
      ? `both at the same ${grainMs >= 60_000 ? "minute" : "second"}`
      : delayMs > 0
        ? `right later by ${label.slice(1)}`
        : `left later by ${label.slice(1)}`;
  return (
    <svg class="gut" viewBox="0 0 138 66" width="138" height="66" role="img" aria-label={said}>
      <path class={`s ${layer}`} d={`M6 ${from}C55 ${from} 83 ${to} 132 ${to}`} stroke-width="2" />
      <circle cx="6" cy={from} r="3.5" fill="var(--ink)" />
      <circle cx="132" cy={to} r="3.5" fill="var(--ink)" />
      <rect
        x={69 - wide / 2}
        y="21"
        width={wide}
        height="24"
        rx="12"
        fill="var(--surface)"
        stroke="var(--line-strong)"
      />
      <text class="dt" x="69" y="37" text-anchor="middle">
        {label}
      </text>
    </svg>
  );
}
