import { createHash } from "node:crypto";
import type { SharedBounds } from "../corpus/shared-rows.ts";
import type { SharedAbout, SharedCase } from "../exports/shared-case.ts";
import { hideNames } from "../exports/shared-names.ts";
import { hidePlaces } from "../exports/shared-places.ts";
import { leaveOutTexts } from "../exports/shared-without-texts.ts";
import { knownNames } from "../store/known-names.ts";
import { sharedRows } from "../store/shared-rows.ts";
import type { CaseSource } from "./case-source.ts";

export interface ShareOptions {
  /** When the copy is made; milliseconds since 1970. */
  readonly madeMs: number;
  readonly version: string;
  /** Key of the pseudonyms; null: names stay. */
  readonly key: string | null;
  readonly withTexts: boolean;
  /** The case itself was made with pseudonyms. */
  readonly isPseudonymised: boolean;
}

/** What a copy of the case carries, within bounds. */
export async function shareCase(source: CaseSource, bounds: SharedBounds, options: ShareOptions): Promise<SharedCase> {
  const { overview, store } = source;
  const clusters = overview.clusters.map(({ clusterId }) => {
    const profile = source.cluster(clusterId);
    if (profile === undefined) throw new Error(`overview names cluster ${clusterId}, which the case lacks`);
    return profile;
  });
  const rows = await sharedRows(store, {
    windows: overview.traces,
    named: clusters.flatMap(({ objects }) => objects),
    bounds,
  });
  let shared: Omit<SharedCase, "about"> = hidePlaces({ overview, clusters, rows });
  // Names first: those of clusters are made of labels, of which then only those without words stay.
  if (options.key !== null) shared = hideNames(shared, await knownNames(store), keyedHash(options.key));
  if (!options.withTexts) shared = leaveOutTexts(shared);
  const about: SharedAbout = {
    madeMs: options.madeMs,
    version: options.version,
    dataHash: sha256(JSON.stringify(shared)),
    isPseudonymised: options.key !== null || options.isPseudonymised,
    hasTexts: options.withTexts,
    bounds,
  };
  return { about, ...shared };
}

/** As the store makes them (`src/store/pseudonyms.ts`), so that a case and a copy made with the same key agree. */
export function keyedHash(key: string): (id: string) => string {
  const known = new Map<string, string>();
  return (id) => {
    const hidden = known.get(id) ?? `p_${sha256(key + sha256(key + id)).slice(0, 16)}`;
    known.set(id, hidden);
    return hidden;
  };
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
