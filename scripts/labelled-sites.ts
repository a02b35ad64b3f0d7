import { existsSync } from "node:fs";
import { join } from "node:path";
import { UserError } from "../src/corpus/issue.ts";
import { type JoinedSites, joinSites } from "../src/evaluate/join.ts";
import type { Store } from "../src/store/database.ts";
import { readLabels, readSites } from "./labels.ts";

/** The groups of sites of a case beside their truth. */
export interface LabelledSites extends JoinedSites {
  readonly labelsFile: string;
  readonly column: string;
}

/** @throws UserError when the case has no sites.csv, or no labelled site is in it */
export async function readLabelledSites(store: Store, folder: string, labelsFile: string): Promise<LabelledSites> {
  const sitesFile = join(folder, "sites.csv");
  if (!existsSync(sitesFile)) {
    throw new UserError(
      "case-incomplete",
      `${folder} holds no sites.csv; analyse again with this version of Marionet.`,
    );
  }
  const { column, labels } = await readLabels(store, labelsFile, undefined, "domain");
  const joined = joinSites(await readSites(store, sitesFile), labels);
  if (joined.unseen === joined.outcomes.length) {
    throw new UserError(
      "labels-foreign",
      `None of the ${joined.outcomes.length} labelled sites of ${labelsFile} is in ${sitesFile}; it lists sites that clusters link or that carry indicators (--sites of analyze).`,
    );
  }
  return { labelsFile, column, ...joined };
}
