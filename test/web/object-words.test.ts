import { expect, test } from "vitest";
import { objectWords } from "../../web/panels/object-words.ts";

test.each([
  ["hashtag-sequence", "agua norte ya", "#agua #norte #ya"],
  ["burst-hashtag", "agua", "#agua"],
  ["co-hashtag", "agua 2015-11-20", "#agua, 2015-11-20"],
  ["co-mention", "ana bob", "@ana @bob"],
  ["same-text", "two words", "two words"],
  ["co-target", "77d0", "77d0"],
  ["co-mention", "", ""],
] as const)("an object of %s kept as “%s” is written “%s”", (trace, label, words) => {
  expect(objectWords(trace, label)).toBe(words);
});
