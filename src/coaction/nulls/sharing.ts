import { poissonTail } from "../../math/poisson.ts";
import type { Participation } from "../participation.ts";
import type { Bicm } from "./bicm.ts";

/**
 * Question: if each account acted at its own rate, each object drew its own crowd, and each object kept its own tempo, on how many
 * objects would these two accounts act together within the window?
 *
 * Joint null: u and v act together on o with chance p_uo p_vo tempo_o (p from the BiCM, tempo from `participation.ts`), independently
 * over objects. The expected number is lambda = sum over o; the number itself is Poisson-binomial, its tail is taken as Poisson:
 * total-variation error at most the sum of squared chances (Le Cam 1960), and for counts of the mean plus one or more the Poisson tail is never
 * the smaller one (Hoeffding 1956), so p errs on the safe side. Cost: O(distinct n) for each pair of account classes, then O(1).
 *
 * Does not show: shared taste (see `bicm.ts`), and it counts a rare object no higher than a common one (see `surprise.ts`).
 */
export interface SharingNull {
  expected(a: number, b: number): number;
  tail(objects: number, expected: number): number;
  /** Upper bound of the error of the Poisson tail for this pair. */
  leCam(a: number, b: number): number;
  readonly residual: number;
}

export function sharingNull(part: Participation, bicm: Bicm): SharingNull {
  const classes = bicm.objectClasses;
  const tempo = new Float64Array(classes);
  const tempoSquared = new Float64Array(classes);
  for (let o = 0; o < part.objectCount; o++) {
    const d = bicm.objectClass[o]!;
    tempo[d]! += part.tempo[o]!;
    tempoSquared[d]! += part.tempo[o]! ** 2;
  }
  const known = new Map<number, number>();
  const classPair = (a: number, b: number): [number, number] => {
    const left = bicm.accountClass[a]!;
    const right = bicm.accountClass[b]!;
    return left < right ? [left, right] : [right, left];
  };
  return {
    residual: bicm.residual,
    expected(a, b) {
      const [left, right] = classPair(a, b);
      const key = left * bicm.accountClasses + right;
      let lambda = known.get(key);
      if (lambda === undefined) {
        lambda = 0;
        for (let d = 0; d < classes; d++) {
          lambda += bicm.chance[left * classes + d]! * bicm.chance[right * classes + d]! * tempo[d]!;
        }
        known.set(key, lambda);
      }
      return lambda;
    },
    tail: poissonTail,
    leCam(a, b) {
      const [left, right] = classPair(a, b);
      let sum = 0;
      for (let d = 0; d < classes; d++) {
        sum += (bicm.chance[left * classes + d]! * bicm.chance[right * classes + d]!) ** 2 * tempoSquared[d]!;
      }
      return sum;
    },
  };
}
