import { describe, expect, it, test } from "vitest";
import type { ProfileRow } from "../../src/store/profile-rows.ts";
import { observeProfiles } from "../../src/traces/observe-profiles.ts";
import { profile, strangers, wordOf } from "../support/profiles.ts";

/** Objects that two accounts or more share, with their accounts. */
function shared(rows: readonly ProfileRow[]): Record<string, number[]> {
  const seen = observeProfiles(rows, 10_000);
  const found: Record<string, number[]> = {};
  for (const [i, object] of seen.actions.object.entries()) {
    const label = seen.labels![object]!;
    found[label] = [...(found[label] ?? []), seen.actions.account[i]!];
  }
  return Object.fromEntries(Object.entries(found).filter(([, accounts]) => accounts.length > 1));
}

const CROWD = strangers(100, 300);
const SENTENCE = Array.from({ length: 7 }, (_, k) => wordOf(9000 + k)).join(" ");

describe("what profiles have in common", () => {
  test("nothing among strangers", () => {
    expect(shared(CROWD)).toEqual({});
  });

  test("pictures within ten bits of each other, and none at eleven", () => {
    const hash = "0f0f0f0f33335555";
    const ten = "0f0f0f0f333356aa"; // 0x5555 and 0x56aa differ in ten bits
    const far = "f0f0f0f0cccc56ab";
    const bits = (a: string, b: string) =>
      [...(BigInt(`0x${a}`) ^ BigInt(`0x${b}`)).toString(2)].filter((bit) => bit === "1").length;
    expect(bits(hash, ten)).toBe(10);
    expect(bits(hash, "0f0f0f0f333356ab")).toBe(9);
    const eleven = "0f0f0f0f333156aa";
    expect(bits(hash, eleven)).toBe(11);
    const rows = (other: string) => [...CROWD, profile(1, { avatarHash: hash }), profile(2, { avatarHash: other })];
    expect(shared(rows(ten.toUpperCase()))).toEqual({ [`picture ${hash} (within 10 bits)`]: [1, 2] });
    expect(shared(rows(eleven))).toEqual({});
    expect(shared(rows(far))).toEqual({});
    // What is no perceptual hash is compared as it stands.
    expect(shared([profile(1, { avatarHash: "abc.jpg" }), profile(2, { avatarHash: "abc.jpg" })])).toEqual({
      "picture abc.jpg": [1, 2],
    });
  });

  test("an address, however it is written, and a description without its addresses", () => {
    const rows = [
      ...CROWD,
      profile(1, { bio: `${SENTENCE} https://www.front.example/contact?utm_source=a` }),
      profile(2, { bio: `${SENTENCE} | front.example/contact/` }),
    ];
    expect(shared(rows)).toEqual({
      "in the description: front.example/contact": [1, 2],
      [`description “${SENTENCE}”`]: [1, 2],
    });
  });

  test("one template with the own name and place in it", () => {
    const rows = [
      ...CROWD,
      profile(1, { bio: `Maria, 31, of Leeds. ${SENTENCE}`, name: "Maria", location: "Leeds" }),
      profile(2, { bio: `Josef, 54, of York. ${SENTENCE}`, name: "Josef", location: "York" }),
    ];
    expect(Object.values(shared(rows))).toEqual([[1, 2]]);
  });

  test("no sentence that says little, however many have it", () => {
    const mums = Array.from({ length: 40 }, (_, i) => profile(i, { bio: "Mum of two" }));
    expect(shared([...CROWD, ...mums])).toEqual({});
  });

  test("a display name only if its words are so rare that nobody should have it twice", () => {
    const named = (name: string) => [
      ...CROWD.map((row, i) => ({ ...row, name: `${wordOf(i)} ${i % 3 === 0 ? "smith" : "webb"}` })),
      profile(1, { name }),
      profile(2, { name }),
    ];
    expect(shared(named("Anna Smith"))).toEqual({});
    expect(shared(named("Lantern View Gazette"))).toEqual({ "name “lantern view gazette”": [1, 2] });
  });
});

it("stands at the account's first post, counts those who show anything, and tells places apart", () => {
  const seen = observeProfiles([...CROWD, profile(1, { avatarHash: "abc" }), profile(2)], 500);
  const at = seen.actions.account.indexOf(1);
  expect([seen.actions.timeMs[at], seen.actions.post[at]]).toEqual([1000, 1]);
  expect(seen.actions).toMatchObject({ trace: "shared-profile", posted: 301, accountCount: 500 });
  const place = (label: string) => seen.place![seen.objectOf(label)];
  expect(place("picture abc")).not.toBe(place(seen.labels!.find((label) => label.startsWith("description"))!));
});
