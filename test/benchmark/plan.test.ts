import { describe, expect, it } from "vitest";
import { cellName } from "../../scripts/benchmark/cell.ts";
import { curveCells, frameUpCells, PUBLISHED_SEEDS, suiteCells, TUNING_SEEDS } from "../../scripts/benchmark/plan.ts";
import { OPERATIONS } from "../../src/simulate/catalogue.ts";
import { DIFFICULTIES } from "../../src/simulate/difficulty.ts";
import { withOverrides } from "../../src/simulate/parameters.ts";

const shape = { seeds: PUBLISHED_SEEDS, accounts: 5000, days: 14 };

describe("the plan", () => {
  it("keeps the published seeds apart from those for tuning", () => {
    expect(PUBLISHED_SEEDS).toEqual([10, 11, 12, 13, 14, 15, 16, 17, 18, 19]);
    expect(PUBLISHED_SEEDS.filter((seed) => TUNING_SEEDS.includes(seed))).toEqual([]);
  });

  it("looks at every scenario before the next seed, and at organic life once a seed", () => {
    const scenarios = ["organic", "sneer-review"];
    const cells = suiteCells({ ...shape, scenarios, difficulties: DIFFICULTIES });
    expect(cells.length).toBe(10 * (1 + 3));
    expect(cells.slice(0, 4).every(({ seed }) => seed === 10)).toBe(true);
  });

  it("gives every world a name of its own", () => {
    const scenarios = OPERATIONS.map(({ name }) => name);
    const cells = [
      ...suiteCells({ ...shape, scenarios, difficulties: DIFFICULTIES }),
      ...curveCells(shape),
      ...frameUpCells(shape),
    ];
    expect(new Set(cells.map(cellName)).size).toBe(cells.length);
    for (const cell of cells) expect(cellName(cell)).not.toMatch(/[/\\,\s]/);
  });

  it("turns dials that the operations have", () => {
    for (const { scenario, difficulty, settings } of curveCells({ ...shape, seeds: [10] })) {
      const story = OPERATIONS.find(({ name }) => name === scenario)!;
      const table = withOverrides(scenario, story.parameters(difficulty), new Map(settings));
      const [path, value] = settings[0]!;
      expect(table[path.split(".")[1]!]!.value).toBe(value);
    }
  });
});
