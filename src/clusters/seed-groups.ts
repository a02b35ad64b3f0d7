import type { Community } from "../communities/community.ts";
import { type ConsensusOptions, consensusCommunities } from "../communities/consensus.ts";
import { accountGraph } from "../graphs/account.ts";
import type { Layer } from "../graphs/layer.ts";

/**
 * Groups of significant pairs, as the traces have them one by one.
 *
 * Bursts speak last. That the same people come to one burst after the other holds for crowds of hundreds, and where several groups attend the
 * same bursts (the desks of one operation at a debate, fans of one sport) it holds across all of them: their pairs would run groups together
 * that every other trace keeps apart. So bursts make groups of accounts only that no other trace has grouped. Pairs of bursts within a group
 * stay evidence, whatever made it.
 */
export function seedGroups(layers: readonly Layer[], options: ConsensusOptions): Community[] {
  const isBurst = (layer: Layer): boolean => layer.pairs.trace === "burst-hashtag";
  const sure = consensusCommunities(accountGraph(layers.map((one) => (isBurst(one) ? without(one) : one))), options);
  const taken = new Set(sure.flatMap(({ nodes }) => nodes.map(Number)));
  const isFree = ({ pairs }: Layer, i: number): boolean => !taken.has(pairs.a[i]!) && !taken.has(pairs.b[i]!);
  const left = layers.map((one) =>
    isBurst(one) ? { ...without(one), kept: one.kept.filter((i) => isFree(one, i)) } : without(one),
  );
  if (left.every(({ kept }) => kept.length === 0)) return sure;
  return [...sure, ...consensusCommunities(accountGraph(left), options)];
}

const without = (layer: Layer): Layer => ({ ...layer, kept: new Uint32Array(0), carried: new Uint32Array(0) });
