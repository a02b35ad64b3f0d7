import { join } from "node:path";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect } from "vitest";
import { findChromium } from "../../scripts/chromium.ts";
import { CHROMIUM_FLAGS } from "../../scripts/screens.ts";
import { provideWebPage } from "../../scripts/webpage.ts";
import { createServer, type RunningServer } from "../../src/serve/server.ts";
import { buildCase } from "../fixtures/explorer-case.ts";
import { keptFolder } from "../support/folder.ts";

export const CHROMIUM = findChromium();

export interface Desk {
  /** A fresh page, watched for errors and for requests that leave this machine. */
  page(): Page;
  /** The same at a place of the explorer, once `ready` stands there. */
  open(hash: string, ready: string): Promise<Page>;
  readonly url: string;
  /** The case that is served. */
  readonly casePath: string;
  /** Lines of the console that this test brings about on purpose. */
  expectFault(pattern: RegExp): void;
  /** Clicks since the page was opened. */
  clicks(): Promise<number>;
}

/**
 * One browser and one server for a test file; each test gets a fresh page. After each test: no error on the console, no exception, no
 * request but to the server, and nothing of what adversaries wrote has run.
 */
export function useDesk(
  options: {
    readonly signal?: boolean;
    readonly isReadOnly?: boolean;
    readonly prepare?: (casePath: string) => Promise<void>;
  } = {},
): Desk {
  const folder = keptFolder();
  let browser: Browser;
  let server: RunningServer;
  let context: BrowserContext;
  let page: Page;
  let faults: string[] = [];
  let expected: RegExp | null = null;
  beforeAll(async () => {
    const webRoot = provideWebPage();
    await buildCase(join(folder, "case"), options);
    await options.prepare?.(join(folder, "case"));
    server = await createServer(join(folder, "case"), {
      webRoot,
      ...(options.isReadOnly === true ? {} : { nowMs: Date.now }),
      onFault: (error) => faults.push(String(error)),
    });
    browser = await chromium.launch({
      ...(CHROMIUM === null ? {} : { executablePath: CHROMIUM }),
      chromiumSandbox: false,
      args: CHROMIUM_FLAGS,
    });
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });
  beforeEach(async () => {
    faults = [];
    expected = null;
    context = await browser.newContext({ viewport: { width: 1440, height: 900 }, colorScheme: "light" });
    page = await context.newPage();
    page.on("console", (message) => {
      if (message.type() === "error" || message.type() === "warning") faults.push(message.text());
    });
    page.on("pageerror", (error) => faults.push(String(error)));
    page.on("request", (request) => {
      if (!request.url().startsWith(server.url) && !request.url().startsWith("data:")) faults.push(request.url());
    });
    await page.addInitScript(() => {
      addEventListener(
        "click",
        () => sessionStorage.setItem("clicks", String(Number(sessionStorage.getItem("clicks")) + 1)),
        true,
      );
    });
  });
  afterEach(async () => {
    const hacked = await page.evaluate(() => (window as unknown as { hacked?: number }).hacked ?? null);
    await context.close();
    expect(hacked).toBeNull();
    expect(faults.filter((fault) => expected?.test(fault) !== true)).toEqual([]);
  });
  return {
    page: () => page,
    open: async (hash, ready) => {
      await page.goto(server.url + hash);
      await page.locator(ready).first().waitFor();
      return page;
    },
    get url() {
      return server.url;
    },
    casePath: join(folder, "case"),
    expectFault: (pattern) => {
      expected = pattern;
    },
    clicks: () => page.evaluate(() => Number(sessionStorage.getItem("clicks"))),
  };
}
