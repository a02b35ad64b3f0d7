/**
 * Stable orderings of typed columns without comparators.
 *
 * A comparator sort of ten million keys costs seconds and boxes every comparison; a counting sort by a dense key is two linear
 * passes. All orderings return a permutation: `order[i]` is the position of the i-th smallest element.
 */

/** Stable order by dense keys 0..keyCount-1, starting from an earlier order (or 0, 1, 2...). Time O(n + keyCount). */
export function orderByKey(keys: Uint32Array, keyCount: number, earlier?: Uint32Array): Uint32Array {
  const starts = startsOf(keys, keyCount);
  const order = new Uint32Array(keys.length);
  for (let i = 0; i < keys.length; i++) {
    const position = earlier === undefined ? i : earlier[i]!;
    const key = keys[position]!;
    order[starts[key]!++] = position;
  }
  return order;
}

/** `starts[k]..starts[k + 1]` is where key k lies once the elements are ordered by key; length keyCount + 1. */
export function startsOf(keys: Uint32Array, keyCount: number): Uint32Array {
  const starts = new Uint32Array(keyCount + 1);
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i]!;
    if (key >= keyCount) throw new Error(`math/order: key ${key} is not below ${keyCount}`);
    starts[key + 1]!++;
  }
  for (let k = 0; k < keyCount; k++) starts[k + 1]! += starts[k]!;
  return starts;
}

const DIGIT_BITS = 16;
const DIGITS = 1 << DIGIT_BITS;

/**
 * Stable order by finite numbers. Whole numbers that lie close together (times) by a radix sort of the distance to the smallest, any
 * others (p-values) by one of their bits, few by merging.
 */
export function orderByNumber(values: Float64Array): Uint32Array {
  const n = values.length;
  let smallest = Number.POSITIVE_INFINITY;
  let largest = Number.NEGATIVE_INFINITY;
  let sorted = true;
  let whole = true;
  for (let i = 0; i < n; i++) {
    const value = values[i]!;
    if (!Number.isFinite(value)) throw new Error(`math/order: value ${value} at ${i} is not finite`);
    if (i > 0 && value < values[i - 1]!) sorted = false;
    if (!Number.isInteger(value)) whole = false;
    if (value < smallest) smallest = value;
    if (value > largest) largest = value;
  }
  let order: Uint32Array = identity(n);
  if (sorted) return order;
  if (n < 4096) return mergeSorted(order, values);
  if (!whole || largest - smallest > Number.MAX_SAFE_INTEGER) return orderByBits(order, values);
  const digit = new Uint32Array(n);
  let spare: Uint32Array = new Uint32Array(n);
  for (let scale = 1; scale <= largest - smallest; scale *= DIGITS) {
    const counts = new Uint32Array(DIGITS + 1);
    for (let i = 0; i < n; i++) {
      const key = Math.floor((values[i]! - smallest) / scale) % DIGITS;
      digit[i] = key;
      counts[key + 1]!++;
    }
    for (let k = 0; k < DIGITS; k++) counts[k + 1]! += counts[k]!;
    for (let i = 0; i < n; i++) {
      const position = order[i]!;
      spare[counts[digit[position]!]!++] = position;
    }
    [order, spare] = [spare, order];
  }
  return order;
}

/**
 * The bits of a double, its sign turned, ascend as the number does: four digits of 16 bits, from the two halves in memory. A digit that
 * is the same in all (the exponent, often) is passed over.
 */
function orderByBits(order: Uint32Array, values: Float64Array): Uint32Array {
  const n = values.length;
  const plain = new Float64Array(n);
  // Plain zero for minus zero: they are equal.
  for (let i = 0; i < n; i++) plain[i] = values[i]! + 0;
  const bits = new Uint32Array(plain.buffer);
  for (let i = 0; i < n; i++) {
    const [low, high] = [2 * i + LOW, 2 * i + 1 - LOW];
    const flip = bits[high]! >>> 31 === 1 ? 0xffffffff : 0;
    bits[low] = bits[low]! ^ flip;
    bits[high] = bits[high]! ^ (flip | 0x80000000);
  }
  let source: Uint32Array = order;
  let target: Uint32Array = new Uint32Array(n);
  for (const [half, shift] of [
    [LOW, 0],
    [LOW, DIGIT_BITS],
    [1 - LOW, 0],
    [1 - LOW, DIGIT_BITS],
  ] as const) {
    const counts = new Uint32Array(DIGITS + 1);
    for (let i = 0; i < n; i++) counts[((bits[2 * i + half]! >>> shift) & (DIGITS - 1)) + 1]!++;
    if (counts.includes(n)) continue;
    for (let k = 0; k < DIGITS; k++) counts[k + 1]! += counts[k]!;
    for (let i = 0; i < n; i++) {
      const position = source[i]!;
      target[counts[(bits[2 * position + half]! >>> shift) & (DIGITS - 1)]!++] = position;
    }
    [source, target] = [target, source];
  }
  return source;
}

/** Which of a number's two halves in memory is the low one: the first, on all common machines. */
const LOW = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1 ? 0 : 1;

/** Runs of this length are put in order by insertion before they are merged. */
const RUN = 16;

/** Stable, bottom up: what a sort with a comparator does, without a call for each comparison. May overwrite `order`. */
function mergeSorted(order: Uint32Array, values: Float64Array): Uint32Array {
  const n = order.length;
  for (let from = 0; from < n; from += RUN) {
    const to = Math.min(n, from + RUN);
    for (let i = from + 1; i < to; i++) {
      const position = order[i]!;
      const value = values[position]!;
      let j = i - 1;
      for (; j >= from && values[order[j]!]! > value; j--) order[j + 1] = order[j]!;
      order[j + 1] = position;
    }
  }
  let source: Uint32Array = order;
  let target: Uint32Array = new Uint32Array(n);
  for (let width = RUN; width < n; width *= 2) {
    for (let from = 0; from < n; from += 2 * width) {
      const middle = Math.min(n, from + width);
      const end = Math.min(n, from + 2 * width);
      let [left, right] = [from, middle];
      for (let to = from; to < end; to++) {
        const takesLeft = left < middle && (right >= end || values[source[left]!]! <= values[source[right]!]!);
        target[to] = source[takesLeft ? left++ : right++]!;
      }
    }
    [source, target] = [target, source];
  }
  return source;
}

/** `result[i] = values[order[i]]`. Plain loops: `TypedArray.from` with a mapping is ten times slower. */
export function gatherUint32(values: Uint32Array, order: Uint32Array): Uint32Array {
  const result = new Uint32Array(order.length);
  for (let i = 0; i < order.length; i++) result[i] = values[order[i]!]!;
  return result;
}

export function gatherFloat64(values: Float64Array, order: Uint32Array): Float64Array {
  const result = new Float64Array(order.length);
  for (let i = 0; i < order.length; i++) result[i] = values[order[i]!]!;
  return result;
}

/** 0, 1, 2 ... n - 1. */
export function identity(n: number): Uint32Array {
  const order = new Uint32Array(n);
  for (let i = 0; i < n; i++) order[i] = i;
  return order;
}
