import type { Random } from "../../../src/math/random.ts";
import type { IdentityFacts } from "../../../src/store/identity-facts.ts";

const DAY_MS = 86_400_000;
export const START_MS = Date.UTC(2025, 2, 3);

/** Accounts of which nothing tells one from another: all that the signs look at is drawn at random. */
export function ordinaryFacts(count: number, random: Random): IdentityFacts {
  const draw = (make: () => number) => Float64Array.from({ length: count }, make);
  const posts = Uint32Array.from({ length: count }, () => 1 + Math.floor(40 * random() ** 3));
  return {
    accountCount: count,
    handle: Array.from(
      { length: count },
      () => `${random() < 0.5 ? "Anna" : "bo_b"}${random() < 0.6 ? Math.floor(1000 * random()) : ""}`,
    ),
    createdMs: draw(() => START_MS - DAY_MS * Math.floor(3000 * random())),
    followers: draw(() => Math.floor(300 * random())),
    following: draw(() => Math.floor(300 * random())),
    declaredPosts: draw(() => Math.floor(400 * random())),
    posts,
    firstMs: draw(() => START_MS),
    lastMs: draw(() => START_MS + 13 * DAY_MS),
    silenceMs: new Float64Array(count),
    changedLanguage: new Uint8Array(count),
    hours: hoursOf(posts, () => Math.floor(168 * random())),
  };
}

export function hoursOf(posts: Uint32Array, hourOf: (account: number) => number): IdentityFacts["hours"] {
  const starts = [0];
  const hour: number[] = [];
  const count: number[] = [];
  for (const [account, number] of posts.entries()) {
    const week = new Map<number, number>();
    for (let i = 0; i < number; i++) {
      const one = hourOf(account);
      week.set(one, (week.get(one) ?? 0) + 1);
    }
    for (const one of [...week.keys()].sort((a, b) => a - b)) {
      hour.push(one);
      count.push(week.get(one)!);
    }
    starts.push(hour.length);
  }
  return { starts: Uint32Array.from(starts), hour: Uint8Array.from(hour), count: Uint32Array.from(count) };
}

/** Without what exports often lack. */
export function withoutColumns(facts: IdentityFacts): IdentityFacts {
  const none = new Float64Array(facts.accountCount).fill(Number.NaN);
  return {
    ...facts,
    handle: facts.handle.map(() => null),
    createdMs: none,
    followers: none,
    following: none,
    declaredPosts: none,
  };
}
