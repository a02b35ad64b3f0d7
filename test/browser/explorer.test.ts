import { describe, expect, test } from "vitest";
import type { OverviewFile } from "../../src/exports/explorer.ts";
import { LETTERS } from "../../web/state/view.ts";
import { HOSTILE } from "../fixtures/explorer-world.ts";
import { CHROMIUM, useDesk } from "./support.ts";

describe.skipIf(CHROMIUM === null)("the explorer in a browser", () => {
  const desk = useDesk();
  const open = (hash = "") => desk.open(hash, ".bar");

  test("three clicks lead from the first screen to the two posts", async () => {
    const page = await open();
    await page.locator("tr[data-cluster] a").first().click();
    await page.locator("a.pairopen").first().click();
    const card = page.locator(".match").first().locator(".pcard");
    await card.first().waitFor();
    expect(await card.count()).toBe(2);
    expect(await desk.clicks()).toBeLessThanOrEqual(3);
    expect(await page.locator(".match .gut .dt").first().textContent()).toMatch(/^[+−]?\d+ s$/);
    for (const prov of await card.locator(".prov").allTextContents()) expect(prov).toMatch(/november\.csv, row \d/);
  });

  test("back and forward walk the same way, and a reload keeps the place", async () => {
    const page = await open();
    await page.locator("tr[data-cluster] a").nth(1).click();
    await page.getByRole("tab", { name: "Accounts" }).click();
    await page.getByRole("button", { name: "Posts" }).click();
    expect(page.url()).toContain("tab=accounts");
    expect(page.url()).toContain("sort=-posts");
    const first = await page.locator(".tabwrap tbody tr").first().textContent();
    await page.reload();
    expect(await page.locator(".tabwrap tbody tr").first().textContent()).toBe(first);
    await page.goBack();
    await page.goBack();
    await page.goBack();
    await page.locator(".overview").waitFor();
    await page.goForward();
    await page.locator(".cluster").waitFor();
  });

  test("the brush filters table, map and counts, by pointer and by key", async () => {
    const page = await open();
    const rows = page.locator("tr[data-cluster]:visible");
    expect(await rows.count()).toBe(3);
    const overlay = page.locator(".brush .overlay");
    const box = await overlay.boundingBox();
    if (box === null) throw new Error("the timeline has no brush");
    // The first tenth of the month: the link crew had not begun.
    await page.mouse.move(box.x + 2, box.y + 40);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.3, box.y + 60, { steps: 4 });
    await page.mouse.up();
    await page.waitForFunction(() => document.querySelectorAll("tr[data-cluster]:not([hidden])").length < 3);
    expect(await page.getByRole("link", { name: "#aguaparatodos · es", exact: true }).count()).toBe(0);
    const said = (await page.getByRole("status").textContent()) ?? "";
    expect(said).toMatch(/^2 clusters, 14 accounts, \d+ of \d+ co-actions$/);
    expect(await page.locator(".disc.faded").count()).toBe(1);
    const brushed = page.url();
    expect(brushed).toContain("t=");
    await page.goto("about:blank");
    await page.goto(brushed);
    await page.locator(".overview").waitFor();
    expect(await page.getByRole("status").textContent()).toBe(said);
    await page.locator(".tl").focus();
    await page.keyboard.press("ArrowRight");
    expect(page.url()).not.toBe(brushed);
    await page.keyboard.press("0");
    await page.waitForFunction(() => document.querySelectorAll("tr[data-cluster]:not([hidden])").length === 3);
  });

  test("facts unfold their particulars", async () => {
    const page = await open();
    await page.locator(".facts summary", { hasText: "1 reason" }).click();
    const box = await page.getByText("3: the time could not be read").boundingBox();
    const fact = await page.locator(".facts").boundingBox();
    // Below the strip and on the page, not somewhere above its edge.
    expect(box?.x).toBeGreaterThanOrEqual(0);
    expect(box?.y).toBeGreaterThan((fact?.y ?? 0) + 30);
  });

  test("layers switch off with their letter, and everything can be had back", async () => {
    const page = await open();
    await page.getByRole("checkbox", { name: /link/ }).uncheck();
    await page.getByRole("checkbox", { name: /text/ }).uncheck();
    expect(await page.locator("tr[data-cluster]:visible").count()).toBe(2);
    expect(page.url()).toContain("off=LT");
    await page.keyboard.press("5");
    expect(await page.locator("tr[data-cluster]:visible").count()).toBe(1);
    await page.getByRole("button", { name: "Show all" }).click();
    expect(await page.locator("tr[data-cluster]:visible").count()).toBe(3);
  });

  test("each of the nine layers has its digit, the last as the first; one that nothing is in has none", async () => {
    const page = desk.page();
    let layers: readonly string[] = [...LETTERS];
    await page.route("**/api/overview", async (route) => {
      const response = await route.fetch();
      const overview = (await response.json()) as OverviewFile;
      const traces = layers.map((layer) => ({ ...overview.traces[0], layer }));
      await route.fulfill({ response, json: { ...overview, traces } });
    });
    await page.goto(desk.url);
    await page.locator(".overview").waitFor();
    for (const [index, letter] of LETTERS.entries()) {
      await page.keyboard.press(String(index + 1));
      expect(page.url().split("#")[1]).toBe(`/overview?off=${letter}`);
      expect(await page.locator(".lrow input:checked").count()).toBe(8);
      await page.keyboard.press(String(index + 1));
      expect(page.url().split("#")[1]).toBe("/overview");
    }
    layers = LETTERS.slice(0, 8);
    await page.reload();
    await page.locator(".overview").waitFor();
    await page.keyboard.press("9");
    expect(page.url().split("#")[1]).toBe("/overview");
  });

  test("search finds accounts, sites and texts, marks the hits and says how many there are", async () => {
    const page = await open();
    await page.keyboard.press("/");
    await page.keyboard.type("agua-limpia");
    await page.keyboard.press("Enter");
    await page.locator(".results").waitFor();
    expect(await page.locator(".hits").last().textContent()).toContain("agua-limpia[.]example");
    await page.goto(`${desk.url}#/search?q=AGUA`);
    await page.getByText("the first 25 shown").waitFor();
    expect((await page.locator(".plist mark").first().textContent())?.toLowerCase()).toBe("agua");
    // A hit inside a link must not take the link apart: it would stand there live.
    await page.goto(`${desk.url}#/search?q=evil`);
    await page.locator(".plist mark").first().waitFor();
    expect(await page.locator(".plist").textContent()).not.toMatch(/https?:\/\//);
    await page.goto(`${desk.url}#/search?q=%25%25`);
    await page.locator(".results").getByText("none").first().waitFor();
  });

  test("what adversaries wrote is shown and never obeyed", async () => {
    const page = await open("#/pair?c=C01&e=E1&trace=co-url&a=0&b=1");
    await page.locator(".pcard").first().waitFor();
    const [left = "", right = ""] = await page.locator(".match").first().locator(".post").allTextContents();
    expect(left).toContain(HOSTILE.script);
    expect(left).toContain("javascript[:]window.hacked=3");
    expect(left).toContain("hxxps://evil[.]example");
    expect(right).toContain("U+202Egnp.exeU+202C now" + "U+200BU+0007");
    expect(
      await page.locator(".match a[href^='http'], .match a[href^='javascript'], .match img, .match script").count(),
    ).toBe(0);
    expect(await page.locator(".who").textContent()).toContain(`"><svg onload=window.hacked=4>U+202Eelggug`);
    for (const hash of [
      "",
      "#/cluster?c=C03",
      "#/cluster?c=C01&tab=accounts",
      "#/posts?account=1",
      "#/object?trace=co-url&o=40",
      "#/search?q=script",
    ]) {
      await page.goto(desk.url + hash);
      await page.locator(".panel").first().waitFor();
      const text = (await page.locator("#app").textContent()) ?? "";
      expect(text).not.toMatch(/[\u202A-\u202E\u2066-\u2069\u200B]/);
    }
    expect(await page.title()).not.toMatch(/[\u202A-\u202E]/);
  });

  test("an edge of the graph says its sentence, and a click opens its posts", async () => {
    const page = await open("#/cluster?c=C02");
    await page.locator(".graph canvas").first().waitFor();
    const box = await page.locator(".graph").boundingBox();
    if (box === null) throw new Error("the graph has no place");
    const tip = page.locator(".tip");
    let at = 0;
    // Walk down the middle: lines of a connected graph cross it somewhere.
    for (; at < 60 && !(await tip.isVisible()); at += 1) {
      await page.mouse.move(box.x + box.width / 2, box.y + 60 + at * 7);
    }
    expect(await tip.textContent()).toMatch(/together within 5 min, expected .*q (=|<)/);
    // A line that is switched off says nothing any more.
    await page.keyboard.press("5");
    await tip.waitFor({ state: "detached" });
    await page.keyboard.press("5");
    await page.mouse.move(box.x + box.width / 2, box.y + 60 + (at - 1) * 7 + 1);
    await tip.waitFor();
    await page.mouse.down();
    await page.mouse.up();
    await page.locator(".pcard").first().waitFor();
    expect(page.url()).toContain("#/pair");
  });

  test("keys walk and open; the sheet names them", async () => {
    const page = await open();
    await page.keyboard.press("j");
    await page.keyboard.press("j");
    expect(await page.locator("tr[aria-selected=true]").getAttribute("data-cluster")).toBe("C02");
    await page.keyboard.press("Enter");
    await page.locator(".cluster").waitFor();
    expect(await page.locator(".nav [aria-current]").textContent()).toBe("Cluster 2 of 3");
    await page.keyboard.press("t");
    await page.getByText("A quiet band is not a location.").waitFor();
    await page.keyboard.press("k");
    await page.getByRole("heading", { name: /aguaparatodos/ }).waitFor();
    await page.keyboard.press("Escape");
    await page.locator(".overview").waitFor();
    await page.keyboard.press("?");
    await page.getByRole("dialog", { name: "Keys" }).waitFor();
    await page.keyboard.press("Escape");
    expect(await page.getByRole("dialog").count()).toBe(0);
  });

  test("follows the system's theme, and the reader's own choice over it", async () => {
    const page = await open();
    const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const light = await paper();
    await page.emulateMedia({ colorScheme: "dark" });
    const dark = await paper();
    expect(dark).not.toBe(light);
    await page.getByRole("button", { name: /theme/ }).click();
    expect(await paper()).toBe(light);
    await page.reload();
    expect(await paper()).toBe(light);
  });

  test("nothing is cut off at 1024 by 768, and names on the map keep apart", async () => {
    const page = await open();
    await page.setViewportSize({ width: 1024, height: 768 });
    await page.goto(`${desk.url}#/cluster?c=C03`);
    const [title, count] = [
      await page.locator(".chead h1").boundingBox(),
      await page.locator(".chead h1 .sub").boundingBox(),
    ];
    // A long name is cut, the number of accounts after it is not.
    expect((count?.x ?? 0) + (count?.width ?? 0)).toBeLessThanOrEqual((title?.x ?? 0) + (title?.width ?? 0) + 1);
    for (const hash of ["#/overview", "#/cluster?c=C01", "#/pair?trace=co-url&a=0&b=1&c=C01"]) {
      await page.goto(desk.url + hash);
      await page.locator("main").waitFor();
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(overflow).toBeLessThanOrEqual(0);
      const main = await page.locator("main").boundingBox();
      expect((main?.y ?? 0) + (main?.height ?? 0)).toBeLessThanOrEqual(768);
      // Which page it is stands last in the line of names; that line may shorten names, never lose its end.
      expect(await page.locator(".crumb").evaluate((line) => line.scrollWidth - line.clientWidth)).toBeLessThanOrEqual(
        0,
      );
    }
    // The tools of the graph stand in one row, beside the title of their panel.
    for (const width of [1024, 1440]) {
      await page.setViewportSize({ width, height: 768 });
      await page.goto(`${desk.url}#/cluster?c=C01`);
      const tools = await page.locator(".gtools").boundingBox();
      expect(tools?.height, `${width}`).toBeLessThan(50);
    }
  });

  test("a question the case cannot answer is a sentence, not a blank page", async () => {
    const page = desk.page();
    desk.expectFault(/404 \(Not Found\)/);
    await page.goto(`${desk.url}#/cluster?c=C77`);
    await page.getByRole("alert").waitFor();
    expect(await page.getByRole("alert").textContent()).toContain(`This case has no cluster "C77".`);
  });
});
