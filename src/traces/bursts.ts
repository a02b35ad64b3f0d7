import { orderByKey, orderByNumber, startsOf } from "../math/order.ts";
import { UnionFind } from "../math/union-find.ts";

/**
 * Question: which hashtags lived for a day, and who took part in which of them?
 *
 * A use is an account on a day (UTC): who shouts does not make a burst, nor can a single account undo one by going on. A tag is a burst if
 * at least four in five of its uses lie within one stretch of 24 hours. Its core are the densest four hours, which at least ten accounts
 * must have taken part in. Bursts that
 * go together in one post are parts of one campaign or event: where at least a tenth of the smaller one's accounts (and two) put
 * both into one post within both cores, they count as one, named by the larger. A post that still takes part in several counts for the
 * largest. Each account takes part in a burst once, at its first post in the core.
 *
 * A repost takes part, since half of a campaign is passing its leaders on; but it makes no burst and joins no tags: the audience of one
 * popular post is no crowd that took up a tag.
 *
 * Every other day on which an account uses a tag is an object of its own, which nobody shares. So an account keeps, under a null that
 * holds degrees fixed, all its appetite for tags: were bursts alone to be counted, a crew would be most of what it is compared with, and
 * its members would be held to be people who come to every burst.
 *
 * An export must be much longer than a burst, or everything in it is one. Source of the idea: Somin et al. 2025, arXiv 2504.02757.
 * Cost: O(uses log uses). Does not show: bursts of tags that existed before, nor whether a burst was an event in the world.
 */
export interface Bursts {
  /** Actions: bursts, and days of other tags. */
  readonly account: Uint32Array;
  readonly object: Uint32Array;
  readonly timeMs: Float64Array;
  readonly post: Uint32Array;
  readonly objectCount: number;
  /** First post of each object. */
  readonly examplePost: Uint32Array;
  /** Bursts are the objects below this. */
  readonly burstCount: number;
  /** By tag: the burst that bears its name, -1 for none. */
  readonly burstOf: Int32Array;
}

/** Uses of hashtags in the order in which they were read: those of one post stand together. */
export interface TagUses {
  readonly accountCount: number;
  readonly tagCount: number;
  readonly account: Uint32Array;
  readonly tag: Uint32Array;
  readonly timeMs: Float64Array;
  readonly post: Uint32Array;
  /** By post: 1 where it passes on somebody else's words. */
  readonly passedOn: Uint8Array;
}

/** Longest core. Who is called comes within hours, who wonders why it trends comes when it does. */
export const BURST_MS = 4 * 3_600_000;
const DAY_MS = 86_400_000;
/** Below, an afternoon of a small tag looks like a burst by chance. */
const LEAST_ACCOUNTS = 10;
const CORE_SHARE = 0.8;
/** Days that the export must cover. */
const LEAST_SPAN = 5;
const TOGETHER_SHARE = 0.1;
const LEAST_TOGETHER = 2;

/** @param spanMs from the first to the last post of the export, tagged or not */
export function findBursts(uses: TagUses, spanMs: number): Bursts {
  const cores = spanMs < LEAST_SPAN * DAY_MS ? new Map<number, Core>() : coresOf(uses);
  const nameOf = mergeTogether(uses, cores);
  const wanted = [...new Set(nameOf.values())].sort((left, right) => left - right);
  const burstOf = new Int32Array(uses.tagCount).fill(-1);
  for (const [number, tag] of wanted.entries()) burstOf[tag] = number;
  // One burst tells nothing of anybody.
  const parts = wanted.length < 2 ? NOTHING : takePart(uses, cores, nameOf, burstOf, wanted.length);
  return { ...parts, burstCount: wanted.length, burstOf };
}

const NOTHING: Parts = {
  account: new Uint32Array(0),
  object: new Uint32Array(0),
  timeMs: new Float64Array(0),
  post: new Uint32Array(0),
  objectCount: 0,
  examplePost: new Uint32Array(0),
};

interface Core {
  readonly fromMs: number;
  readonly toMs: number;
  readonly accounts: number;
}

function coresOf({ accountCount, tagCount, account, tag, timeMs, post, passedOn }: TagUses): Map<number, Core> {
  const inTime = orderByNumber(timeMs);
  const byTag = orderByKey(tag, tagCount, inTime);
  const starts = startsOf(tag, tagCount);
  const cores = new Map<number, Core>();
  const seenIn = new Uint32Array(accountCount).fill(0xffffffff);
  const seenDay = new Int32Array(accountCount);
  for (let one = 0; one < tagCount; one++) {
    if (starts[one + 1]! - starts[one]! < LEAST_ACCOUNTS) continue;
    const times: number[] = [];
    const users: number[] = [];
    for (let i = starts[one]!; i < starts[one + 1]!; i++) {
      const use = byTag[i]!;
      if (passedOn[post[use]!] === 1) continue;
      const user = account[use]!;
      const day = Math.floor(timeMs[use]! / DAY_MS);
      if (seenIn[user] === one && seenDay[user] === day) continue;
      seenIn[user] = one;
      seenDay[user] = day;
      times.push(timeMs[use]!);
      users.push(user);
    }
    const core = coreOf(times, users);
    if (core !== null) cores.set(one, core);
  }
  return cores;
}

