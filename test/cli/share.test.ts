import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { findSample } from "../../scripts/sample.ts";
import { makeCase } from "../support/analysis.ts";
import { keptFolder } from "../support/folder.ts";
import { marionet } from "../support/run.ts";

describe("explore --single-file", () => {
  const folder = keptFolder();
  let path: string;
  beforeAll(async () => {
    path = (await makeCase(folder, { files: findSample().posts })).path;
  });
  const explore = (...args: string[]) => marionet(["explore", path, ...args]);

  test("writes one file, prints its path, and says what it holds, how large it is and what is left out", async () => {
    const out = join(folder, "copy of the case.html");
    const { code, stdout, stderr } = await explore("--single-file", out);
    expect([code, stdout]).toEqual([0, `${out}\n`]);
    expect(stderr).toMatch(/One file of \d+\.\d MB, data sha256 [0-9a-f]{64}\./);
    expect(stderr).toMatch(/[\d,]+ of 13,310 posts of [\d,]+ of 1,459 accounts/);
    expect(stderr).toContain("--pseudonymise replaces them");
    const html = readFileSync(out, "utf8");
    expect(html).toContain("default-src 'none'");
    expect(stderr).toContain(`${(Buffer.byteLength(html) / 1e6).toFixed(1)} MB`);
    expect(readdirSync(folder).filter((name) => name.includes(".writing-"))).toEqual([]);
  });

  test("pseudonyms: a drawn key is said to be one; the key of the environment repeats them", async () => {
    const [one, two, three] = ["1", "2", "3"].map((name) => join(folder, `${name}.html`));
    const drawn = await explore("--single-file", one!, "--pseudonymise", "--no-text");
    expect(drawn.stderr).toContain("MARIONET_KEY is not set");
    expect(drawn.stderr).toContain("Texts, tags");
    const env = { MARIONET_KEY: "secret key" };
    const hashes = await Promise.all(
      [two!, three!].map(async (out) => {
        const { stderr } = await marionet(["explore", path, "--single-file", out, "--pseudonymise"], { env });
        expect(stderr).not.toContain("MARIONET_KEY");
        expect(readFileSync(out, "utf8")).not.toContain("secret key");
        return /sha256 ([0-9a-f]{64})/.exec(stderr)?.[1];
      }),
    );
    expect(hashes[0]).toBe(hashes[1]);
    expect(hashes[0]).not.toBe(/sha256 ([0-9a-f]{64})/.exec(drawn.stderr)?.[1]);
  });

  test("mistakes are told in one sentence, and nothing is written", async () => {
    const out = join(folder, "none.html");
    const cases: readonly (readonly [readonly string[], RegExp])[] = [
      [["--no-text"], /about the copy that --single-file writes/],
      [["--single-file", join(folder, "no", "such", "x.html")], /There is no folder/],
      [["--single-file", folder], /is a folder/],
      [["--single-file", out, "--max-mb", "none"], /--max-mb is a whole number, 1 to 500/],
    ];
    for (const [args, sentence] of cases) {
      const { code, stdout, stderr } = await explore(...args);
      expect([args, code, stdout]).toEqual([args, 1, ""]);
      expect(stderr).toMatch(sentence);
    }
    expect(existsSync(out)).toBe(false);
  });
});
