import { mapStrings } from "./map-strings.ts";
import type { SharedCase } from "./shared-case.ts";

/** A copy in which clusters go by these names, by id, wherever they are named. */
export function nameClusters<T extends Omit<SharedCase, "about">>(shared: T, names: ReadonlyMap<string, string>): T {
  return mapStrings(shared, (text, { key, parent }) => {
    const isName = key === "clusterName" || (key === "name" && !("accountId" in parent));
    return (isName && names.get(String(parent.clusterId))) || text;
  });
}
