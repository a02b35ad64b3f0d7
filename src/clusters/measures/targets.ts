import { evidenceTargets } from "../../store/rival-facts.ts";
import { byCluster, type MeasureInput } from "./measure.ts";

/** Whom do the members answer and pass on, where the evidence is that? Null: none of it is, or the export does not name authors. */
export interface Targets {
  /** Posts on the evidence that answer or pass on somebody, and how many of them the commonest author. */
  readonly posts: number;
  readonly top: number;
  readonly authors: number;
  /** Of these posts, those that concern a member of the cluster. */
  readonly toMembers: number;
}

export async function measureTargets({ store, clusterIds }: MeasureInput): Promise<(Targets | null)[]> {
  return byCluster(clusterIds, await evidenceTargets(store));
}
