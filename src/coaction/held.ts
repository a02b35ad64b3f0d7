import { orderByKey, startsOf } from "../math/order.ts";
import type { OwnSites } from "./own-sites.ts";

/** Who touched what, at whatever time: one kind of object (authors taken up, links, tags...). Repetitions do no harm. */
export interface Touches {
  readonly name: string;
  readonly accountCount: number;
  readonly objectCount: number;
  readonly account: Uint32Array;
  readonly object: Uint32Array;
  /** What a person reads for each object, where it cannot be read again from posts. */
  readonly labels?: readonly string[];
  /** Where objects are accounts: their numbers, -1 for one that posted nothing here. */
  readonly accountOf?: Int32Array;
  /** A group holds whatever one member touched: for objects so many that no two members need touch the same. */
  readonly isHeldByOne?: true;
  /** Of indicators: the sites that they were seen on, and whose these are. */
  readonly sites?: OwnSites;
}

/** An object held by at least one group. */
export interface Held {
  readonly object: number;
  /** Accounts in no group that touch it. */
  readonly free: number;
  /** Members that touch it, of every group. */
  readonly members: ReadonlyMap<number, number>;
  readonly holders: ReadonlySet<number>;
}

export interface Holdings {
  readonly held: readonly Held[];
  /** Accounts in no group with any touch. */
  readonly freeActive: number;
  /** How many of them touch each object, in order of object, those that nobody touches left out. */
  readonly freeOf: Uint32Array;
}

/** A group holds an object that so large a part of it touched, and at least so many of it. */
const HELD_BY = 0.25;
const LEAST_HOLDERS = 3;

/** What groups hold. Cost: O(touches). */
export function heldObjects(groups: readonly (readonly number[])[], touches: Touches): Holdings {
  const { account, object, accountCount, objectCount, isHeldByOne } = touches;
  const groupOf = groupsByAccount(groups, accountCount);
  const order = orderByKey(object, objectCount);
  const starts = startsOf(object, objectCount);
  const seenIn = new Uint32Array(accountCount).fill(0xffffffff);
  const isActive = new Uint8Array(accountCount);
  const held: Held[] = [];
  let freeActive = 0;
  const freeOf = new Uint32Array(objectCount);
  let touched = 0;
  for (let o = 0; o < objectCount; o++) {
    const members = new Map<number, number>();
    let free = 0;
    for (let i = starts[o]!; i < starts[o + 1]!; i++) {
      const u = account[order[i]!]!;
      if (seenIn[u] === o) continue;
      seenIn[u] = o;
      const group = groupOf[u]!;
      if (group >= 0) {
        members.set(group, (members.get(group) ?? 0) + 1);
        continue;
      }
      free++;
      if (isActive[u] === 0) freeActive++;
      isActive[u] = 1;
    }
    if (starts[o + 1]! > starts[o]!) freeOf[touched++] = free;
    const holders = new Set<number>();
    for (const [group, count] of members) {
      if (isHeldByOne || (count >= LEAST_HOLDERS && count >= HELD_BY * groups[group]!.length)) holders.add(group);
    }
    if (holders.size > 0) held.push({ object: o, free, members, holders });
  }
  return { held, freeActive, freeOf: freeOf.slice(0, touched) };
}

/** The group of each account, -1 for none. */
export function groupsByAccount(groups: readonly (readonly number[])[], accountCount: number): Int32Array {
  const groupOf = new Int32Array(accountCount).fill(-1);
  for (const [group, members] of groups.entries()) for (const member of members) groupOf[member] = group;
  return groupOf;
}
