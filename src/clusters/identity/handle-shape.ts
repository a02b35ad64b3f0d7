import { hypergeometricTail } from "../../math/hypergeometric.ts";
import type { IdentityFacts } from "../../store/identity-facts.ts";
import { formatExpected, formatRelation } from "../../text/figures.ts";
import { isComparable, LEAST_MEMBERS, usableAccounts } from "./controls.ts";
import type { IdentitySign } from "./sign.ts";

/**
 * The make of a handle: words become "Aa", "A" or "a", digits stay as many nines, other characters stay. "Maria_1987" and "Josef_2003"
 * are both "Aa_9999".
 */
export function shapeOf(handle: string): string {
  return handle
    .replace(/\p{N}/gu, "9")
    .replace(/\p{Lu}\p{Ll}+/gu, "\u0001")
    .replace(/\p{Lu}+/gu, "\u0002")
    .replace(/[\p{L}\p{M}]+/gu, "a")
    .replaceAll("\u0001", "Aa")
    .replaceAll("\u0002", "A");
}

/**
 * Question: is one make of handle commoner here than among the other accounts?
 *
 * For each shape that three or more accounts of the export have, Fisher's exact test (hypergeometric tail: so many of the cluster's n among
 * the shape's K of all N), times the number of such shapes (Bonferroni). Shapes are counted over all, which shuffling who is in the cluster
 * leaves as it is. Cost: O(accounts). Does not show: that a machine made them; platforms propose handles of one shape to everybody, which
 * is why others are counted.
 *
 * @param shapes of all accounts, as `shapesOf` gives them
 */
export function handleShape(
  accounts: readonly number[],
  facts: IdentityFacts,
  shapes: readonly string[],
): IdentitySign | null {
  const usable = usableAccounts(facts, (account) => shapes[account] !== "");
  const inside = new Set(accounts);
  const members = usable.filter((account) => inside.has(account));
  if (!isComparable(members, usable)) return null;
  const everywhere = countShapes(usable, shapes);
  const here = countShapes(members, shapes);
  let tested = 0;
  for (const count of everywhere.values()) if (count >= LEAST_MEMBERS) tested++;
  let best: { shape: string; count: number; p: number } | null = null;
  for (const [shape, count] of here) {
    if (everywhere.get(shape)! < LEAST_MEMBERS) continue;
    const p = Math.min(1, tested * hypergeometricTail(count, members.length, everywhere.get(shape)!, usable.length));
    if (best === null || p < best.p || (p === best.p && count > best.count)) best = { shape, count, p };
  }
  if (best === null) return null;
  const { shape, count, p } = best;
  const others = usable.length - members.length;
  const expected = (members.length * (everywhere.get(shape)! - count)) / others;
  return {
    name: "handle-shape",
    members: count,
    observed: count,
    expected,
    p,
    sentence: `${count} of ${members.length} handles have the form “${shape}”; ${formatExpected(expected)} expected by the other accounts (p ${formatRelation(p)}).`,
  };
}

/** The shape of every account's handle, empty where it has none: the same for all clusters of a case. */
export const shapesOf = ({ handle }: IdentityFacts): string[] => handle.map((one) => shapeOf(one ?? ""));

function countShapes(accounts: readonly number[], shapes: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const account of accounts) {
    const shape = shapes[account]!;
    counts.set(shape, (counts.get(shape) ?? 0) + 1);
  }
  return counts;
}
