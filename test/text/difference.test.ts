import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type WordRun, wordDifference } from "../../src/text/difference.ts";

const marked = (runs: readonly WordRun[]) => runs.filter((run) => run.differs).map((run) => run.text.trim());
const whole = (runs: readonly WordRun[]) => runs.map((run) => run.text).join("");

describe("differing words", () => {
  test("are found in the middle, and counted as the larger side", () => {
    const found = wordDifference("gracias a todos los vecinos", "gracias a nuestros vecinos");
    expect(marked(found.left)).toEqual(["todos los"]);
    expect(marked(found.right)).toEqual(["nuestros"]);
    expect(found).toMatchObject({ words: 2, exact: true });
  });

  test("common words between differences stay unmarked", () => {
    const found = wordDifference("a x b y c", "a p b q c");
    expect(marked(found.left)).toEqual(["x", "y"]);
    expect(marked(found.right)).toEqual(["p", "q"]);
  });

  test("white space alone is no difference", () => {
    expect(wordDifference("a  b\nc", "a b c").words).toBe(0);
  });

  test("texts too long to compare word by word say so", () => {
    const found = wordDifference("x ".repeat(1500), "y ".repeat(1500));
    expect(found).toMatchObject({ exact: false, words: 1500 });
  });

  test("both sides join to their texts, and equal texts differ in nothing", () => {
    const texts = fc.string({ unit: fc.constantFrom("a", "b", " ", "\n"), maxLength: 40 });
    fc.assert(
      fc.property(texts, texts, (left, right) => {
        const found = wordDifference(left, right);
        expect(whole(found.left)).toBe(left);
        expect(whole(found.right)).toBe(right);
        expect(wordDifference(left, left).words).toBe(0);
        // What is not marked is the same sequence of words on both sides.
        const kept = (runs: readonly WordRun[]) =>
          runs.filter((run) => !run.differs).flatMap((run) => run.text.match(/\S+/g) ?? []);
        expect(kept(found.left)).toEqual(kept(found.right));
      }),
    );
  });
});
