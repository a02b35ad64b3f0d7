import { distinguishingTerms, type NormalText } from "../clusters/distinguishing-terms.ts";
import type { PostsAnswer } from "../corpus/evidence.ts";
import type { NarrativesAnswer } from "../corpus/narratives.ts";
import type { Store } from "../store/database.ts";
import { evenTexts, mainLanguage, pageOfPosts, type StoredText, textFamilies } from "../store/narratives.ts";
import { termsOf } from "../text/distinguishing.ts";
import { normaliseText } from "../text/normalise.ts";

/** Texts that are counted at most on either side; more are sampled evenly, and that is said. */
const CLUSTER_TEXTS = 10_000;
const OTHER_TEXTS = 15_000;
/** Texts by others in the cluster's language that it takes to compare in this language alone. */
const LEAST_OTHERS = 200;
const TERMS = 60;

interface Read {
  readonly own: readonly (NormalText & { readonly post: number })[];
  readonly answer: NarrativesAnswer;
}

/** What was read of the clusters asked about last; a case does not change while it is served. */
const kept = new WeakMap<Store, Map<string, Read>>();
const CLUSTERS_KEPT = 8;

/** What tells a cluster's texts from those of everybody else, and which texts its members share. About a second at 25,000 texts, once. */
export async function narratives(store: Store, cluster: string): Promise<NarrativesAnswer> {
  return (await readOnce(store, cluster)).answer;
}

/** The very posts of a cluster that were counted for a term, in time order. */
export async function postsWithTerm(store: Store, cluster: string, term: string, offset: number): Promise<PostsAnswer> {
  const { own } = await readOnce(store, cluster);
  // A quick look first: cutting a text into terms takes longer than finding its first word.
  const [head = term] = term.split(" ");
  const found = own.filter(({ normal }) => normal.includes(head) && termsOf(normal).has(term)).map(({ post }) => post);
  return { account: null, domain: null, count: found.length, offset, rows: await pageOfPosts(store, found, offset) };
}

async function readOnce(store: Store, cluster: string): Promise<Read> {
  const cache = kept.get(store) ?? new Map<string, Read>();
  kept.set(store, cache);
  const known = cache.get(cluster);
  if (known !== undefined) return known;
  const main = await mainLanguage(store, cluster);
  const spoken =
    main === null ? null : await evenTexts(store, { cluster, side: "outside", language: main }, OTHER_TEXTS);
  // Against a handful of texts every word would stand out; then better against all languages than against nobody.
  const language = spoken !== null && spoken.all >= LEAST_OTHERS ? main : null;
  const inside = await evenTexts(store, { cluster, side: "inside", language }, CLUSTER_TEXTS);
  const outside =
    language !== null && spoken !== null
      ? spoken
      : await evenTexts(store, { cluster, side: "outside", language: null }, OTHER_TEXTS);
  const normal = ({ post, account, text }: StoredText) => ({ post, account, normal: normaliseText(text) });
  const own = inside.texts.map(normal);
  const terms = distinguishingTerms(own, outside.texts.map(normal));
  const { total, families } = await textFamilies(store, cluster);
  const answer: NarrativesAnswer = {
    clusterId: cluster,
    language,
    texts: {
      cluster: own.length,
      clusterAll: inside.all,
      others: outside.texts.length,
      othersAll: outside.all,
    },
    terms: terms.slice(0, TERMS),
    termTotal: terms.length,
    families,
    familyTotal: total,
  };
  const read = { own, answer };
  const [oldest] = cache.keys();
  if (cache.size >= CLUSTERS_KEPT && oldest !== undefined) cache.delete(oldest);
  cache.set(cluster, read);
  return read;
}
