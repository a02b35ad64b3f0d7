import { existsSync, readdirSync, readFileSync } from "node:fs";
import { extname, join, relative, sep } from "node:path";
import { UserError } from "../corpus/issue.ts";

export interface StaticFile {
  readonly type: string;
  readonly bytes: Buffer;
}

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
};

/**
 * Every file of the built page by its path, read once. A request is looked up here and never becomes a path on disk, so there is
 * nothing to walk out of. Errors: `UserError` when the page has not been built.
 */
export function readStaticFiles(webRoot: string): ReadonlyMap<string, StaticFile> {
  if (!existsSync(join(webRoot, "index.html"))) {
    throw new UserError("page-missing", "The explorer's page is not built; run: npm run build:web");
  }
  const files = new Map<string, StaticFile>();
  for (const entry of readdirSync(webRoot, { recursive: true, withFileTypes: true })) {
    const type = TYPES[extname(entry.name)];
    if (!entry.isFile() || type === undefined) continue;
    const path = join(entry.parentPath, entry.name);
    files.set(`/${relative(webRoot, path).split(sep).join("/")}`, { type, bytes: readFileSync(path) });
  }
  const index = files.get("/index.html");
  if (index !== undefined) files.set("/", index);
  return files;
}
