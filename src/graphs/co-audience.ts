import { coAct } from "../coaction/kernel.ts";
import { assess } from "../coaction/significance.ts";
import type { TraceName } from "../corpus/trace.ts";

/** Two things (contents, sites) that share more of their audience than chance would give them. */
export interface CoAudienceLink {
  readonly a: number;
  readonly b: number;
  readonly shared: number;
  readonly expected: number;
  readonly q: number;
  readonly bits: number;
}

/**
 * Question: which things are pushed by the same accounts beyond chance?
 *
 * The co-action question turned round: things take the place of accounts, accounts the place of objects, and the window is without
 * end. Nulls, bits and false discovery rate are those of `coaction/significance.ts`; at least two accounts in common.
 *
 * @param things a number below `thingCount` for each row
 * @param actors who acted on it, a number below `actorCount`
 */
export function coAudience(
  trace: TraceName,
  things: Uint32Array,
  thingCount: number,
  actors: Uint32Array,
  actorCount: number,
  q: number,
): CoAudienceLink[] {
  const actions = {
    trace,
    count: things.length,
    accountCount: thingCount,
    objectCount: actorCount,
    account: things,
    object: actors,
    timeMs: new Float64Array(things.length),
    post: new Uint32Array(things.length),
  };
  const { pairs, timeline } = coAct(actions, { windowMs: Number.POSITIVE_INFINITY, minObjects: 2 });
  const { significance } = assess(pairs, timeline, 2, q, false, false);
  const links: CoAudienceLink[] = [];
  for (let i = 0; i < pairs.count; i++) {
    if (significance.q[i]! > q) continue;
    links.push({
      a: pairs.a[i]!,
      b: pairs.b[i]!,
      shared: pairs.objects[i]!,
      expected: significance.expected[i]!,
      q: significance.q[i]!,
      bits: significance.bits[i]!,
    });
  }
  return links;
}
