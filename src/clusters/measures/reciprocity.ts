import { knowsLinks, memberLinks } from "../../store/rival-facts.ts";
import type { MeasureInput } from "./measure.ts";

/**
 * Do the members know each other, and show it?
 *
 * Members who answer, pass on or mention other members, in any post of theirs; and of the pairs that do so at all, the share in which it
 * goes both ways (reciprocity of a directed graph, Newman, Forrest and Balthrop 2002, doi:10.1103/PhysRevE.66.035101). Friends and fans
 * talk to each other; accounts that are run do not, or all of them talk to the same few.
 *
 * What it does not show: talk that the export does not hold; and a crew can stage it (`effort`). Null: the export names nobody.
 */
export interface Reciprocity {
  /** Members who speak to another member or are spoken to. */
  readonly linked: number;
  /** Unordered pairs of members with any word between them, and with words both ways. */
  readonly pairs: number;
  readonly mutual: number;
}

export async function measureReciprocity({ store, drafts, clusterIds }: MeasureInput): Promise<(Reciprocity | null)[]> {
  if (!(await knowsLinks(store))) return drafts.map(() => null);
  const directed = new Map(clusterIds.map((id) => [id, new Set<string>()]));
  for (const { clusterId, from, to } of await memberLinks(store)) directed.get(clusterId)!.add(`${from} ${to}`);
  return clusterIds.map((id): Reciprocity => {
    const own = directed.get(id)!;
    const linked = new Set<string>();
    const pairs = new Set<string>();
    let mutual = 0;
    for (const edge of own) {
      const [from, to] = edge.split(" ") as [string, string];
      linked.add(from).add(to);
      const key = Number(from) < Number(to) ? edge : `${to} ${from}`;
      if (pairs.has(key)) mutual++;
      pairs.add(key);
    }
    return { linked: linked.size, pairs: pairs.size, mutual };
  });
}
