import { describe, expect, it } from "vitest";
import { buildWorld } from "../../../src/simulate/build.ts";
import type { Difficulty } from "../../../src/simulate/difficulty.ts";
import { HOUR_MS } from "../../../src/simulate/rhythm.ts";
import { options } from "../rows.ts";

/** Share of what the crew does between two and five in the night of the place where it claims to live. */
function nightShare(name: string, difficulty: Difficulty, seed: number): number {
  const { world } = buildWorld(name, options(seed, difficulty, 2500));
  const { posts, people } = world;
  const label = people.labels.indexOf(name);
  const hours: number[] = [];
  for (let i = 0; i < posts.count; i++) {
    const account = posts.account[i]!;
    if (people.label[account] !== label) continue;
    const local = posts.timeMs[i]! / HOUR_MS + people.zone[account]! - people.shift[account]!;
    hours.push(((local % 24) + 24) % 24);
  }
  return hours.filter((hour) => hour >= 2 && hour < 5).length / hours.length;
}

describe.each(["high-five", "uncle-spam", "storm-2035"])("%s", (name) => {
  it("keeps to local waking hours on evasive, as it does not on hard", () => {
    const mean = (difficulty: Difficulty) =>
      [1, 2, 3, 4].reduce((sum, seed) => sum + nightShare(name, difficulty, seed), 0) / 4;
    expect(mean("evasive")).toBeLessThan(0.045);
    expect(mean("hard")).toBeGreaterThan(1.4 * mean("evasive"));
  });
});
