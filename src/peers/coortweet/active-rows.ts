import type { Shares } from "../../corpus/shares.ts";
import { orderByKey } from "../../math/order.ts";

/**
 * The rows of accounts that have at least `minParticipation` rows, by account in order of first appearance, each account's in the order
 * of the file. Rows are counted, not posts: a post with two objects counts twice.
 */
export function activeRows(shares: Shares, minParticipation: number): Uint32Array {
  const { account, count, accountIds } = shares;
  const rowsOf = new Uint32Array(accountIds.length);
  for (let row = 0; row < count; row++) rowsOf[account[row]!]!++;
  return orderByKey(account, accountIds.length).filter((row) => rowsOf[account[row]!]! >= minParticipation);
}
