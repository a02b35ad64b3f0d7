import { type Pairs, type Significance, UNDER } from "../corpus/pairs.ts";
import { ALWAYS_MS } from "../corpus/trace.ts";
import { benjaminiHochberg } from "../math/fdr.ts";
import { accountFdr } from "./account-fdr.ts";
import { type JointNull, jointNull } from "./joint.ts";
import { outsideTest } from "./nulls/baseline.ts";
import { solveBicm } from "./nulls/bicm.ts";
import { dealingNull } from "./nulls/dealing.ts";
import { publicWeights } from "./nulls/publics.ts";
import { sharingNull } from "./nulls/sharing.ts";
import { surpriseNull } from "./nulls/surprise.ts";
import { encounters } from "./nulls/time.ts";
import { underWhich } from "./nulls/under.ts";
import { type Participation, participation } from "./participation.ts";
import { judgeScreened, SCREEN_LEVELS } from "./screen.ts";
import type { ObjectTimeline } from "./timeline.ts";

/**
 * Question: which pairs acted together more than innocent accounts would?
 *
 * Four tails stand beside each pair, each with what it expects:
 * - `p`, the decision: surprise of the shared objects, the closer in time the more, under the joint null (`nulls/surprise.ts`);
 * - `pSharing`: number of shared objects under the joint null (`nulls/sharing.ts`), the textbook count;
 * - `pTime`: given what they share, the timing alone, against the same objects (`nulls/time.ts`);
 * - `pOutside`: the same against matched objects outside the pair's circle (`nulls/baseline.ts`). `under` says which of these two stand.
 * `p` and `expected` are never less than what dealing everybody's posts anew, within language, platform, kind and hours, makes of the pair
 * (`nulls/dealing.ts`): who posts in one small language, or at one time of day, meets whoever else does.
 * q is Benjamini-Hochberg over every pair that could have qualified: both accounts with at least `minObjects` objects in this trace. That
 * rule looks at the margins only, which the nulls hold fixed, never at who met whom, so it does not bend the test. `qAccount` asks the
 * same among the pairs of each account (`account-fdr.ts`): one large group lowers everybody's q, but not their qAccount. Pairs are
 * significant by q; a cluster must stand by both.
 *
 * Counts each account once per object, by its first action, so that posting the same thing again buys no significance.
 * Cost: O(shared objects) a pair.
 *
 * @param level false discovery rate at which `under` is said
 * @param decideOnly leave out what only describes: `pSharing`, `expected`, `pTime`, `expectedTime` and `pOutside` are then NaN, `under` not
 * assessable, and p and q exact only for pairs that come near to standing (`screen.ts`)
 * @param asksTime false: leave out pSharing and the two timing nulls, as above; where nothing has a time
 */
