import { postTexts } from "../../store/rival-facts.ts";
import { foldText, Lexicon } from "../../text/lexicon.ts";
import { CALL_WORDS } from "../lexicons/calls.ts";
import type { MeasureInput } from "./measure.ts";

/**
 * Did somebody call for it in public, and did the members follow?
 *
 * A call is a post by anybody on an object of the evidence that asks people to take part ("streaming party at nine, copy and paste"). Who
 * follows is every other member who acts on the same object at least ten minutes after the first call on it. Fans, clubs and movements
 * organise where everybody can read it; a crew gets its orders where nobody can (Mozilla 2021: a messenger group).
 *
 * What it does not show: a call in a picture, or under another tag; and an operator who calls in public looks open here. Words can be
 * put on by anyone; that half of the members come later, under the same tags, cannot be had without them. Cost: one reading of the posts
 * on the evidence, others' included, and two passes over its actions.
 */
export interface Calls {
  /** Posts that call. */
  readonly calls: number;
  /** Members who act on an object after another account's call on it. */
  readonly following: number;
  /** Members whose posts on the evidence have text; 0: no call could be read. */
  readonly speakers: number;
}

const CALLS = new Lexicon(CALL_WORDS);
/** Nearer ones need not have read it. */
const READ_MS = 10 * 60_000;

export async function measureCalls({ store, drafts, layers, evidence }: MeasureInput): Promise<Calls[]> {
  const asked = new Set<number>();
  for (const { objects } of evidence) {
    for (const { layer, object } of objects) {
      const { starts, post } = layers[layer]!.timeline;
      for (let i = starts[object]!; i < starts[object + 1]!; i++) asked.add(post[i]!);
    }
  }
  const speaking = new Set<number>();
  const calling = new Set<number>();
  for await (const [post, text] of postTexts(store, asked)) {
    speaking.add(post);
    if (CALLS.matchesFolded(foldText(text))) calling.add(post);
  }
  return drafts.map((_, cluster): Calls => {
    const { objects, acts } = evidence[cluster]!;
    const calls = new Set<number>();
    const first = new Map<string, { account: number; timeMs: number }>();
    for (const { layer, object } of objects) {
      const { starts, post, account, timeMs } = layers[layer]!.timeline;
      const key = `${layer} ${object}`;
      for (let i = starts[object]!; i < starts[object + 1]!; i++) {
        if (!calling.has(post[i]!)) continue;
        calls.add(post[i]!);
        if (timeMs[i]! < (first.get(key)?.timeMs ?? Number.POSITIVE_INFINITY)) {
          first.set(key, { account: account[i]!, timeMs: timeMs[i]! });
        }
      }
    }
    const following = new Set<number>();
    const speakers = new Set<number>();
    for (const { layer, object, account, post, timeMs } of acts) {
      if (speaking.has(post)) speakers.add(account);
      const call = first.get(`${layer} ${object}`);
      if (call !== undefined && call.account !== account && timeMs >= call.timeMs + READ_MS) following.add(account);
    }
    return { calls: calls.size, following: following.size, speakers: speakers.size };
  });
}
