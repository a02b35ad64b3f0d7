/**
 * A sum whose rounding errors are carried along (Neumaier 1974, doi 10.1002/zamm.19740540106). R adds in 80 bits, which JavaScript
 * lacks; so the mean comes out the same to the fifteen digits that R prints.
 */
export class ExactSum {
  private sum = 0;
  private lost = 0;
  private count = 0;

  add(value: number): void {
    const next = this.sum + value;
    this.lost += Math.abs(this.sum) >= Math.abs(value) ? this.sum - next + value : value - next + this.sum;
    this.sum = next;
    this.count++;
  }

  /** The mean, rounded once; NaN of nothing. */
  mean(): number {
    const { sum, lost, count } = this;
    const mean = (sum + lost) / count;
    // What the division left over: in two halves, whose products with the count are exact.
    const upper = Math.fround(mean);
    const rest = sum - upper * count - (mean - upper) * count + lost;
    return Number.isFinite(rest) ? mean + rest / count : mean;
  }
}
