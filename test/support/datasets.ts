import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { ROOT } from "./run.ts";

/** Path of a file of the publishers' data sets, which are not in the repository, or null where they are absent. */
export function dataset(...parts: string[]): string | null {
  const path = resolve(ROOT, process.env.MARIONET_DATASETS ?? "../shared/datasets", ...parts);
  return existsSync(path) ? path : null;
}
