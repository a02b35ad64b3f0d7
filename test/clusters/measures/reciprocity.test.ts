import { expect, test } from "vitest";
import { measureReciprocity } from "../../../src/clusters/measures/reciprocity.ts";
import { measured } from "../../support/measures.ts";

const members = ["ann", "bob", "cid"].map((handle) => ({ cluster: 0, handle }));

test("answers and mentions, as exported and in the text, both ways or one; nobody talks to themselves or out of the group", async () => {
  const [one] = await measured(
    measureReciprocity,
    [...members, { handle: "eve" }],
    [
      { account: 0, text: "hello" },
      { account: 1, text: "hi", answers: 0 },
      { account: 0, text: "see you @Bob @ann @eve" },
      { account: 2, mentions: ["Ann", "nobody"] },
      { account: 3, text: "@cid" },
    ],
  );
  expect(one).toEqual({ linked: 3, pairs: 2, mutual: 1 });
});

test("where nobody is named, nothing is measured; where nobody talks, zero is", async () => {
  expect(await measured(measureReciprocity, [{ cluster: 0 }, { cluster: 0 }], [{ account: 0, text: "a" }])).toEqual([
    null,
  ]);
  expect(await measured(measureReciprocity, members, [{ account: 0, text: "a" }])).toEqual([
    { linked: 0, pairs: 0, mutual: 0 },
  ]);
});
