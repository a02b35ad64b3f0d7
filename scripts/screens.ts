import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { type Browser, chromium } from "playwright-core";
import { UserError } from "../src/corpus/issue.ts";
import { createServer } from "../src/serve/server.ts";
import { findChromium } from "./chromium.ts";
import { flagCommand, needed, readFlags } from "./flags.ts";
import { print } from "./terminal.ts";
import { provideWebPage } from "./webpage.ts";

const SIZES = [
  { name: "", width: 1440, height: 900 },
  { name: "-1024", width: 1024, height: 768 },
] as const;
const THEMES = ["light", "dark"] as const;

/** Flags for a Chromium without a graphics card or a sandbox, as on a server; it asks nothing of the network. */
export const CHROMIUM_FLAGS = [
  "--use-angle=swiftshader",
  "--enable-unsafe-swiftshader",
  "--ignore-gpu-blocklist",
  "--disable-background-networking",
];

/** `screens CASE OUT`: pictures of every page, both sizes, both themes. Names: `cluster-1024-dark.png`. */
export async function main(argv: string[]): Promise<number> {
  const command = flagCommand("screens", "Make the pictures of a case.", "out/sample docs/screens")
    .argument("<case>", "folder written by analyze")
    .argument("<out>", "folder for the pictures");
  if (!readFlags(command, argv)) return 0;
  const [casePath, out] = command.args;
  const folder = needed("OUT", out, command);
  const executablePath = findChromium();
  if (executablePath === null) {
    throw new UserError("browser-missing", "No Chromium, Chrome or Edge found: install one, or set MARIONET_CHROME.");
  }
  mkdirSync(folder, { recursive: true });
  const server = await createServer(needed("CASE", casePath, command), { webRoot: provideWebPage(), nowMs: Date.now });
  const browser = await chromium.launch({ executablePath, chromiumSandbox: false, args: CHROMIUM_FLAGS });
  try {
    for (const size of SIZES) {
      for (const theme of THEMES) {
        for (const name of await takePictures(browser, server.url, size, theme, (page) =>
          join(folder, `${page}${size.name}-${theme}.png`),
        )) {
          print(name);
        }
      }
    }
  } finally {
    await browser.close();
    await server.close();
  }
  return 0;
}

/** Walks as a reader would, so that the pictures show what a click leads to; a case without clusters has one page. */
async function takePictures(
  browser: Browser,
  url: string,
  size: { readonly width: number; readonly height: number },
  theme: "light" | "dark",
  pathOf: (page: string) => string,
): Promise<string[]> {
  const page = await browser.newPage({ viewport: { width: size.width, height: size.height }, colorScheme: theme });
  const taken: string[] = [];
  const shoot = async (name: string) => {
    await page.screenshot({ path: pathOf(name) });
    taken.push(pathOf(name));
  };
  /** What was asked has been answered, and drawn. */
  const settle = async () => {
    await page.waitForLoadState("networkidle");
    await page.locator("[aria-busy]").first().waitFor({ state: "detached" });
    await page.waitForTimeout(150);
  };
  await page.goto(url);
  await page.locator(".overview, .nosignal").waitFor();
  if (await page.locator(".nosignal").isVisible()) {
    await shoot("nosignal");
    await page.close();
    return taken;
  }
  await shoot("overview");
  await page.locator("tr[data-cluster] a").first().click();
  await page.locator(".graph[data-drawn]").waitFor();
  await shoot("cluster");
  for (const tab of ["Rivals", "Checks", "Accounts"]) {
    await page.getByRole("tab", { name: tab }).click();
    await shoot(tab.toLowerCase());
  }
  await page.getByRole("tab", { name: "Time" }).click();
  await shoot("time");
  await page.getByRole("tab", { name: "Content" }).click();
  await shoot("content");
  for (const part of ["Words", "Texts"]) {
    await page.getByRole("button", { name: part, exact: true }).click();
    await settle();
    await shoot(part.toLowerCase());
  }
  await page.getByRole("tab", { name: "Notes" }).click();
  await shoot("notes");
  await page.getByRole("tab", { name: "Evidence" }).click();
  await page.locator("a.pairopen").first().click();
  await page.locator(".pcard").first().waitFor();
  await shoot("pair");
  await page.locator(".match .obj").first().click();
  await page.locator(".plist").waitFor();
  await shoot("object");
  await page.keyboard.press("q");
  await page.locator(".thgroups").waitFor();
  // Half way down the scale, so that the picture shows a choice; then until its curve is whole.
  for (let step = 0; step < 18; step += 1) await page.keyboard.press("ArrowLeft");
  const last = Number(await page.locator("#threshold").getAttribute("max"));
  await page.locator(`.thcurve[data-drawn="${last + 1}"]`).waitFor();
  await shoot("threshold");
  const cluster = await page.locator(".nav a[href^='#/cluster']").getAttribute("href");
  const id = /c=([^&]+)/.exec(cluster ?? "")?.[1] ?? "C01";
  for (const [name, hash] of [
    ["accounts-all", "#/accounts"],
    ["sites", "#/sites"],
    ["compare", `#/compare?c=${id}`],
    ["search", "#/search?q=ex"],
  ] as const) {
    await page.goto(`${url}${hash}`);
    await settle();
    await shoot(name);
  }
  await page.goto(`${url}#/cluster?c=${id}&tab=accounts`);
  await page.locator(".tabpanel td a").first().click();
  await settle();
  await shoot("account");
  await page.locator("body").press("?");
  await shoot("keys");
  await page.close();
  return taken;
}
