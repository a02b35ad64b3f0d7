/** Median of `values[start..end)`: the middle one, or the mean of the two middle ones. Sorts that stretch in place. */
export function medianInPlace(values: Float64Array, start: number, end: number): number {
  const n = end - start;
  if (n <= 0) throw new Error(`math/median: nothing between ${start} and ${end}`);
  if (n === 1) return values[start]!;
  if (n === 2) return (values[start]! + values[start + 1]!) / 2;
  if (n <= 24) insertionSort(values, start, end);
  else values.subarray(start, end).sort();
  const half = start + (n >> 1);
  return n % 2 === 1 ? values[half]! : (values[half - 1]! + values[half]!) / 2;
}

/** Most stretches hold a handful of values, where this beats the built-in sort and its call. */
function insertionSort(values: Float64Array, start: number, end: number): void {
  for (let i = start + 1; i < end; i++) {
    const value = values[i]!;
    let j = i - 1;
    while (j >= start && values[j]! > value) {
      values[j + 1] = values[j]!;
      j--;
    }
    values[j + 1] = value;
  }
}
