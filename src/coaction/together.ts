import { GrowableUint32 } from "../math/growable.ts";
import { orderByKey, startsOf } from "../math/order.ts";
import type { Random } from "../math/random.ts";
import type { ObjectTimeline } from "./timeline.ts";

/**
 * Question: do these accounts, chosen for something else than what they did, act together more than accounts do that post as much, of the same kinds, and
 * for the same public?
 *
 * Each pair of a small group may have met once and stand out nowhere; all its meetings taken together can. Statistic: sum over traces,
 * objects, and pairs of members whose first actions lie within the window, of the object's surprise in bits. Null: every post of a
 * member is replaced by one drawn from the posts that leave marks of the same traces, by accounts of the same public (platform and
 * language) in the same four hours of the day; where those are fewer than `LEAST`, at any hour, then of any public. A post keeps all its
 * marks, so that a deed which several traces see is one deed in the null as well; the group's own posts are in the pools, which errs on
 * the safe side. p is (1 + draws at least as surprising) / (1 + draws); drawing ends when `ENOUGH` draws were (Besag and Clifford 1991,
 * doi 10.1093/biomet/78.2.301).
 *
 * The p holds if the group was not chosen by what it did: groups held by their profiles are such.
 * Cost: O(actions) once; a draw is O(marks of the members).
 *
 * Does not show: shared taste. Members of one club who say so in their profiles talk about the same things, too.
 */
export interface Together {
  /** Meetings of two members on one object, over all traces. */
  readonly meetings: number;
  /** Mean of the same over the draws. */
  readonly expected: number;
  /** Members who met another one. */
  readonly accounts: readonly number[];
  readonly p: number;
}

export interface Deeds {
  readonly timeline: ObjectTimeline;
  readonly windowMs: number;
  readonly bitsOf: (object: number) => number;
}

const DRAWS = 999;
const ENOUGH = 20;
const LEAST = 200;
const BLOCK_MS = 4 * 3_600_000;
const BLOCKS = 6;

/** All posts with their marks, and what each may be replaced by: built once, asked about any group. */
export function togetherness(traces: readonly Deeds[]): (members: readonly number[], random: Random) => Together {
  const book = bookOf(traces);
  const poolOf = poolsOf(book, traces);
  return (members, random) => {
    const posts: number[] = [];
    const owner: number[] = [];
    for (const member of members) {
      for (let i = book.startsOfAccount[member]!; i < book.startsOfAccount[member + 1]!; i++) {
        posts.push(book.postsOfAccount[i]!);
        owner.push(member);
      }
    }
    const found = meetingsAmong(posts, owner, book, traces);
    if (found.meetings === 0) return { meetings: 0, expected: 0, accounts: [], p: 1 };
    const pools = posts.map(poolOf);
    const drawn = new Array<number>(posts.length);
    let reached = 0;
    let draws = 0;
    let sum = 0;
    while (draws < DRAWS && reached < ENOUGH) {
      for (const [k, pool] of pools.entries()) drawn[k] = pool[Math.floor(random() * pool.length)]!;
      const dealt = meetingsAmong(drawn, owner, book, traces);
      if (dealt.bits >= found.bits) reached++;
      sum += dealt.meetings;
      draws++;
    }
    return {
      meetings: found.meetings,
      expected: sum / draws,
      accounts: [...found.accounts].sort((left, right) => left - right),
      p: reached < ENOUGH ? (1 + reached) / (1 + draws) : reached / draws,
    };
  };
}

/** Marks of all posts, posts numbered from 0 in the order of their first mark. */
interface Book {
  /** Post k owns the marks `starts[k]..starts[k + 1]`. */
  readonly starts: Uint32Array;
  readonly trace: Uint32Array;
  readonly object: Uint32Array;
  readonly account: Uint32Array;
  readonly timeMs: Float64Array;
  /** Bit t is set where trace t reads the post. */
  readonly traces: Uint32Array;
  readonly startsOfAccount: Uint32Array;
  readonly postsOfAccount: Uint32Array;
}

