import type { PostKind } from "../corpus/post.ts";
import { KIND_CODE } from "../corpus/post.ts";

/**
 * All posts of a world as growing columns, about 30 bytes each. Texts are not kept: each is written anew from its number when it is
 * needed, so ten million posts fit in a few hundred megabytes.
 */
export interface Posts {
  count: number;
  /** Whole seconds, in milliseconds since 1970. */
  timeMs: Float64Array;
  account: Uint32Array;
  /** KIND_CODE. */
  kind: Uint8Array;
  /** The post reposted, answered or quoted; -1 for none. */
  target: Int32Array;
  /** Who writes its text (index into `World.voices`), and what the voice must know. */
  voice: Uint16Array;
  argument: Uint32Array;
  /** How likely ordinary accounts are to take it up; 0: never. */
  appeal: Float32Array;
}

export interface NewPost {
  readonly timeMs: number;
  readonly account: number;
  readonly kind: PostKind;
  readonly target?: number;
  readonly voice: number;
  readonly argument?: number;
  readonly appeal?: number;
}

export function emptyPosts(): Posts {
  return {
    count: 0,
    timeMs: new Float64Array(1024),
    account: new Uint32Array(1024),
    kind: new Uint8Array(1024),
    target: new Int32Array(1024),
    voice: new Uint16Array(1024),
    argument: new Uint32Array(1024),
    appeal: new Float32Array(1024),
  };
}

/**
 * Append a post; its number is returned. A post that answers another is moved to at least a second after it.
 *
 * @returns -1 when its time lies outside the world, and nothing is added
 */
export function appendPost(posts: Posts, startMs: number, endMs: number, post: NewPost): number {
  const target = post.target ?? -1;
  let timeMs = Math.floor(post.timeMs / 1000) * 1000;
  if (target >= 0) timeMs = Math.max(timeMs, posts.timeMs[target]! + 1000);
  if (timeMs < startMs || timeMs >= endMs) return -1;
  const number = posts.count;
  if (number === posts.timeMs.length) grow(posts);
  posts.timeMs[number] = timeMs;
  posts.account[number] = post.account;
  posts.kind[number] = KIND_CODE[post.kind];
  posts.target[number] = target;
  posts.voice[number] = post.voice;
  posts.argument[number] = post.argument ?? 0;
  posts.appeal[number] = post.appeal ?? 0;
  posts.count++;
  return number;
}

function grow(posts: Posts): void {
  const size = posts.timeMs.length * 2;
  const widen = <T extends { set(from: T): void; length: number }>(old: T, make: new (size: number) => T): T => {
    const wide = new make(size);
    wide.set(old);
    return wide;
  };
  posts.timeMs = widen(posts.timeMs, Float64Array);
  posts.account = widen(posts.account, Uint32Array);
  posts.kind = widen(posts.kind, Uint8Array);
  posts.target = widen(posts.target, Int32Array);
  posts.voice = widen(posts.voice, Uint16Array);
  posts.argument = widen(posts.argument, Uint32Array);
  posts.appeal = widen(posts.appeal, Float32Array);
}
