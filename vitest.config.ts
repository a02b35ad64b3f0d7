import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.{ts,tsx}"],
    // Each file in a process of its own: DuckDB holds locks and threads that a shared one would carry from test to test.
    pool: "forks",
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // Data sets of publishers are not in the repository; tests on them are skipped by name where they are absent.
    env: { MARIONET_DATASETS: process.env.MARIONET_DATASETS ?? "../shared/datasets" },
  },
});
