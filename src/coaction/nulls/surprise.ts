import type { Participation } from "../participation.ts";

/**
 * Question: two accounts acted together on THESE objects; how surprising is that, counting a meeting on a rare object higher than one
 * on an object that everybody touched?
 *
 * Surprise of an object, in nats: w_o = -ln(tempo_o * n_o (n_o - 1) / (N (N - 1))), the chance that two accounts drawn at random act
 * together on it. Statistic T = sum of w_o over the objects acted on together. Null: as in `sharing.ts`, with the sparse form
 * p_uo = k_u n_o / E of the BiCM, so that the chance factorises as q_o = k_u k_v g_o with g_o = tempo_o (n_o / E)^2. Chernoff bound of
 * the weighted sum of independent coins:
 *     ln P(T >= t) <= min over theta of  k_u k_v M(theta) - theta t,   M(theta) = sum over o of g_o (e^(theta w_o) - 1),
 * an upper bound for every sample size since ln(1 + q(e^x - 1)) <= q(e^x - 1). The sparse form overstates p_uo where k_u n_o is not
 * small against E, hence understates significance: the error is on the safe side. Cost: O(objects) once for each of the thetas, then
 * O(log thetas) a pair.
 *
 * Why not the count alone: ranked by the tail of the count, the first pairs of a real debate are ordinary users who reposted the same
 * two viral posts; ranked by rarity they are the operation (docs/method.md, measured on labelled data).
 *
 * Does not show: shared taste for a small subject, which is rare, too.
 */
export interface SurpriseNull {
  /** Surprise of one object in bits. */
  bitsOf(object: number): number;
  /** Upper bound of P(T >= bits) for accounts of these two. */
  tail(a: number, b: number, bits: number): number;
}

const THETA_STEP = 0.01;
const THETAS = 120;

export function surpriseNull(part: Participation): SurpriseNull {
  const nats = new Float64Array(part.objectCount);
  const pairsOfAccounts = Math.max(1, part.accountCount * (part.accountCount - 1));
  const classes = new Map<string, { g: number; w: number; objects: number }>();
  for (let o = 0; o < part.objectCount; o++) {
    const n = part.popularity[o]!;
    const tempo = part.tempo[o]!;
    if (n < 2 || tempo === 0) continue;
    const w = -Math.log(Math.min(1, (tempo * n * (n - 1)) / pairsOfAccounts));
    nats[o] = w;
    const key = `${n} ${tempo}`;
    const known = classes.get(key);
    if (known === undefined) classes.set(key, { g: tempo * (n / part.cells) ** 2, w, objects: 1 });
    else known.objects++;
  }
  const { moment, slope } = momentCurves([...classes.values()]);
  const degree = (u: number): number => part.starts[u + 1]! - part.starts[u]!;
  return {
    bitsOf: (object) => nats[object]! / Math.LN2,
    tail(a, b, bits) {
      const t = bits * Math.LN2;
      const rate = degree(a) * degree(b);
      if (t <= rate * slope[0]!) return 1;
      // M is convex: the bound is smallest where its slope meets t / rate; M' grows, so search it.
      let low = 0;
      let high = THETAS - 1;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (rate * slope[middle]! < t) low = middle + 1;
        else high = middle;
      }
      let best = 0;
      for (let i = Math.max(0, low - 1); i <= low; i++) best = Math.min(best, rate * moment[i]! - i * THETA_STEP * t);
      return Math.exp(best);
    },
  };
}

function momentCurves(classes: readonly { g: number; w: number; objects: number }[]): {
  moment: Float64Array;
  slope: Float64Array;
} {
  const moment = new Float64Array(THETAS);
  const slope = new Float64Array(THETAS);
  for (let i = 0; i < THETAS; i++) {
    const theta = i * THETA_STEP;
    for (const { g, w, objects } of classes) {
      const tilt = Math.exp(theta * w);
      moment[i]! += objects * g * (tilt - 1);
      slope[i]! += objects * g * w * tilt;
    }
  }
  return { moment, slope };
}
