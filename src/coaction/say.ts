import type { JointNull } from "./joint.ts";

/**
 * What each trace has to say about which pairs of accounts, and with what weight: it speaks of a pair when both accounts have at least
 * `minObjects` objects in it, and its say, the same for every trace, is spread evenly over the m_t pairs it speaks of. All of it follows from
 * how many objects each account has, which the nulls hold fixed, never from who met whom.
 */
export interface Say {
  speaks(trace: number, a: number, b: number): boolean;
  /** What a trace that speaks of the pair has to say: 1 / m_t, times the pair's own weight in that trace. */
  weight(trace: number, a: number, b: number): number;
  /** Weight of a pair of accounts of which any trace speaks: 1 on average over all of those. */
  ofPair(a: number, b: number): number;
  /** The same, 1 on average over the pairs of each of the two accounts; the smaller. */
  ofAccounts(a: number, b: number): number;
  /** Pairs of which any trace speaks, and accounts that are in any. */
  readonly pairs: number;
  readonly accounts: number;
}

export function sayOf(
  traces: readonly { readonly joint: Pick<JointNull, "part" | "weightOf"> }[],
  minObjects: number,
): Say {
  if (traces.length > 31) throw new Error(`say: ${traces.length} traces do not fit a word of bits`);
  const accountCount = traces[0]?.joint.part.accountCount ?? 0;
  // One bit a trace.
  const bits = new Uint32Array(accountCount);
  const size = new Float64Array(traces.length);
  for (const [t, { joint }] of traces.entries()) {
    const { starts } = joint.part;
    for (let u = 0; u < accountCount; u++) {
      if (starts[u + 1]! - starts[u]! < minObjects) continue;
      bits[u]! |= 1 << t;
      size[t]!++;
    }
  }
  const asked = size.reduce((sum, n) => sum + (n > 1 ? 1 : 0), 0);
  const weight = (t: number, a: number, b: number): number =>
    (2 / (size[t]! * (size[t]! - 1))) * traces[t]!.joint.weightOf(a, b);
  const groups = new Map<number, number>();
  for (const one of bits) if (one !== 0) groups.set(one, (groups.get(one) ?? 0) + 1);
  const pairs = pairsThatMeet([...groups]);
  const accounts = [...groups.values()].reduce((sum, n) => sum + n, 0);
  const sum = (common: number, of: (t: number) => number): number => {
    let total = 0;
    for (let t = 0; t < traces.length; t++) if ((common & (1 << t)) !== 0) total += of(t);
    return total;
  };
  return {
    weight,
    speaks: (t, a, b) => (bits[a]! & bits[b]! & (1 << t)) !== 0,
    ofPair: (a, b) => (sum(bits[a]! & bits[b]!, (t) => weight(t, a, b)) * pairs) / asked,
    ofAccounts: (a, b) => {
      const tracesOf = Math.max(
        sum(bits[a]!, () => 1),
        sum(bits[b]!, () => 1),
      );
      return (
        (sum(bits[a]! & bits[b]!, (t) => traces[t]!.joint.weightOf(a, b) / (size[t]! - 1)) * (accounts - 1)) / tracesOf
      );
    },
    pairs,
    accounts,
  };
}

/** Pairs of accounts with a trace in common, from the number of accounts with each set of traces. */
function pairsThatMeet(groups: readonly (readonly [bits: number, accounts: number])[]): number {
  let pairs = 0;
  for (const [i, [own, n]] of groups.entries()) {
    pairs += (n * (n - 1)) / 2;
    for (const [other, m] of groups.slice(0, i)) if ((own & other) !== 0) pairs += n * m;
  }
  return pairs;
}
