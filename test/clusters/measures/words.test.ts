import { describe, expect, test } from "vitest";
import { measureWords } from "../../../src/clusters/measures/words.ts";
import { measured, type PostByHand } from "../../support/measures.ts";

const members = [{ cluster: 0 }, { cluster: 0 }, {}];
const together = (object: number, change: Partial<PostByHand>): PostByHand[] =>
  [0, 1].map((account) => ({ account, object, ...change }));

describe("of what the members speak", () => {
  test("counts posts on the evidence, not what they say besides", async () => {
    const [one] = await measured(measureWords, members, [
      ...together(0, { text: "What a goal, referee!" }),
      ...together(1, { text: "raining again" }),
      { account: 0, text: "goal goal" },
      { account: 2, text: "my concert tonight" },
      { account: 2, text: "tea" },
    ]);
    expect(one).toMatchObject({ texts: 4, speakers: 2, bios: 0 });
    expect(one!.of.sport).toEqual({ posts: 0.5, speakers: 2, bios: 0, outside: 0 });
    expect(one!.of.fan).toMatchObject({ posts: 0, outside: 0.5 });
  });

  test("the words of the post answered count: the call is the host's", async () => {
    const posts: PostByHand[] = [
      { account: 2, text: "GIVEAWAY! Follow and repost" },
      ...together(0, { text: "done", answers: 0 }),
      ...together(1, { text: "done", answers: 0 }),
    ];
    const [one] = await measured(measureWords, members, posts);
    expect(one!.of.prize.posts).toBe(1);
    expect(one!.of.entry.posts).toBe(1);
  });

  test("no text, no share; descriptions are counted among those there are", async () => {
    const accounts = [
      { cluster: 0, bio: "Comper. Loves raffles and a raffle" },
      { cluster: 0, bio: "  " },
      { bio: "raffle" },
    ];
    const [one] = await measured(measureWords, accounts, [...together(0, {}), ...together(1, {})]);
    expect(one).toMatchObject({ texts: 0, bios: 1 });
    expect(one!.of.prize).toEqual({ posts: null, speakers: 0, bios: 1, outside: null });
  });

  test.each([
    ["Earn $60 a day", true],
    ["täglich 80 Euro", true],
    ["odds of 20/1 on the draw", true],
    ["on 9/11/2001", false],
    ["open 24/7", false],
    ["the euro crisis", false],
  ])("sums of money and odds: %j %s", async (text, expected) => {
    const [one] = await measured(measureWords, members, [...together(0, { text }), ...together(1, { text })]);
    expect(one!.of.amount.posts).toBe(expected ? 1 : 0);
  });

  test.each([
    ["write to https://wa.me/4915", true],
    ["WhatsApp me", true],
    ["call +44 7700 900123 now", true],
    ["mail anna@shop.example", true],
    ["DM me", true],
    ["@anna what a line", false],
    ["a telegraph office", false],
    ["up +3 points", false],
  ])("ways to be written to: %j %s", async (text, expected) => {
    const [one] = await measured(measureWords, members, [...together(0, { text }), ...together(1, { text })]);
    expect(one!.of.contact.posts).toBe(expected ? 1 : 0);
  });
});
