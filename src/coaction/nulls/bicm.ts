import type { Participation } from "../participation.ts";

/**
 * Question: if every account kept its number of objects and every object its number of accounts, but who met whom were left to
 * chance, how likely is account u to take part in object o?
 *
 * Bipartite configuration model (BiCM): p_uo = x_u y_o / (1 + x_u y_o) with sum over o of p_uo = k_u and over u of p_uo = n_o.
 * Fixed point x_u <- k_u / sum_o y_o / (1 + x_u y_o), likewise y; accounts of equal k share one x, objects of equal n one y, so one
 * step costs (distinct k) x (distinct n). Source: Saracco et al. 2017, doi 10.1088/1367-2630/aa6b38 (arXiv 1607.02481);
 * solver: Vallarano et al. 2021, doi 10.1038/s41598-021-93830-4.
 *
 * Does not show: topical taste. Two accounts that care for the same small subject meet more often than this null expects without any
 * coordination.
 */
export interface Bicm {
  /** Class of each account (equal k) and of each object (equal n). */
  readonly accountClass: Uint32Array;
  readonly objectClass: Uint32Array;
  readonly accountClasses: number;
  readonly objectClasses: number;
  /** Fitness x of each class of accounts and y of each class of objects. */
  readonly accountFitness: Float64Array;
  readonly objectFitness: Float64Array;
  /** chance[accountClass * objectClasses + objectClass] = p_uo. */
  readonly chance: Float64Array;
  /** Largest relative error left in any degree. */
  readonly residual: number;
  readonly steps: number;
}

const TOLERANCE = 1e-6;
const MAX_STEPS = 500;

export function solveBicm(part: Participation): Bicm {
  const accountDegree = new Uint32Array(part.accountCount);
  for (let u = 0; u < part.accountCount; u++) accountDegree[u] = part.starts[u + 1]! - part.starts[u]!;
  const accounts = classesOf(accountDegree);
  const objects = classesOf(part.popularity);
  const scale = Math.sqrt(Math.max(1, part.cells));
  const x = Float64Array.from(accounts.degree, (k) => k / scale);
  const y = Float64Array.from(objects.degree, (n) => n / scale);
  let residual = Number.POSITIVE_INFINITY;
  let steps = 0;
  // Fully connected nodes have an infinite fitness; the fixed point approaches it and stops at the tolerance or the step limit.
  while (residual > TOLERANCE && steps < MAX_STEPS) {
    step(x, accounts, y, objects);
    step(y, objects, x, accounts);
    residual = largestError(x, accounts, y, objects);
    steps++;
  }
  const chance = new Float64Array(x.length * y.length);
  for (let c = 0; c < x.length; c++) {
    for (let d = 0; d < y.length; d++) chance[c * y.length + d] = (x[c]! * y[d]!) / (1 + x[c]! * y[d]!);
  }
  return {
    accountClass: accounts.classOf,
    objectClass: objects.classOf,
    accountClasses: x.length,
    objectClasses: y.length,
    accountFitness: x,
    objectFitness: y,
    chance,
    residual,
    steps,
  };
}

interface DegreeClasses {
  readonly classOf: Uint32Array;
  readonly degree: Float64Array;
  readonly size: Float64Array;
}

function classesOf(degree: Uint32Array): DegreeClasses {
  const sizes = new Map<number, number>();
  for (const k of degree) sizes.set(k, (sizes.get(k) ?? 0) + 1);
  const distinct = [...sizes.keys()].sort((left, right) => left - right);
  const index = new Map(distinct.map((k, i) => [k, i]));
  return {
    classOf: Uint32Array.from(degree, (k) => index.get(k)!),
    degree: Float64Array.from(distinct),
    size: Float64Array.from(distinct, (k) => sizes.get(k)!),
  };
}

function step(own: Float64Array, ownClasses: DegreeClasses, other: Float64Array, otherClasses: DegreeClasses): void {
  for (let c = 0; c < own.length; c++) {
    let sum = 0;
    const fitness = own[c]!;
    for (let d = 0; d < other.length; d++) sum += (otherClasses.size[d]! * other[d]!) / (1 + fitness * other[d]!);
    own[c] = sum > 0 ? ownClasses.degree[c]! / sum : 0;
  }
}

function largestError(x: Float64Array, accounts: DegreeClasses, y: Float64Array, objects: DegreeClasses): number {
  let largest = 0;
  for (let c = 0; c < x.length; c++) {
    if (accounts.degree[c] === 0) continue;
    let sum = 0;
    for (let d = 0; d < y.length; d++) sum += (objects.size[d]! * x[c]! * y[d]!) / (1 + x[c]! * y[d]!);
    largest = Math.max(largest, Math.abs(sum / accounts.degree[c]! - 1));
  }
  return largest;
}
