import { COMMANDS, dispatch } from "./commands.ts";
import { ending, endOnClosedPipe } from "./ending.ts";

/** All commands of the binary, and those that only make sense in a checkout: what `npm run NAME` reaches. */
const WORKSHOP = {
  ...COMMANDS,
  screens: { about: "make the pictures of the README", load: () => import("./screens.ts") },
  benchmark: {
    about: "labelled worlds and real sets: docs/benchmark.md, failures included",
    load: () => import("./benchmark.ts"),
  },
  findings: { about: "every figure of docs/findings.md, from the real data", load: () => import("./findings.ts") },
  test: { about: "types, lint, tests and a build, counted in one line", load: () => import("./check.ts") },
};

endOnClosedPipe();
process.exitCode = await ending(() => dispatch(WORKSHOP, process.argv.slice(2)));
