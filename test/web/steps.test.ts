import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  amendStep,
  beginSteps,
  hashAt,
  moveTo,
  redoCount,
  restoreSteps,
  STEPS_KEPT,
  takeStep,
  undoCount,
} from "../../web/state/steps.ts";

describe("the list that undo and redo walk", () => {
  test("any acts, then as many undos, are back at the first view; redos at the last", () => {
    const acts = fc.array(fc.tuple(fc.constantFrom("take", "amend", "undo", "redo"), fc.string()), { maxLength: 60 });
    fc.assert(
      fc.property(acts, (list) => {
        // The plain model: what stands before and after the view on screen.
        let before: string[] = [];
        let now = "start";
        let after: string[] = [];
        let steps = beginSteps("start");
        for (const [act, hash] of list) {
          if (act === "take") {
            [before, now, after] = [[...before, now], hash, []];
            steps = takeStep(steps, hash);
          } else if (act === "amend") {
            now = hash;
            steps = amendStep(steps, hash);
          } else if (act === "undo" && before.length > 0) {
            [after, now, before] = [[now, ...after], before.at(-1) ?? "", before.slice(0, -1)];
            steps = moveTo(steps, steps.at - 1);
          } else if (act === "redo" && after.length > 0) {
            [before, now, after] = [[...before, now], after[0] ?? "", after.slice(1)];
            steps = moveTo(steps, steps.at + 1);
          }
          expect(hashAt(steps, steps.at)).toBe(now);
          expect([undoCount(steps), redoCount(steps)]).toEqual([before.length, after.length]);
        }
        expect(steps.hashes).toEqual([...before, now, ...after]);
      }),
    );
  });

  test("the oldest steps leave, and positions count on", () => {
    let steps = beginSteps("0");
    for (let i = 1; i <= STEPS_KEPT + 4; i += 1) steps = takeStep(steps, String(i));
    expect(steps.hashes).toHaveLength(STEPS_KEPT);
    expect(hashAt(steps, steps.at)).toBe(String(STEPS_KEPT + 4));
    expect(hashAt(steps, steps.first)).toBe("5");
    expect(hashAt(steps, 4)).toBeUndefined();
    expect(undoCount(steps)).toBe(STEPS_KEPT - 1);
  });

  test("is taken up again after a reload, and only where it tells of that place", () => {
    const steps = moveTo(takeStep(takeStep(beginSteps("a", 7), "b"), "c"), 8);
    const kept = JSON.stringify({ first: steps.first, hashes: steps.hashes });
    expect(restoreSteps(kept, "b", 8)).toEqual(steps);
    expect(restoreSteps(kept, "c", 8)).toBeNull();
    expect(restoreSteps(kept, "b", 80)).toBeNull();
    for (const bad of [
      null,
      "",
      "{",
      "[]",
      '{"first":0}',
      '{"first":0,"hashes":[1]}',
      '{"first":0.5,"hashes":["b"]}',
    ]) {
      expect(restoreSteps(bad, "b", 8)).toBeNull();
    }
  });
});
