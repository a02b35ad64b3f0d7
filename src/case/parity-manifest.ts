import type { Peer } from "../peers/catalogue.ts";
import type { CaseManifest } from "./manifest.ts";

/** The object of `case.json` in the folder of a parity run: `like` says that it is no case of Marionet's own. */
export interface ParityManifest
  extends Pick<CaseManifest, "schema" | "version" | "inputs" | "rows" | "issues" | "timings"> {
  /** What `--like` named, and whose output this repeats. */
  readonly like: Peer & { readonly name: string };
  /** Always: a peer's network carries no test, and nothing here is called coordinated. */
  readonly claims: "none";
  /** By the names of the command line; seconds where the peer counts seconds. */
  readonly parameters: Readonly<Record<string, string | number | boolean | null>>;
  /** How the input was taken: the peer's own table as it stands, or an export mapped to its columns. */
  readonly layout: string;
  readonly counts: Readonly<Record<string, number>>;
  readonly thresholds: Readonly<Record<string, number>>;
  readonly tables: readonly { readonly path: string; readonly rows: number }[];
}