/** @param times of uses, ascending */
function coreOf(times: readonly number[], users: readonly number[]): Core | null {
  const [from, to] = densest(times, DAY_MS);
  if (to - from < CORE_SHARE * times.length) return null;
  const [first, behind] = densest(times, BURST_MS);
  const accounts = new Set(users.slice(first, behind)).size;
  if (accounts < LEAST_ACCOUNTS) return null;
  return { fromMs: times[first]!, toMs: times[behind - 1]!, accounts };
}

/** Where the stretch of this length begins and ends that holds most; the first of several. */
function densest(times: readonly number[], lengthMs: number): [from: number, to: number] {
  let [from, to] = [0, 0];
  for (let last = 0, first = 0; last < times.length; last++) {
    while (times[last]! - times[first]! > lengthMs) first++;
    if (last + 1 - first > to - from) [from, to] = [first, last + 1];
  }
  return [from, to];
}

/** By tag that is a burst, the tag that gives its name to it and to those that go with it. */
function mergeTogether(uses: TagUses, cores: ReadonlyMap<number, Core>): Map<number, number> {
  const together = new Map<string, Set<number>>();
  eachPost(uses, cores, (tags, first) => {
    if (uses.passedOn[uses.post[first]!] === 1) return;
    for (const [i, left] of tags.entries()) {
      for (const right of tags.slice(i + 1)) {
        const key = left < right ? `${left} ${right}` : `${right} ${left}`;
        const accounts = together.get(key) ?? new Set();
        together.set(key, accounts.add(uses.account[first]!));
      }
    }
  });
  const union = new UnionFind(uses.tagCount);
  for (const [key, { size }] of together) {
    const [left, right] = key.split(" ").map(Number) as [number, number];
    const smaller = Math.min(cores.get(left)!.accounts, cores.get(right)!.accounts);
    if (size >= Math.max(LEAST_TOGETHER, TOGETHER_SHARE * smaller)) union.join(left, right);
  }
  const largest = new Map<number, number>();
  for (const [tag, { accounts }] of cores) {
    const known = largest.get(union.find(tag));
    if (known === undefined || accounts > cores.get(known)!.accounts) largest.set(union.find(tag), tag);
  }
  return new Map([...cores.keys()].map((tag) => [tag, largest.get(union.find(tag))!]));
}

/** @param each is told which tags of a post are bursts just then, and the post's first use */
function eachPost(
  { tag, timeMs, post }: TagUses,
  cores: ReadonlyMap<number, Core>,
  each: (tags: number[], use: number) => void,
): void {
  for (let first = 0; first < post.length; ) {
    const tags: number[] = [];
    let i = first;
    for (; i < post.length && post[i] === post[first]; i++) {
      const core = cores.get(tag[i]!);
      if (core !== undefined && timeMs[i]! >= core.fromMs && timeMs[i]! <= core.toMs) tags.push(tag[i]!);
    }
    each(tags, first);
    first = i;
  }
}

type Parts = Omit<Bursts, "burstCount" | "burstOf">;

function takePart(
  uses: TagUses,
  cores: ReadonlyMap<number, Core>,
  nameOf: ReadonlyMap<number, number>,
  burstOf: Int32Array,
  burstCount: number,
): Parts {
  const firstDay = uses.timeMs.reduce(
    (least, ms) => Math.min(least, Math.floor(ms / DAY_MS)),
    Number.POSITIVE_INFINITY,
  );
  /** Use by which each account came first to each burst, or to other tags on a day. */
  const firstUse = new Map<number, number>();
  const example = new Map<number, number>();
  eachPost(uses, cores, (tags, use) => {
    for (const tag of tags) if (burstOf[tag]! >= 0 && !example.has(burstOf[tag]!)) example.set(burstOf[tag]!, use);
    const [largest] = tags
      .map((tag) => nameOf.get(tag)!)
      .sort((left, right) => cores.get(right)!.accounts - cores.get(left)!.accounts || left - right);
    const what =
      largest === undefined ? burstCount + Math.floor(uses.timeMs[use]! / DAY_MS) - firstDay : burstOf[largest]!;
    const key = what * uses.accountCount + uses.account[use]!;
    const known = firstUse.get(key);
    if (known === undefined || uses.timeMs[use]! < uses.timeMs[known]!) firstUse.set(key, use);
  });
  const acts = [...firstUse.values()];
  let objectCount = burstCount;
  const object = Uint32Array.from(firstUse.keys(), (key) => {
    const what = Math.floor(key / uses.accountCount);
    if (what < burstCount) return what;
    example.set(objectCount, firstUse.get(key)!);
    return objectCount++;
  });
  return {
    account: Uint32Array.from(acts, (use) => uses.account[use]!),
    object,
    timeMs: Float64Array.from(acts, (use) => uses.timeMs[use]!),
    post: Uint32Array.from(acts, (use) => uses.post[use]!),
    objectCount,
    examplePost: Uint32Array.from({ length: objectCount }, (_, one) => uses.post[example.get(one)!]!),
  };
}
