import { expect, test } from "vitest";
import { countTests, tallyLine } from "../../scripts/tally.ts";

const file = (name: string, status: string, ...tests: [string, string][]) => ({
  name: `/home/x/${name}`,
  status,
  assertionResults: tests.map(([fullName, status]) => ({ fullName, status })),
});

test("tests are counted, failures and skips named", () => {
  const report = {
    testResults: [
      file("test/a.test.ts", "failed", ["good", "passed"], ["bad", "failed"]),
      file("test/b.test.ts", "passed", ["later", "skipped"], ["planned", "todo"], ["fine", "passed"]),
    ],
  };
  const tally = countTests(report, 1, "/home/x");
  expect(tally).toEqual({
    passed: 2,
    failedNames: ["test/a.test.ts: bad"],
    skippedNames: ["test/b.test.ts: later", "test/b.test.ts: planned"],
  });
  expect(tallyLine([tally, { passed: 1, failedNames: ["lint"], skippedNames: [] }])).toBe(
    "3 passed, 2 failed, 2 skipped",
  );
});

test("a file that cannot be loaded is a failure", () => {
  expect(countTests({ testResults: [file("test/a.test.ts", "failed")] }, 1, "/home/x").failedNames).toEqual([
    "test/a.test.ts (the file itself)",
  ]);
});

test("a bad end without a failed test is a failure, and so is no report", () => {
  const green = { testResults: [file("test/a.test.ts", "passed", ["good", "passed"])] };
  expect(countTests(green, 1, "/home/x").failedNames).toEqual(["vitest (ended with 1)"]);
  expect(countTests(null, null, "/home/x").failedNames).toEqual(["vitest (ended with a signal)"]);
  expect(countTests(green, 0, "/home/x").failedNames).toEqual([]);
});
