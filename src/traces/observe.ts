import { type Actions, NO_MATCH } from "../corpus/actions.ts";
import { POST_KINDS } from "../corpus/post.ts";
import type { Progress } from "../corpus/progress.ts";
import type { TraceName } from "../corpus/trace.ts";
import { GrowableFloat64, GrowableUint32 } from "../math/growable.ts";
import { type Hash64, HashIndex, hashString } from "../math/hash.ts";
import type { Store } from "../store/database.ts";
import { type MarkChunk, markChunks, NO_TARGET } from "../store/marks.ts";
import { profileRows } from "../store/profile-rows.ts";
import { publicsOf } from "../store/publics.ts";
import { Background } from "../text/information.ts";
import { normaliseText } from "../text/normalise.ts";
import { burstHashtag } from "./burst-hashtag.ts";
import { findBursts } from "./bursts.ts";
import { TRACES } from "./catalogue.ts";
import { Mark } from "./mark.ts";
import { observeProfiles } from "./observe-profiles.ts";
import type { ObservedTrace } from "./observed-trace.ts";
import type { Trace } from "./trace.ts";

export type { ObservedTrace } from "./observed-trace.ts";

/**
 * One walk over all posts, in which every trace looks at every post. Texts come and go in chunks of 2,048; what stays is four numbers
 * an action, sixteen bytes a distinct object, and one a post.
 */
export interface Observation {
  /** Traces with at least one action, in the order of the catalogue. */
  readonly traces: readonly ObservedTrace[];
  /** Accounts of the case, also those without a post. */
  readonly accounts: number;
  /** Posts from which the background of words was learnt: all, or every so many-th. */
  readonly backgroundPosts: number;
}

/** Distinct texts needed to know how common a word is; above this many posts every k-th is taken. */
const BACKGROUND_POSTS = 100_000;

export async function observe(store: Store, progress: Progress): Promise<Observation> {
  const [totals] = await store.rows<{ posts: number; accounts: number; posted: number; texts: number }>(
    "select (select count(*) from posts) as posts, (select count(*) from accounts) as accounts, (select count(distinct account) from posts) as posted, (select count(text) from posts) as texts",
  );
  const { posts, accounts, posted, texts } = totals!;
  progress.stage("learning words", Math.min(texts, BACKGROUND_POSTS));
  const { background, sampled } = await learnBackground(store, texts);
  progress.advance(sampled);
  progress.stage("reading traces", posts);
  const collectors = TRACES.filter(({ isTimeless }) => isTimeless !== true).map((trace) => new Collector(trace));
  const mark = new Mark();
  const passedOn = new Uint8Array(posts);
  let firstMs = Number.POSITIVE_INFINITY;
  let lastMs = Number.NEGATIVE_INFINITY;
  let done = 0;
  for await (const chunk of markChunks(store)) {
    for (let i = 0; i < chunk.count; i++) {
      fill(mark, chunk, i);
      firstMs = Math.min(firstMs, mark.timeMs);
      lastMs = Math.max(lastMs, mark.timeMs);
      if (mark.isDeclaredRepost) passedOn[chunk.post[i]!] = 1;
      for (const collector of collectors) {
        collector.begin(mark, chunk.account[i]!, chunk.timeMs[i]!, chunk.post[i]!);
        collector.trace.objects(mark, collector.emit, background);
      }
    }
    done += chunk.count;
    progress.advance(done);
  }
  const whole = { accountCount: accounts, posted, publicOf: await publicsOf(store, accounts) };
  const profiles = observeProfiles(await profileRows(store), accounts);
  return {
    traces: [
      ...collectors
        .map((collector) => collector.finish(whole))
        .map((one) => onlyBursts(one, lastMs - firstMs, passedOn)),
      profiles,
    ].filter((one) => one.actions.count > 0),
    accounts,
    backgroundPosts: sampled,
  };
}

/** Which tags are bursts is known only when all posts are read; other traces stay as they are. */
function onlyBursts(one: ObservedTrace, spanMs: number, passedOn: Uint8Array): ObservedTrace {
  if (one.trace !== burstHashtag) return one;
  const { account, object: tag, timeMs, post, accountCount, objectCount: tagCount } = one.actions;
  const bursts = findBursts({ account, tag, timeMs, post, passedOn, accountCount, tagCount }, spanMs);
  const { burstOf, examplePost, objectCount } = bursts;
  return {
    ...one,
    actions: {
      ...one.actions,
      count: bursts.account.length,
      objectCount,
      account: bursts.account,
      object: bursts.object,
      timeMs: bursts.timeMs,
      post: bursts.post,
    },
    examplePost,
    objectOf: (key) => burstOf[one.objectOf(key)] ?? -1,
  };
}

