import { expect, test } from "vitest";
import { measureCopies } from "../../../src/clusters/measures/copies.ts";
import { measured } from "../../support/measures.ts";

const members = [{ cluster: 0 }, { cluster: 0 }, { cluster: 0 }];

test("a share button: one text, one link; exported links count before those of the text", async () => {
  const [one] = await measured(measureCopies, members, [
    ...[0, 1, 2].map((account) => ({ account, object: 0, text: "Sign now! https://p.example/7?utm_source=x" })),
    ...[0, 1].map((account) => ({ account, object: 1, text: `own ${account}`, urls: ["https://p.example/7"] })),
    { account: 2, text: "Sign now! https://p.example/7" },
  ]);
  expect(one).toEqual({
    texts: 5,
    distinctTexts: 3,
    topText: 3,
    topTextMembers: 3,
    linked: 5,
    topLink: 5,
    topLinkMembers: 3,
  });
});

test("a link twice in a post is one post; no words are no text", async () => {
  const [one] = await measured(measureCopies, members, [
    ...[0, 1].map((account) => ({ account, object: 0, text: "https://a.example/x https://a.example/x" })),
    ...[0, 1].map((account) => ({ account, object: 1 })),
  ]);
  expect(one).toMatchObject({ texts: 0, topText: 0, linked: 2, topLink: 2, topLinkMembers: 2 });
});
