import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { UserError } from "../src/corpus/issue.ts";
import { joinLabels } from "../src/evaluate/join.ts";
import type { Outcome } from "../src/evaluate/outcome.ts";
import type { Store } from "../src/store/database.ts";
import { readAccounts, readLabels } from "./labels.ts";

/** A case beside its truth. */
export interface LabelledCase {
  readonly folder: string;
  readonly labelsFile: string;
  readonly column: string;
  readonly outcomes: readonly Outcome[];
  readonly unlabelled: number;
  readonly unseen: number;
}

/**
 * Which file speaks of which case: none given, the file `beside` in the folder that holds each case (where `simulate` puts it when the
 * case is written into the world's folder); one given, that one for all; as many as cases, each its own, in order.
 *
 * @throws UserError when the numbers do not fit, or a file is not there
 */
export function pairedFiles(
  cases: readonly string[],
  given: readonly string[],
  flag: string,
  beside: string | null,
): string[] {
  if (given.length > 1 && given.length !== cases.length) {
    const times = `${flag} was given ${given.length} times for ${cases.length} ${cases.length === 1 ? "case" : "cases"}`;
    const orNone = beside === null ? "" : `, or not at all where ${beside} lies beside each case`;
    throw new UserError(
      "labels-count",
      `${times}; give it once for all, once for each case in the same order${orNone}.`,
    );
  }
  return cases.map((folder, i) => {
    const file = given.length === 0 ? join(dirname(resolve(folder)), beside ?? "") : (given[i] ?? given[0]!);
    if (existsSync(file)) return file;
    if (given.length > 0) throw new UserError("file-missing", `There is no file ${file}; give a CSV with ${flag}.`);
    throw new UserError("file-missing", `There is no ${beside} beside ${folder}; name the file with ${flag}.`);
  });
}

/** @throws UserError when the folder is no case, or the labels are of other accounts */
export async function readLabelledCase(
  store: Store,
  folder: string,
  labelsFile: string,
  wanted: string | undefined,
): Promise<LabelledCase> {
  const accountsFile = join(folder, "accounts.csv");
  const accounts = await readAccounts(store, accountsFile);
  const { column, labels } = await readLabels(store, labelsFile, wanted);
  const joined = joinLabels(accounts, labels);
  if (joined.outcomes.length === 0) {
    throw new UserError(
      "labels-foreign",
      `None of the ${accounts.length} accounts in ${accountsFile} has a label in ${labelsFile} (column ${column}); check that account_id is written alike in both.`,
    );
  }
  return { folder, labelsFile, column, ...joined };
}

/** @throws UserError on a folder without accounts.csv, and on one named twice: it would count twice */
export function checkCases(folders: readonly string[]): void {
  for (const [i, folder] of folders.entries()) {
    if (!existsSync(join(folder, "accounts.csv"))) {
      throw new UserError(
        "case-missing",
        `${folder} holds no accounts.csv; give the folder that \`npm run analyze\` wrote.`,
      );
    }
    if (folders.findIndex((other) => resolve(other) === resolve(folder)) < i) {
      throw new UserError("case-twice", `${folder} is named twice; each case counts once.`);
    }
  }
}

/**
 * @param named labels that the user gave by --positive and --leave-out
 * @throws UserError when no case has such a label
 */
export function checkLabelNames(cases: readonly LabelledCase[], named: readonly string[]): void {
  const known = new Set(cases.flatMap(({ outcomes }) => outcomes.map(({ label }) => label)));
  const strange = named.filter((name) => !known.has(name));
  if (strange.length === 0) return;
  const files = [...new Set(cases.map(({ labelsFile }) => labelsFile))].join(", ");
  const columns = [...new Set(cases.map(({ column }) => column))].join(", ");
  throw new UserError(
    "label-unknown",
    `No account in ${files} has the label ${strange.join(", ")} (column ${columns}); it has ${[...known].sort().slice(0, 12).join(", ")}${known.size > 12 ? ", ..." : ""}.`,
  );
}
