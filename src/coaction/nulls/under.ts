import { UNDER, type Under } from "../../corpus/pairs.ts";
import { benjaminiHochberg } from "../../math/fdr.ts";

/**
 * Question: under which of the two timing nulls does each pair stand out at the level asked for?
 *
 * Each null by itself, Benjamini-Hochberg over all pairs tested; a pair that a null cannot assess counts as p = 1 there. `not-assessable`
 * is said only where neither null can speak. Both hold fixed which objects the pair shares, so `neither` does not mean innocent: two
 * accounts may share far too much without being fast.
 */
export function underWhich(within: Float64Array, outside: Float64Array, tested: number, level: number): Uint8Array {
  const stands = (p: Float64Array): Uint8Array => {
    const q = benjaminiHochberg(
      p.map((one) => (Number.isNaN(one) ? 1 : one)),
      tested,
    );
    return Uint8Array.from(q, (one) => (one <= level ? 1 : 0));
  };
  const [inside, beyond] = [stands(within), stands(outside)];
  const name = (i: number): Under => {
    if (inside[i] === 1) return beyond[i] === 1 ? "both" : "within";
    if (beyond[i] === 1) return "outside";
    return Number.isNaN(within[i]!) && Number.isNaN(outside[i]!) ? "not-assessable" : "neither";
  };
  return Uint8Array.from(within, (_, i) => UNDER.indexOf(name(i)));
}
