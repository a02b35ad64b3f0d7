import type { IdentityFacts } from "../../store/identity-facts.ts";
import type { ObservedTrace } from "../../traces/observe.ts";
import { creationBurst } from "./creation-burst.ts";
import { dormant } from "./dormant.ts";
import { followAsymmetry, followRanks } from "./follow-asymmetry.ts";
import { handleShape, shapesOf } from "./handle-shape.ts";
import { hourOfWeek } from "./hour-of-week.ts";
import { SharedTraits } from "./shared-traits.ts";
import { IDENTITY_SIGNS, type IdentitySign } from "./sign.ts";

/**
 * What the members of clusters have in common beside what they do, each sign against the other accounts of the case. What the export does
 * not hold is left out; what was measured and is nothing out of the common is told with its p. Eight signs a cluster: one in
 * twenty of them falls below 0.05 by chance, and none decides anything by itself.
 *
 * @param profiles the trace of profiles, where there is one
 */
export function identitySigns(
  facts: IdentityFacts,
  profiles: ObservedTrace | undefined,
  seed: number,
): (accounts: readonly number[]) => IdentitySign[] {
  const traits = new SharedTraits(profiles);
  const shapes = shapesOf(facts);
  const ranks = followRanks(facts);
  return (accounts) =>
    [
      creationBurst(accounts, facts, seed),
      handleShape(accounts, facts, shapes),
      dormant(accounts, facts),
      ...traits.of(accounts, seed),
      followAsymmetry(accounts, facts, ranks, seed),
      hourOfWeek(accounts, facts, seed),
    ]
      .filter((sign) => sign !== null)
      .sort(
        (left, right) => left.p - right.p || IDENTITY_SIGNS.indexOf(left.name) - IDENTITY_SIGNS.indexOf(right.name),
      );
}
