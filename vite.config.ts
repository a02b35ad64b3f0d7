import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";

// The page: one script, one style sheet, nothing inlined and nothing fetched from elsewhere, so that a strict content policy holds.
export default defineConfig({
  root: fileURLToPath(new URL("web", import.meta.url)),
  base: "./",
  // The same page whoever builds it: under a test runner NODE_ENV is "test", which would write source paths into the script.
  oxc: { jsx: { runtime: "automatic", importSource: "preact", development: false } },
  define: { "process.env.NODE_ENV": JSON.stringify("production") },
  // Workers as modules of their own files: the content policy runs nothing else.
  worker: { format: "es" },
  build: {
    outDir: fileURLToPath(new URL("dist/web", import.meta.url)),
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: "es2022",
    chunkSizeWarningLimit: 1200,
  },
});
