import { describe, expect, test } from "vitest";
import { CHROMIUM, useDesk } from "./support.ts";

describe.skipIf(CHROMIUM === null)("a case without clusters", () => {
  const desk = useDesk({ signal: false });

  test("says so on a page of its own, with what was tested", async () => {
    const page = desk.page();
    await page.goto(desk.url);
    await page.getByRole("heading", { name: "No coordinated cluster found." }).waitFor();
    const text = (await page.locator("main").textContent()) ?? "";
    expect(text).toContain("Of 20,025 pairs tested, none acted together more than innocent accounts would");
    expect(text).toContain("co-media");
    expect(await page.locator(".looked tbody tr").count()).toBe(6);
    await page.keyboard.press("/");
    await page.keyboard.type("agua");
    await page.keyboard.press("Enter");
    await page.locator(".plist li").first().waitFor();
  });

  test("has nothing to group at any threshold, and says so", async () => {
    const page = desk.page();
    await page.goto(`${desk.url}#/threshold?fdr=0.01&min=3`);
    await page.getByText("This case holds no pair of accounts.").waitFor();
  });
});
