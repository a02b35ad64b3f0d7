import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findSample } from "../../scripts/sample.ts";
import type { ObjectAnswer, PairAnswer, PostHit, PostsAnswer, SearchAnswer } from "../../src/corpus/evidence.ts";
import type { SharedBounds } from "../../src/corpus/shared-rows.ts";
import { mapStrings } from "../../src/exports/map-strings.ts";
import { type Answer, type CaseAnswers, QUESTIONS } from "../../src/exports/questions.ts";
import { sharedAnswers } from "../../src/exports/shared-answers.ts";
import { readClusters, readFront, readRows, type SharedCase, writeShared } from "../../src/exports/shared-case.ts";
import { lastPart } from "../../src/exports/shared-places.ts";
import { type CaseSource, openCase } from "../../src/serve/case-source.ts";
import { BOUNDS } from "../../src/serve/one-file.ts";
import { type ShareOptions, shareCase } from "../../src/serve/shared-case.ts";
import { storeAnswers } from "../../src/serve/store-answers.ts";
import { buildCase } from "../fixtures/explorer-case.ts";
import { makeCase } from "../support/analysis.ts";
import { keptFolder } from "../support/folder.ts";

const OPTIONS: ShareOptions = { madeMs: 0, version: "0.1.0", key: null, withTexts: true, isPseudonymised: false };

/** A whole case and a copy of it, asked the same. */
interface Both {
  readonly source: CaseSource;
  readonly whole: CaseAnswers;
  readonly shared: SharedCase;
  readonly copy: CaseAnswers;
}

async function both(path: string, bounds: SharedBounds): Promise<Both> {
  const source = await openCase(path);
  const { front, clusters, rows } = writeShared(await shareCase(source, bounds, OPTIONS));
  const shared = { ...readFront(front), clusters: readClusters(clusters), rows: readRows(rows) };
  return { source, whole: storeAnswers(source), shared, copy: sharedAnswers(shared, async () => shared.rows) };
}

async function ask<T>(answers: CaseAnswers, name: string, values: Record<string, string | number>): Promise<T> {
  const query = new URLSearchParams(Object.entries(values).map(([key, value]) => [key, String(value)]));
  const answer: Answer = await QUESTIONS[name]!(answers, query);
  if (answer.status !== 200) throw new Error(answer.error);
  // Where the files lay is not told by a copy.
  const bare = mapStrings(answer.body, (text, { key }) => (key === "file" || key === "path" ? lastPart(text) : text));
  return bare as T;
}

/** At most `most` of a list, evenly spread: the store takes its time for each question. */
function some<T>(list: readonly T[], most: number): readonly T[] {
  const step = Math.max(1, Math.ceil(list.length / most));
  return list.filter((_, i) => i % step === 0);
}

/** Every post of a list, page after page. */
async function allRows(answers: CaseAnswers, name: "posts" | "object", values: Record<string, string | number>) {
  const rows: PostHit[] = [];
  for (;;) {
    const page = await ask<Partial<PostsAnswer & ObjectAnswer>>(answers, name, { ...values, offset: rows.length });
    const found = page.rows ?? page.touches ?? [];
    if (found.length === 0) return rows;
    rows.push(...found);
  }
}

const CASES: readonly (readonly [string, (folder: string) => Promise<string>])[] = [
  ["the fixture", (folder) => buildCase(join(folder, "case"))],
  [
    "the sample",
    async (folder) => {
      const sample = findSample();
      return (await makeCase(folder, { files: sample.posts, accounts: sample.accounts! })).path;
    },
  ],
];

