import type { Community } from "../communities/community.ts";
import { type ConsensusOptions, consensusCommunities } from "../communities/consensus.ts";
import { united } from "../communities/united.ts";
import { accountGraph } from "../graphs/account.ts";
import type { Layer } from "../graphs/layer.ts";

/**
 * Groups of significant pairs, as the traces have them one by one.
 *
 * Bursts speak last. That the same people come to one burst after the other holds for crowds of hundreds, and where several groups attend the
 * same bursts (the desks of one operation at a debate, fans of one sport) it holds across all of them: their pairs would run groups together
 * that every other trace keeps apart. So bursts make groups of accounts only that no other trace has grouped. Pairs of bursts within a group
 * stay evidence, whatever made it.
 *
 * One exception: of a crew of hundreds a handful may also have shared a picture, and would stand apart from it for that. A group is a crumb
 * of a burst group ten times its size when at least half of its accounts have pairs of bursts with a quarter of that one each. A desk among
 * desks is no crumb: it is not a tenth of those whom nothing else has grouped.
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
  const crowds = consensusCommunities(accountGraph(left), options);
  return withCrumbs(sure, crowds, partnersOf(layers.filter(isBurst)));
}

const without = (layer: Layer): Layer => ({ ...layer, kept: new Uint32Array(0), carried: new Uint32Array(0) });

/** A crumb is so many times smaller than its group, */
const CRUMB = 10;
/** of which so many of its accounts */
const CRUMB_ACCOUNTS = 0.5;
/** have pairs with so much. */
const CRUMB_PAIRS = 0.25;

function withCrumbs(
  sure: readonly Community[],
  crowds: readonly Community[],
  partners: ReadonlyMap<string, ReadonlySet<string>>,
): Community[] {
  const crumbsOf = crowds.map((): Community[] => []);
  const whole = sure.filter((group) => {
    const at = crowds.findIndex(({ nodes }) => isCrumb(group.nodes, nodes, partners));
    crumbsOf[at]?.push(group);
    return at < 0;
  });
  return [...whole, ...crowds.map((crowd, i) => united([crowd, ...crumbsOf[i]!]))];
}

function isCrumb(
  group: readonly string[],
  crowd: readonly string[],
  partners: ReadonlyMap<string, ReadonlySet<string>>,
): boolean {
  if (group.length * CRUMB > crowd.length) return false;
  const belonging = group.filter((node) => {
    const own = partners.get(node);
    return own !== undefined && crowd.filter((other) => own.has(other)).length >= CRUMB_PAIRS * crowd.length;
  });
  return belonging.length >= CRUMB_ACCOUNTS * group.length;
}

/** Nodes of the graph with those they have a pair with. */
function partnersOf(layers: readonly Layer[]): Map<string, Set<string>> {
  const partners = new Map<string, Set<string>>();
  const note = (one: number, other: number): void => {
    const own = partners.get(String(one)) ?? new Set();
    partners.set(String(one), own.add(String(other)));
  };
  for (const { pairs, kept } of layers) {
    for (const i of kept) {
      note(pairs.a[i]!, pairs.b[i]!);
      note(pairs.b[i]!, pairs.a[i]!);
    }
  }
  return partners;
}
