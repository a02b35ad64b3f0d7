import { startsOf } from "./order.ts";

/**
 * Question: which of these 64-bit hashes differ in at most `radius` bits?
 *
 * Exact multi-index search (Norouzi, Punjani and Fleet 2012, doi 10.1109/CVPR.2012.6248043): cut into four blocks of 16 bits, two hashes
 * within r bits agree in some block up to floor(r / 4) bits. So each hash looks into the buckets of the 137 values that near (r = 10),
 * block by block, and a pair is met in the first block that has it near. Cost for n hashes of no pattern: n times 4 x 137 buckets of
 * n / 65,536 entries; about a second for 100,000, where all pairs would be five billion. Many copies of one hash belong in one entry:
 * give distinct ones.
 *
 * Does not show: that the pictures are alike, which hangs on the hash; among 100,000 random hashes some fifty pairs are near by chance.
 *
 * @param radius at most 15
 * @param near called once for each pair of positions, the smaller first
 */
export function nearHashes(
  low: Uint32Array,
  high: Uint32Array,
  radius: number,
  near: (i: number, j: number) => void,
): void {
  if (!(radius >= 0 && radius <= 15)) throw new Error(`math/near-hashes: radius ${radius} is not between 0 and 15`);
  const n = low.length;
  const slack = Math.floor(radius / BLOCKS);
  const flips = flipsUpTo(slack);
  const blocks = Array.from({ length: BLOCKS }, (_, block) => blockOf(low, high, block));
  for (let block = 0; block < BLOCKS; block++) {
    const values = blocks[block]!;
    const starts = startsOf(values, BUCKETS);
    const cursor = starts.slice(0, BUCKETS);
    const entries = new Uint32Array(n);
    for (let i = 0; i < n; i++) entries[cursor[values[i]!]!++] = i;
    for (let i = 0; i < n; i++) {
      for (const flip of flips) {
        const bucket = values[i]! ^ flip;
        // Entries of a bucket ascend: those up to i have met i already.
        for (let at = starts[bucket + 1]! - 1; at >= starts[bucket]! && entries[at]! > i; at--) {
          const j = entries[at]!;
          if (bitsSet(low[i]! ^ low[j]!) + bitsSet(high[i]! ^ high[j]!) > radius) continue;
          let isFirst = true;
          for (let earlier = 0; earlier < block && isFirst; earlier++) {
            if (bitsSet(blocks[earlier]![i]! ^ blocks[earlier]![j]!) <= slack) isFirst = false;
          }
          if (isFirst) near(i, j);
        }
      }
    }
  }
}

const BLOCKS = 4;
const BUCKETS = 1 << 16;

function blockOf(low: Uint32Array, high: Uint32Array, block: number): Uint32Array {
  const half = block < 2 ? low : high;
  const shift = block % 2 === 0 ? 0 : 16;
  return half.map((value) => (value >>> shift) & 0xffff);
}

/** All 16-bit numbers with at most so many bits set. */
function flipsUpTo(bits: number): number[] {
  const flips: number[] = [];
  for (let value = 0; value < BUCKETS; value++) if (bitsSet(value) <= bits) flips.push(value);
  return flips;
}

/** Bits set in a 32-bit number. */
function bitsSet(value: number): number {
  let v = value - ((value >>> 1) & 0x55555555);
  v = (v & 0x33333333) + ((v >>> 2) & 0x33333333);
  return Math.imul((v + (v >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
