import { describe, expect, it } from "vitest";
import { accountFdr } from "../../src/coaction/account-fdr.ts";
import { type FusedTrace, fuse } from "../../src/coaction/fuse.ts";
import { coAct } from "../../src/coaction/kernel.ts";
import { judgeScreened, SCREEN_LEVELS } from "../../src/coaction/screen.ts";
import { assess } from "../../src/coaction/significance.ts";
import type { Family } from "../../src/corpus/trace.ts";
import { benjaminiHochberg } from "../../src/math/fdr.ts";
import { between, seeded } from "../../src/math/random.ts";
import { type Act, actionsOf } from "./worlds.ts";

const LEVEL = 0.05;
const ACCOUNTS = 60;
const WINDOW_MS = 60_000;

/** Accounts 0 to 7 meet on objects of their own; all others where chance takes them. */
function world(seed: number, trace: number): Act[] {
  const random = seeded("screen", seed, trace);
  const noise = Array.from({ length: 2500 }, (): Act => {
    return [between(random, 0, ACCOUNTS - 1), between(random, 0, 119), 1000 * between(random, 0, 2000)];
  });
  const crew = [120, 121, 122, 123, 124, 125].flatMap((object) =>
    Array.from({ length: 8 }, (_, account): Act => [account, object, 10_000 * object + 500 * account]),
  );
  return [...noise, ...(seed % 2 === 0 ? crew : [])];
}

function tracesOf(seed: number, decideOnly: boolean): FusedTrace[] {
  return (["content", "content", "target"] satisfies Family[]).map((family, t) => {
    const { pairs, timeline } = coAct(actionsOf(world(seed, t), ACCOUNTS, 126), { windowMs: WINDOW_MS, minObjects: 2 });
    return { family, pairs, ...assess(pairs, timeline, 2, LEVEL, decideOnly) };
  });
}

/** What stands at any level asked about, with its q; anything else is nothing. */
const standing = (q: Float64Array): number[] => Array.from(q, (one) => (one <= SCREEN_LEVELS * LEVEL ? one : 1));

describe("screened pairs", () => {
  it("stand as if every pair had been asked, while few are", () => {
    for (let run = 0; run < 200; run++) {
      const random = seeded("judge screened", run);
      const accounts = 20;
      const pairs = Array.from({ length: 60 }, () => [between(random, 0, 9), between(random, 10, 19)] as const);
      const a = Uint32Array.from(pairs, ([one]) => one);
      const b = Uint32Array.from(pairs, ([, other]) => other);
      const exact = Float64Array.from(pairs, () => random() ** between(random, 1, 8));
      const low = exact.map((p) => p * random());
      const judge = (p: Float64Array) => ({
        q: benjaminiHochberg(p, 190),
        qAccount: accountFdr(a, b, p, accounts),
      });
      const full = judge(exact);
      const p = low.slice();
      const asked = new Set<number>();
      const screened = judgeScreened(p, judge, (i) => exact[asked.add(i) && i]!, 0.1);
      const upTo = (column: Float64Array): number[] => Array.from(column, (one) => (one <= 0.1 ? one : 1));
      expect(upTo(screened.q)).toEqual(upTo(full.q));
      expect(upTo(screened.qAccount)).toEqual(upTo(full.qAccount));
      expect([...p]).toEqual([...low].map((one, i) => (asked.has(i) ? exact[i] : one)));
    }
  });

  it("of one trace, and of all traces together, are those of the whole search", () => {
    let stood = 0;
    let spared = 0;
    for (let seed = 0; seed < 6; seed++) {
      const [full, screened] = [tracesOf(seed, false), tracesOf(seed, true)];
      for (const [t, { significance, settled }] of screened.entries()) {
        expect(standing(significance.q)).toEqual(standing(full[t]!.significance.q));
        expect(standing(significance.qAccount)).toEqual(standing(full[t]!.significance.qAccount));
        spared += settled.filter((one) => one === 0).length;
      }
      const whole = fuse(full, 2);
      const part = fuse(screened, 2, SCREEN_LEVELS * LEVEL);
      expect([part.a, part.b, part.at, part.tested]).toEqual([whole.a, whole.b, whole.at, whole.tested]);
      expect(standing(part.q)).toEqual(standing(whole.q));
      expect(standing(part.qAccount)).toEqual(standing(whole.qAccount));
      stood += standing(part.q).filter((q) => q < 1).length;
      // Where a pair stands over all traces, what each trace says of it is what it is.
      for (const [t, at] of part.at.entries()) {
        for (const [i, k] of at.entries()) {
          if (part.q[k]! > LEVEL) continue;
          expect(screened[t]!.significance.p[i]).toBe(full[t]!.significance.p[i]);
        }
      }
    }
    expect(stood).toBeGreaterThan(25);
    expect(spared).toBeGreaterThan(100);
  });

  it("never know more than there is: what is not settled is a lower bound", () => {
    for (let seed = 0; seed < 4; seed++) {
      const [full, screened] = [tracesOf(seed, false), tracesOf(seed, true)];
      for (const [t, { significance }] of screened.entries()) {
        for (const [i, p] of significance.p.entries()) {
          expect(p).toBeLessThanOrEqual(full[t]!.significance.p[i]!);
        }
      }
    }
  });
});
