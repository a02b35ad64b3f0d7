import { cpSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { AccountTable } from "../../src/corpus/account-table.ts";
import type { CompareAnswer } from "../../src/corpus/compare.ts";
import type { EgoAnswer } from "../../src/corpus/ego.ts";
import type { PostsAnswer } from "../../src/corpus/evidence.ts";
import type { NarrativesAnswer } from "../../src/corpus/narratives.ts";
import type { SiteAnswer, SiteMatrixAnswer, SitesAnswer } from "../../src/corpus/site-table.ts";
import { indicatorSum } from "../../src/graphs/indicator-sum.ts";
import { ROUTES } from "../../src/serve/answers.ts";
import { type CaseSource, openCase } from "../../src/serve/case-source.ts";
import { accountTable } from "../../src/store/account-table.ts";
import { buildCase } from "../fixtures/explorer-case.ts";
import { countPairs } from "../fixtures/explorer-pairs.ts";
import { SHARED_BITS } from "../fixtures/explorer-sites.ts";
import { makeWorld } from "../fixtures/explorer-world.ts";
import { keptFolder } from "../support/folder.ts";

const folder = keptFolder();
const casePath = join(folder, "case");
const world = makeWorld();
const pairs = countPairs(world);
let source: CaseSource;

beforeAll(async () => {
  mkdirSync(folder, { recursive: true });
  await buildCase(casePath);
  source = await openCase(casePath);
});
afterAll(() => source.close());

async function ask<T>(route: string, query = ""): Promise<T> {
  const answer = await ROUTES[route]!(source, new URLSearchParams(query));
  if (answer.status !== 200) throw new Error(`${answer.status} ${answer.error}`);
  if (!("body" in answer)) throw new Error(`${route} answers with bytes`);
  return answer.body as T;
}
const status = async (route: string, query = "") => (await ROUTES[route]!(source, new URLSearchParams(query))).status;

describe("the table of accounts", () => {
  test("holds everybody once, members first, with counts as the rows have them", async () => {
    const table = await ask<AccountTable>("accounts");
    expect(table.total).toBe(world.accounts.length);
    expect([...table.account].sort((a, b) => a - b)).toEqual(world.accounts.map((_, i) => i));
    const members = world.crews.flatMap((crew) => crew.members).length;
    expect(table.cluster.slice(0, members).every((at) => at >= 0)).toBe(true);
    expect(table.cluster.slice(members).every((at) => at === -1)).toBe(true);
    for (const [row, account] of table.account.entries()) {
      const own = world.posts.filter((post) => post.account === account);
      expect(table.posts[row]).toBe(own.length);
      expect(table.startMs + table.first[row]! * 1000).toBe(Math.min(...own.map((post) => post.timeMs)));
      expect(table.pairs[row]).toBe(pairs.filter((pair) => pair.a === account || pair.b === account).length);
    }
  });

  test("is bounded, and says how many there are", async () => {
    const table = await accountTable(source.store, 0.05, 7);
    expect([table.account.length, table.total]).toEqual([7, world.accounts.length]);
  });
});

describe("one account", () => {
  test("its posts by hour, its clusters, and its pairs as they are stored, itself on the left", async () => {
    const ego = await ask<EgoAnswer>("ego", "account=16");
    const own = world.posts.filter((post) => post.account === 16);
    expect(ego.rhythm.reduce((sum, count) => sum + count, 0)).toBe(own.length);
    expect(ego.clusters.map(({ clusterId }) => clusterId)).toEqual(["C02"]);
    const expected = pairs.filter((pair) => pair.a === 16 || pair.b === 16);
    expect(ego.pairTotal).toBe(expected.length);
    expect(ego.pairs.every((pair) => pair.a === 16)).toBe(true);
    expect(new Set(ego.pairs.map((pair) => pair.b))).toEqual(
      new Set(expected.map((pair) => (pair.a === 16 ? pair.b : pair.a))),
    );
    expect(new Set(ego.neighbours.map((one) => one.account))).toEqual(new Set(ego.pairs.map((pair) => pair.b)));
    expect(ego.clients).toEqual({ total: 1, rows: [{ what: "phone", posts: own.length }] });
    expect(ego.second).toBeNull();
    expect(ego.pairs.map((pair) => pair.bits)).toEqual(ego.pairs.map((pair) => pair.bits).sort((x, y) => y - x));
  });

  test("and those it meets: their pairs without the centre, those further out first", async () => {
    const { second, neighbours } = await ask<EgoAnswer>("ego", "account=0&depth=2");
    const near = new Set(neighbours.map((one) => one.account));
    expect(second?.pairs.every((pair) => near.has(pair.a) && pair.b !== 0)).toBe(true);
    expect(second?.neighbours.every((one) => !near.has(one.account) && one.account !== 0)).toBe(true);
    const among = pairs.filter((pair) => near.has(pair.a) || near.has(pair.b)).filter((pair) => pair.a !== 0);
    expect(second?.pairTotal).toBe(among.length);
    const isAcross = second?.pairs.map((pair) => near.has(pair.b)) ?? [];
    expect(isAcross).toEqual([...isAcross].sort((x, y) => Number(x) - Number(y)));
  });

  test("its posts on one site alone", async () => {
    const found = await ask<PostsAnswer>("posts", "account=0&domain=evil.example");
    expect([found.count, found.account?.account, found.domain]).toEqual([1, 0, "evil.example"]);
  });
});

describe("sites", () => {
  test("of the case, those in groups first; of one cluster those its members link to", async () => {
    const all = await ask<SitesAnswer>("sites");
    expect(all.sites.slice(0, 2).map((site) => site.group)).toEqual(["S01", "S01"]);
    expect(all.sites.find((site) => site.domain === "quiet.example")).toMatchObject({ posts: 0, members: 0, links: 0 });
    expect(all.links).toEqual({ total: 3, kept: 2 });
    const crew = new Set(world.crews[0]!.members);
    const own = await ask<SitesAnswer>("sites", "cluster=C01");
    const linked = new Set(world.posts.filter((post) => crew.has(post.account)).flatMap((post) => post.domain ?? []));
    expect(new Set(own.sites.map((site) => site.domain))).toEqual(linked);
    expect(await status("sites", "cluster=C77")).toBe(404);
  });

  test("one of them: rarity of its indicators, who pushes it, names alike, and a sum that comes out", async () => {
    const site = await ask<SiteAnswer>("site", "domain=agua-limpia.example");
    expect(site.indicators.map(({ type, sites }) => [type, sites])).toEqual([
      ["certificate", 2],
      ["ip", 2],
      ["asn", 3],
      ["theme", 4],
    ]);
    const posts = world.posts.filter((post) => post.domain === "agua-limpia.example");
    expect(site.pushers.reduce((sum, one) => sum + one.posts, 0)).toBe(posts.length);
    expect(site.alike.map(({ domain, how }) => [domain, how])).toEqual([
      ["agua-limpia.other", "ending"],
      ["agua-limpla.example", "letter"],
    ]);
    expect(site.links?.map((link) => link.b)).toEqual(["canal-norte.example", "boletin-vecinal.example"]);
    const common = site.common.filter(({ other }) => other === "canal-norte.example");
    expect(indicatorSum(common, site.sitesWithIndicators).bits).toBeCloseTo(SHARED_BITS, 9);
    expect(await status("site", "domain=nowhere.example")).toBe(404);
  });

  test("the matrix counts posts, within the cluster asked for", async () => {
    const crew = new Set(world.crews[0]!.members);
    const matrix = await ask<SiteMatrixAnswer>("matrix", "cluster=C01");
    for (const [row, column, posts] of matrix.cells) {
      const { account } = matrix.accounts[row]!;
      const { domain } = matrix.sites[column]!;
      expect(crew.has(account)).toBe(true);
      expect(posts).toBe(world.posts.filter((post) => post.account === account && post.domain === domain).length);
    }
    const group = await ask<SiteMatrixAnswer>("matrix", "group=S01");
    expect(group.sites.map(({ domain }) => domain).sort()).toEqual(["agua-limpia.example", "canal-norte.example"]);
  });

  test("a case written before links were kept says so", async () => {
    const old = join(folder, "old");
    cpSync(casePath, old, { recursive: true });
    rmSync(join(old, "explorer", "sites.json"));
    const other = await openCase(old);
    const sites = await ROUTES.sites!(other, new URLSearchParams());
    const site = await ROUTES.site!(other, new URLSearchParams("domain=agua-limpia.example"));
    other.close();
    expect(sites).toMatchObject({ body: { links: null } });
    expect(site).toMatchObject({ body: { links: null, linkTotal: 0 } });
    writeFileSync(join(old, "explorer", "sites.json"), "{");
    const broken = await openCase(old);
    expect(() => broken.siteLinks()).toThrow(/sites.json .* cannot be read/);
    broken.close();
  });
});

describe("words and texts of a cluster", () => {
  test("words lead to exactly the posts that were counted", async () => {
    const found = await ask<NarrativesAnswer>("narratives", "cluster=C01");
    // Nobody else of the small world writes Spanish, so all languages are compared.
    expect([found.language, found.texts.others > 0]).toEqual([null, true]);
    expect(found.terms.length).toBeGreaterThan(0);
    for (const { term, posts } of found.terms.slice(0, 5)) {
      const listed = await ask<PostsAnswer>("term", new URLSearchParams({ cluster: "C01", term }).toString());
      expect(listed.count).toBe(posts);
      expect(listed.rows.every((post) => post.clusterId === "C01")).toBe(true);
    }
    const [first] = found.terms;
    const rest = await ask<PostsAnswer>(
      "term",
      new URLSearchParams({ cluster: "C01", term: first!.term, offset: "3" }).toString(),
    );
    const whole = await ask<PostsAnswer>("term", new URLSearchParams({ cluster: "C01", term: first!.term }).toString());
    expect(rest.rows[0]?.post).toBe(whole.rows[3]?.post);
    expect(await status("term", "cluster=C01")).toBe(400);
    expect(await status("narratives", "cluster=C77")).toBe(404);
  });

  test("families: who was first, how long the others took, and how many there are", async () => {
    const { families } = await ask<NarrativesAnswer>("narratives", "cluster=C01");
    expect(families.length).toBeGreaterThan(0);
    for (const family of families) {
      const touched = world.actions
        .filter((action) => action.trace === "same-text" && action.label === family.label)
        .sort((x, y) => x.timeMs - y.timeMs || x.post - y.post);
      const firsts = new Map<number, number>();
      for (const { account, timeMs } of touched) if (!firsts.has(account)) firsts.set(account, timeMs);
      expect(family.posts).toBe(touched.length);
      expect(family.accounts).toBe(firsts.size);
      expect(family.firstAccount).toBe(touched[0]?.account);
      const lags = [...firsts]
        .filter(([account]) => account !== family.firstAccount)
        .map(([, at]) => at - family.firstMs);
      lags.sort((x, y) => x - y);
      const middle = (lags[Math.floor((lags.length - 1) / 2)]! + lags[Math.ceil((lags.length - 1) / 2)]!) / 2;
      expect(family.medianLagMs).toBeCloseTo(middle, 6);
    }
  });
});

describe("compare", () => {
  test("two clusters: the same counts as by hand", async () => {
    const found = await ask<CompareAnswer>("compare", "left=C01&right=C02");
    const [left, right] = world.crews.map((crew) => new Set(crew.members));
    const posts = world.posts.filter((post) => left!.has(post.account));
    expect(found.left.posts).toBe(posts.length);
    expect(found.left.time.reduce((sum, count) => sum + count, 0)).toBe(posts.length);
    expect(found.left.hours.reduce((sum, count) => sum + count, 0)).toBe(posts.length);
    expect(found.left.rates.pairs).toBe((14 * 13) / 2);
    const inside = pairs.filter((pair) => left!.has(pair.a) && left!.has(pair.b));
    expect(found.left.rates.significant).toBe(new Set(inside.map((pair) => `${pair.a} ${pair.b}`)).size);
    let sameSite = 0;
    for (const domain of new Set(posts.flatMap((post) => post.domain ?? []))) {
      const k = new Set(posts.filter((post) => post.domain === domain).map((post) => post.account)).size;
      sameSite += (k * (k - 1)) / 2;
    }
    expect(found.left.rates.sameSite).toBe(sameSite);
    expect(found.matching).toBeNull();
    const between = pairs.filter(
      (pair) => (left!.has(pair.a) && right!.has(pair.b)) || (right!.has(pair.a) && left!.has(pair.b)),
    );
    expect(found.common.pairs.reduce((sum, row) => sum + row.pairs, 0)).toBe(between.length);
    expect(found.common.accounts).toBe(0);
  });

  test("a cluster and random accounts: nobody of a cluster among them, the same ones each time", async () => {
    const found = await ask<CompareAnswer>("compare", "left=C03");
    expect(found.matching).toMatchObject({ wanted: 5, seed: 1 });
    const { close = 0, near = 0, none = 0, pool = 0 } = found.matching ?? {};
    expect(close + near + none).toBe(5);
    expect(pool).toBe(world.accounts.length - world.crews.flatMap((crew) => crew.members).length);
    expect(found.right.accounts).toBe(close + near);
    expect(await ask<CompareAnswer>("compare", "left=C03")).toEqual(found);
  });

  test("refuses what is no cluster, and a cluster with itself", async () => {
    expect(await status("compare", "left=C77")).toBe(404);
    expect(await status("compare", "left=C01&right=C77")).toBe(404);
    expect(await status("compare", "left=C01&right=C01")).toBe(400);
  });
});