/** The keys that one post leaves in one trace; for naming objects again later. */
export function fill(mark: Mark, chunk: MarkChunk, i: number): void {
  mark.kind = POST_KINDS[chunk.kind[i]!]!;
  mark.text = chunk.text(i);
  mark.targetPost = dense(chunk.targetPost[i]!);
  mark.targetAccount = dense(chunk.targetAccount[i]!);
  mark.sharedObject = dense(chunk.sharedObject[i]!);
  mark.timeMs = chunk.timeMs[i]!;
  mark.sinceTargetMs = chunk.timeMs[i]! - chunk.targetTimeMs[i]!;
  mark.exportedUrls = chunk.urls(i);
  mark.exportedHashtags = chunk.hashtags(i);
  mark.exportedMentions = chunk.mentions(i);
  mark.mediaHashes = chunk.mediaHashes(i) ?? [];
  mark.renew();
}

function dense(value: number): number {
  return value === NO_TARGET ? -1 : value;
}

async function learnBackground(store: Store, texts: number): Promise<{ background: Background; sampled: number }> {
  const background = new Background();
  const every = Math.max(1, Math.ceil(texts / BACKGROUND_POSTS));
  const known = new HashIndex();
  const hash: Hash64 = { low: 0, high: 0 };
  let sampled = 0;
  for await (const chunk of store.chunks(
    `select text from posts where text is not null and post % ${every} = 0 order by post`,
  )) {
    const column = chunk.getColumnVector(0);
    for (let i = 0; i < chunk.rowCount; i++) {
      sampled++;
      const normal = normaliseText(column.getItem(i) as string);
      hashString(normal, hash);
      const before = known.size;
      // A campaign's own copies must not make its words look common.
      if (known.intern(hash.low, hash.high) === before) background.add(normal);
    }
  }
  return { background, sampled };
}

class Collector {
  private readonly index = new HashIndex();
  private readonly hash: Hash64 = { low: 0, high: 0 };
  private readonly account = new GrowableUint32();
  private readonly object = new GrowableUint32();
  private readonly timeMs = new GrowableFloat64();
  private readonly post = new GrowableUint32();
  private readonly example = new GrowableUint32();
  /** By object, its source; sources are numbered in order of appearance. */
  private readonly source = new GrowableUint32();
  private readonly sources = new HashIndex();
  private nowMark: Mark | null = null;
  private nowAccount = 0;
  private nowMs = 0;
  private nowPost = 0;

  constructor(readonly trace: Trace) {}

  begin(mark: Mark, account: number, timeMs: number, post: number): void {
    this.nowMark = mark;
    this.nowAccount = account;
    this.nowMs = timeMs;
    this.nowPost = post;
  }

  /** Bound once, so that no closure is made per post. */
  readonly emit = (key: string | number): void => {
    this.hashKey(key);
    const object = this.index.intern(this.hash.low, this.hash.high);
    if (object === this.example.length) {
      this.example.push(this.nowPost);
      this.source.push(NO_MATCH);
    }
    // One export of the original may name its author where another does not.
    if (this.source.at(object) === NO_MATCH) this.source.set(object, this.sourceNow());
    this.account.push(this.nowAccount);
    this.object.push(object);
    this.timeMs.push(this.nowMs);
    this.post.push(this.nowPost);
  };

  finish(whole: Pick<Actions, "accountCount" | "posted" | "publicOf">): ObservedTrace {
    return {
      trace: this.trace,
      actions: {
        ...whole,
        trace: this.trace.name as TraceName,
        count: this.account.length,
        objectCount: this.index.size,
        account: this.account.take(),
        object: this.object.take(),
        timeMs: this.timeMs.take(),
        post: this.post.take(),
        ...(this.trace.sourceOf === undefined ? {} : { matchKey: this.source.take() }),
      },
      examplePost: this.example.take(),
      objectOf: (key) => {
        this.hashKey(key);
        return this.index.find(this.hash.low, this.hash.high);
      },
    };
  }

  private sourceNow(): number {
    const source = this.trace.sourceOf?.(this.nowMark!) ?? null;
    if (source === null) return NO_MATCH;
    this.hashKey(source);
    return this.sources.intern(this.hash.low, this.hash.high);
  }

  private hashKey(key: string | number): void {
    if (typeof key === "number") {
      this.hash.low = key;
      this.hash.high = 0;
    } else hashString(key, this.hash);
  }
}
