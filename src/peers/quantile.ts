/**
 * Question: which weight do a share p of the edges not exceed?
 *
 * Formula: with the n weights in ascending order x(1)..x(n) and h = 1 + (n - 1) p, (1 - g) x(floor h) + g x(ceil h), g = h - floor h.
 * Source: type 7 of Hyndman and Fan 1996, doi 10.1080/00031305.1996.10473566; the default of R's `quantile`.
 * Cost: one sort. NaN values are left out, as with `na.rm = TRUE`; of nothing the quantile is NaN.
 * Does not show: that what lies above is more than chance; a share p of the edges lies below, whatever they are.
 */
export function quantile(values: Float64Array, p: number): number {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort();
  if (sorted.length === 0) return Number.NaN;
  const place = (sorted.length - 1) * p;
  const low = Math.floor(place);
  const below = sorted[low]!;
  const above = sorted[Math.ceil(place)]!;
  const share = place - low;
  return share > 0 && above !== below ? (1 - share) * below + share * above : below;
}
