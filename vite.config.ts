import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";

// The page: one script, one style sheet, nothing inlined and nothing fetched from elsewhere, so that a strict content policy holds.
// In mode "one-file" all scripts come as one, for a copy of a case that must open where nothing can be asked for.
export default defineConfig(({ mode }) => ({
  root: fileURLToPath(new URL("web", import.meta.url)),
  base: "./",
  // The same page whoever builds it: under a test runner NODE_ENV is "test", which would write source paths into the script.
  oxc: { jsx: { runtime: "automatic", importSource: "preact", development: false } },
  define: { "process.env.NODE_ENV": JSON.stringify("production") },
  build: {
    outDir: fileURLToPath(new URL(mode === "one-file" ? "dist/one-file" : "dist/web", import.meta.url)),
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: "es2022",
    chunkSizeWarningLimit: 1200,
    ...(mode === "one-file" ? { rolldownOptions: { output: { codeSplitting: false } } } : {}),
  },
}));
