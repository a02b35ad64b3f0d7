import { benjaminiHochberg } from "../math/fdr.ts";
import { orderByKey, startsOf } from "../math/order.ts";
import { poissonBinomialTail } from "../math/poisson-binomial.ts";
import { groupsByAccount, type Touches } from "./held.ts";

/** Two groups that take up the same third one, or (a closed loop) one that takes up the other and is most of its public. */
export interface Takers {
  /** Positions of the groups, a < b. */
  readonly a: number;
  readonly b: number;
  readonly how: "same third" | "closed loop";
  /** Authors of the group taken up, ascending. */
  readonly objects: readonly number[];
  /** Members who would take up that group by chance, were each to take up one author. */
  readonly expected: number;
  readonly p: number;
  /** False discovery rate over all pairs of groups and both questions. */
  readonly q: number;
}

const LEAST_AUTHORS = 2;
/** Less of what a group takes up is no purpose of it. */
const LEAST_SHARE = 0.2;
/** A closed loop: so much of what the third group gets comes from the takers, who take up so many of those who get anything. */
const LOOP_SHARE = 0.5;

/** What one group takes up of another. */
interface Take {
  readonly authors: readonly number[];
  readonly expected: number;
  readonly p: number;
  /** Of all accounts and authors of that group, from outside it. */
  readonly ofReceived: number;
  readonly ofAuthors: number;
}

/**
 * Question: do two groups serve, or attack, the same third group, each its own part of it? And is a group all the public another has?
 *
 * The commenters of a network in two languages answer different pages, and share nothing but that all these pages are one group. There
 * are many pages, so that none need be held by a quarter of the commenters; what counts is where a member's touches go. Member u of
 * group A touches n_u authors, x_u of them in B; V = sum of x_u / n_u, one vote each, so that no busy member decides. Were they picked
 * like those of accounts in no group, a vote would go to B with chance
 *     s_B = (touches of authors in B + 1) / (touches of authors),   both by accounts in no group.
 * p = P(at least floor(V) of the voters), binomial, which spreads wider than split votes do. A takes up B when V is a fifth of its votes
 * or more, at two authors or more. Both takers must stand, so the larger p counts, times the number of groups that B could be.
 *
 * **Whoever is taken up does not become part of the takers**: a crew answers its victims. One case is told apart, the closed loop: B is
 * a group found by its own coordination, at least half of its touches (account and author, from outside B) are of A, and A takes up at
 * least half of those in B who get any. Victims are rarely coordinated themselves, and have a public of their own beside the attackers.
 * It remains possible: a coordinated newsroom that nobody reads but its haters. The profile names what joined the parts.
 *
 * Cost: O(touches + groups cubed).
 */
export function takersOf(groups: readonly (readonly number[])[], touches: Touches): Takers[] {
  const takes = takesOf(groups, touches);
  if (takes === null) return [];
  const best = new Map<string, Omit<Takers, "q">>();
  const note = (one: Omit<Takers, "q">): void => {
    const key = `${one.how} ${one.a} ${one.b}`;
    const known = best.get(key);
    if (known === undefined || one.p < known.p) best.set(key, one);
  };
  for (let a = 0; a < groups.length; a++) {
    for (let b = a + 1; b < groups.length; b++) {
      for (const take of [takes[a]![b]!, takes[b]![a]!]) {
        if (take === null || take.ofReceived < LOOP_SHARE || take.ofAuthors < LOOP_SHARE) continue;
        note({ a, b, how: "closed loop", objects: take.authors, expected: take.expected, p: Math.min(1, 2 * take.p) });
      }
      for (let third = 0; third < groups.length; third++) {
        const [left, right] = [takes[a]![third]!, takes[b]![third]!];
        if (left === null || right === null) continue;
        const objects = [...new Set([...left.authors, ...right.authors])].sort((x, y) => x - y);
        const weaker = left.p >= right.p ? left : right;
        note({ a, b, how: "same third", objects, expected: weaker.expected, p: Math.min(1, weaker.p * groups.length) });
      }
    }
  }
  const found = [...best.values()];
  const q = benjaminiHochberg(
    Float64Array.from(found, ({ p }) => p),
    groups.length * (groups.length - 1),
  );
  return found.map((one, i) => ({ ...one, q: q[i]! }));
}

/** What each group takes up of each other one; null where it is too little. */
export function takesOf(groups: readonly (readonly number[])[], touches: Touches): (Take | null)[][] | null {
  const { accountOf, account, object, accountCount, objectCount } = touches;
  if (accountOf === undefined) return null;
  const groupOf = groupsByAccount(groups, accountCount);
  const size = groups.length;
  const received = new Float64Array(size);
  const receivers = new Float64Array(size);
  const free = { cells: 0, of: new Float64Array(size) };
  const cells = new Float64Array(size * size);
  const authors = Array.from({ length: size * size }, (): number[] => []);
  const picked = new Float64Array(accountCount);
  const pickedOf = new Map<number, number>();
  const order = orderByKey(object, objectCount);
  const starts = startsOf(object, objectCount);
  const seenIn = new Uint32Array(accountCount).fill(0xffffffff);
  for (let o = 0; o < objectCount; o++) {
    const b = accountOf[o]! < 0 ? -1 : groupOf[accountOf[o]!]!;
    const before = b < 0 ? 0 : received[b]!;
    for (let i = starts[o]!; i < starts[o + 1]!; i++) {
      const u = account[order[i]!]!;
      if (seenIn[u] === o) continue;
      seenIn[u] = o;
      picked[u]!++;
      const a = groupOf[u]!;
      if (a < 0) free.cells++;
      if (b < 0 || a === b) continue;
      received[b]!++;
      if (a < 0) {
        free.of[b]!++;
        continue;
      }
      cells[a * size + b]!++;
      pickedOf.set(u * size + b, (pickedOf.get(u * size + b) ?? 0) + 1);
      const known = authors[a * size + b]!;
      if (known.at(-1) !== o) known.push(o);
    }
    if (b >= 0 && received[b]! > before) receivers[b]!++;
  }
  return groups.map((members, a) => {
    const voters = members.filter((u) => picked[u]! > 0);
    return groups.map((_, b): Take | null => {
      const own = authors[a * size + b]!;
      if (a === b || own.length < LEAST_AUTHORS) return null;
      const votes = voters.reduce((sum, u) => sum + (pickedOf.get(u * size + b) ?? 0) / picked[u]!, 0);
      if (votes < LEAST_SHARE * voters.length) return null;
      const chance = Math.min(1, (free.of[b]! + 1) / Math.max(1, free.cells));
      return {
        authors: own,
        expected: chance * voters.length,
        p: poissonBinomialTail(new Float64Array(voters.length).fill(chance), voters.length, Math.floor(votes)),
        ofReceived: cells[a * size + b]! / received[b]!,
        ofAuthors: own.length / receivers[b]!,
      };
    });
  });
}
