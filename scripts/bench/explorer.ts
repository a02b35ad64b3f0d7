import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { type APIRequestContext, type Browser, chromium, type Page } from "playwright-core";
import { createServer } from "../../src/serve/server.ts";
import { main as analyze } from "../analyze.ts";
import { findChromium } from "../chromium.ts";
import { VERSION } from "../home.ts";
import { grouped } from "../progress.ts";
import { CHROMIUM_FLAGS } from "../screens.ts";
import { main as simulate } from "../simulate.ts";
import { say } from "../terminal.ts";
import { provideWebPage } from "../webpage.ts";
import { markdownTable } from "./table.ts";

/** So many that they write a million posts in so many days; one crew of two thousand among them. */
const ACCOUNTS = 100_000;
const DAYS = 18;
const CREW = 2000;
const RUNS = 5;

interface Budget {
  readonly what: string;
  readonly budget: number;
  readonly unit: "ms" | "kB";
  readonly reached: readonly number[];
}

/** The explorer's budgets on a case of a million posts, in headless Chromium: median and range of some runs. */
export async function benchExplorer(folder: string, clock: () => number): Promise<string> {
  const executablePath = findChromium();
  if (executablePath === null) return "Skipped: explorer (no Chromium found).";
  const casePath = await largeCase(folder);
  const webRoot = provideWebPage();
  const server = await createServer(casePath, { webRoot });
  const browser = await chromium.launch({ executablePath, chromiumSandbox: false, args: CHROMIUM_FLAGS });
  try {
    const overview = JSON.parse(readFileSync(join(casePath, "explorer", "overview.json"), "utf8")) as Overview;
    const largest = overview.clusters.reduce((most, one) => (one.accounts > most.accounts ? one : most));
    say("Measuring the explorer ...");
    const client = (await browser.newContext()).request;
    const rows = [
      await firstPaint(browser, server.url),
      await clusterOpen(browser, server.url, largest),
      ...(await brushMoves(browser, server.url)),
      await evidenceQuery(client, server.url, overview, casePath, clock),
      await searchQuery(client, server.url, clock),
      bundle(webRoot),
    ];
    const head = `Explorer: ${grouped(overview.posts)} posts of ${grouped(overview.accounts)} accounts, ${grouped(overview.clusters.length)} clusters, the largest of ${grouped(largest.accounts)} accounts; medians of ${RUNS} runs, in brackets from least to most.`;
    return `${head}\n\n${markdownTable(["what", "budget", "reached", "met"], rows.map(rowOf))}`;
  } finally {
    await browser.close();
    await server.close();
  }
}

interface Overview {
  readonly version: string;
  readonly posts: number;
  readonly accounts: number;
  readonly clusters: readonly { readonly clusterId: string; readonly accounts: number }[];
}

/** Simulated and analysed once for each version of the program; reruns on shuffled data leave no trace in what is measured. */
async function largeCase(folder: string): Promise<string> {
  const world = join(folder, "million");
  const casePath = join(folder, `million-${VERSION}`);
  if (existsSync(join(casePath, "case.json"))) return casePath;
  if (!existsSync(join(world, "truth.json"))) {
    say(`Simulating ${grouped(ACCOUNTS)} accounts ...`);
    const options = ["--scenario", "sneer-review,trend-for-hire", "--set", `trend-for-hire.size=${CREW}`];
    const size = ["--accounts", String(ACCOUNTS), "--days", String(DAYS)];
    if ((await simulate([...options, ...size, "--out", world])) !== 0) throw new Error("bench: no world was made");
  }
  say("Analysing it ...");
  const tables = ["--accounts", join(world, "accounts.csv")];
  if ((await analyze([join(world, "posts.csv"), ...tables, "--reruns", "0", "--out", casePath])) !== 0) {
    throw new Error("bench: the world could not be analysed");
  }
  return casePath;
}

/** From the server's answer to the overview standing there, as the page itself measures it. */
async function firstPaint(browser: Browser, url: string): Promise<Budget> {
  const reached = await inFreshPages(browser, async (page) => {
    await page.goto(url);
    await page.locator("tr[data-cluster]").first().waitFor();
    return page.evaluate<number>(SINCE_ANSWER);
  });
  return { what: "overview visible after the server answers", budget: 1000, unit: "ms", reached };
}

async function clusterOpen(
  browser: Browser,
  url: string,
  { clusterId, accounts }: Overview["clusters"][number],
): Promise<Budget> {
  const reached = await inFreshPages(browser, async (page) => {
    await page.goto(url);
    await page.locator("tr[data-cluster]").first().waitFor();
    return page.evaluate<number>(openCluster(clusterId));
  });
  return { what: `cluster of ${grouped(accounts)} accounts open, graph drawn`, budget: 1000, unit: "ms", reached };
}

