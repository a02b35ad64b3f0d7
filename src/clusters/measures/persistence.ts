import type { MeasureInput } from "./measure.ts";

/**
 * Do the same accounts meet again and again, or did they once?
 *
 * Occasions are the meetings of the cluster's significant pairs with no pause of twelve hours between them: a night's sleep parts two,
 * an evening does not. A crew works week after week; an event, a petition, a training day is one occasion or two. For each pair it is
 * counted on how many occasions it met.
 *
 * What it does not show: an export of one day knows one occasion whatever the truth (`exportDays` says so). Cost: sorts the meetings.
 */
export interface Persistence {
  /** First to last meeting, in days. */
  readonly spanDays: number;
  readonly occasions: number;
  /** Share of the meetings that fall on the commonest occasion. */
  readonly largestOccasion: number;
  /** Middle over pairs (all traces together): occasions on which the pair met, and distinct objects it met on. */
  readonly occasionsOfPair: number;
  readonly objectsOfPair: number;
  /** Middle over members of the number of posts on the evidence. */
  readonly postsOfMember: number;
  /** First to last post of the whole export, in days. */
  readonly exportDays: number;
}

const PAUSE_MS = 12 * 3_600_000;
const DAY_MS = 86_400_000;

export function measurePersistence({ drafts, layers, evidence }: MeasureInput): Persistence[] {
  let firstMs = Number.POSITIVE_INFINITY;
  let lastMs = Number.NEGATIVE_INFINITY;
  for (const { observed } of layers) {
    for (const timeMs of observed.actions.timeMs) {
      firstMs = Math.min(firstMs, timeMs);
      lastMs = Math.max(lastMs, timeMs);
    }
  }
  const exportDays = Math.max(0, lastMs - firstMs) / DAY_MS;
  return drafts.map((draft, cluster) => {
    const { pairs, acts } = evidence[cluster]!;
    const times = pairs.flatMap(({ timesMs }) => timesMs).sort((left, right) => left - right);
    const starts = times.filter((timeMs, i) => i === 0 || timeMs - times[i - 1]! > PAUSE_MS);
    const occasionOf = (timeMs: number): number => {
      let low = 0;
      let high = starts.length;
      while (high - low > 1) {
        const middle = (low + high) >> 1;
        if (starts[middle]! <= timeMs) low = middle;
        else high = middle;
      }
      return low;
    };
    const sizes = new Array<number>(starts.length).fill(0);
    for (const timeMs of times) sizes[occasionOf(timeMs)]!++;
    const [occasionsOfPair, objectsOfPair]: [number[], number[]] = [[], []];
    // The traces of one pair follow each other.
    for (let from = 0, to = 0; from < pairs.length; from = to) {
      const [seen, shared] = [new Set<number>(), new Set<string>()];
      for (; to < pairs.length && pairs[to]!.a === pairs[from]!.a && pairs[to]!.b === pairs[from]!.b; to++) {
        const { layer, objects, timesMs } = pairs[to]!;
        for (const timeMs of timesMs) seen.add(occasionOf(timeMs));
        for (const object of objects) shared.add(`${layer} ${object}`);
      }
      occasionsOfPair.push(seen.size);
      objectsOfPair.push(shared.size);
    }
    const posts = new Map<number, Set<number>>(draft.accounts.map((account) => [account, new Set()]));
    for (const { account, post } of acts) posts.get(account)!.add(post);
    return {
      spanDays: times.length === 0 ? 0 : (times.at(-1)! - times[0]!) / DAY_MS,
      occasions: starts.length,
      // No spread: millions of meetings would overflow the stack.
      largestOccasion: times.length === 0 ? 0 : sizes.reduce((most, size) => Math.max(most, size), 0) / times.length,
      occasionsOfPair: middle(occasionsOfPair),
      objectsOfPair: middle(objectsOfPair),
      postsOfMember: middle([...posts.values()].map((own) => own.size)),
      exportDays,
    };
  });
}

function middle(values: readonly number[]): number {
  return [...values].sort((left, right) => left - right)[values.length >> 1] ?? 0;
}
