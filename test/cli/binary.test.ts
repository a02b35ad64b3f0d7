import { expect, test } from "vitest";
import { COMMANDS } from "../../scripts/commands.ts";
import { marionet } from "../support/run.ts";

test("help names every command, and each explains itself with an example", async () => {
  const names = Object.keys(COMMANDS);
  const [door, ...helps] = await Promise.all([
    marionet(["--help"]),
    ...names.map((name) => marionet([name, "--help"])),
  ]);
  for (const name of names) expect(door!.stdout).toContain(`  ${name} `);
  for (const [i, help] of helps.entries()) {
    expect(help, names[i]).toMatchObject({ code: 0, stderr: "" });
    expect(help.stdout, names[i]).toMatch(/Example/i);
  }
});

test("no command is a question, answered with help", async () => {
  expect(await marionet([])).toMatchObject({ code: 0, stdout: expect.stringContaining("Usage: marionet") });
});

test("a misspelt command ends with 1 and the nearest one", async () => {
  expect(await marionet(["anlyze"])).toMatchObject({
    code: 1,
    stdout: "",
    stderr: "There is no command anlyze; did you mean analyze?\n",
  });
});

test("an unknown flag before the command is a mistake, no crash", async () => {
  const { code, stderr } = await marionet(["--frobnicate", "analyze"]);
  expect(code).toBe(1);
  expect(stderr).toMatch(/^There is no command --frobnicate/);
});
