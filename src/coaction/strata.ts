import type { PostColumns } from "../corpus/post-columns.ts";
import { gatherUint32, identity, orderByKey, startsOf } from "../math/order.ts";

/**
 * Posts that the null calls exchangeable: same kind, language, platform and block of four hours of the day (UTC). `shuffle.ts` deals
 * within strata, `nulls/dealing.ts` says what that makes of any two accounts.
 *
 * A stratum must hold enough accounts for a dealing to part a crew. Those that do not are merged: first over platforms, then over hours,
 * then over languages. Kinds are never merged: who never answers anybody must not become somebody who does.
 * Cost: O(posts).
 */
export interface Strata {
  readonly count: number;
  /** Stratum of each post. */
  readonly of: Uint32Array;
  /** Posts ordered by stratum; stratum s owns `order[starts[s]..starts[s + 1]]`. */
  readonly order: Uint32Array;
  readonly starts: Uint32Array;
  /** By stratum: which others differ from it in nothing but the hours. */
  readonly family: Uint32Array;
}

const HOUR_MS = 3_600_000;
const BLOCK_HOURS = 4;
const BLOCKS = 24 / BLOCK_HOURS;
/** Five times the crew of ten that power is stated for: dealt among so many, two given members rarely meet twice on one object. */
export const LEAST_ACCOUNTS = 50;

/** @param leastAccounts accounts that a stratum must hold */
export function strataOf(posts: PostColumns, leastAccounts = LEAST_ACCOUNTS): Strata {
  const stratum = new Uint32Array(posts.count);
  const kindOf: number[] = [];
  const familyOf: number[] = [];
  const families = new Map<string, number>();
  const sizeOf: number[] = [];
  let rest: Uint32Array = identity(posts.count);
  for (const keyOf of [byPlatform, byHours, byLanguage, byKind]) {
    const left: number[] = [];
    for (const group of groupsOf(posts, rest, keyOf)) {
      const isLast = keyOf === byKind;
      if (!isLast && accountsOf(posts, group, leastAccounts) < leastAccounts) {
        for (const post of group) left.push(post);
        continue;
      }
      const kind = posts.kind[group[0]!]!;
      const host = isLast ? hostOf(kind, posts, group, leastAccounts, kindOf, sizeOf) : -1;
      const own = host >= 0 ? host : kindOf.length;
      kindOf[own] = kind;
      const family = familyKey(posts, group[0]!, keyOf, own);
      if (own !== host && !families.has(family)) families.set(family, families.size);
      familyOf[own] ??= families.get(family)!;
      sizeOf[own] = (sizeOf[own] ?? 0) + group.length;
      for (const post of group) stratum[post] = own;
    }
    rest = Uint32Array.from(left).sort();
  }
  return strataBy(stratum, kindOf.length, Uint32Array.from(familyOf));
}

/**
 * @param stratum of each element, dense; not copied
 * @param family of each stratum; each its own when left out
 */
export function strataBy(stratum: Uint32Array, count: number, family: Uint32Array = identity(count)): Strata {
  return {
    family,
    count,
    of: stratum,
    order: orderByKey(stratum, count),
    starts: startsOf(stratum, count),
  };
}

/** What is left of a kind may be a handful: it joins that kind's smallest stratum, where there is one. @returns -1 for none */
function hostOf(
  kind: number,
  posts: PostColumns,
  group: Uint32Array,
  leastAccounts: number,
  kindOf: readonly number[],
  sizeOf: readonly number[],
): number {
  if (accountsOf(posts, group, leastAccounts) >= leastAccounts) return -1;
  let host = -1;
  for (let s = 0; s < kindOf.length; s++) {
    if (kindOf[s] === kind && (host < 0 || sizeOf[s]! < sizeOf[host]!)) host = s;
  }
  return host;
}

/** What a stratum has in common with those of other hours; one without hours is alone. */
function familyKey(posts: PostColumns, post: number, keyOf: Key, stratum: number): string {
  if (keyOf === byPlatform) return `${byLanguage(posts, post)} on ${posts.platform[post]}`;
  if (keyOf === byHours) return `${byLanguage(posts, post)}`;
  return `stratum ${stratum}`;
}

type Key = (posts: PostColumns, post: number) => number;

// Numbers below 2^53: 5 kinds, 65,536 languages, 6 blocks, 65,536 platforms.
const byKind: Key = ({ kind }, post) => kind[post]!;
const byLanguage: Key = (posts, post) => byKind(posts, post) * 0x10000 + posts.language[post]!;
const byHours: Key = (posts, post) => byLanguage(posts, post) * BLOCKS + blockOf(posts.timeMs[post]!);
const byPlatform: Key = (posts, post) => byHours(posts, post) * 0x10000 + posts.platform[post]!;

function blockOf(timeMs: number): number {
  const hours = Math.floor(timeMs / HOUR_MS);
  return Math.floor((((hours % 24) + 24) % 24) / BLOCK_HOURS);
}

/** The posts `rest` by key, in order of first appearance. */
function groupsOf(posts: PostColumns, rest: Uint32Array, keyOf: Key): Uint32Array[] {
  const index = new Map<number, number>();
  const groupAt = new Uint32Array(rest.length);
  for (let i = 0; i < rest.length; i++) {
    const key = keyOf(posts, rest[i]!);
    let group = index.get(key);
    if (group === undefined) {
      group = index.size;
      index.set(key, group);
    }
    groupAt[i] = group;
  }
  const starts = startsOf(groupAt, index.size);
  const sorted = gatherUint32(rest, orderByKey(groupAt, index.size));
  return Array.from({ length: index.size }, (_, group) => sorted.subarray(starts[group]!, starts[group + 1]!));
}

/** Distinct accounts, counted as far as `enough`. */
function accountsOf({ account }: PostColumns, group: Uint32Array, enough: number): number {
  const seen = new Set<number>();
  for (let i = 0; i < group.length && seen.size < enough; i++) seen.add(account[group[i]!]!);
  return seen.size;
}
