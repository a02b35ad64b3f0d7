import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { UserError } from "../src/corpus/issue.ts";
import { HOME, VERSION } from "./home.ts";

/** The files of a data set by their names: posts.*, accounts.*, indicators.*; any may be packed. */
export interface Sample {
  readonly posts: readonly string[];
  readonly accounts: string | null;
  readonly sites: string | null;
}

/** @throws UserError when `folder` holds no posts */
export function findSample(folder: string = join(HOME, "data", "sample")): Sample {
  const names = existsSync(folder) ? readdirSync(folder).sort() : [];
  const named = (stem: string) => names.filter((name) => name.startsWith(`${stem}.`)).map((name) => join(folder, name));
  const posts = named("posts");
  if (posts.length === 0) {
    throw new UserError(
      "sample-missing",
      `${folder} holds no posts: fetch the repository again, or make a world by npm run simulate.`,
    );
  }
  return { posts, accounts: named("accounts")[0] ?? null, sites: named("indicators")[0] ?? null };
}

/** The arguments of `analyze`, less --out. */
export function sampleArguments({ posts, accounts, sites }: Sample): string[] {
  return [
    ...posts,
    ...(accounts === null ? [] : ["--accounts", accounts]),
    ...(sites === null ? [] : ["--sites", sites]),
  ];
}

/** Whether the case at `path` was made by this version from these very bytes. */
export function isCurrent(path: string, { posts, accounts, sites }: Sample): boolean {
  const manifest = readManifest(join(path, "case.json"));
  if (manifest === null || manifest.version !== VERSION) return false;
  const files = [...posts, accounts, sites].filter((file) => file !== null);
  const wanted = files.map((file) => createHash("sha256").update(readFileSync(file)).digest("hex"));
  const had = manifest.inputs?.map(({ sha256 }) => sha256) ?? [];
  return had.length === wanted.length && wanted.every((hash) => had.includes(hash));
}

interface ManifestHead {
  readonly version?: string;
  readonly inputs?: readonly { readonly sha256: string }[];
}

/** Null when there is none, or none that can be read: then the sample is analysed anew, and nothing is lost. */
function readManifest(path: string): ManifestHead | null {
  if (!existsSync(path)) return null;
  try {
    return JSON.parse(readFileSync(path, "utf8")) as ManifestHead;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
