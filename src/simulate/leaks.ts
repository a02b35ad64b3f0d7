import type { World } from "./world.ts";

/**
 * Could the operation be told from ordinary accounts without any look at coordination? If so the world leaks, and a detector that
 * seems good on it may only count posts.
 *
 * AUC = chance that a trivial figure ranks an operation account above an organic one (Mann-Whitney, ties half), folded to 0.5 and
 * above. Over accounts with at least one post. Cost n log n. 0.5: tells nothing.
 */
export interface Leaks {
  readonly posts: number;
  readonly accountAge: number;
  readonly followers: number;
  readonly english: number;
  /** Mean hour of the day, UTC. */
  readonly hour: number;
  /** Position in the order of ids. */
  readonly idOrder: number;
}

/** null when the world has no operation. @param idRank position of each account in the order of ids */
export function leaksOf(world: World, idRank: ArrayLike<number>): Leaks | null {
  const { posts, people } = world;
  const count = new Uint32Array(people.count);
  const hours = new Float64Array(people.count);
  for (let i = 0; i < posts.count; i++) {
    count[posts.account[i]!]!++;
    hours[posts.account[i]!]! += (posts.timeMs[i]! / 3_600_000) % 24;
  }
  const covert = people.labels.map((label) => label !== "organic" && !label.startsWith("benign:"));
  const chosen: number[] = [];
  for (let i = 0; i < people.count; i++) {
    if (count[i]! > 0 && (people.label[i] === 0 || covert[people.label[i]!])) chosen.push(i);
  }
  const positive = chosen.map((i) => people.label[i] !== 0);
  if (!positive.includes(true)) return null;
  const leak = (figure: (account: number) => number) => {
    const auc = areaUnderCurve(chosen.map(figure), positive);
    return Math.round(Math.max(auc, 1 - auc) * 1000) / 1000;
  };
  return {
    posts: leak((i) => count[i]!),
    accountAge: leak((i) => people.createdMs[i]!),
    followers: leak((i) => people.followers[i]!),
    english: leak((i) => (people.language[i] === 0 ? 1 : 0)),
    hour: leak((i) => hours[i]! / count[i]!),
    idOrder: leak((i) => idRank[i]!),
  };
}

/** Mann-Whitney with mid-ranks; NaN when one side is empty. */
export function areaUnderCurve(figures: readonly number[], positive: readonly boolean[]): number {
  const order = [...figures.keys()].sort((a, b) => figures[a]! - figures[b]!);
  let rankSum = 0;
  for (let i = 0; i < order.length; ) {
    let end = i;
    while (end < order.length && figures[order[end]!] === figures[order[i]!]) end++;
    const midRank = (i + 1 + end) / 2;
    for (; i < end; i++) if (positive[order[i]!]) rankSum += midRank;
  }
  const p = positive.filter(Boolean).length;
  return (rankSum - (p * (p + 1)) / 2) / (p * (positive.length - p));
}
