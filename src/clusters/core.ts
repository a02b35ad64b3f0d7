import { type ActingOrder, actingOrder } from "./acting-order.ts";
import type { Draft } from "./draft.ts";
import type { EvidenceLayer } from "./evidence-layer.ts";
import type { Following } from "./following.ts";
import { coreNumbers } from "./k-core.ts";
import { type Places, placesOf } from "./places.ts";

/** Who makes up the core of a cluster, and whom those who are none follow. */
export interface ClusterCore {
  /** Per member, same order as `draft.accounts`. */
  readonly isCore: readonly boolean[];
  readonly order: readonly ActingOrder[];
  readonly following: Following;
}

/** Share of the largest core number from which on a member is central. */
const CENTRAL = 1 / 3;
/** With a single deed there is no order to speak of. */
const LEAST_OBJECTS = 2;

/**
 * Core: not one who only ever acts after the others, and central among those who are not. Joiners are taken away first: whoever copies
 * everybody is tied to everybody and would make all others look as if they stood at the rim.
 */
export function coreOf(draft: Draft, layers: readonly EvidenceLayer[]): ClusterCore {
  const index = new Map(draft.accounts.map((account, i) => [account, i]));
  const places = placesOf(draft, layers);
  const order = places.of.map(actingOrder);
  const links = draft.ties.map(({ a, b }) => [index.get(a)!, index.get(b)!] as const);
  const numbers = coreNumbers(
    draft.accounts.length,
    links.filter(([a, b]) => !order[a]!.isJoiner && !order[b]!.isJoiner),
  );
  const most = numbers.reduce((largest, one) => Math.max(largest, one), 0);
  return {
    isCore: order.map(
      // With all others gone nobody is central: whoever is left alone is no core of anything.
      ({ isJoiner, objects }, i) =>
        !isJoiner && objects >= LEAST_OBJECTS && numbers[i]! > 0 && numbers[i]! >= CENTRAL * most,
    ),
    order,
    following: followingOf(draft, order, places),
  };
}

function followingOf(draft: Draft, order: readonly ActingOrder[], places: Places): Following {
  const openings = new Map<number, number>();
  let joined = 0;
  for (const [i, { isJoiner }] of order.entries()) {
    if (!isJoiner) continue;
    for (const { opener } of places.of[i]!) {
      joined++;
      openings.set(opener, (openings.get(opener) ?? 0) + 1);
    }
  }
  const opener = most(openings);
  const outsider = most(places.outsidersBefore);
  return {
    joiners: order.filter(({ isJoiner }) => isJoiner).length,
    members: draft.accounts.length,
    objects: places.objects,
    opener: opener === null ? null : { account: draft.accounts[opener.key]!, share: opener.count / joined },
    outsider: outsider === null ? null : { account: outsider.key, share: outsider.count / places.objects },
  };
}

/** The lower number where two have as many. */
function most(counts: ReadonlyMap<number, number>): { key: number; count: number } | null {
  let best: { key: number; count: number } | null = null;
  for (const [key, count] of counts) {
    if (best === null || count > best.count || (count === best.count && key < best.key)) best = { key, count };
  }
  return best;
}
