import { describe, expect, it } from "vitest";
import { coAct } from "../../src/coaction/kernel.ts";
import { outsideTest } from "../../src/coaction/nulls/baseline.ts";
import { solveBicm } from "../../src/coaction/nulls/bicm.ts";
import { sharingNull } from "../../src/coaction/nulls/sharing.ts";
import { encounters } from "../../src/coaction/nulls/time.ts";
import { type Participation, participation } from "../../src/coaction/participation.ts";
import { assess } from "../../src/coaction/significance.ts";
import { poissonBinomialTail } from "../../src/math/poisson-binomial.ts";
import { exponential, type Random, seeded } from "../../src/math/random.ts";
import { distances, onceInAThousand } from "./kolmogorov.ts";
import { type Act, actionsOf, innocentActs } from "./worlds.ts";

const [ACCOUNTS, OBJECTS, WINDOW] = [40, 120, 60_000];

/** Accounts come to objects by chance; each object has a pace of its own, and a tenth of them are news. */
function innocent(random: Random): Act[] {
  const rates = Array.from({ length: ACCOUNTS }, (_, i) => 12 + 40 / (i + 1));
  const crowds = Array.from({ length: OBJECTS }, (_, i) => 3 + 30 / (i + 1));
  const paceMs = crowds.map(() => (random() < 0.1 ? 60_000 : exponential(random, 3_600_000)));
  return innocentActs(random, rates, crowds, () => 0).map(([account, object, bornMs]) => [
    account,
    object,
    bornMs + exponential(random, paceMs[object]!),
  ]);
}

/** Pairs without an account in common, so that they say little of each other; all are asked, listed or not. */
const DISJOINT = Array.from({ length: ACCOUNTS / 2 }, (_, i) => [2 * i, 2 * i + 1] as const);
const WORLDS = 60;

function worlds(each: (part: Participation, acts: readonly Act[], random: Random) => void): void {
  for (let run = 0; run < WORLDS; run++) {
    const random = seeded("uniform", run);
    const acts = innocent(random);
    const { timeline } = coAct(actionsOf(acts, ACCOUNTS, OBJECTS), { windowMs: WINDOW, minObjects: 2 });
    each(participation(timeline, WINDOW), acts, random);
  }
}

describe("p among innocents, by Kolmogorov and Smirnov", () => {
  it("of the timing within objects is uniform once its steps are smoothed by chance, and more careful as it is", () => {
    const [plain, smooth]: [number[], number[]] = [[], []];
    worlds((part, _, random) => {
      const meet = encounters(part, WINDOW, () => 0);
      const sharedTempo = (a: number, b: number): number[] => {
        const own = new Set(part.object.subarray(part.starts[a], part.starts[a + 1]));
        return [...part.object.subarray(part.starts[b], part.starts[b + 1])]
          .filter((object) => own.has(object))
          .map((object) => part.tempo[object]!);
      };
      for (const [a, b] of DISJOINT) {
        const { p, within, assessable } = meet(a, b);
        if (!assessable) continue;
        const tempo = sharedTempo(a, b);
        const beyond = poissonBinomialTail(tempo, tempo.length, within + 1);
        plain.push(p);
        smooth.push(beyond + random() * (p - beyond));
      }
    });
    expect(smooth.length).toBeGreaterThan(500);
    expect(distances(plain).above).toBeLessThan(onceInAThousand(plain.length));
    expect(distances(smooth).above).toBeLessThan(onceInAThousand(smooth.length));
    expect(distances(smooth).below).toBeLessThan(onceInAThousand(smooth.length));
  });

  it("of the exogenous baseline is uniform or more careful, breaking news included", () => {
    const found: number[] = [];
    worlds((part, acts) => {
      const { pairs, timeline } = coAct(actionsOf(acts, ACCOUNTS, OBJECTS), { windowMs: WINDOW, minObjects: 1 });
      const outside = outsideTest(part, timeline, pairs);
      // Accounts that met nobody have no circle and are not asked about.
      for (const [a, b] of DISJOINT) {
        const { p } = outside(a, b);
        if (!Number.isNaN(p)) found.push(p);
      }
    });
    expect(found.length).toBeGreaterThan(300);
    expect(distances(found).above).toBeLessThan(onceInAThousand(found.length));
    // Not so careful that it never speaks.
    expect(found.filter((p) => p <= 0.3).length / found.length).toBeGreaterThan(0.03);
  });

  it("of the number and of the surprise of shared objects is uniform or more careful", () => {
    const [sharing, joint]: [number[], number[]] = [[], []];
    worlds((part, acts) => {
      const { pairs, timeline } = coAct(actionsOf(acts, ACCOUNTS, OBJECTS), { windowMs: WINDOW, minObjects: 1 });
      const { significance } = assess(pairs, timeline, 1);
      const at = new Map(Array.from(pairs.a, (a, i) => [`${a} ${pairs.b[i]}`, i]));
      for (const [a, b] of DISJOINT) {
        const i = at.get(`${a} ${b}`);
        sharing.push(i === undefined ? 1 : significance.pSharing[i]!);
        joint.push(i === undefined ? 1 : significance.p[i]!);
      }
      expect(part.accountCount).toBe(ACCOUNTS);
    });
    for (const found of [sharing, joint]) {
      expect(distances(found).above).toBeLessThan(onceInAThousand(found.length));
      expect(found.filter((p) => p <= 0.3).length / found.length).toBeGreaterThan(0.03);
    }
  });

  it("is told from one that claims too much", () => {
    const random = seeded("liar");
    const uniform = Array.from({ length: 600 }, random);
    expect(distances(uniform).above).toBeLessThan(onceInAThousand(600));
    expect(distances(uniform.map((p) => p ** 1.3)).above).toBeGreaterThan(onceInAThousand(600));
  });
});

it("the number of shared objects has the tail that drawing them by hand has, or a larger one", () => {
  const random = seeded("sharing by hand");
  const { timeline } = coAct(actionsOf(innocent(random), ACCOUNTS, OBJECTS), { windowMs: WINDOW, minObjects: 2 });
  const part = participation(timeline, WINDOW);
  const bicm = solveBicm(part);
  const sharing = sharingNull(part, bicm);
  const rounds = 20_000;
  for (const [a, b] of [
    [0, 1],
    [2, 9],
    [5, 30],
  ] as const) {
    const taking = (u: number, o: number): number =>
      bicm.chance[bicm.accountClass[u]! * bicm.objectClasses + bicm.objectClass[o]!]!;
    const chances = Array.from(part.tempo, (tempo, o) => taking(a, o) * taking(b, o) * tempo);
    const counts = Array.from({ length: rounds }, () => chances.filter((chance) => random() < chance).length);
    const expected = sharing.expected(a, b);
    expect(Math.abs(counts.reduce((sum, one) => sum + one, 0) / rounds - expected)).toBeLessThan(0.05);
    for (const k of [1, 2, 3, 4]) {
      const drawn = counts.filter((count) => count >= k).length / rounds;
      const noise = 4 * Math.sqrt(drawn / rounds) + 2 / rounds;
      // Poisson for a sum of coins: never below from one above the mean on, and at most Le Cam's bound off.
      expect(sharing.tail(k, expected)).toBeGreaterThan(drawn - noise - (k < expected + 1 ? sharing.leCam(a, b) : 0));
      expect(sharing.tail(k, expected)).toBeLessThan(drawn + noise + sharing.leCam(a, b));
    }
  }
});
