import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { AxeResults } from "axe-core";
import { describe, expect, test } from "vitest";
import { formatLine } from "../../src/clusters/verdicts/line.ts";
import { TABS } from "../../web/state/view.ts";
import { accountOf, clusterOf, verdictLine } from "../fixtures/verdict-lines.ts";
import { CHROMIUM, useDesk } from "./support.ts";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Every page there is, as a link. */
const PAGES: readonly string[] = [
  "#/overview",
  ...TABS.map((tab) => `#/cluster?c=C01&tab=${tab}`),
  "#/overview?tbl=1&t=1446595200~1447200000",
  "#/cluster?c=C01&t=1447545600~1447804800&pick=Aw",
  "#/cluster?c=C02&tab=time&tbl=1&zone=150",
  "#/posts?account=0&t=1447545600~1447804800",
  "#/pair?c=C01&trace=co-url&a=0&b=1",
  "#/object?c=C03&trace=co-repost&o=0",
  "#/posts?account=0",
  "#/posts?domain=example.org",
  "#/search?q=agua",
  "#/threshold",
  "#/threshold?tbl=1&fdr=0.001",
  "#/accounts",
  "#/accounts?find=nobody",
  "#/account?account=1",
  "#/account?account=1&depth=2",
  "#/account?account=40",
  "#/sites?domain=agua-limpia.example",
  "#/sites?c=C02",
  "#/cluster?c=C01&tab=content&part=words",
  "#/cluster?c=C01&tab=content&part=texts",
  "#/posts?c=C01&term=agua",
  "#/compare?c=C01",
  "#/compare?c=C01&other=C02",
  "#/pair?c=C01&trace=co-url&a=0&b=1&tab=notes",
  "#/posts?account=0&tab=notes",
  "#/notes",
];

/** Two analysts who differ on a cluster, one who spoke of an account. */
const LINES = [
  verdictLine("Ana", "coordinated-organic", { coordination: "yes", inauthenticity: "no" }, 1, clusterOf("key0")),
  verdictLine("Bo", "not coordinated", { coordination: "no", inauthenticity: "no" }, 2, clusterOf("key0")),
  verdictLine("Bo", "cannot tell", { coordination: "yes", inauthenticity: "cannot tell" }, 3, accountOf("9000000")),
];

describe.skipIf(CHROMIUM === null)("access", () => {
  const desk = useDesk();

  for (const colorScheme of ["light", "dark"] as const) {
    test(`axe finds nothing serious on any page, ${colorScheme}`, { timeout: 120_000 }, async () => {
      writeFileSync(join(desk.casePath, "verdicts.jsonl"), LINES.map((line) => `${formatLine(line)}\n`).join(""));
      const page = desk.page();
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      const found: string[] = [];
      for (const hash of PAGES) {
        await page.goto(desk.url + hash);
        await page.locator(".page").waitFor();
        await page.waitForLoadState("networkidle");
        await page.evaluate(AXE);
        const { violations, passes } = await page.evaluate(() =>
          (window as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
        );
        expect(passes.map(({ id }) => id)).toContain("color-contrast");
        for (const { id, impact, nodes } of violations) {
          if (impact !== "serious" && impact !== "critical") continue;
          found.push(
            `${hash} ${id} (${impact}): ${nodes
              .map(({ target }) => target.join(" "))
              .slice(0, 3)
              .join("; ")}`,
          );
        }
      }
      expect(found).toEqual([]);
    });
  }
});
