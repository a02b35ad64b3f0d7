import { describe, expect, test } from "vitest";
import { entriesOf, Lexicon } from "../../src/text/lexicon.ts";

describe("words of a list", () => {
  const list = new Lexicon(["goal", "sign*", "open letter", "% off", "petición", "抽奖", "wa.me/"]);

  test.each([
    ["GOAL!", true],
    ["#goal for us", true],
    ["goalkeeper", false],
    ["own-goal", true],
    ["she signed", true],
    ["design", false],
    ["an open\n letter", true],
    ["an open-letter", true],
    ["open the letter", false],
    ["20% off", true],
    ["Petición", true],
    ["peticiones", false],
    ["转发抽奖送书", true],
    ["https://wa.me/123", true],
    ["https://waxme/123", false],
    // Full width and a zero-width joiner within the word.
    ["ｇｏａ\u200dｌ", true],
    ["", false],
  ])("%j: %s", (text, expected) => {
    expect(list.matches(text)).toBe(expected);
  });

  test("a list is written with commas and line ends", () => {
    expect(entriesOf("\n  one, two words,\n three\n")).toEqual(["one", "two words", "three"]);
  });

  test("an empty list would match everything", () => {
    expect(() => new Lexicon([])).toThrow(/no words/);
  });
});