export function assess(
  pairs: Pairs,
  timeline: ObjectTimeline,
  minObjects: number,
  level = 0.05,
  decideOnly = false,
  asksTime = true,
): Assessment {
  const part = participation(timeline, pairs.windowMs);
  const bicm = solveBicm(part);
  const sharing = sharingNull(part, bicm);
  const surprise = surpriseNull(part, bicm, leastShareOf(pairs));
  const weightOf = timeline.publicOf === undefined ? () => 1 : publicWeights(part, timeline.publicOf, minObjects);
  const dealing = dealingNull(part, timeline, pairs.windowMs, surprise);
  const tail = (a: number, b: number, sum: number): number => {
    if (sum <= 0) return 1;
    const p = surprise.tail(a, b, sum);
    return p > ENOUGH ? p : Math.max(p, dealing.tail(a, b, sum));
  };
  const joint = jointNull(
    part,
    pairs.windowMs,
    surprise.meetingBits,
    surprise.least,
    tail,
    surprise.tailAtLeast,
    weightOf,
  );
  const n = pairs.count;
  const unknown = (): Float64Array => new Float64Array(n).fill(Number.NaN);
  const [expected, pSharing, expectedTime, pTime, pOutside] = [unknown(), unknown(), unknown(), unknown(), unknown()];
  const bits = new Float64Array(n);
  const p = new Float64Array(n);
  const chance = (i: number): number => joint.chance(pairs.a[i]!, pairs.b[i]!, bits[i]!);
  if (decideOnly) {
    for (let i = 0; i < n; i++) {
      bits[i] = joint.bits(pairs.a[i]!, pairs.b[i]!, null);
      p[i] = surprise.tailAtLeast(pairs.a[i]!, pairs.b[i]!, bits[i]!);
    }
  } else {
    const meet = asksTime ? encounters(part, pairs.windowMs, surprise.meetingBits) : null;
    const outside = asksTime ? outsideTest(part, timeline, pairs) : null;
    for (let i = 0; i < n; i++) {
      const a = pairs.a[i]!;
      const b = pairs.b[i]!;
      // One after the other for the same pair: what the two share is looked up once.
      bits[i] = joint.bits(a, b, null);
      const encounter = meet === null ? null : meet(a, b);
      if (outside !== null) pOutside[i] = outside(a, b).p;
      p[i] = chance(i);
      expected[i] = Math.max(sharing.expected(a, b), dealing.expected(a, b));
      if (encounter === null) continue;
      pSharing[i] = sharing.tail(encounter.within, expected[i]!);
      expectedTime[i] = encounter.expected;
      pTime[i] = encounter.assessable ? encounter.p : Number.NaN;
    }
  }
  const eligible = eligibleAccounts(part, minObjects);
  const tested = (eligible * (eligible - 1)) / 2;
  const judge = (p: Float64Array): { q: Float64Array; qAccount: Float64Array } => {
    const weighed = p.map((one, i) => Math.min(1, one / weightOf(pairs.a[i]!, pairs.b[i]!)));
    return {
      q: benjaminiHochberg(weighed, tested),
      qAccount: accountFdr(pairs.a, pairs.b, weighed, eligible),
    };
  };
  const settled = new Uint8Array(n).fill(decideOnly ? 0 : 1);
  const settle = (i: number): number => {
    settled[i] = 1;
    return chance(i);
  };
  const { q, qAccount } = decideOnly ? judgeScreened(p, judge, settle, SCREEN_LEVELS * level) : judge(p);
  return {
    significance: {
      expected,
      p,
      q,
      qAccount,
      pSharing,
      expectedTime,
      pTime,
      pOutside,
      under:
        decideOnly || !asksTime
          ? new Uint8Array(n).fill(UNDER.indexOf("not-assessable"))
          : underWhich(pTime, pOutside, tested, level),
      bits,
      tested,
    },
    settled,
    bitsOf: surprise.bitsOf,
    joint,
    bicmResidual: sharing.residual,
  };
}

/**
 * How surprising a meeting must be to count. Tags are taste: only meetings far closer than the tag's users are tell anything; but for tags that
 * live for a day, where to be there at all is what counts. Without an end of the window all meetings are alike.
 */
function leastShareOf({ trace, windowMs }: Pairs): number | undefined {
  if (windowMs >= ALWAYS_MS || trace === "burst-hashtag") return 0;
  return trace === "co-hashtag" ? TAG_SHARE : undefined;
}
const TAG_SHARE = 0.7;
/** A pair with a larger p by the first null is not asked about again: it is no candidate. */
const ENOUGH = 0.1;

export interface Assessment {
  readonly significance: Significance;
  /** 1 where p of a pair is what it is, 0 where it is only never more. */
  readonly settled: Uint8Array;
  /** Surprise of one object of this trace, in bits. */
  readonly bitsOf: (object: number) => number;
  /** The null behind `p`, for any two accounts. */
  readonly joint: JointNull;
  /** Largest relative error left in any degree of the degree-preserving null. */
  readonly bicmResidual: number;
}

/** Accounts that took part in at least `minObjects` objects. */
export function eligibleAccounts(part: Participation, minObjects: number): number {
  let eligible = 0;
  for (let u = 0; u < part.accountCount; u++) if (part.starts[u + 1]! - part.starts[u]! >= minObjects) eligible++;
  return eligible;
}
