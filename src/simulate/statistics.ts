import { KIND_CODE } from "../corpus/post.ts";
import type { World } from "./world.ts";

/** How ordinary life in a world looks in numbers, to be held against published ones. Over posts of accounts labelled organic. */
export interface Statistics {
  readonly accounts: number;
  /** Of them, with at least one post. */
  readonly activeAccounts: number;
  readonly posts: number;
  readonly medianPosts: number;
  /** Gini coefficient of posts over active accounts: 0 all alike, 1 one posts all. */
  readonly activityGini: number;
  /** Share of all posts that the most active tenth writes. */
  readonly topTenthShare: number;
  readonly repostShare: number;
  readonly replyShare: number;
  readonly quoteShare: number;
  readonly medianRepostDelayMin: number;
  readonly medianReplyDelayMin: number;
  readonly repostsWithinHour: number;
  readonly repliesWithinHour: number;
  /** Reposts of the post reposted most, by whomever. */
  readonly largestCascade: number;
  /** Reposts it had within its busiest hour. */
  readonly largestCascadeHour: number;
}

export function statisticsOf(world: World): Statistics {
  const { posts, people } = world;
  const perAccount = new Uint32Array(people.count);
  const kinds = [0, 0, 0, 0, 0];
  const cascades = new Map<number, number>();
  const delays: { repost: number[]; reply: number[] } = { repost: [], reply: [] };
  let total = 0;
  for (let i = 0; i < posts.count; i++) {
    const target = posts.target[i]!;
    if (posts.kind[i] === KIND_CODE.repost) cascades.set(target, (cascades.get(target) ?? 0) + 1);
    if (people.label[posts.account[i]!] !== 0) continue;
    total++;
    perAccount[posts.account[i]!]!++;
    kinds[posts.kind[i]!]!++;
    if (target < 0) continue;
    const minutes = (posts.timeMs[i]! - posts.timeMs[target]!) / 60_000;
    if (posts.kind[i] === KIND_CODE.repost) delays.repost.push(minutes);
    if (posts.kind[i] === KIND_CODE.reply) delays.reply.push(minutes);
  }
  const active = [...perAccount].filter((count) => count > 0).sort((a, b) => a - b);
  const [largest, size] = [...cascades.entries()].reduce((best, entry) => (entry[1] > best[1] ? entry : best), [-1, 0]);
  const share = (kind: keyof typeof KIND_CODE) => round(kinds[KIND_CODE[kind]]! / Math.max(1, total));
  return {
    accounts: people.label.reduce((sum, label) => sum + (label === 0 ? 1 : 0), 0),
    activeAccounts: active.length,
    posts: total,
    medianPosts: active[active.length >> 1] ?? 0,
    activityGini: round(gini(active)),
    topTenthShare: round(sum(active.slice(-Math.max(1, Math.round(active.length / 10)))) / Math.max(1, total)),
    repostShare: share("repost"),
    replyShare: share("reply"),
    quoteShare: share("quote"),
    medianRepostDelayMin: round(median(delays.repost)),
    medianReplyDelayMin: round(median(delays.reply)),
    repostsWithinHour: withinHour(delays.repost),
    repliesWithinHour: withinHour(delays.reply),
    largestCascade: size,
    largestCascadeHour: busiestHour(world, largest),
  };
}

/** G = 2 sum i x_i / (n sum x) - (n + 1) / n, x ascending, i from 1. */
export function gini(ascending: readonly number[]): number {
  const n = ascending.length;
  let sum = 0;
  let ranked = 0;
  ascending.forEach((x, i) => {
    sum += x;
    ranked += (i + 1) * x;
  });
  return sum === 0 ? 0 : (2 * ranked) / (n * sum) - (n + 1) / n;
}

function busiestHour({ posts }: World, target: number): number {
  const times: number[] = [];
  for (let i = 0; i < posts.count; i++) {
    if (posts.target[i] === target && posts.kind[i] === KIND_CODE.repost) times.push(posts.timeMs[i]!);
  }
  times.sort((a, b) => a - b);
  let best = 0;
  let from = 0;
  times.forEach((time, to) => {
    while (time - times[from]! >= 3_600_000) from++;
    best = Math.max(best, to - from + 1);
  });
  return best;
}

const withinHour = (minutes: readonly number[]): number =>
  round(minutes.filter((delay) => delay <= 60).length / Math.max(1, minutes.length));
const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
const round = (value: number): number => Math.round(value * 1000) / 1000;
