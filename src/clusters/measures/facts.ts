import { nameEvidencePosts } from "../../store/rival-facts.ts";
import { type Calls, measureCalls } from "./calls.ts";
import { type Clock, measureClock } from "./clock.ts";
import { evidenceOf } from "./cluster-evidence.ts";
import { type Copies, measureCopies } from "./copies.ts";
import { type Disclosure, measureDisclosure } from "./disclosure.ts";
import { type Lifetimes, measureLifetimes } from "./lifetimes.ts";
import type { MeasureInput } from "./measure.ts";
import { measureOpenness, type Openness } from "./openness.ts";
import { measurePersistence, type Persistence } from "./persistence.ts";
import { measureReciprocity, type Reciprocity } from "./reciprocity.ts";
import { measureTargets, type Targets } from "./targets.ts";
import { measureTrades, type Trades } from "./trades.ts";
import { measureWords, type WordShares } from "./words.ts";

/** All that is measured of one cluster for its rivals. What the export does not hold is null, and points neither way. */
export interface ClusterFacts {
  readonly accounts: number;
  readonly openness: Openness;
  readonly persistence: Persistence;
  readonly words: WordShares;
  readonly copies: Copies;
  readonly disclosure: Disclosure | null;
  readonly calls: Calls;
  readonly reciprocity: Reciprocity | null;
  readonly targets: Targets | null;
  readonly lifetimes: Lifetimes;
  readonly clock: Clock;
  readonly trades: Trades;
}

/** The temporary table `cluster_accounts` must hold the accounts of `drafts` under `clusterIds`. One entry a draft, same order. */
export async function clusterFacts(asked: Omit<MeasureInput, "evidence">): Promise<ClusterFacts[]> {
  const evidence = asked.drafts.map((draft) => evidenceOf(draft, asked.layers));
  await nameEvidencePosts(
    asked.store,
    evidence.flatMap(({ acts }, cluster) =>
      [...new Set(acts.map(({ post }) => post))].map((post) => ({ post, clusterId: asked.clusterIds[cluster]! })),
    ),
  );
  const input = { ...asked, evidence };
  const openness = measureOpenness(input);
  const persistence = measurePersistence(input);
  const words = await measureWords(input);
  const copies = await measureCopies(input);
  const disclosure = await measureDisclosure(input);
  const calls = await measureCalls(input);
  const reciprocity = await measureReciprocity(input);
  const targets = await measureTargets(input);
  const lifetimes = await measureLifetimes(input);
  const clock = await measureClock(input);
  const trades = await measureTrades(input);
  return asked.drafts.map((draft, i) => ({
    accounts: draft.accounts.length,
    openness: openness[i]!,
    persistence: persistence[i]!,
    words: words[i]!,
    copies: copies[i]!,
    disclosure: disclosure[i]!,
    calls: calls[i]!,
    reciprocity: reciprocity[i]!,
    targets: targets[i]!,
    lifetimes: lifetimes[i]!,
    clock: clock[i]!,
    trades: trades[i]!,
  }));
}