/** Script time of each move while the brush is drawn over the timeline: the median of each run, and its longest. */
async function brushMoves(browser: Browser, url: string): Promise<Budget[]> {
  const longest: number[] = [];
  const medians = await inFreshPages(browser, async (page) => {
    await page.goto(url);
    const overlay = page.locator(".brush .overlay");
    await overlay.waitFor();
    const box = await overlay.boundingBox();
    if (box === null) throw new Error("bench: the timeline has no brush");
    const devtools = await page.context().newCDPSession(page);
    await devtools.send("Performance.enable");
    const scriptMs = async (): Promise<number> => {
      const { metrics } = await devtools.send("Performance.getMetrics");
      return 1000 * (metrics.find(({ name }) => name === "ScriptDuration")?.value ?? 0);
    };
    await page.mouse.move(box.x + 4, box.y + 20);
    await page.mouse.down();
    const steps: number[] = [];
    for (let step = 1; step <= 20; step++) {
      const before = await scriptMs();
      await page.mouse.move(box.x + 4 + (step * box.width) / 22, box.y + 24);
      // Two frames and more, during which nothing else asks the page for anything.
      await page.waitForTimeout(60);
      steps.push((await scriptMs()) - before);
    }
    await page.mouse.up();
    steps.sort((left, right) => left - right);
    longest.push(steps.at(-1)!);
    return steps[steps.length >> 1]!;
  });
  return [
    { what: "brush: script time of a move, the median of a run", budget: 16, unit: "ms", reached: medians },
    { what: "brush: script time of a move, the longest of a run", budget: 16, unit: "ms", reached: longest },
  ];
}

/** The strongest pair of each cluster, asked of the server. */
async function evidenceQuery(
  client: APIRequestContext,
  url: string,
  { clusters }: Overview,
  casePath: string,
  clock: () => number,
): Promise<Budget> {
  const reached: number[] = [];
  for (const { clusterId } of clusters.slice(0, 20)) {
    const path = join(casePath, "explorer", "clusters", `${clusterId}.json`);
    const profile = JSON.parse(readFileSync(path, "utf8")) as {
      members: { account: number }[];
      ties: { a: number; b: number; trace: string }[];
    };
    const tie = profile.ties[0];
    if (tie === undefined) continue;
    const [left, right] = [profile.members[tie.a]!.account, profile.members[tie.b]!.account];
    reached.push(await answered(client, `${url}api/pair?trace=${tie.trace}&left=${left}&right=${right}`, clock));
  }
  return { what: `evidence of a pair (${reached.length} pairs)`, budget: 100, unit: "ms", reached };
}

async function searchQuery(client: APIRequestContext, url: string, clock: () => number): Promise<Budget> {
  const reached: number[] = [];
  for (const word of ["news", "u4", "#las", "example", "breaking", "zzzz"]) {
    reached.push(await answered(client, `${url}api/search?q=${encodeURIComponent(word)}`, clock));
  }
  return { what: `search (${reached.length} questions)`, budget: 300, unit: "ms", reached };
}

/** Asked by a client without a page: one that is just being opened would take the processors from the answer. */
async function answered(client: APIRequestContext, url: string, clock: () => number): Promise<number> {
  const startMs = clock();
  const response = await client.get(url);
  await response.body();
  const ms = clock() - startMs;
  if (!response.ok()) throw new Error(`bench: ${response.status()} for ${url}`);
  return ms;
}

// What runs in the page, in the page's own words.
const SINCE_ANSWER = `performance.now() - performance.getEntriesByType("navigation")[0].responseStart`;
const openCluster = (clusterId: string): string => `(async () => {
  const startMs = performance.now();
  location.hash = "#/cluster?c=" + ${JSON.stringify(clusterId)};
  while (document.querySelector(".graph[data-drawn]") === null) await new Promise(requestAnimationFrame);
  return performance.now() - startMs;
})()`;

/** All script of the page, as a server with compression would send it. */
function bundle(webRoot: string): Budget {
  const assets = join(webRoot, "assets");
  const bytes = readdirSync(assets)
    .filter((name) => name.endsWith(".js"))
    .reduce((sum, name) => sum + gzipSync(readFileSync(join(assets, name)), { level: 9 }).length, 0);
  return { what: "JavaScript of the page, gzipped", budget: 350, unit: "kB", reached: [bytes / 1000] };
}

async function inFreshPages(browser: Browser, measured: (page: Page) => Promise<number>): Promise<number[]> {
  const reached: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    reached.push(await measured(page));
    await page.close();
  }
  return reached;
}

function rowOf({ what, budget, unit, reached }: Budget): string[] {
  const sorted = [...reached].sort((left, right) => left - right);
  const median = sorted[sorted.length >> 1]!;
  const range = sorted.length > 1 ? ` (${sorted[0]!.toFixed(0)} to ${sorted.at(-1)!.toFixed(0)})` : "";
  return [what, `${budget} ${unit}`, `${median.toFixed(0)} ${unit}${range}`, median <= budget ? "yes" : "no"];
}
