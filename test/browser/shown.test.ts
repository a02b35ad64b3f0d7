import { describe, expect, test } from "vitest";
import { CHROMIUM, useDesk } from "./support.ts";

describe.skipIf(CHROMIUM === null)("what stands beside a claim, in a browser", () => {
  const desk = useDesk();
  const { open } = desk;

  test("a pair shows the third null, what both of timing come to, and q over all traces where it differs", async () => {
    const page = await open("#/pair?c=C01&trace=co-url&a=0&b=1", ".pcard");
    expect(await page.locator(".nul").count()).toBe(4);
    const third = page.locator(".nul", { hasText: "If matched objects outside set the pace" });
    expect(await third.textContent()).toContain("p = 0.3");
    expect(await third.locator(".verdict").textContent()).toContain(
      "stands out only against others on the same objects",
    );
    expect(await page.locator(".fused").textContent()).toContain("over all traces together q = 0.5");
    await page.goto(`${desk.url}#/pair?c=C01&trace=co-url&a=1&b=2`);
    await page.locator(".who", { hasNotText: "9000130" }).waitFor();
    expect(await page.locator(".fused").count()).toBe(0);
  });

  test("accounts: the core is marked, and what shows that one without a pair belongs", async () => {
    const page = await open("#/cluster?c=C02&tab=accounts", ".tabwrap tbody tr");
    expect(await page.locator(".coretag", { hasText: "core" }).count()).toBe(6);
    expect(await page.locator(".coretag", { hasText: "joined" }).count()).toBe(1);
    expect(await page.locator("tr.joined").allTextContents()).toEqual([
      "no pair of its own is significant; it met the group on 4 posts answered together, 0.1 expected (q = 0.004)",
    ]);
  });

  test("checks: parts with what they share, labels of adversaries as letters", async () => {
    const page = await open("#/cluster?c=C02&tab=checks", ".checks");
    const text = (await page.locator(".check", { hasText: "Is it one group?" }).textContent()) ?? "";
    expect(text).toMatch(/Found in 2 parts of \d+ and 3 accounts/);
    expect(text).toContain("the same 6 authors, 0.4 expected");
    expect(text).toContain("<script>");
    await page.goto(`${desk.url}#/cluster?c=C01&tab=checks`);
    await page.getByText("Would shuffled data show it?").waitFor();
    expect(await page.locator(".check", { hasText: "Is it one group?" }).count()).toBe(0);
  });

  test.each([
    [1440, 900],
    [1024, 768],
  ])(
    "at %i by %i the overview has reading, rival and a readable name, and no page is wider than the screen",
    async (width, height) => {
      const page = await open("", "tr[data-cluster]");
      await page.setViewportSize({ width, height });
      const row = page.locator("tr[data-cluster]").first();
      expect(await row.locator(".rdc").textContent()).toBe("unexplainedfans 0.31");
      expect((await row.locator(".nm").boundingBox())?.width).toBeGreaterThan(110);
      const table = await page
        .locator(".wrap")
        .first()
        .evaluate((box) => box.scrollWidth - box.clientWidth);
      expect(table).toBeLessThanOrEqual(0);
      for (const hash of ["#/cluster?c=C02&tab=accounts", "#/cluster?c=C01&tab=rivals", "#/cluster?c=C02&tab=checks"]) {
        await page.goto(desk.url + hash);
        await page.locator(".tabpanel > *").first().waitFor();
        const over = await page.evaluate(() => {
          const panel = document.querySelector(".tabpanel");
          return [
            document.documentElement.scrollWidth - innerWidth,
            (panel?.scrollWidth ?? 0) - (panel?.clientWidth ?? 0),
          ];
        });
        expect(over, hash).toEqual([0, 0]);
      }
    },
  );
});
