import type { ProfileRow } from "../../src/store/profile-rows.ts";

/** A profile by hand: what a test does not care about is empty. The first post is the account's own number, at that many seconds. */
export function profile(account: number, given: Partial<ProfileRow> = {}): ProfileRow {
  return {
    account,
    handle: `h${account}`,
    name: null,
    bio: null,
    location: null,
    avatarHash: null,
    post: account,
    timeMs: 1000 * account,
    ...given,
  };
}

const SYLLABLES = ["ba", "ke", "lo", "mi", "nu", "ra", "so", "ti", "vu", "zel"];

/** A word of its own for each number. */
export const wordOf = (number: number): string =>
  [...String(1000 + number)].map((digit) => SYLLABLES[Number(digit)]).join("");

/** People with descriptions and pictures that nobody shares. */
export const strangers = (from: number, count: number): ProfileRow[] =>
  Array.from({ length: count }, (_, i) => {
    const number = from + i;
    const words = Array.from({ length: 8 }, (_, k) => wordOf(8 * number + k)).join(" ");
    const avatarHash = [0x9e3779b1, 0x85ebca6b]
      .map((factor) => (Math.imul(number + 1, factor) >>> 0).toString(16).padStart(8, "0"))
      .join("");
    return profile(number, { bio: words, avatarHash });
  });
