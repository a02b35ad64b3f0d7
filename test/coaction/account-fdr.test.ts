import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { accountFdr } from "../../src/coaction/account-fdr.ts";
import { benjaminiHochberg } from "../../src/math/fdr.ts";
import { seeded } from "../../src/math/random.ts";

interface Listed {
  readonly a: number;
  readonly b: number;
  readonly p: number;
}

const columns = (pairs: readonly Listed[]) =>
  [
    Uint32Array.from(pairs, ({ a }) => a),
    Uint32Array.from(pairs, ({ b }) => b),
    Float64Array.from(pairs, ({ p }) => p),
  ] as const;

/** The definition, level by level: does the pair stand at level q, when families are selected and then tested? */
function standsAt(pairs: readonly Listed[], accounts: number, q: number, which: number): boolean {
  const family = (u: number) => pairs.filter(({ a, b }) => a === u || b === u).sort((left, right) => left.p - right.p);
  const simes = (u: number) => Math.min(1, ...family(u).map(({ p }, i) => (p * (accounts - 1)) / (i + 1)));
  const all = [...new Set(pairs.flatMap(({ a, b }) => [a, b]))].map(simes).sort((left, right) => left - right);
  let selected = 0;
  for (const [i, p] of all.entries()) if (p <= (q * (i + 1)) / accounts) selected = i + 1;
  if (selected === 0) return false;
  const level = (q * selected) / accounts;
  const pair = pairs[which]!;
  return [pair.a, pair.b].some((u) => {
    const own = family(u);
    let believed = 0;
    for (const [i, { p }] of own.entries()) if (p <= (level * (i + 1)) / (accounts - 1)) believed = i + 1;
    return own.slice(0, believed).some(({ p }) => p >= pair.p);
  });
}

/** Every pair within `members` at p. */
const clique = (members: readonly number[], p: number): Listed[] =>
  members.flatMap((a, i) => members.slice(i + 1).map((b) => ({ a, b, p })));

describe("the false discovery rate among each account's pairs", () => {
  it("is the smallest level at which the pair stands, by the definition", () => {
    const worlds = fc
      .uniqueArray(fc.record({ a: fc.nat(7), b: fc.nat(7), e: fc.double({ min: 0, max: 9, noNaN: true }) }), {
        minLength: 1,
        maxLength: 14,
        selector: ({ a, b }) => `${Math.min(a, b)} ${Math.max(a, b)}`,
      })
      .map((list) => list.filter(({ a, b }) => a !== b).map(({ a, b, e }) => ({ a, b, p: 10 ** -e })));
    fc.assert(
      fc.property(worlds, (pairs) => {
        const q = accountFdr(...columns(pairs), 12);
        for (const [i, level] of q.entries()) {
          if (level >= 1) continue;
          expect(standsAt(pairs, 12, level * (1 + 1e-9), i)).toBe(true);
          expect(standsAt(pairs, 12, level * (1 - 1e-6), i)).toBe(false);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("leaves a lone group what plain Benjamini-Hochberg gives it", () => {
    const pairs = clique([0, 1, 2, 3, 4, 5, 6, 7, 8, 9], 1e-6);
    const q = accountFdr(...columns(pairs), 500);
    const plain = benjaminiHochberg(columns(pairs)[2], (500 * 499) / 2);
    for (const [i, one] of q.entries()) expect(one).toBeCloseTo(plain[i]!, 12);
  });

  it("does not let a large group pay for a stray pair elsewhere", () => {
    const large = clique(
      Array.from({ length: 120 }, (_, i) => i),
      1e-12,
    );
    const pairs = [...large, { a: 900, b: 901, p: 1e-5 }];
    const stray = pairs.length - 1;
    expect(benjaminiHochberg(columns(pairs)[2], (1000 * 999) / 2)[stray]).toBeLessThan(0.001);
    expect(accountFdr(...columns(pairs), 1000)[stray]).toBeGreaterThan(0.05);
    expect(accountFdr(...columns(pairs), 1000)[0]).toBeLessThan(1e-6);
  });

  it("believes about as many accounts wrongly as it says, on noise beside a true group", () => {
    let wrong = 0;
    let believed = 0;
    for (let world = 0; world < 40; world++) {
      const random = seeded("account-fdr", world);
      const noise = Array.from({ length: 4000 }, () => {
        const a = 30 + Math.floor(random() * 300);
        const b = 30 + Math.floor(random() * 300);
        return { a: Math.min(a, b), b: Math.max(a, b), p: random() };
      }).filter(({ a, b }) => a !== b);
      const pairs = [...clique([0, 1, 2, 3, 4, 5, 6, 7], 1e-9), ...noise];
      const q = accountFdr(...columns(pairs), 330);
      const accounts = new Set(pairs.flatMap(({ a, b }, i) => (q[i]! <= 0.05 ? [a, b] : [])));
      believed += accounts.size;
      wrong += [...accounts].filter((account) => account >= 30).length;
    }
    expect(believed - wrong).toBe(40 * 8);
    expect(wrong / believed).toBeLessThanOrEqual(0.05);
  });
});
