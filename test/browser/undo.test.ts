import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { lcg } from "../fixtures/explorer-world.ts";
import { CHROMIUM, useDesk } from "./support.ts";

const HASHES = [
  "#/overview",
  "#/cluster?c=C01",
  "#/cluster?c=C02&tab=accounts",
  "#/search?q=agua",
  "#/posts?account=1",
];

describe.skipIf(CHROMIUM === null)("undo, redo and the browser's own buttons", () => {
  const desk = useDesk();

  /** What is on screen: the address and every word of the page. */
  const seen = (page: Page) => page.evaluate(() => `${location.hash}\n${document.querySelector(".page")?.textContent}`);
  const settled = async (page: Page, hash: string) => {
    await page.waitForFunction((wanted) => location.hash === wanted, hash);
    await page.waitForFunction(() => document.querySelector("[aria-busy]") === null);
    // Axes and labels are drawn after the frame in which their place is measured.
    await page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 30)))),
    );
  };
  const steps = async (page: Page, which: "Undo" | "Redo") =>
    Number((await page.getByRole("button", { name: which }).getAttribute("aria-label"))?.match(/\d+/)?.[0]);

  /** One act at a control that stands there, whichever that may be. */
  async function act(page: Page, random: () => number): Promise<void> {
    const keys = ["j", "k", "Enter", "Escape", "e", "t", "0", "2", "3", "5"];
    const pick = Math.floor(random() * 4);
    if (pick === 0) return page.keyboard.press(keys[Math.floor(random() * keys.length)] ?? "j");
    if (pick === 1 && (await page.locator(".tl").count()) > 0) {
      await page.locator(".tl").focus();
      return page.keyboard.press(random() < 0.5 ? "ArrowRight" : "Shift+ArrowRight");
    }
    const controls = page.locator(
      ".page button:visible, .page a[href^='#']:visible, .page input[type=checkbox]:visible:enabled, .nav a",
    );
    const count = await controls.count();
    if (count === 0) return;
    // By the program, not by the pointer: a control may be scrolled away or lie under another.
    await controls.nth(Math.floor(random() * count)).dispatchEvent("click");
  }

  test.each([1, 2, 3, 4, 5, 6])(
    "acts at random (seed %i): undone, all is as it was; redone, as it became",
    async (seed) => {
      const page = desk.page();
      const random = lcg(seed * 7919);
      await page.goto(desk.url + (HASHES[seed % HASHES.length] ?? ""));
      await page.locator(".bar").waitFor();
      await settled(page, await page.evaluate(() => location.hash));
      const screens = [await seen(page)];
      for (let i = 0; i < 14; i += 1) {
        const before = await steps(page, "Undo");
        await act(page, random);
        // A replay is no step while it runs, and one when it ends; what is on screen must stand still to be compared.
        const pause = page.getByRole("button", { name: /^Pause/ });
        if ((await pause.count()) > 0) {
          expect(await steps(page, "Undo")).toBe(before);
          await pause.dispatchEvent("click");
        }
        await settled(page, await page.evaluate(() => location.hash));
        const after = await steps(page, "Undo");
        // Acts that change no view (a disclosure, the map's zoom) are no steps; walking along rows is one step.
        expect(after - before).toBeLessThanOrEqual(1);
        screens[after] = await seen(page);
      }
      const count = await steps(page, "Undo");
      const hashes = screens.map((screen) => screen.split("\n")[0] ?? "");
      expect(count).toBeGreaterThan(3);
      // The last act may have led into a field, where undo belongs to the words.
      await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
      for (let i = 0; i < count; i += 1) await page.keyboard.press(i % 2 === 0 ? "Control+z" : "u");
      await settled(page, hashes[0] ?? "");
      await expect.poll(() => seen(page)).toBe(screens[0]);
      expect([await steps(page, "Undo"), await steps(page, "Redo")]).toEqual([0, count]);
      for (let i = 0; i < count; i += 1) await page.keyboard.press(i % 2 === 0 ? "Control+Shift+Z" : "Shift+U");
      await settled(page, hashes[count] ?? "");
      expect(await steps(page, "Redo")).toBe(0);
      // The browser's own buttons walk the same steps.
      for (let i = count - 1; i >= Math.max(0, count - 4); i -= 1) {
        await page.goBack();
        await settled(page, hashes[i] ?? "");
        expect([await steps(page, "Undo"), await steps(page, "Redo")]).toEqual([i, count - i]);
      }
      await page.goForward();
      const at = Math.max(0, count - 4) + 1;
      await settled(page, hashes[at] ?? "");
      await page.getByRole("button", { name: "Redo" }).click();
      await settled(page, hashes[at + 1] ?? hashes[at] ?? "");
    },
  );

  test("a drawn brush is one step, and a new act ends what could be redone", async () => {
    const page = desk.page();
    await page.goto(desk.url);
    const box = await page.locator(".brush .overlay").boundingBox();
    if (box === null) throw new Error("the timeline has no brush");
    await page.mouse.move(box.x + 10, box.y + 40);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.4, box.y + 60, { steps: 25 });
    await page.mouse.up();
    await page.waitForFunction(() => location.hash.includes("t="));
    expect(await steps(page, "Undo")).toBe(1);
    await page.keyboard.press("j");
    await page.keyboard.press("j");
    expect(await steps(page, "Undo")).toBe(2);
    await page.getByRole("button", { name: "Undo" }).click();
    await page.getByRole("button", { name: "Undo" }).click();
    await settled(page, "#/overview");
    await page.locator(".brush .selection").waitFor({ state: "hidden" });
    expect(await steps(page, "Redo")).toBe(2);
    await page.getByRole("button", { name: "Log" }).click();
    expect(await steps(page, "Redo")).toBe(0);
    await page.keyboard.press("Shift+U");
    expect(page.url()).toContain("scale=log");
  });

  test("undo takes a running replay back, and redo brings what it had come to; going elsewhere ends it", async () => {
    const page = desk.page();
    const play = page.getByRole("button", { name: /^Play/ });
    const playing = async () => {
      const before = await page.locator(".blabel").textContent();
      await page.keyboard.press("p");
      await page.waitForFunction((text) => document.querySelector(".blabel")?.textContent !== text, before);
    };
    const start = "#/overview?t=1446336000%7E1446422400";
    await page.goto(desk.url);
    await page.locator(".tl .brush").waitFor();
    await page.evaluate((hash) => {
      location.hash = hash;
    }, start);
    await page.locator(".blabel").waitFor();
    await playing();
    await page.keyboard.press("u");
    await settled(page, start);
    await play.waitFor();
    expect([await steps(page, "Undo"), await steps(page, "Redo")]).toEqual([1, 1]);
    await page.keyboard.press("Shift+U");
    await page.waitForFunction((hash) => location.hash !== hash, start);
    expect(page.url()).toContain("t=");
    await page.keyboard.press("u");
    await settled(page, start);
    await playing();
    await page.goBack();
    await settled(page, "#/overview");
    await play.waitFor();
    // Nothing is written over the place gone to: what lay ahead still does.
    expect([await steps(page, "Undo"), await steps(page, "Redo")]).toEqual([0, 2]);
    expect(await page.locator(".blabel").count()).toBe(0);
  });

  test("in a field the keys belong to the words; the list outlives a reload", async () => {
    const page = desk.page();
    await page.goto(desk.url);
    await page.locator("tr[data-cluster] a").first().click();
    await page.getByRole("tab", { name: "Accounts" }).click();
    await page.locator("#search").fill("agua");
    await page.keyboard.press("Control+z");
    await page.keyboard.press("u");
    expect(page.url()).toContain("tab=accounts");
    await page.reload();
    await page.getByRole("tab", { name: "Accounts" }).waitFor();
    expect(await steps(page, "Undo")).toBe(2);
    await page.keyboard.press("Meta+z");
    await settled(page, "#/cluster?c=C01");
    await page.keyboard.press("Control+z");
    await settled(page, "#/overview");
    // Nothing lies before: the key must not leave the page.
    await page.keyboard.press("Control+z");
    await page.keyboard.press("Control+y");
    await settled(page, "#/cluster?c=C01");
  });

  test("more steps than a browser keeps are still undone, and redone", async () => {
    const page = desk.page();
    await page.goto(desk.url);
    await page.locator(".bar").waitFor();
    for (let i = 0; i < 58; i += 1) {
      await page.evaluate(
        (n) => (document.querySelectorAll<HTMLElement>(".lrow input")[n % 2] as HTMLElement).click(),
        i >> 1,
      );
    }
    expect(await steps(page, "Undo")).toBe(58);
    const last = await page.evaluate(() => location.hash);
    for (let i = 0; i < 58; i += 1) await page.keyboard.press("u");
    await page.waitForFunction(() => document.querySelector("[aria-label='Undo, 0 steps']") !== null);
    expect(page.url().endsWith("#/overview")).toBe(true);
    for (let i = 0; i < 58; i += 1) await page.keyboard.press("Shift+U");
    await page.waitForFunction(() => document.querySelector("[aria-label='Redo, 0 steps']") !== null);
    expect(await page.evaluate(() => location.hash)).toBe(last);
  }, 60_000);

  test("the link to a view is copied, and shows the same on another desk", async () => {
    const page = desk.page();
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.goto(`${desk.url}#/cluster?c=C01&tab=accounts`);
    await page.getByRole("button", { name: "Posts" }).click();
    await page.getByRole("button", { name: "Copy link" }).click();
    await page.getByText("The link to this view was copied.").waitFor();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    const shown = await seen(page);
    await page.goto("about:blank");
    await page.goto(link);
    await page.getByRole("tab", { name: "Accounts" }).waitFor();
    expect(await seen(page)).toBe(shown);
  });
});