function bookOf(all: readonly Deeds[]): Book {
  const number = new Map<number, number>();
  const [post, trace, object, account] = [0, 0, 0, 0].map(() => new GrowableUint32()) as [
    GrowableUint32,
    GrowableUint32,
    GrowableUint32,
    GrowableUint32,
  ];
  const timeMs: number[] = [];
  const read: number[] = [];
  let accountCount = 0;
  for (const [t, { timeline }] of all.entries()) {
    accountCount = Math.max(accountCount, timeline.accountCount);
    for (let o = 0; o < timeline.objectCount; o++) {
      for (let i = timeline.starts[o]!; i < timeline.starts[o + 1]!; i++) {
        let own = number.get(timeline.post[i]!);
        if (own === undefined) {
          own = number.size;
          number.set(timeline.post[i]!, own);
          account.push(timeline.account[i]!);
          timeMs.push(timeline.timeMs[i]!);
          read.push(0);
        }
        read[own]! |= 1 << t;
        post.push(own);
        trace.push(t);
        object.push(o);
      }
    }
  }
  const [posts, traces, objects, accounts] = [post.take(), trace.take(), object.take(), account.take()];
  const order = orderByKey(posts, number.size);
  return {
    starts: startsOf(posts, number.size),
    trace: Uint32Array.from(order, (i) => traces[i]!),
    object: Uint32Array.from(order, (i) => objects[i]!),
    account: accounts,
    timeMs: Float64Array.from(timeMs),
    traces: Uint32Array.from(read),
    startsOfAccount: startsOf(accounts, accountCount),
    postsOfAccount: orderByKey(accounts, accountCount),
  };
}

function poolsOf({ account, timeMs, traces }: Book, all: readonly Deeds[]): (post: number) => readonly number[] {
  const publicOf = all[0]?.timeline.publicOf;
  const kindsOf = (post: number): string[] => {
    const own = publicOf?.[account[post]!] ?? 0;
    const block = Math.floor(timeMs[post]! / BLOCK_MS) % BLOCKS;
    return [`${traces[post]} ${own} ${block}`, `${traces[post]} ${own}`, `${traces[post]}`];
  };
  const pools = new Map<string, number[]>();
  for (let post = 0; post < account.length; post++) {
    for (const kind of kindsOf(post)) {
      const pool = pools.get(kind);
      if (pool === undefined) pools.set(kind, [post]);
      else pool.push(post);
    }
  }
  return (post) => {
    const kinds = kindsOf(post);
    return pools.get(kinds.find((kind) => pools.get(kind)!.length >= LEAST) ?? kinds.at(-1)!)!;
  };
}

/** @param owner who is taken to have written each of the posts */
function meetingsAmong(
  posts: readonly number[],
  owner: readonly number[],
  { starts, trace, object, timeMs }: Book,
  all: readonly Deeds[],
): { meetings: number; bits: number; accounts: Set<number> } {
  /** By trace and object: who was there first when. */
  const there = new Map<number, Map<number, number>>();
  for (const [k, post] of posts.entries()) {
    for (let i = starts[post]!; i < starts[post + 1]!; i++) {
      const key = object[i]! * all.length + trace[i]!;
      const known = there.get(key);
      if (known === undefined) there.set(key, new Map([[owner[k]!, timeMs[post]!]]));
      else known.set(owner[k]!, Math.min(known.get(owner[k]!) ?? Number.POSITIVE_INFINITY, timeMs[post]!));
    }
  }
  let meetings = 0;
  let bits = 0;
  const accounts = new Set<number>();
  for (const [key, firsts] of there) {
    if (firsts.size < 2) continue;
    const { windowMs, bitsOf } = all[key % all.length]!;
    const list = [...firsts].sort((left, right) => left[1] - right[1]);
    const worth = bitsOf(Math.floor(key / all.length));
    for (let i = 0; i < list.length; i++) {
      for (let j = i + 1; j < list.length && list[j]![1] - list[i]![1] <= windowMs; j++) {
        meetings++;
        bits += worth;
        accounts.add(list[i]![0]).add(list[j]![0]);
      }
    }
  }
  return { meetings, bits, accounts };
}
