import { afterEach, expect, test, vi } from "vitest";
import { ending } from "../../scripts/ending.ts";
import { UserError } from "../../src/corpus/issue.ts";

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

async function endOf(error: unknown): Promise<{ code: number; said: string }> {
  let said = "";
  vi.spyOn(process.stderr, "write").mockImplementation((text) => {
    said += text;
    return true;
  });
  const code = await ending(() => Promise.reject(error));
  return { code, said };
}

test("what a command returns is the exit code", async () => {
  expect(await ending(async () => 0)).toBe(0);
  expect(await ending(async () => 1)).toBe(1);
});

test("the user's mistake is one sentence and 1, made inert", async () => {
  expect(await endOf(new UserError("x", "No file \u001b[31mx: give another."))).toEqual({
    code: 1,
    said: "No file \ufffd[31mx: give another.\n",
  });
});

test.each([
  [Object.assign(new Error("EACCES"), { code: "EACCES", path: "/x" }), "Marionet has no permission for /x"],
  [Object.assign(new Error("EROFS"), { code: "EROFS" }), "Marionet has no permission for the place"],
  [Object.assign(new Error("ENOSPC"), { code: "ENOSPC", path: "/x" }), "The disk is full at /x"],
  [new Error("IO Error: Could not write file: No space left on device"), "The disk is full"],
  [new Error("Out of Memory Error: failed to allocate"), "The memory of this machine is too small"],
])("a limit of the machine is a sentence and 1: %s", async (error, start) => {
  const { code, said } = await endOf(error);
  expect(code).toBe(1);
  expect(said.startsWith(start)).toBe(true);
  expect(said.split("\n")).toHaveLength(2);
});

test("a fault of ours is one sentence and 2, without a stack", async () => {
  const { code, said } = await endOf(new TypeError("x is undefined\nat y"));
  expect(code).toBe(2);
  expect(said).toMatch(/^Marionet met a fault of its own \(x is undefined\): please report .*\n$/);
});

test("the stack is for those who ask", async () => {
  vi.stubEnv("MARIONET_DEBUG", "1");
  expect((await endOf(new Error("inside"))).said).toMatch(/^Error: inside\n\s+at /);
});
