import { evidenceTexts } from "../../store/rival-facts.ts";
import { foldText, Lexicon } from "../../text/lexicon.ts";
import { CALL_WORDS } from "../lexicons/calls.ts";
import type { MeasureInput } from "./measure.ts";

/**
 * Did somebody call for it in public, and did the others follow?
 *
 * A call is a member's own post on an object of the evidence that asks people to take part ("streaming party at nine, copy and paste").
 * Who follows is every other member who acts on the same object at least ten minutes after the first call on it. Fans, clubs and
 * movements organise where everybody can read it; a crew gets its orders where nobody can (Mozilla 2021: a messenger group).
 *
 * What it does not show: a call by somebody outside of the cluster, or in a picture; and an operator who calls in public looks open here.
 * Words can be put on by anyone; that half of the members come later, under the same tags, cannot be had without them. Cost: one
 * reading of the posts on the evidence, one pass over its actions.
 */
export interface Calls {
  /** Members' posts that call. */
  readonly calls: number;
  /** Members who act on an object after another member's call on it. */
  readonly following: number;
  /** Members whose posts on the evidence have text: of nobody else could a call be read. */
  readonly speakers: number;
}

const CALLS = new Lexicon(CALL_WORDS);
/** Nearer ones need not have read it. */
const READ_MS = 10 * 60_000;

export async function measureCalls({ store, drafts, evidence, clusterIds }: MeasureInput): Promise<Calls[]> {
  const calling = new Map(clusterIds.map((id) => [id, new Set<number>()]));
  const speaking = new Map(clusterIds.map((id) => [id, new Set<number>()]));
  for await (const { clusterId, account, post, text } of evidenceTexts(store)) {
    if (text === null) continue;
    speaking.get(clusterId)!.add(account);
    if (CALLS.matchesFolded(foldText(text))) calling.get(clusterId)!.add(post);
  }
  return drafts.map((_, cluster): Calls => {
    const calls = calling.get(clusterIds[cluster]!)!;
    const { acts } = evidence[cluster]!;
    const first = new Map<string, { account: number; timeMs: number }>();
    for (const { layer, object, account, post, timeMs } of acts) {
      if (!calls.has(post)) continue;
      const key = `${layer} ${object}`;
      if (timeMs < (first.get(key)?.timeMs ?? Number.POSITIVE_INFINITY)) first.set(key, { account, timeMs });
    }
    const following = new Set<number>();
    for (const { layer, object, account, timeMs } of acts) {
      const call = first.get(`${layer} ${object}`);
      if (call !== undefined && call.account !== account && timeMs >= call.timeMs + READ_MS) following.add(account);
    }
    return { calls: calls.size, following: following.size, speakers: speaking.get(clusterIds[cluster]!)!.size };
  });
}
