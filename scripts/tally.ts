import { relative } from "node:path";

/** How a part of `npm test` came out. */
export interface Tally {
  readonly passed: number;
  readonly failedNames: readonly string[];
  readonly skippedNames: readonly string[];
}

/** The part of vitest's JSON report that is counted. */
export interface VitestReport {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[];
  }[];
}

/**
 * Tests of one vitest run. A file that could not be loaded has no tests and counts as one failure, and so does a run that ended
 * badly although no test failed (an error between the tests) or left no report.
 *
 * @param status exit code of vitest, null when it was killed
 */
export function countTests(report: VitestReport | null, status: number | null, home: string): Tally {
  const failedNames: string[] = [];
  const skippedNames: string[] = [];
  let passed = 0;
  for (const file of report?.testResults ?? []) {
    const path = relative(home, file.name);
    const tests = file.assertionResults;
    for (const test of tests) {
      if (test.status === "passed") passed++;
      else if (test.status === "failed") failedNames.push(`${path}: ${test.fullName}`);
      else skippedNames.push(`${path}: ${test.fullName}`);
    }
    if (file.status === "failed" && !tests.some((test) => test.status === "failed"))
      failedNames.push(`${path} (the file itself)`);
  }
  if (status !== 0 && failedNames.length === 0) failedNames.push(`vitest (ended with ${status ?? "a signal"})`);
  return { passed, failedNames, skippedNames };
}

/** "12 passed, 0 failed, 1 skipped": the last line of `npm test`, and what machines read. */
export function tallyLine(tallies: readonly Tally[]): string {
  const sum = (count: (tally: Tally) => number) => tallies.reduce((total, tally) => total + count(tally), 0);
  return `${sum((t) => t.passed)} passed, ${sum((t) => t.failedNames.length)} failed, ${sum((t) => t.skippedNames.length)} skipped`;
}
