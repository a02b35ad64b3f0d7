import { expect, test } from "vitest";
import { nameOf } from "../../src/clusters/name.ts";
import type { TopObject } from "../../src/clusters/profile.ts";
import { roleOf } from "../../src/clusters/roles.ts";
import type { TraceName } from "../../src/corpus/trace.ts";

const object = (trace: TraceName, label: string, members = 3): TopObject => ({
  trace,
  object: 0,
  label,
  members,
  accounts: 9,
  coactions: 9,
});
const named = (trace: TraceName, label: string) => nameOf([object(trace, label)], new Set());

test.each([
  ["hashtag-set", "one two three", "#one #two"],
  ["co-domain", "news.example", "news.example"],
  ["same-text", "short words", "“short words”"],
  ["same-text", "many words that go on and on and never come to an end", "“many words that go on and on…”"],
  ["co-target", "u17", "replies to u17"],
  ["fast-repost", "u17", "reposts of u17"],
  ["co-reply", "p9", "replies to post p9"],
  ["co-mention", "bob alice", "@bob"],
  ["co-repost", "p9", "reposts of p9"],
] as const)("%s %j", (trace, label, name) => {
  expect(named(trace, label)).toBe(name);
});

test("what tells most comes first, a name is given once, and without any there is a number", () => {
  const objects = [
    object("co-repost", "p1", 9),
    object("hashtag-set", "tag", 6),
    object("hashtag-set", "more", 7),
    // Touched by fewer than six in ten of those who touched the commonest: no name for all.
    object("hashtag-sequence", "few", 5),
  ];
  expect(nameOf(objects, new Set())).toBe("#more");
  expect(nameOf(objects, new Set(["#more"]))).toBe("#tag");
  expect(nameOf(objects, new Set(["#more", "#tag", "reposts of p1"]))).toBe("#more (2)");
  expect(nameOf([], new Set())).toBe("cluster (2)");
  expect(nameOf([], new Set(["cluster (2)"]))).toBe("cluster (3)");
  expect(nameOf([object("co-url", "")], new Set())).toBe("cluster (2)");
});

test("no name ends in half a character", () => {
  for (let before = 0; before < 40; before++) {
    const label = `${"x".repeat(before)}${"😀".repeat(40)}`;
    for (const trace of ["same-text", "co-url"] as const) expect(named(trace, label).isWellFormed()).toBe(true);
  }
});

test("roles follow what an account mostly does", () => {
  const account = { account: 0, accountId: "", handle: "", posts: 10, firstMs: 0, lastMs: 0, own: 0 };
  expect(roleOf({ ...account, answers: 6, passedOn: 0 }, 1)).toBe("commenter");
  expect(roleOf({ ...account, answers: 5, passedOn: 5 }, 0.6)).toBe("originator");
  expect(roleOf({ ...account, answers: 0, passedOn: 6 }, 1)).toBe("amplifier");
  expect(roleOf({ ...account, answers: 0, passedOn: 0 }, 0.59)).toBe("amplifier");
});
