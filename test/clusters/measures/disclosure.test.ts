import { describe, expect, test } from "vitest";
import { measureDisclosure } from "../../../src/clusters/measures/disclosure.ts";
import { type AccountByHand, measured, type PostByHand } from "../../support/measures.ts";

const bios = (list: readonly string[]): AccountByHand[] => list.map((bio) => ({ cluster: 0, bio }));
const OTHERS: AccountByHand[] = Array.from({ length: 20 }, (_, i) => ({ bio: i < 6 ? "Parent of two" : "Likes tea" }));
const posts = (texts: readonly string[], members: number): PostByHand[] =>
  texts.flatMap((text, object) => Array.from({ length: members }, (_, account) => ({ account, object, text })));

describe("descriptions that name what it is about", () => {
  const FANS = bios(["Here for Lina Marsh", "Lina Marsh forever", "all about lina marsh", "Parent of two"]);

  test("a name in three descriptions, in few others, and in the posts, also inside a tag", async () => {
    const [one] = await measured(measureDisclosure, [...FANS, ...OTHERS], posts(["#LinaMarsh tonight", "so good"], 4));
    expect(one).toEqual({ described: 4, naming: 3, names: ["lina", "marsh"] });
  });

  test("a name that the posts do not speak of says nothing about them", async () => {
    const [one] = await measured(measureDisclosure, [...FANS, ...OTHERS], posts(["vote no", "vote no again"], 4));
    expect(one).toEqual({ described: 4, naming: 0, names: [] });
  });

  test("what others write as well is no name", async () => {
    const parents = bios(["Parent of one", "Parent of two", "Parent of six"]);
    const [one] = await measured(measureDisclosure, [...parents, ...OTHERS], posts(["every parent knows"], 3));
    expect(one!.naming).toBe(0);
    const [alone] = await measured(measureDisclosure, parents, posts(["every parent knows"], 3));
    expect(alone!.naming).toBe(3);
  });

  test("two members with a description are too few to say", async () => {
    const two = [...bios(["Lina Marsh", "Lina Marsh"]), { cluster: 0 }];
    expect(await measured(measureDisclosure, two, posts(["Lina Marsh"], 3))).toEqual([null]);
  });
});
