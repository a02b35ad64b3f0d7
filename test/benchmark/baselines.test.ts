import { join } from "node:path";
import { expect, test } from "vitest";
import { runBaselines } from "../../scripts/benchmark/baselines.ts";
import { accountVectors, cosine, objectsOf } from "../../scripts/benchmark/tfidf.ts";
import { seeded } from "../../src/math/random.ts";
import { writePosts } from "../support/analysis.ts";
import { testFolder } from "../support/folder.ts";

type Post = Readonly<Record<string, string>>;

const at = (seconds: number): string => new Date(Date.UTC(2026, 0, 5) + seconds * 1000).toISOString();

const post = (account: string, seconds: number, url: string): Post => ({
  account_id: account,
  created_at: at(seconds),
  kind: "post",
  urls: `https://site.example/${url}`,
});

/** Forty people, each post its own moment and words: by default a week and two hundred links, which hardly anybody shares. */
function noise(days = 7, links = 200): Post[] {
  const random = seeded(3, "noise");
  return Array.from({ length: 400 }, (_, i) => ({
    ...post(`n${i % 40}`, Math.floor(random() * days * 86_400), `n${Math.floor(random() * links)}`),
    // Own words, from which it is learnt how much a text says.
    text: Array.from({ length: 8 }, () => `word${Math.floor(random() * 300)}`).join(" "),
  }));
}

/** What each baseline groups, as sorted account ids. */
async function groups(posts: readonly Post[]): Promise<Record<string, string[][]>> {
  const file = writePosts(
    join(testFolder(), "posts.csv"),
    posts.map((one, i) => ({ post_id: `p${i}`, ...one })),
  );
  const results = await runBaselines([file], {}, 1);
  return Object.fromEntries(
    results.map(({ name, accounts }) => {
      const clusters = new Map<string, string[]>();
      for (const { accountId, clusterId, reading, score } of accounts) {
        expect([reading, score > 0]).toEqual(clusterId === null ? [null, false] : ["unexplained", true]);
        if (clusterId !== null) clusters.set(clusterId, [...(clusters.get(clusterId) ?? []), accountId]);
      }
      return [name, [...clusters.values()].map((ids) => ids.sort())];
    }),
  );
}

test("same-minute joins whoever shares two links within a minute, and nobody who does so once or later", async () => {
  const found = await groups([
    ...["a", "b", "c"].flatMap((account, i) => [post(account, i * 30, "x"), post(account, 9000 + i * 30, "y")]),
    // d shares one link in time and one too late; e and f are a pair only.
    ...[post("d", 10, "x"), post("d", 9200, "y")],
    ...[post("e", 100, "v"), post("f", 100, "v"), post("e", 900, "w"), post("f", 960, "w")],
    ...noise(),
  ]);
  expect(found["same-minute"]).toEqual([["a", "b", "c"]]);
});

const TEXTS = [
  "Seventeen marmalade lighthouses negotiated quietly with bewildered accountants beyond Trondheim harbour",
  "Nobody repaired the crooked orchestra before Wednesday's ferry carried our patient beekeepers northward",
];

test("same-minute does not take one copied post with a link for two coincidences, but two copied posts", async () => {
  const crew = ["a", "b", "c"];
  const copied = crew.map((account, i) => ({ ...post(account, i, "x"), text: TEXTS[0]! }));
  expect((await groups([...copied, ...noise()]))["same-minute"]).toEqual([]);
  const again = crew.map((account, i) => ({ ...post(account, 5000 + i, `own-${account}`), text: TEXTS[1]! }));
  expect((await groups([...copied, ...again, ...noise()]))["same-minute"]).toEqual([crew]);
});

test("pure noise: same-minute is silent, a percentile is not", async () => {
  const found = await groups(noise(1, 20));
  expect(found["same-minute"]).toEqual([]);
  expect(found["top-percentile, counts"]!.length).toBeGreaterThan(0);
});

test("both percentile recipes find a crew that shares links within the hour, not within the minute", async () => {
  const crew = ["a", "b", "c", "d"].flatMap((account, i) =>
    Array.from({ length: 6 }, (_, k) => post(account, k * 40_000 + i * 600, `crew${k}`)),
  );
  const found = await groups([...crew, ...noise()]);
  expect(found["same-minute"]).toEqual([]);
  expect(found["top-percentile, counts"]).toEqual([["a", "b", "c", "d"]]);
  expect(found["top-percentile, TF-IDF"]).toEqual([["a", "b", "c", "d"]]);
});

test("no posts in common, no groups", async () => {
  const found = await groups([post("a", 0, "x"), post("b", 0, "y"), post("c", 0, "z")]);
  expect(Object.values(found)).toEqual([[], [], []]);
});

test("TF-IDF vectors: rare objects weigh, common ones do not", () => {
  // Accounts 0 and 1 share rare object 1; all four share object 0, which says nothing.
  const cells: [number, number][] = [
    [0, 0],
    [0, 1],
    [1, 1],
    [1, 0],
    [1, 1],
    [2, 0],
    [3, 0],
    [3, 2],
    [3, 1],
  ];
  const vectors = accountVectors({
    trace: "co-url",
    count: cells.length,
    accountCount: 5,
    objectCount: 3,
    account: Uint32Array.from(cells, ([account]) => account),
    object: Uint32Array.from(cells, ([, object]) => object),
    timeMs: new Float64Array(cells.length),
    post: new Uint32Array(cells.length),
  });
  expect([0, 1, 2, 3, 4].map((account) => objectsOf(vectors, account))).toEqual([2, 2, 1, 3, 0]);
  expect(cosine(vectors, 0, 1)).toBeCloseTo(1, 12);
  expect(cosine(vectors, 0, 2)).toBe(0);
  expect(cosine(vectors, 0, 4)).toBe(0);
  const [common, rare] = [Math.log(4 / 3), Math.log(4)];
  expect(cosine(vectors, 0, 3)).toBeCloseTo(common / Math.hypot(common, rare), 12);
});
