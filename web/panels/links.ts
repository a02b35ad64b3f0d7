import type { Profile, Tie } from "../../src/clusters/profile.ts";
import { linkTo, view } from "../state/place.ts";

/** The page of one account; `cluster` is where the reader comes from, and goes back to. */
export function accountLink(account: number, cluster: string | null = view.value.cluster): string {
  return linkTo({ page: "account", account, cluster });
}

/** The posts behind a pair of accounts: `a` stands on the left. */
export function pairLink(
  { trace, a, b }: { readonly trace: string; readonly a: number; readonly b: number },
  cluster: string | null = view.value.cluster,
): string {
  return linkTo({ page: "pair", cluster, trace, left: a, right: b });
}

/** The posts behind one tie of a cluster, and the line of evidence it belongs to. */
export function tieLink(profile: Profile, tie: Tie): string {
  return linkTo({
    page: "pair",
    cluster: profile.clusterId,
    evidence: profile.evidence.find((line) => line.trace === tie.trace)?.id ?? null,
    trace: tie.trace,
    left: profile.members[tie.a]?.account ?? null,
    right: profile.members[tie.b]?.account ?? null,
  });
}

/** The object that many accounts touched. */
export function objectLink(trace: string, object: number, cluster: string | null): string {
  return linkTo({ page: "object", trace, object, cluster });
}
