import type { Store } from "../../store/database.ts";
import { profileRows } from "../../store/profile-rows.ts";
import type { Observation } from "../../traces/observe.ts";
import { observeFronts } from "./fronts.ts";

/** The observation with the trace of fronts behind the others, where the case holds any; see `fronts.ts`. */
export async function withFronts(
  store: Store,
  observation: Observation,
  siteNames: readonly string[],
  options: { readonly seed: number; readonly q: number },
): Promise<Observation> {
  const fronts = observeFronts(
    {
      profiles: await profileRows(store),
      accountCount: observation.accounts,
      sites: observation.traces.find(({ trace }) => trace.name === "co-domain"),
      siteNames,
      indicators: await store.rows(
        "select distinct domain, indicator_type as type, indicator_value as value from indicators order by all",
      ),
    },
    options,
  );
  return fronts.actions.count === 0 ? observation : { ...observation, traces: [...observation.traces, fronts] };
}
