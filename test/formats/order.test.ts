import { expect, test } from "vitest";
import { CATALOGUE } from "../../src/formats/catalogue.ts";
import type { Cell } from "../../src/formats/format.ts";
import { stageSelection } from "../../src/formats/selection.ts";
import { openStore } from "../../src/store/database.ts";

// A record's row is known by its place alone, so nothing on the way from the file to the stage may lose the order.
for (const format of CATALOGUE) {
  test(`${format.name}: DuckDB plans no join, sort or aggregate between file and stage`, async () => {
    const names: string[] = [];
    const cell: Cell = (...wanted) => {
      const name = wanted[0] ?? "";
      if (!names.includes(name)) names.push(name);
      return `nullif(c${names.indexOf(name)}, '')`;
    };
    const mapping = format.map(cell, cell);
    const columns = names.map((_, i) => `, c${i}`).join("");
    const raw = `select null::uinteger as row, null::varchar as code${columns} from raw`;
    const store = await openStore(":memory:");
    await store.run(`create table raw (${names.map((_, i) => `c${i} varchar`).join(", ")})`);
    const plan = JSON.stringify(await store.rows(`explain (format json) ${stageSelection(0, format, mapping, raw)}`));
    store.close();
    expect(plan).toContain("PROJECTION");
    expect(plan).not.toMatch(/JOIN|ORDER_BY|GROUP_BY|AGGREGATE|WINDOW/);
  });
}
