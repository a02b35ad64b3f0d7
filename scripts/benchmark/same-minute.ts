import { coAct } from "../../src/coaction/kernel.ts";
import type { TraceName } from "../../src/corpus/trace.ts";
import { UnionFind } from "../../src/math/union-find.ts";
import type { Observation } from "../../src/traces/observe.ts";
import type { BaselineGroup } from "./baseline-group.ts";

const WINDOW_MS = 60_000;
const LEAST_OBJECTS = 2;
const LEAST_ACCOUNTS = 3;
const TRACES: readonly TraceName[] = ["co-url", "same-text"];

/**
 * The plainest recipe there is: who posts the same links, or the same texts, within a minute, at least twice?
 *
 * Two accounts are linked when, within 60 seconds, they posted at least two different links in common, or at least two different texts.
 * Links and texts are counted apart, else one copied post with a link in it would be two coincidences. Groups are the connected
 * components of three or more. No null, no community, no benign explanation. An account scores by the objects it has in common with
 * others.
 *
 * @returns groups ordered by their smallest account
 */
export function sameMinute({ traces }: Observation, accountCount: number): BaselineGroup[] {
  const linked = new UnionFind(accountCount);
  const strength = new Float64Array(accountCount);
  for (const { trace, actions } of traces) {
    if (!TRACES.includes(trace.name)) continue;
    const { pairs } = coAct(actions, { windowMs: WINDOW_MS, minObjects: LEAST_OBJECTS });
    for (let i = 0; i < pairs.count; i++) {
      linked.join(pairs.a[i]!, pairs.b[i]!);
      strength[pairs.a[i]!]! += pairs.objects[i]!;
      strength[pairs.b[i]!]! += pairs.objects[i]!;
    }
  }
  return linked
    .groups()
    .filter((accounts) => accounts.length >= LEAST_ACCOUNTS)
    .map((accounts) => ({ accounts, strength: accounts.map((account) => strength[account]!) }));
}
