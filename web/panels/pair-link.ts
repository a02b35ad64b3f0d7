import type { Profile, Tie } from "../../src/clusters/profile.ts";
import { linkTo } from "../state/place.ts";

/** The posts behind one tie of a cluster; the pair page keeps the tie's own left and right. */
export function pairLink(profile: Profile, tie: Tie): string {
  const evidence = profile.evidence.find((line) => line.trace === tie.trace)?.id ?? null;
  return linkTo({
    page: "pair",
    cluster: profile.clusterId,
    evidence,
    trace: tie.trace,
    left: profile.members[tie.a]?.account ?? null,
    right: profile.members[tie.b]?.account ?? null,
  });
}

/** The object that many accounts touched. */
export function objectLink(trace: string, object: number, cluster: string | null): string {
  return linkTo({ page: "object", trace, object, cluster });
}
