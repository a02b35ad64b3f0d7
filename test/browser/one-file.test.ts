import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { CHROMIUM_FLAGS } from "../../scripts/screens.ts";
import { provideOneFilePage } from "../../scripts/webpage.ts";
import { openCase } from "../../src/serve/case-source.ts";
import { LIMIT_BYTES, oneFile } from "../../src/serve/one-file.ts";
import { TABS } from "../../web/state/view.ts";
import { buildCase } from "../fixtures/explorer-case.ts";
import { HOSTILE } from "../fixtures/explorer-world.ts";
import { keptFolder } from "../support/folder.ts";
import { CHROMIUM } from "./support.ts";

const MADE_MS = Date.UTC(2026, 0, 2, 3, 4, 5);

describe.skipIf(CHROMIUM === null)("a case in one file, opened from disk", () => {
  const folder = keptFolder();
  let browser: Browser;
  let page: Page;
  let faults: string[];
  let expected: RegExp | null;
  const urls: Record<string, string> = {};

  beforeAll(async () => {
    const source = await openCase(await buildCase(join(folder, "case")));
    const root = provideOneFilePage();
    const common = { madeMs: MADE_MS, version: "0.1.0", isPseudonymised: false, limitBytes: LIMIT_BYTES };
    for (const [name, options] of Object.entries({
      whole: { key: null, withTexts: true },
      bare: { key: "k", withTexts: false },
    })) {
      const path = join(folder, `${name} copy #1.html`);
      writeFileSync(path, (await oneFile(source, root, { ...common, ...options })).html);
      urls[name] = pathToFileURL(path).href;
    }
    source.close();
    const quiet = await openCase(await buildCase(join(folder, "quiet"), { signal: false }));
    const path = join(folder, "quiet.html");
    writeFileSync(path, (await oneFile(quiet, root, { ...common, key: null, withTexts: true })).html);
    urls.quiet = pathToFileURL(path).href;
    quiet.close();
    browser = await chromium.launch({
      ...(CHROMIUM === null ? {} : { executablePath: CHROMIUM }),
      chromiumSandbox: false,
      args: CHROMIUM_FLAGS,
    });
  });
  afterAll(() => browser?.close());
  beforeEach(async () => {
    faults = [];
    expected = null;
    page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    page.on("console", (message) => {
      if (message.type() === "error" || message.type() === "warning") faults.push(message.text());
    });
    page.on("pageerror", (error) => faults.push(String(error)));
    page.on("request", (request) => {
      const [url = ""] = request.url().split("#");
      if (!Object.values(urls).includes(url) && !url.startsWith("data:")) faults.push(`asked for ${url}`);
    });
  });
  afterEach(async () => {
    const hacked = await page.evaluate(() => (window as unknown as { hacked?: number }).hacked ?? null);
    await page.close();
    expect(hacked).toBeNull();
    expect(faults.filter((fault) => expected?.test(fault) !== true)).toEqual([]);
  });

  const open = async (hash: string, name = "whole") => {
    await page.goto("about:blank");
    await page.goto(urls[name] + hash);
    await page.locator(".bar").waitFor();
  };

  test("from the first screen to the two posts, and on to object, posts and search", async () => {
    await open("");
    expect(await page.locator("tr[data-cluster]").count()).toBe(3);
    await page.locator("tr[data-cluster] a").first().click();
    await page.locator(".graph[data-drawn]").waitFor();
    await page.getByRole("tab", { name: "Accounts" }).click();
    expect(page.url()).toContain("tab=accounts");
    await page.goBack();
    await page.locator("a.pairopen").first().click();
    await page.locator(".pcard").first().waitFor();
    expect(await page.locator(".match").first().locator(".pcard").count()).toBe(2);
    expect(await page.locator(".match .gut .dt").first().textContent()).toMatch(/^[+−]?\d+ s$/);
    await page.locator(".match .obj").first().click();
    await page.locator(".plist li").first().waitFor();
    expect(page.url()).toContain("#/object");
    await page.locator(".plist .pmeta a").first().click();
    await page.getByText("posts, in time order").first().waitFor();
    await page.keyboard.press("/");
    await page.keyboard.type("agua-limpia");
    await page.keyboard.press("Enter");
    await page.locator(".results").waitFor();
    expect(await page.locator(".hits").last().textContent()).toContain("agua-limpia[.]example");
    await page.getByText("in what this file holds; the whole case may have more").waitFor();
    await page.reload();
    await page.locator(".results").waitFor();
  });

  test("every tab of a cluster shows something", async () => {
    for (const tab of TABS) {
      await open(`#/cluster?c=C01&tab=${tab}`);
      await page.locator("#tabpanel").waitFor();
      expect(((await page.locator("#tabpanel").textContent()) ?? "").length).toBeGreaterThan(60);
      expect(await page.locator("[role=alert], .gfault").count()).toBe(0);
    }
  });

  test("leads to no page that a copy does not hold", async () => {
    const absent = "a[href^='#/accounts'], a[href^='#/sites'], a[href^='#/compare'], a[href^='#/threshold']";
    for (const hash of ["", ...TABS.map((tab) => `#/cluster?c=C01&tab=${tab}`)]) {
      await open(hash);
      await page.locator("main:not([aria-busy])").first().waitFor();
      expect(await page.locator(absent).count(), hash).toBe(0);
    }
    await open("#/posts?account=0");
    await page.locator(".plist").waitFor();
    expect(await page.locator(".chead a[href^='#/account']").count()).toBe(0);
    await open("");
    await page.keyboard.press("q");
    await page.locator(".rowaccounts").first().click();
    await page.locator("#tabpanel").waitFor();
    expect(page.url()).toContain("#/cluster?c=C01&tab=accounts");
    // The key for the page of thresholds went nowhere, so one step back is the first screen.
    await page.keyboard.press("u");
    await page.locator(".overview").waitFor();
  });

  test("says what it is, what it leaves out, and that verdicts cannot be written", async () => {
    await open("");
    const banner = page.locator(".copybar");
    expect(await banner.locator("summary").textContent()).toMatch(
      /A copy in one file of the case november-2015, made .*2026 .*03:04:05.* UTC by Marionet 0\.1\.0 · names as exported · texts included · data [0-9a-f]{4}…[0-9a-f]{4} · verdicts cannot be written here/,
    );
    await banner.locator("summary").click();
    expect(await banner.textContent()).toMatch(
      /It holds what accounts in clusters did together: [\d,]+ of [\d,]+ posts/,
    );
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    await open("#/posts?account=40");
    await page.getByText(/this file holds \d+ of them, the case all|This file holds no post/).waitFor();
  });

  test("without names and texts it still shows who met whom and when", async () => {
    await open("#/pair?c=C01&trace=co-url&a=0&b=1", "bare");
    await page.locator(".pcard").first().waitFor();
    const text = (await page.locator("#app").textContent()) ?? "";
    expect(text).toContain("Texts are left out of this file.");
    expect(text).toContain("names are pseudonyms · texts left out");
    expect(text).toMatch(/p_[0-9a-f]{16}/);
    expect(text).not.toMatch(/acct_|vecinos|nota-/);
    for (const tab of TABS) await open(`#/cluster?c=C01&tab=${tab}`, "bare");
  });

  test("what adversaries wrote is shown and never obeyed", async () => {
    await open("#/pair?c=C01&e=E1&trace=co-url&a=0&b=1");
    await page.locator(".pcard").first().waitFor();
    expect(await page.locator(".match").first().locator(".post").first().textContent()).toContain(HOSTILE.script);
    expect(await page.locator("a[href^='http'], a[href^='javascript'], .match img, .match script").count()).toBe(0);
  });

  test("its policy lets nothing out and nothing foreign run", async () => {
    await open("");
    // A request that the policy stops is told all the same.
    expected = /Content Security Policy|^asked for https:\/\/evil/;
    const tried = await page.evaluate(async () => {
      const violated: string[] = [];
      addEventListener("securitypolicyviolation", (event) => violated.push(event.effectiveDirective));
      await fetch("data:text/plain,x").catch(() => undefined);
      const script = document.createElement("script");
      script.textContent = "window.hacked = 9";
      document.body.append(script);
      const picture = new Image();
      picture.src = "https://evil.example/x.png";
      document.body.append(picture);
      const style = document.createElement("style");
      style.textContent = "body { display: none }";
      document.head.append(style);
      await new Promise((done) => setTimeout(done, 200));
      return violated.sort();
    });
    expect(tried).toEqual(["connect-src", "img-src", "script-src-elem", "style-src-elem"]);
  });

  test("a case without clusters is a copy, too", async () => {
    await open("", "quiet");
    await page.locator(".nosignal").waitFor();
    expect(await page.locator(".copybar").textContent()).toContain("0 of 1,");
  });

  test("a damaged file says so", async () => {
    const path = join(folder, "damaged.html");
    const html = readFileSync(fileURLToPath(urls.whole!), "utf8");
    writeFileSync(path, html.replace(/(id="case">[A-Za-z0-9+/]{400})[A-Za-z0-9+/=]+/, "$1"));
    urls.damaged = pathToFileURL(path).href;
    await page.goto(urls.damaged);
    expect(await page.getByRole("alert").textContent()).toContain("The data of this file are damaged");
  });
});
