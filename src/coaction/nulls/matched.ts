import { NO_MATCH } from "../../corpus/actions.ts";
import type { Participation } from "../participation.ts";
import type { ObjectTimeline } from "../timeline.ts";

/**
 * Which objects are comparable, and how fast people were on them?
 *
 * An object whose author or outlet is known is compared with others of that author, of the same size if there are enough of those, and
 * with no others: how fast an audience answers is the author's own. Any other object is compared with those of the same size that began at
 * the same time of day, else with those of the same size. Sizes are equal when log2 of the participants is, rounded down; the day has four
 * parts, in UTC. Objects with one participant have no pair and belong to none, though they carry a class.
 */
export interface MatchedObjects {
  /** Class of each object: the near one, and the wider one to fall back on. Both number the columns below. */
  readonly fine: Uint32Array;
  readonly coarse: Uint32Array;
  readonly classCount: number;
  /** By class: pairs of participants within the window, all pairs of participants, and objects with any pair. */
  readonly within: Float64Array;
  readonly couples: Float64Array;
  readonly objects: Float64Array;
}

const PART_OF_DAY_MS = 6 * 3_600_000;
const DAY_MS = 24 * 3_600_000;
const SIZES = 32;
const PARTS = DAY_MS / PART_OF_DAY_MS;

export function matchedObjects(part: Participation, timeline: ObjectTimeline): MatchedObjects {
  const numbers = new Map<number, number>();
  const numberOf = (key: number): number => {
    let number = numbers.get(key);
    if (number === undefined) {
      number = numbers.size;
      numbers.set(key, number);
    }
    return number;
  };
  const fine = new Uint32Array(part.objectCount);
  const coarse = new Uint32Array(part.objectCount);
  for (let object = 0; object < part.objectCount; object++) {
    const size = Math.max(0, 31 - Math.clz32(part.popularity[object]!));
    const source = timeline.matchKey?.[object] ?? NO_MATCH;
    const firstMs = timeline.timeMs[timeline.starts[object]!] ?? 0;
    const partOfDay = Math.floor((((firstMs % DAY_MS) + DAY_MS) % DAY_MS) / PART_OF_DAY_MS);
    // Known sources take the keys from the first block on, objects without one the block before.
    const block = source === NO_MATCH ? 0 : source + 1;
    const within = block * SIZES * (PARTS + 1);
    fine[object] = numberOf(within + SIZES * (1 + (source === NO_MATCH ? partOfDay : 0)) + size);
    coarse[object] = numberOf(within + (source === NO_MATCH ? size : 0));
  }
  const classCount = numbers.size;
  const sums = {
    within: new Float64Array(classCount),
    couples: new Float64Array(classCount),
    objects: new Float64Array(classCount),
  };
  for (let object = 0; object < part.objectCount; object++) {
    const n = part.popularity[object]!;
    if (n < 2) continue;
    const couples = (n * (n - 1)) / 2;
    for (const group of [fine[object]!, coarse[object]!]) {
      sums.within[group]! += part.tempo[object]! * couples;
      sums.couples[group]! += couples;
      sums.objects[group]!++;
    }
  }
  return { fine, coarse, classCount, ...sums };
}
