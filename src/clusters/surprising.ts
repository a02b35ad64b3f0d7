import { postsByNumber } from "../store/cluster-facts.ts";
import type { Store } from "../store/database.ts";
import { labelsOf } from "../traces/labels.ts";
import { type Meeting, meetingsOfPair } from "./closest.ts";
import type { Draft, DraftTie } from "./draft.ts";
import type { EvidenceLayer } from "./evidence-layer.ts";
import type { PostRef } from "./profile.ts";

/** A tie, the object of it that surprises most, and the two posts on it. */
export interface Example {
  readonly tie: DraftTie;
  readonly label: string;
  readonly left: PostRef;
  readonly right: PostRef;
}

const EXAMPLES = 3;

/** Finds the posts that show a cluster best. */
export class ExampleFinder {
  constructor(
    private readonly store: Store,
    private readonly layers: readonly EvidenceLayer[],
  ) {}

  /** The most surprising ties of different accounts, so that three examples show six accounts where there are so many. */
  async examplesOf(draft: Draft): Promise<Example[]> {
    const bits = ({ layer, pair }: DraftTie): number => this.layers[layer]!.layer.significance.bits[pair]!;
    const ordered = draft.ties
      .filter(({ isCarried }) => !isCarried)
      .sort((left, right) => bits(right) - bits(left) || left.a - right.a || left.b - right.b);
    const chosen: DraftTie[] = [];
    const shown = new Set<number>();
    for (const fresh of [true, false]) {
      for (const tie of ordered) {
        if (chosen.length >= EXAMPLES) break;
        if (chosen.includes(tie) || (fresh && (shown.has(tie.a) || shown.has(tie.b)))) continue;
        chosen.push(tie);
        shown.add(tie.a).add(tie.b);
      }
    }
    const examples: Example[] = [];
    for (const tie of chosen) {
      const example = await this.exampleOf(tie);
      if (example !== null) examples.push(example);
    }
    return examples;
  }

  private async exampleOf(tie: DraftTie): Promise<Example | null> {
    const evidence = this.layers[tie.layer]!;
    const { timeline } = evidence;
    const met = meetingsOfPair(timeline, evidence.index, evidence.windowMs, tie.a, tie.b);
    let best: Meeting | null = null;
    for (const one of met) if (best === null || evidence.bitsOf(one.object) > evidence.bitsOf(best.object)) best = one;
    if (best === null) return null;
    const posts = await postsByNumber(this.store, [timeline.post[best.left]!, timeline.post[best.right]!]);
    const [label] = await labelsOf(this.store, evidence.observed, [best.object]);
    return {
      tie,
      label: label ?? "",
      left: posts.get(timeline.post[best.left]!)!,
      right: posts.get(timeline.post[best.right]!)!,
    };
  }
}
