import type { Actions } from "../../src/corpus/actions.ts";

/** For each account the objects it acted on, weighted and scaled to length 1: a dot product of two is their cosine. */
export interface AccountVectors {
  /** Account a owns the positions `starts[a]..starts[a + 1]`, ascending by object. */
  readonly starts: Uint32Array;
  readonly object: Uint32Array;
  readonly weight: Float64Array;
}

/**
 * TF-IDF of accounts over objects: weight = (actions of the account on the object) ln(N / accounts of the object), N the accounts with
 * any action in this trace. An object of all accounts weighs nothing. Cost: a sort of the actions.
 */
export function accountVectors(actions: Actions): AccountVectors {
  const { count, accountCount } = actions;
  const order = Uint32Array.from({ length: count }, (_, i) => i).sort(
    (x, y) => actions.account[x]! - actions.account[y]! || actions.object[x]! - actions.object[y]!,
  );
  const starts = new Uint32Array(accountCount + 1);
  const object = new Uint32Array(count);
  const times = new Float64Array(count);
  const accountsOf = new Uint32Array(actions.objectCount);
  let cells = 0;
  let active = 0;
  let at = 0;
  for (let account = 0; account < accountCount; account++) {
    starts[account] = cells;
    for (; at < count && actions.account[order[at]!] === account; at++) {
      const one = actions.object[order[at]!]!;
      if (cells === starts[account] || object[cells - 1] !== one) {
        object[cells++] = one;
        accountsOf[one]!++;
      }
      times[cells - 1]!++;
    }
    if (cells > starts[account]!) active++;
  }
  starts[accountCount] = cells;
  for (let account = 0; account < accountCount; account++) {
    let squares = 0;
    for (let i = starts[account]!; i < starts[account + 1]!; i++) {
      times[i]! *= Math.log(active / accountsOf[object[i]!]!);
      squares += times[i]! ** 2;
    }
    if (squares === 0) continue;
    for (let i = starts[account]!; i < starts[account + 1]!; i++) times[i]! /= Math.sqrt(squares);
  }
  return { starts, object: object.subarray(0, cells), weight: times.subarray(0, cells) };
}

/** Distinct objects of an account. */
export const objectsOf = ({ starts }: AccountVectors, account: number): number =>
  starts[account + 1]! - starts[account]!;

/** 0 to 1; 0 for an account without a vector. */
export function cosine({ starts, object, weight }: AccountVectors, a: number, b: number): number {
  let i = starts[a]!;
  let j = starts[b]!;
  let sum = 0;
  while (i < starts[a + 1]! && j < starts[b + 1]!) {
    if (object[i]! < object[j]!) i++;
    else if (object[i]! > object[j]!) j++;
    else sum += weight[i++]! * weight[j++]!;
  }
  return sum;
}