describe.each(CASES)("a copy of %s answers as the case itself", (_, make) => {
  const folder = keptFolder();
  let path: string;
  let it: Both;
  beforeAll(async () => {
    path = await make(folder);
    it = await both(path, BOUNDS[0]!);
  });
  afterAll(() => it.source.close());

  const members = () => it.shared.clusters.flatMap((profile) => profile.members);

  test("overview and every cluster", async () => {
    expect(await ask(it.copy, "overview", {})).toEqual(await ask(it.whole, "overview", {}));
    expect(it.shared.clusters.length).toBeGreaterThan(2);
    for (const { clusterId } of it.shared.overview.clusters) {
      expect(await ask(it.copy, "cluster", { id: clusterId })).toEqual(
        await ask(it.whole, "cluster", { id: clusterId }),
      );
    }
  });

  test("pairs of every cluster, both ways round, with all its posts", async () => {
    let posts = 0;
    for (const profile of it.shared.clusters) {
      for (const tie of some(profile.ties, 25)) {
        const [left, right] = [profile.members[tie.a]!.account, profile.members[tie.b]!.account];
        const wanted = { trace: tie.trace, left, right };
        const there = await ask<PairAnswer>(it.copy, "pair", wanted);
        expect(there).toEqual(await ask(it.whole, "pair", wanted));
        posts += there.matches.length;
      }
      for (const tie of some(profile.ties, 3)) {
        const [left, right] = [profile.members[tie.b]!.account, profile.members[tie.a]!.account];
        for (const { trace } of it.shared.overview.traces) {
          const wanted = { trace, left, right };
          expect(await ask(it.copy, "pair", wanted)).toEqual(await ask(it.whole, "pair", wanted));
        }
      }
    }
    expect(posts).toBeGreaterThan(100);
  });

  test("objects that it holds, of all and of members, with when they came", async () => {
    expect(it.shared.rows.objects.length).toBeGreaterThan(20);
    for (const { trace, object } of some(it.shared.rows.objects, 60)) {
      for (const change of [{}, { members: 1 }]) {
        const wanted = { trace, object, ...change };
        const there = await ask<ObjectAnswer>(it.copy, "object", wanted);
        const { held, ...rest } = there;
        expect(rest).toEqual(await ask(it.whole, "object", wanted));
        const all = await allRows(it.whole, "object", wanted);
        const own = await allRows(it.copy, "object", wanted);
        expect(own.length).toBe(held ?? there.touchCount);
        // The first touches of all, then members'.
        expect(own).toEqual(all.filter((touch, i) => i < 200 || touch.clusterId !== null));
      }
    }
  });

  test("every object that a profile names is held", () => {
    const held = new Set(it.shared.rows.objects.map(({ trace, object }) => `${trace} ${object}`));
    const named = it.shared.clusters.flatMap(({ objects }) => objects);
    expect(named.filter(({ trace, object }) => !held.has(`${trace} ${object}`))).toEqual([]);
  });

  test("posts of members and sites: the same, or a part that is counted", async () => {
    const parts = new Set<boolean>();
    const wishes = [
      ...some(members(), 30).map(({ account }) => ({ account })),
      // Of accounts outside clusters a copy holds only what they did with the same objects.
      ...some(it.shared.rows.accounts, 30).map(({ account }) => ({ account })),
      ...some(it.shared.rows.domains, 20).map(({ domain }) => ({ domain })),
    ];
    for (const wanted of wishes) {
      const there = await ask<PostsAnswer>(it.copy, "posts", wanted);
      const whole = await ask<PostsAnswer>(it.whole, "posts", wanted);
      expect({ ...there, rows: 0, held: 0 }).toEqual({ ...whole, rows: 0, held: 0 });
      const all = await allRows(it.whole, "posts", wanted);
      const own = await allRows(it.copy, "posts", wanted);
      const kept = new Set(it.shared.rows.posts.map(({ post }) => post));
      expect(own).toEqual(all.filter(({ post }) => kept.has(post)));
      expect(there.held ?? there.count).toBe(own.length);
      parts.add(there.held !== undefined);
    }
    expect([...parts].sort()).toEqual([false, true]);
  });

  test("search finds what the case finds, as far as it is held", async () => {
    const words = ["agua", "RT", "the", "news", "%", "example", "acct", "u1", "<script>"];
    let hits = 0;
    const accounts = new Set(it.shared.rows.accounts.map(({ account }) => account));
    for (const q of words.filter((word) => word.length > 1)) {
      const there = await ask<SearchAnswer>(it.copy, "search", { q });
      const whole = await ask<SearchAnswer>(it.whole, "search", { q });
      expect(there.posts.count).toBeLessThanOrEqual(whole.posts.count);
      const own = new Set(there.posts.rows.map(({ post }) => post));
      const kept = new Set(it.shared.rows.posts.map(({ post }) => post));
      // The first of the case are the first here, too, as far as they are held.
      const expected = whole.posts.rows.filter(({ post }) => kept.has(post));
      expect(expected.filter(({ post }) => !own.has(post))).toEqual([]);
      expect(there.accounts.rows.filter(({ account }) => !accounts.has(account))).toEqual([]);
      const byNumber = new Map(whole.accounts.rows.map((row) => [row.account, row]));
      for (const row of there.accounts.rows) {
        if (byNumber.has(row.account)) expect(row).toEqual(byNumber.get(row.account));
      }
      for (const row of there.domains.rows) {
        const same = whole.domains.rows.find(({ domain }) => domain === row.domain);
        if (same !== undefined) expect(row).toEqual(same);
      }
      hits += there.posts.count + there.accounts.count + there.domains.count;
    }
    expect(hits).toBeGreaterThan(10);
  });

  test("refuses what the case refuses, in the same words", async () => {
    const bad: readonly (readonly [string, Record<string, string | number>])[] = [
      ["cluster", { id: "C99" }],
      ["cluster", { id: "../../case" }],
      ["pair", { trace: "co-url", left: 0, right: 0 }],
      ["pair", { trace: "nothing", left: 0, right: 1 }],
      ["pair", { trace: "co-url", left: 0, right: 4_000_000_000 }],
      ["object", { trace: "co-url", object: -1 }],
      ["posts", {}],
      ["posts", { account: 4_000_000_000 }],
      ["search", { q: "a" }],
      ["search", { q: "a".repeat(201) }],
    ];
    const said = (answers: CaseAnswers, name: string, values: Record<string, string | number>) =>
      ask(answers, name, values).then(
        () => "answered",
        (error: Error) => error.message,
      );
    for (const [name, values] of bad) {
      const sentence = await said(it.copy, name, values);
      expect(sentence).toMatch(/^[A-Z].*\.$/);
      expect(sentence).toBe(await said(it.whole, name, values));
    }
  });

  test("what it does not hold it says, and never as nothing found", async () => {
    const inCluster = new Set(members().map(({ account }) => account));
    const outside = it.shared.rows.accounts.find(({ account }) => !inCluster.has(account))!;
    const [first] = members();
    const trace = it.shared.overview.traces[0]!.trace;
    await expect(ask(it.copy, "pair", { trace, left: first!.account, right: outside.account })).rejects.toThrow(
      /^This file holds pairs of accounts that are in clusters/,
    );
    const held = new Set(it.shared.rows.accounts.map(({ account }) => account));
    const missing = Array.from({ length: it.shared.rows.totals.accounts }, (_, i) => i).find((i) => !held.has(i));
    if (missing !== undefined) {
      await expect(ask(it.copy, "posts", { account: missing })).rejects.toThrow(/^This file holds no post/);
    }
    await expect(ask(it.copy, "object", { trace, object: 4_000_000 })).rejects.toThrow(/does not hold object/);
  });

  test.each(BOUNDS.slice(1))(
    "with narrower bounds %o a claim still leads to its posts, and the rest is counted",
    async (bounds) => {
      const narrow = await both(path, bounds);
      try {
        for (const profile of narrow.shared.clusters) {
          for (const tie of some(profile.ties, 4)) {
            const [left, right] = [profile.members[tie.a]!.account, profile.members[tie.b]!.account];
            const wanted = { trace: tie.trace, left, right };
            const there = await ask<PairAnswer>(narrow.copy, "pair", wanted);
            const whole = await ask<PairAnswer>(it.whole, "pair", wanted);
            expect({ ...there, matches: 0 }).toEqual({ ...whole, matches: 0 });
            const least = Math.min(bounds.objectsPerPair ?? 200, whole.matches.length);
            expect(there.matches.slice(0, least)).toEqual(whole.matches.slice(0, least));
            const known = new Set(whole.matches.map((match) => JSON.stringify(match)));
            expect(there.matches.filter((match) => !known.has(JSON.stringify(match)))).toEqual([]);
          }
        }
        for (const { trace, object } of some(narrow.shared.rows.objects, 12)) {
          const { touches, held, ...rest } = await ask<ObjectAnswer>(narrow.copy, "object", { trace, object });
          const { touches: all, ...whole } = await ask<ObjectAnswer>(it.whole, "object", { trace, object });
          expect(rest).toEqual(whole);
          const kept = all.filter((touch, i) => i < bounds.touchesPerObject || touch.clusterId !== null);
          expect(touches.slice(0, kept.length)).toEqual(kept);
          expect(held === undefined).toBe(touches.length === rest.touchCount);
        }
      } finally {
        narrow.source.close();
      }
    },
  );
});
