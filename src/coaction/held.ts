import { orderByKey, startsOf } from "../math/order.ts";

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
}

/** An object held by at least one group. */
export interface Held {
  readonly object: number;
  readonly accounts: number;
  /** Members that touch it, of every group. */
  readonly members: ReadonlyMap<number, number>;
  readonly holders: ReadonlySet<number>;
}

export interface Holdings {
  readonly held: readonly Held[];
  /** Accounts with any touch, and touches, an account and an object once: in all, and of each group. */
  readonly active: number;
  readonly activeOf: Float64Array;
  readonly cells: number;
  readonly cellsOf: Float64Array;
  /** Accounts that touch each object. */
  readonly popularity: Uint32Array;
}

/** A group holds an object that so large a part of it touched, and at least so many of it. */
const HELD_BY = 0.25;
const LEAST_HOLDERS = 3;

/** What groups hold. Cost: O(touches). */
export function heldObjects(groups: readonly (readonly number[])[], touches: Touches): Holdings {
  const { account, object, accountCount, objectCount } = touches;
  const groupOf = new Int32Array(accountCount).fill(-1);
  for (const [group, members] of groups.entries()) for (const member of members) groupOf[member] = group;
  const order = orderByKey(object, objectCount);
  const starts = startsOf(object, objectCount);
  const seenIn = new Uint32Array(accountCount).fill(0xffffffff);
  const isActive = new Uint8Array(accountCount);
  const cellsOf = new Float64Array(groups.length);
  const activeOf = new Float64Array(groups.length);
  const popularity = new Uint32Array(objectCount);
  const held: Held[] = [];
  let active = 0;
  let cells = 0;
  for (let o = 0; o < objectCount; o++) {
    const members = new Map<number, number>();
    let accounts = 0;
    for (let i = starts[o]!; i < starts[o + 1]!; i++) {
      const u = account[order[i]!]!;
      if (seenIn[u] === o) continue;
      seenIn[u] = o;
      accounts++;
      const group = groupOf[u]!;
      if (isActive[u] === 0) {
        isActive[u] = 1;
        active++;
        if (group >= 0) activeOf[group]!++;
      }
      if (group < 0) continue;
      members.set(group, (members.get(group) ?? 0) + 1);
      cellsOf[group]!++;
    }
    cells += accounts;
    popularity[o] = accounts;
    const holders = new Set<number>();
    for (const [group, count] of members) {
      if (count >= LEAST_HOLDERS && count >= HELD_BY * groups[group]!.length) holders.add(group);
    }
    if (holders.size > 0) held.push({ object: o, accounts, members, holders });
  }
  return { held, active, activeOf, cells, cellsOf, popularity };
}
