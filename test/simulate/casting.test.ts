import { describe, expect, it } from "vitest";
import { seeded } from "../../src/math/random.ts";
import { divideActivity, enlistTypical } from "../../src/simulate/casting.ts";
import { pictureHash, retouched } from "../../src/simulate/identity.ts";
import { areaUnderCurve } from "../../src/simulate/leaks.ts";
import { touchAtMost } from "../../src/simulate/operations/objects.ts";
import { emptyWorld } from "../../src/simulate/world.ts";
import { options } from "./rows.ts";

describe("casting", () => {
  it("finds a typical cast also where all that suit speak one language", () => {
    const world = emptyWorld(options(3, "hard", 3000));
    const { people } = world;
    // Few accounts of a small language: its AUC is far from one half whatever is cast, and must not drown the others.
    const cast = new Set(enlistTypical(world, 8, "test", "member", (account) => people.language[account] === 1));
    for (const figure of [people.followers, people.createdMs, people.rate]) {
      const auc = areaUnderCurve(
        Array.from(figure),
        Array.from(figure, (_, account) => cast.has(account)),
      );
      expect(Math.abs(auc - 0.5)).toBeLessThan(0.1);
    }
  });

  it("gives acts beyond the most back to ordinary life", () => {
    const world = emptyWorld(options(3, "hard", 300));
    const { rate } = world.people;
    rate.set([30, 4]);
    const acts = divideActivity(world, [0, 1], 0.3, 10);
    expect(acts).toEqual([10, 3]);
    expect(rate[0]! + acts[0]!).toBeCloseTo(30);
    expect(rate[1]! + acts[1]!).toBeCloseTo(4.2);
  });

  it("retouches a picture by so many bits", () => {
    const hash = pictureHash(1, 2);
    for (const bits of [0, 1, 6]) {
      const other = retouched(seeded("bits", bits), hash, bits);
      expect(other).toMatch(/^[0-9a-f]{16}$/);
      const differing = (BigInt(`0x${hash}`) ^ BigInt(`0x${other}`)).toString(2).replaceAll("0", "").length;
      expect(differing).toBe(bits);
    }
  });

  it("lets an account touch so many objects, and those again", () => {
    const may = touchAtMost(2);
    expect([may(1, "a"), may(1, "b"), may(1, "c"), may(1, "a"), may(2, "c")]).toEqual([true, true, false, true, true]);
  });
});
