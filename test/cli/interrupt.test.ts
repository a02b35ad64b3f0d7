import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { testFolder } from "../support/folder.ts";
import { ROOT } from "../support/run.ts";

test.skipIf(process.platform === "win32").each(["SIGINT", "SIGTERM"] as const)(
  "%s ends a command at once although DuckDB is deep in a query, after the folders of the run are taken away",
  async (signal) => {
    const script = join(testFolder(), "long.mts");
    const from = (path: string) => JSON.stringify(pathToFileURL(join(ROOT, path)).href);
    writeFileSync(
      script,
      `import { openStore } from ${from("src/store/database.ts")};
      import { stopOnInterrupt } from ${from("scripts/ending.ts")};
      stopOnInterrupt();
      process.on("exit", (code) => console.log("taken away, " + code));
      const store = await openStore(":memory:");
      console.log("running");
      await store.run("select sum(sqrt(a.range * b.range)) from range(300000) a, range(300000) b");`,
    );
    const child = spawn(process.execPath, [
      "--import",
      pathToFileURL(join(ROOT, "node_modules/tsx/dist/loader.mjs")).href,
      script,
    ]);
    let said = "";
    child.stdout.on("data", (text) => {
      said += text;
      if (`${text}`.includes("running")) setTimeout(() => child.kill(signal), 200);
    });
    child.stderr.on("data", (text) => {
      said += text;
    });
    const ended = await new Promise((resolve) => child.on("close", (code, by) => resolve({ code, by })));
    expect(ended).toEqual({ code: null, by: signal });
    expect(said.split("\n").sort()).toEqual(
      [
        "",
        "Stopped; what was there before is untouched.",
        "running",
        `taken away, ${signal === "SIGINT" ? 130 : 143}`,
      ].sort(),
    );
  },
  20_000,
);
