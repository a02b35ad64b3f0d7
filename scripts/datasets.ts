import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { HOME } from "./home.ts";

/** The publishers' data, which are not in the repository: beside the checkout, or where MARIONET_DATASETS says. */
const DATASETS = resolve(HOME, process.env.MARIONET_DATASETS ?? join("..", "shared", "datasets"));

/** Path of a file or folder of the data sets; null when it is not there. */
export function dataset(...parts: readonly string[]): string | null {
  const path = join(DATASETS, ...parts);
  return existsSync(path) ? path : null;
}
