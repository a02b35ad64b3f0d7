import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, onTestFinished } from "vitest";

/** A folder for one test, with a space and an accent in its name as on many a desk; gone when the test is over. */
export function testFolder(): string {
  const folder = freshFolder();
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The same for all tests of a `describe`. */
export function keptFolder(): string {
  const folder = freshFolder();
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

function freshFolder(): string {
  return mkdtempSync(join(tmpdir(), "marionet é "));
}

/** sha256 of each file below `folder`, by path with forward slashes. */
export function fileHashes(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map((entry) => join(entry.parentPath, entry.name)).sort();
  return Object.fromEntries(
    paths.map((path) => [
      path.slice(folder.length + 1).replaceAll("\\", "/"),
      createHash("sha256").update(readFileSync(path)).digest("hex"),
    ]),
  );
}
