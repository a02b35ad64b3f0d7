import { meetingsOfPair } from "../closest.ts";
import type { Draft } from "../draft.ts";
import type { EvidenceLayer } from "../evidence-layer.ts";

/**
 * What a cluster's evidence consists of: the objects on which its significant pairs met, and the members' actions on them. All measures
 * ask about these, so that what the members do besides says nothing about the claim.
 *
 * Cost: one walk over both accounts' actions for each significant pair.
 */
export interface ClusterEvidence {
  /** Objects met on, layer after layer, ascending within a layer. */
  readonly objects: readonly EvidenceObject[];
  /** Members' actions on them, one each for a post and an object. */
  readonly acts: readonly EvidenceAct[];
  /** For each significant pair and trace its meetings; the traces of one pair follow each other. */
  readonly pairs: readonly PairMeetings[];
}

export interface EvidenceObject {
  readonly layer: number;
  readonly object: number;
}

export interface EvidenceAct extends EvidenceObject {
  readonly account: number;
  readonly post: number;
  readonly timeMs: number;
}

export interface PairMeetings {
  readonly a: number;
  readonly b: number;
  readonly layer: number;
  readonly objects: readonly number[];
  /** Of each meeting the later action. */
  readonly timesMs: readonly number[];
}

export function evidenceOf(draft: Draft, layers: readonly EvidenceLayer[]): ClusterEvidence {
  const met = layers.map(() => new Set<number>());
  const pairs = draft.ties.map(({ a, b, layer }): PairMeetings => {
    const { timeline, index, windowMs } = layers[layer]!;
    const meetings = meetingsOfPair(timeline, index, windowMs, a, b);
    for (const { object } of meetings) met[layer]!.add(object);
    return {
      a,
      b,
      layer,
      objects: meetings.map(({ object }) => object),
      timesMs: meetings.map(({ left, right }) => Math.max(timeline.timeMs[left]!, timeline.timeMs[right]!)),
    };
  });
  const objects = met.flatMap((set, layer) =>
    [...set].sort((left, right) => left - right).map((object) => ({ layer, object })),
  );
  const members = new Set(draft.accounts);
  const acts: EvidenceAct[] = [];
  for (const { layer, object } of objects) {
    const { timeline } = layers[layer]!;
    for (let i = timeline.starts[object]!; i < timeline.starts[object + 1]!; i++) {
      const account = timeline.account[i]!;
      if (!members.has(account)) continue;
      acts.push({ layer, object, account, post: timeline.post[i]!, timeMs: timeline.timeMs[i]! });
    }
  }
  return { objects, acts, pairs };
}
