import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { findChromium } from "../../scripts/chromium.ts";
// @ts-expect-error plain JavaScript: it runs before anything is installed
import { installPackages, isInstalled } from "../../scripts/setup/install.mjs";
// @ts-expect-error plain JavaScript
import { refusal } from "../../scripts/setup/node-version.mjs";
import { testFolder } from "../support/folder.ts";

test("an old Node is refused in one sentence", () => {
  for (const good of ["20.19.0", "20.20.2", "21.0.0", "22.1.0", "100.0.0"]) expect(refusal(good)).toBeNull();
  for (const old of ["20.18.9", "18.20.0", "4.0.0"]) {
    expect(refusal(old)).toMatch(new RegExp(`^Marionet needs Node 20\\.19 or newer, and this is Node ${old}: .*\\.$`));
  }
});

describe("installed or not", () => {
  const a = { version: "1.0.0", integrity: "sha512-a" };
  const here = { ...a, optional: true, os: [process.platform], cpu: [process.arch] };
  const write = (wanted: object, present: object | string | null) => {
    const root = testFolder();
    writeFileSync(join(root, "package-lock.json"), JSON.stringify({ packages: { "": {}, ...wanted } }));
    if (present === null) return root;
    mkdirSync(join(root, "node_modules"));
    const text = typeof present === "string" ? present : JSON.stringify({ packages: present });
    writeFileSync(join(root, "node_modules", ".package-lock.json"), text);
    return root;
  };

  test.each<[string, object, object | string | null, boolean]>([
    ["nothing there", { a }, null, false],
    ["all there", { a }, { a }, true],
    ["an install cut short", { a }, '{"packages": {"a', false],
    ["one missing", { a, b: a }, { a }, false],
    ["another version", { a }, { a: { ...a, version: "1.0.1" } }, false],
    ["other bytes", { a }, { a: { ...a, integrity: "sha512-b" } }, false],
    ["a hash the lock file does not know", { a: { version: a.version } }, { a }, true],
    ["a package for another system missing", { a, b: { ...here, os: ["aix"] } }, { a }, true],
    ["a package for another processor missing", { a, b: { ...here, cpu: ["mips"] } }, { a }, true],
    ["the package for this machine missing", { a, b: here }, { a }, false],
    ["one of two C libraries missing", { a, b: { ...here, libc: ["musl"] } }, { a }, true],
    ["an optional part of those missing", { a, b: { ...a, optional: true } }, { a }, true],
  ])("%s", (_, wanted, present, verdict) => {
    expect(isInstalled(write(wanted, present))).toBe(verdict);
  });

  test("linked packages of another checkout are never touched", async () => {
    const root = write({ a }, null);
    mkdirSync(join(root, "elsewhere"));
    symlinkSync(join(root, "elsewhere"), join(root, "node_modules"), "junction");
    expect(await installPackages(root)).toBeNull();
  });
});

describe("a browser is found", () => {
  const find = (platform: NodeJS.Platform, env: Record<string, string>, ...there: string[]) =>
    findChromium({ platform, env, exists: (path) => there.includes(path) });

  test("where the user says, or nowhere", () => {
    expect(find("linux", { MARIONET_CHROME: "/my/chrome" }, "/my/chrome", "/usr/bin/chromium")).toBe("/my/chrome");
    expect(find("linux", { MARIONET_CHROME: "/my/chrome" }, "/usr/bin/chromium")).toBeNull();
    expect(find("linux", { MARIONET_CHROME: "" }, "/usr/bin/chromium")).toBe("/usr/bin/chromium");
  });

  test.runIf(process.platform !== "win32")("on Linux, in the path or the usual places", () => {
    expect(find("linux", { PATH: "/opt/b" }, "/opt/b/google-chrome")).toBe("/opt/b/google-chrome");
    expect(find("linux", {}, "/snap/bin/chromium")).toBe("/snap/bin/chromium");
    expect(find("linux", {})).toBeNull();
  });

  test("on a Mac and on Windows", () => {
    const mac = "Applications/Google Chrome.app/Contents/MacOS/Google Chrome";
    expect(find("darwin", { HOME: "/Users/a" }, `/${mac}`)).toBe(`/${mac}`);
    expect(find("darwin", { HOME: "/Users/a" }, `/Users/a/${mac}`)).toBe(`/Users/a/${mac}`);
    const edge = "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe";
    expect(find("win32", { "PROGRAMFILES(X86)": "C:\\Program Files (x86)" }, edge)).toBe(edge);
  });
});
