import { expect, test } from "vitest";
import { fatesOf } from "../../src/clusters/fates.ts";

/** One letter an account: its group and its cluster, "." for none. */
function fates(groups: string, clusters: string) {
  const letters = (text: string) => [...new Set(text.replaceAll(".", ""))].sort();
  const group = Int32Array.from(groups, (letter) => letters(groups).indexOf(letter));
  const cluster = Uint32Array.from(clusters, (letter) => letters(clusters).indexOf(letter) + 1);
  const found = fatesOf(group, letters(groups).length, cluster, letters(clusters).length);
  return {
    clusters: found.clusters.join(" "),
    groups: found.groups.map(
      ({ accounts, kind, holds }) =>
        `${accounts} ${kind} ${holds.map((one) => `${one.accounts}${letters(clusters)[one.cluster]}`).join("")}`,
    ),
  };
}

test.each([
  ["the same", "aaabbb", "AAABBB", "same same", ["3 same 3A", "3 same 3B"]],
  ["the same with one fewer, and one more", "aaa.bbbb", "AAAABBB.", "same same", ["4 same 3B", "3 same 3A"]],
  [
    "changed: three of five, and three of six with two others",
    "aaa..bbbbb...",
    "AAAAABBB..BBB",
    "changed changed",
    ["5 changed 3B", "3 changed 3A"],
  ],
  ["split", "aaaabbb", "AAAAAAA", "split", ["4 split 4A", "3 split 3A"]],
  ["merged", "aaaaaaa", "AAABBBB", "merged merged", ["7 merged 4B3A"]],
  ["dissolved: two are no group", "...aabb", "AAABBBB", "dissolved dissolved", ["2 new ", "2 new "]],
  ["new", "aaabbbb", "AAA....", "same", ["4 new ", "3 same 3A"]],
  ["a visitor or two hold no cluster", "aaaaabbb", "AAABBBBB", "changed changed", ["5 changed 3A", "3 changed 3B"]],
  ["merged outweighs split", "aaabbbbbb", "AAAAAABBB", "merged merged", ["6 merged 3A3B", "3 split 3A"]],
  ["nothing at all", "", "", "", []],
])("%s", (_, groups, clusters, expected, rows) => {
  expect(fates(groups.replace(" ", ""), clusters)).toEqual({ clusters: expected, groups: rows });
});
