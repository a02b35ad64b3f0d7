import type { Draft } from "../../src/clusters/draft.ts";
import type { EvidenceLayer } from "../../src/clusters/evidence-layer.ts";
import { evidenceOf } from "../../src/clusters/measures/cluster-evidence.ts";
import type { MeasureInput } from "../../src/clusters/measures/measure.ts";
import { openStore } from "../../src/store/database.ts";
import { nameClusterAccounts } from "../../src/store/evidence-tables.ts";
import { nameEvidencePosts } from "../../src/store/rival-facts.ts";
import { EVIDENCE_TABLES, INPUT_TABLES } from "../../src/store/schema.ts";
import { evidenceByHand, layerByHand } from "./layers.ts";

/** An account; those with a number of a cluster belong to it. */
export interface AccountByHand {
  readonly cluster?: number;
  readonly bio?: string;
  readonly handle?: string;
  readonly createdMs?: number;
}

/** A post by account number; `object` is what it did, 0 to 99: none means something nobody else does. */
export interface PostByHand {
  readonly account: number;
  readonly timeMs?: number;
  readonly object?: number;
  readonly text?: string;
  readonly urls?: readonly string[];
  readonly mentions?: readonly string[];
  /** Number of the post answered; its author is known. */
  readonly answers?: number;
}

const MINUTE_MS = 60_000;

/** A draft in which all these accounts are tied to each other. */
export function draftByHand(accounts: readonly number[], change: Partial<Draft> = {}): Draft {
  const ties = accounts.flatMap((a, i) =>
    accounts.slice(i + 1).map((b) => ({ a, b, layer: 0, pair: 0, isCarried: false })),
  );
  return {
    accounts,
    membership: accounts.map(() => 1),
    strength: accounts.map(() => 1),
    stability: 1,
    q: 0.001,
    bits: 10,
    observed: 3,
    expected: 0.1,
    ties,
    control: { p: null, strength: 10 },
    joined: [],
    parts: [[...accounts]],
    likenesses: [],
    deeds: null,
    reading: "unexplained",
    weakBecause: null,
    ...change,
  };
}

/** A small store with its clusters and their evidence, as every measure reads them. Close the store. */
export async function measureInput(
  accounts: readonly AccountByHand[],
  posts: readonly PostByHand[],
): Promise<MeasureInput> {
  const store = await openStore(":memory:");
  await store.run(INPUT_TABLES);
  await store.run(EVIDENCE_TABLES);
  for (const [account, { bio = null, handle = null, createdMs = null }] of accounts.entries()) {
    await store.run(
      "insert into accounts (account, account_id, handle, bio, created_ms, posts) values ($account, $id, $handle, $bio, $createdMs, 0)",
      { account, id: `id${account}`, handle, bio, createdMs },
    );
  }
  const list = (items: readonly string[] | undefined) =>
    items === undefined ? "null" : `[${items.map((item) => `'${item}'`).join(", ")}]`;
  for (const [post, { account, timeMs = 0, text = null, urls, mentions, answers }] of posts.entries()) {
    await store.run(
      `insert into posts (post, post_id, account, time_ms, kind, text, urls, mentions, target_post_id, target_account_id, file, row)
       values ($post, $id, $account, $timeMs, $kind, $text, ${list(urls)}, ${list(mentions)}, $target, $author, 0, 2)`,
      {
        post,
        id: `p${post}`,
        account,
        timeMs,
        kind: answers === undefined ? "post" : "reply",
        text,
        target: answers === undefined ? null : `p${answers}`,
        author: answers === undefined ? null : `id${posts[answers]!.account}`,
      },
    );
  }
  const count = 1 + Math.max(...accounts.map(({ cluster = -1 }) => cluster));
  const drafts = Array.from({ length: count }, (_, cluster) =>
    draftByHand(accounts.flatMap((account, i) => (account.cluster === cluster ? [i] : []))),
  );
  const layers: EvidenceLayer[] = [
    evidenceByHand(
      posts.map(({ account, object, timeMs = 0 }, post) => [account, object ?? 100 + post, timeMs] as const),
      MINUTE_MS,
      layerByHand([]),
    ),
  ];
  const clusterIds = drafts.map((_, i) => `C0${i + 1}`);
  const clusterOf = Int32Array.from(accounts, ({ cluster = -1 }) => cluster);
  const evidence = drafts.map((draft) => evidenceOf(draft, layers));
  await nameClusterAccounts(
    store,
    accounts.flatMap(({ cluster }, account) =>
      cluster === undefined ? [] : [{ account, clusterId: clusterIds[cluster]! }],
    ),
  );
  await nameEvidencePosts(
    store,
    evidence.flatMap(({ acts }, i) => acts.map(({ post }) => ({ post, clusterId: clusterIds[i]! }))),
  );
  return { store, drafts, layers, evidence, clusterIds, clusterOf };
}

/** Asks a measure about one small store, and closes that. */
export async function measured<Measure>(
  measure: (input: MeasureInput) => Promise<Measure[]> | Measure[],
  accounts: readonly AccountByHand[],
  posts: readonly PostByHand[],
): Promise<Measure[]> {
  const input = await measureInput(accounts, posts);
  try {
    return await measure(input);
  } finally {
    input.store.close();
  }
}
