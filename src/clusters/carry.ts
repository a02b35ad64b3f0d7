import type { Actions } from "../corpus/actions.ts";
import { meetingsOfPair } from "./closest.ts";
import type { PairedLayer } from "./evidence-layer.ts";
import type { Joined } from "./grow.ts";
import { listPairs } from "./list-pairs.ts";

/** An account that joined, and the group that it joined. */
export interface JoinedTo {
  readonly one: Joined;
  readonly members: readonly number[];
}

/** Two accounts, the lower number first. */
export type PairKey = readonly [a: number, b: number];

/**
 * Through which pairs do the posts show that an account acts with its group?
 *
 * For each account that joined, the fewest members (chosen greedily) that met it on every object it was counted for. Their pairs are
 * marked as carried; those that were not listed, because two accounts met on fewer objects than a pair needs, are listed now, with their
 * own chance, and q = 1: by themselves they are no evidence. What was significant stays what it was.
 *
 * @param actions of each layer
 * @param besides pairs of each layer to be marked as well, because a whole group is shown by them
 */
export function carryJoined(
  layers: readonly PairedLayer[],
  joined: readonly JoinedTo[],
  actions: readonly Actions[],
  besides: ReadonlyMap<number, readonly PairKey[]> = new Map(),
): PairedLayer[] {
  return layers.map((paired, layer) => {
    const wanted = [
      ...(besides.get(layer) ?? []),
      ...joined.flatMap(({ one, members }) =>
        [one, ...(one.looks === null ? [] : [{ account: one.account, ...one.looks }])]
          .filter((shown) => shown.layer === layer)
          .flatMap((shown) => showingPairs(paired, shown, members)),
      ),
    ];
    return wanted.length === 0 ? paired : withCarried(paired, wanted, actions[layer]!);
  });
}

function showingPairs(
  { timeline, index, windowMs }: PairedLayer,
  one: Pick<Joined, "account" | "objects">,
  members: readonly number[],
): PairKey[] {
  const open = new Set(one.objects);
  const partners = members
    .filter((member) => member !== one.account)
    .map((member) => ({
      member,
      objects: meetingsOfPair(timeline, index, windowMs, one.account, member)
        .map(({ object }) => object)
        .filter((object) => open.has(object)),
    }))
    .filter(({ objects }) => objects.length > 0)
    .sort((left, right) => left.member - right.member);
  const chosen: PairKey[] = [];
  while (open.size > 0) {
    let best: (typeof partners)[number] | null = null;
    let most = 0;
    for (const partner of partners) {
      const covers = partner.objects.filter((object) => open.has(object)).length;
      if (covers <= most) continue;
      most = covers;
      best = partner;
    }
    if (best === null) throw new Error(`clusters/carry: account ${one.account} met nobody on objects ${[...open]}`);
    for (const object of best.objects) open.delete(object);
    chosen.push(one.account < best.member ? [one.account, best.member] : [best.member, one.account]);
  }
  return chosen;
}

function withCarried(paired: PairedLayer, wanted: readonly PairKey[], actions: Actions): PairedLayer {
  const { layer } = paired;
  const keyOf = (a: number | undefined, b: number | undefined): string => `${a} ${b}`;
  const keys = new Set(wanted.map(([a, b]) => keyOf(a, b)));
  const significant = new Set(Array.from(layer.kept, (i) => keyOf(layer.pairs.a[i], layer.pairs.b[i])));
  const { pairs, significance } = listPairs(paired, wanted, actions);
  // Pairs listed anew carry no evidence over all traces either.
  const before = new Map(Array.from(layer.pairs.a, (a, i) => [keyOf(a, layer.pairs.b[i]), i]));
  const fused = (column: Float64Array): Float64Array =>
    Float64Array.from(pairs.a, (a, i) => {
      const old = before.get(keyOf(a, pairs.b[i]));
      return old === undefined ? 1 : column[old]!;
    });
  const kept: number[] = [];
  const carried: number[] = [];
  for (let i = 0; i < pairs.count; i++) {
    const key = keyOf(pairs.a[i], pairs.b[i]);
    if (significant.has(key)) kept.push(i);
    else if (keys.has(key)) carried.push(i);
  }
  const marks = { kept: Uint32Array.from(kept), carried: Uint32Array.from(carried) };
  const fusedColumns = { fusedQ: fused(layer.fusedQ), fusedQAccount: fused(layer.fusedQAccount) };
  return { ...paired, layer: { ...layer, pairs, significance, ...fusedColumns, ...marks } };
}
