import { MOST_SITES } from "../corpus/site-table.ts";
import { benjaminiHochberg } from "../math/fdr.ts";

export interface Indicator {
  readonly domain: string;
  readonly type: string;
  readonly value: string;
}

/** A value and every site that has it. */
export interface IndicatorValue {
  readonly type: string;
  readonly value: string;
  /** In order of their names. */
  readonly sites: readonly string[];
}

/** Two sites with values in common. */
export interface SharedIndicators {
  readonly a: string;
  readonly b: string;
  /** The rarest common value of each type, in words. */
  readonly words: string;
  /** The same as bits, added up over kinds. */
  readonly bits: number;
  /** Sites of the rarest common value. */
  readonly rarest: number;
  /** False discovery rate among all pairs of sites with indicators. */
  readonly q: number;
}

/** An address brings its network and its name servers along: one decision, hence one kind. */
const HOSTING: ReadonlySet<string> = new Set(["ip", "ipv4", "ipv6", "subnet", "asn", "nameserver", "ns"]);

/** Bits are counted in quarters, rounded down alike for what is seen and for what chance gives. */
const PARTS_OF_A_BIT = 4;

/**
 * Question: which two sites have more indicators in common than sites that have nothing to do with each other?
 *
 * A common value on k of the N sites with indicators is worth log2(N / k) bits; of each kind (type, but all of hosting is one) the
 * rarest counts, and kinds add up. Null: kinds are independent of each other, each dealt among the sites as it is seen here. Its
 * distribution of bits is exact, by convolution of what all pairs show of each kind; p is its tail, q by Benjamini-Hochberg over all
 * N (N - 1) / 2 pairs. The evidence of true networks is part of what is seen, so the test errs towards silence: where most sites belong to
 * one network, or few are known, nothing stands out.
 *
 * Cost: O(sites squared) for each value, at most `MOST_SITES` squared, and (kinds x bits) squared. Does not show: who runs the sites; an
 * agency gives its customers one address, one theme and one tracking id as well.
 */
export function sharedIndicators(values: readonly IndicatorValue[]): SharedIndicators[] {
  const withAny = new Set(values.flatMap(({ sites }) => sites)).size;
  const tested = (withAny * (withAny - 1)) / 2;
  const pairs = new Map<string, Map<string, { value: string; sites: number }>>();
  for (const { type, value, sites } of values) {
    if (sites.length < 2 || sites.length > MOST_SITES) continue;
    for (let i = 0; i < sites.length; i++) {
      for (let j = i + 1; j < sites.length; j++) {
        const pair = `${sites[i]} ${sites[j]}`;
        const types = pairs.get(pair) ?? new Map<string, { value: string; sites: number }>();
        pairs.set(pair, types);
        if (sites.length < (types.get(type)?.sites ?? Number.POSITIVE_INFINITY)) {
          types.set(type, { value, sites: sites.length });
        }
      }
    }
  }
  const found = [...pairs].map(([pair, types]) => ({ pair, types, kinds: kindsOf(types, withAny) }));
  const tail = chanceOf(
    found.map(({ kinds }) => kinds),
    tested,
  );
  const p = Float64Array.from(found, ({ kinds }) => tail[partsOf(kinds)]!);
  const q = benjaminiHochberg(p, tested);
  return found.map(({ pair, types, kinds }, i) => {
    const [a, b] = pair.split(" ") as [string, string];
    return {
      a,
      b,
      words: [...types].map(([type, { value }]) => `${type}=${value}`).join("; "),
      bits: [...kinds.values()].reduce((sum, bits) => sum + bits, 0),
      rarest: Math.min(...[...types.values()].map(({ sites }) => sites)),
      q: q[i]!,
    };
  });
}

/** Values with their sites, both in order, so that nothing hangs on the order of the file. */
export function sitesByValue(indicators: readonly Indicator[]): IndicatorValue[] {
  const sitesOf = new Map<string, Set<string>>();
  for (const { domain, type, value } of indicators) {
    const key = `${type}\u0000${value}`;
    sitesOf.set(key, (sitesOf.get(key) ?? new Set()).add(domain));
  }
  return [...sitesOf]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([key, sites]) => {
      const [type, value] = key.split("\u0000") as [string, string];
      return { type, value, sites: [...sites].sort() };
    });
}

/** What counts once, however many types of it are in common. */
export function kindOfIndicator(type: string): string {
  return HOSTING.has(type.toLowerCase()) ? "hosting" : type;
}

/** Bits of each kind: of its types the rarest value. */
function kindsOf(types: ReadonlyMap<string, { readonly sites: number }>, withAny: number): Map<string, number> {
  const kinds = new Map<string, number>();
  for (const [type, { sites }] of types) {
    const kind = kindOfIndicator(type);
    kinds.set(kind, Math.max(kinds.get(kind) ?? 0, Math.log2(withAny / sites)));
  }
  return kinds;
}

const partOf = (bits: number): number => Math.floor(bits * PARTS_OF_A_BIT);

function partsOf(kinds: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const bits of kinds.values()) sum += partOf(bits);
  return sum;
}

/** Chance of at least so many quarters of a bit, by their number. */
function chanceOf(pairs: readonly ReadonlyMap<string, number>[], tested: number): Float64Array {
  const seen = new Map<string, Map<number, number>>();
  for (const kinds of pairs) {
    for (const [kind, bits] of kinds) {
      const counts = seen.get(kind) ?? new Map<number, number>();
      seen.set(kind, counts.set(partOf(bits), (counts.get(partOf(bits)) ?? 0) + 1));
    }
  }
  let chance = new Float64Array([1]);
  for (const [, counts] of [...seen].sort(([left], [right]) => (left < right ? -1 : 1))) {
    const next = new Float64Array(chance.length + Math.max(...counts.keys()));
    let sharing = 0;
    for (const [parts, count] of counts) {
      sharing += count;
      for (let i = 0; i < chance.length; i++) next[i + parts]! += (chance[i]! * count) / tested;
    }
    for (let i = 0; i < chance.length; i++) next[i]! += chance[i]! * (1 - sharing / tested);
    chance = next;
  }
  for (let i = chance.length - 2; i >= 0; i--) chance[i]! += chance[i + 1]!;
  // The sum of all is 1 but for rounding.
  return chance.map((one) => Math.min(1, one));
}
