import { expect, test } from "vitest";
import { SharedTraits } from "../../../src/clusters/identity/shared-traits.ts";
import { observeProfiles } from "../../../src/traces/observe-profiles.ts";
import { profile, strangers } from "../../support/profiles.ts";

const CREW = [1, 2, 3, 4];

test("a picture that the crew alone has is a sign; one that everybody has is none", () => {
  const crew = CREW.map((account) => profile(account, { avatarHash: account < 4 ? "logo" : "other" }));
  const [sign] = new SharedTraits(observeProfiles([...crew, ...strangers(100, 200)], 400)).of(CREW, 1);
  expect(sign).toMatchObject({ name: "shared-avatar", members: 3, observed: 3, p: 0.001 });
  expect(sign!.expected).toBeLessThan(0.1);
  expect(sign!.sentence).toMatch(/^3 of 4 accounts share their picture with another of them/);
  const everybody = strangers(100, 200).map((row) => ({ ...row, avatarHash: "egg" }));
  const eggs = CREW.map((account) => profile(account, { avatarHash: "egg" }));
  const common = new SharedTraits(observeProfiles([...eggs, ...everybody], 400)).of(CREW, 1);
  expect(common.find(({ name }) => name === "shared-avatar")).toMatchObject({ observed: 4, expected: 4, p: 1 });
});

test("addresses and descriptions are told apart, and nothing is said where too few show any", () => {
  const bio = "Harbour ledger quiet morning tide over seven copper lanterns join.example/x";
  const crew = CREW.map((account) => profile(account, { bio }));
  const linked = strangers(100, 200).map((row, i) => ({ ...row, bio: `${row.bio} own${i}.example/me` }));
  const signs = new SharedTraits(observeProfiles([...crew, ...linked], 400)).of(CREW, 1);
  expect(signs.map(({ name, observed, p }) => [name, observed, p])).toEqual([
    ["shared-bio", 4, 0.001],
    ["shared-link", 4, 0.001],
  ]);
  expect(new SharedTraits(undefined).of(CREW, 1)).toEqual([]);
  expect(new SharedTraits(observeProfiles(crew, 400)).of(CREW, 1)).toEqual([]);
});
