import { nameEvidencePosts } from "../../store/rival-facts.ts";
import { evidenceOf } from "./cluster-evidence.ts";
import type { MeasureInput } from "./measure.ts";
import { measureOpenness, type Openness } from "./openness.ts";
import { measurePersistence, type Persistence } from "./persistence.ts";
import { measureWords, type WordShares } from "./words.ts";

/** All that is measured of one cluster for its rivals. What the export does not hold is null inside, and points neither way. */
export interface ClusterFacts {
  readonly accounts: number;
  readonly openness: Openness;
  readonly persistence: Persistence;
  readonly words: WordShares;
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
  return asked.drafts.map((draft, i) => ({
    accounts: draft.accounts.length,
    openness: openness[i]!,
    persistence: persistence[i]!,
    words: words[i]!,
  }));
}
