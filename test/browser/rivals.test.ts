import { describe, expect, test } from "vitest";
import { CHROMIUM, useDesk } from "./support.ts";

describe.skipIf(CHROMIUM === null)("rivals and checks in a browser", () => {
  const desk = useDesk();
  const open = async (hash: string) => {
    const page = desk.page();
    await page.goto(desk.url + hash);
    await page.getByRole("tab").first().waitFor();
    return page;
  };

  test("the strongest rival stands beside the claim, and every rival with the figures it was judged by", async () => {
    const page = await open("#/cluster?c=C01");
    expect(await page.locator(".chead .why").textContent()).toContain("strongest rival: fans, 0.31");
    await page.getByRole("tab", { name: /Rivals/ }).click();
    expect(await page.locator(".rvl").count()).toBe(13);
    expect(await page.locator(".rvm tbody tr").count()).toBe(3);
    await page.getByRole("button", { name: /news shock/ }).click();
    expect(await page.locator(".rvl.sel").textContent()).toContain("news shock");
    const row = page.locator(".rvm tbody tr").first();
    expect(await row.textContent()).toContain("9 of 12");
    expect(await row.locator(".pt").textContent()).toBe("for");
    expect(page.url()).toContain("tab=rivals");
  });

  test("checks: shuffled data, two nulls, less data, cost of forgery, and who is answered", async () => {
    const page = await open("#/cluster?c=C01&tab=checks");
    const text = (await page.locator(".checks").textContent()) ?? "";
    expect(text).toContain("In 99 reruns of the whole analysis");
    expect(text).toContain("p = 0.01");
    expect(text).toContain("0 clusters in all these reruns together, 3 in the data");
    expect(text).toMatch(/\d+% of its pairs stand out only against their own objects' times/);
    expect(text).toContain("6 of 14 accounts are its core");
    expect(text).toContain("100% of the evidence costs little to forge");
    expect(text).toContain("7 of 12 accounts were created within 5 days");
    expect(text).not.toContain("Whose posts do they answer?");
    await page.goto(`${desk.url}#/cluster?c=C02&tab=checks`);
    await page.getByText("Whose posts do they answer?").waitFor();
    expect(await page.locator(".checks").textContent()).toContain("95% of all answers");
  });

  test("the first screen says what shuffled data held, and what could have been seen", async () => {
    const page = desk.page();
    await page.goto(desk.url);
    await page.locator(".facts summary", { hasText: "0 clusters" }).click();
    await page.getByText("A crew of ten would be seen from 4 common links").waitFor();
  });
});
