import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { type Cell, cellName, METHODS } from "../../scripts/benchmark/cell.ts";
import { runCells } from "../../scripts/benchmark/pool.ts";
import { runCell } from "../../scripts/benchmark/run-cell.ts";

const folder = mkdtempSync(join(tmpdir(), "marionet-test-benchmark-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const cell: Cell = {
  scenario: "sneer-review,frame-up",
  difficulty: "easy",
  seed: 3,
  accounts: 1500,
  days: 14,
  settings: [["sneer-review.size", 24]],
  baselines: true,
};
const clock = () => performance.now();

describe("one world of the suite", () => {
  it("is measured by every method, with the crew's ties and the imitators' place, and leaves nothing behind", async () => {
    const before = readdirSync(tmpdir()).filter((name) => name.startsWith("marionet-benchmark-"));
    const result = await runCell(cell, clock);
    expect(Object.keys(result.cards).sort()).toEqual([...METHODS].sort());
    expect(result.cards.Marionet!.operations[0]!.accounts).toBe(26);
    expect(result.ties!.accounts).toBe(26);
    expect(result.ties!.tied).toBeGreaterThan(15);
    expect(result.ties!.traces[0]).toMatch(/co-reply|co-target|same-text/);
    expect(result.imitators!).toMatchObject({ accounts: 5, inCrew: 5, inUpperHalf: 0, inCore: 0 });
    expect(result.imitators!.crewInCore).toBeGreaterThan(result.imitators!.crewFound / 2);
    expect(Object.keys(result.traces).length).toBe(result.cards.Marionet!.clusters.length);
    expect(readdirSync(tmpdir()).filter((name) => name.startsWith("marionet-benchmark-"))).toEqual(before);
  }, 60_000);
});

describe("the pool", () => {
  it("takes up what was measured before, and begins nothing when the time is over", async () => {
    const known = { ...cell, seed: 4 };
    writeFileSync(join(folder, `${cellName(known)}.json`), JSON.stringify({ cell: known, posts: 7 }));
    const options = { folder, workers: 2, budgetMs: 0, clock };
    const results = await runCells([cell, known], options);
    expect(results[0]).toBeNull();
    expect(results[1]).toMatchObject({ posts: 7 });
    expect(readFileSync(join(folder, `${cellName(known)}.json`), "utf8")).toContain('"posts":7');
  });
});
