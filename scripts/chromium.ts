import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { say } from "./terminal.ts";

/** What `findChromium` looks at; a test gives its own. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly env: NodeJS.ProcessEnv;
  readonly exists: (path: string) => boolean;
}

const THIS_MACHINE: Machine = { platform: process.platform, env: process.env, exists: existsSync };

/** Path of a Chromium, Chrome or Edge that can drive the page tests, or null. MARIONET_CHROME comes before everything found. */
export function findChromium(machine: Machine = THIS_MACHINE): string | null {
  const { env } = machine;
  if (env.MARIONET_CHROME !== undefined && env.MARIONET_CHROME !== "") {
    return machine.exists(env.MARIONET_CHROME) ? env.MARIONET_CHROME : null;
  }
  return candidates(machine).find((path) => machine.exists(path)) ?? null;
}

/** The same, after installing Chromium where that can be done without asking: on Debian, as root. Else says what to install. */
export function provideChromium(): string | null {
  const found = findChromium();
  if (found !== null) return found;
  if (process.env.MARIONET_CHROME) {
    say(`MARIONET_CHROME names ${process.env.MARIONET_CHROME}, which is not there: correct it or unset it.`);
    return null;
  }
  if (process.getuid?.() === 0 && isDebian()) {
    say("Installing Chromium by apt for the tests of the page (once) ...");
    const quiet = {
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
      stdio: ["ignore", 2, 2] as ["ignore", 2, 2],
    };
    spawnSync("apt-get", ["update", "-q"], quiet);
    spawnSync("apt-get", ["install", "-y", "-q", "--no-install-recommends", "chromium"], quiet);
    const installed = findChromium();
    if (installed !== null) return installed;
  }
  say(
    "No browser for the tests of the page: install Chromium, Chrome or Edge, or set MARIONET_CHROME to one; those tests are skipped.",
  );
  return null;
}

function candidates({ platform, env }: Machine): string[] {
  if (platform === "darwin") {
    const apps = ["Google Chrome", "Chromium", "Microsoft Edge"].map(
      (name) => `Applications/${name}.app/Contents/MacOS/${name}`,
    );
    return ["/", `${env.HOME ?? ""}/`].flatMap((base) => apps.map((app) => base + app));
  }
  if (platform === "win32") {
    const bases = [env.PROGRAMFILES, env["PROGRAMFILES(X86)"], env.LOCALAPPDATA].filter((base) => base !== undefined);
    const apps = [
      "Google\\Chrome\\Application\\chrome.exe",
      "Chromium\\Application\\chrome.exe",
      "Microsoft\\Edge\\Application\\msedge.exe",
    ];
    return bases.flatMap((base) => apps.map((app) => `${base}\\${app}`));
  }
  const names = [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "microsoft-edge",
    "microsoft-edge-stable",
  ];
  const folders = [...(env.PATH ?? "").split(delimiter), "/usr/bin", "/usr/local/bin", "/snap/bin"].filter(
    (folder) => folder !== "",
  );
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

function isDebian(): boolean {
  if (!existsSync("/etc/os-release")) return false;
  return /^ID(?:_LIKE)?=.*\bdebian\b/m.test(readFileSync("/etc/os-release", "utf8"));
}
