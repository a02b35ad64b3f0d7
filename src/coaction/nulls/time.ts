import { poissonBinomialTail } from "../../math/poisson-binomial.ts";
import type { Participation } from "../participation.ts";

/**
 * Question: given WHICH objects two accounts share, is the timing tighter than if each object's times were dealt out anew among its
 * own participants?
 *
 * Under that exchange a pair that shares object o is within the window with chance tempo_o = c_o / C(n_o, 2), independently over
 * objects, so the number within is Poisson-binomial over the shared objects: exact, no Monte Carlo. First actions only.
 * Cost: O(shared objects x observed) a pair.
 *
 * Does not show: a crew that is most of an object's audience. It sets the tempo itself, so this null eats its own signal there; and
 * with two participants the chance is 0 or 1 by definition and says nothing.
 */
export interface Encounter {
  /** Objects both took part in, at whatever time. */
  readonly shared: number;
  /** Of those, first actions within the window. */
  readonly within: number;
  /** How many within the exchange of times expects, and the chance of so many or more. */
  readonly expected: number;
  readonly p: number;
  /** False where no shared object leaves the timing any choice (all or none of its pairs lie within the window). */
  readonly assessable: boolean;
  /** Sum of `weightOf` over the objects within. */
  readonly weight: number;
}

export type Encounters = (a: number, b: number) => Encounter;

/** @param weightOf what a meeting on one object, so far apart, counts for in `Encounter.weight` */
export function encounters(
  part: Participation,
  windowMs: number,
  weightOf: (object: number, gapMs: number) => number,
): Encounters {
  const both = part.shared;
  const chances = new Float64Array(both.ofA.length + 1);
  return (a, b) => {
    const shared = both.find(a, b);
    let within = 0;
    let expected = 0;
    let weight = 0;
    let assessable = false;
    for (let k = 0; k < shared; k++) {
      const [i, j] = [both.ofA[k]!, both.ofB[k]!];
      const tempo = part.tempo[part.object[i]!]!;
      chances[k] = tempo;
      expected += tempo;
      if (tempo > 0 && tempo < 1) assessable = true;
      const gapMs = Math.abs(part.firstMs[i]! - part.firstMs[j]!);
      if (gapMs > windowMs) continue;
      within++;
      weight += weightOf(part.object[i]!, gapMs);
    }
    return { shared, within, expected, assessable, p: poissonBinomialTail(chances, shared, within), weight };
  };
}
