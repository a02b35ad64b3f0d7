import { fileURLToPath } from "node:url";
import { defineConfig, type Plugin } from "vite";

/**
 * A worker is a file of its own, which a page opened from disk cannot ask for: in a one-file page its program travels inside the
 * page's own, and starts from memory.
 */
const WORKERS_INLINE: Plugin = {
  name: "workers-inline",
  enforce: "pre",
  transform(code, id) {
    if (!/\.tsx?$/.test(id) || !code.includes("new Worker(")) return null;
    const imports: string[] = [];
    const made = code.replace(
      /new Worker\(\s*new URL\(\s*("[^"]+")\s*,\s*import\.meta\.url\s*\)\s*,\s*\{[^}]*\}\s*,?\s*\)/g,
      (_, path: string) => {
        imports.push(`import InlineWorker${imports.length} from ${path.replace(/"$/, '?worker&inline"')};\n`);
        return `new InlineWorker${imports.length - 1}()`;
      },
    );
    return { code: imports.join("") + made, map: null };
  },
};

// The page: one script, one style sheet, nothing inlined and nothing fetched from elsewhere, so that a strict content policy holds.
// In mode "one-file" all scripts come as one, for a copy of a case that must open where nothing can be asked for.
export default defineConfig(({ mode }) => {
  const isOneFile = mode === "one-file";
  return {
    root: fileURLToPath(new URL("web", import.meta.url)),
    base: "./",
    plugins: isOneFile ? [WORKERS_INLINE] : [],
    // The same page whoever builds it: under a test runner NODE_ENV is "test", which would write source paths into the script.
    oxc: { jsx: { runtime: "automatic", importSource: "preact", development: false } },
    define: { "process.env.NODE_ENV": JSON.stringify("production") },
    // Browsers start a module from memory only for pages that came by a network.
    worker: { format: isOneFile ? "iife" : "es" },
    build: {
      outDir: fileURLToPath(new URL(isOneFile ? "dist/one-file" : "dist/web", import.meta.url)),
      emptyOutDir: true,
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      target: "es2022",
      chunkSizeWarningLimit: 1200,
      ...(isOneFile ? { rolldownOptions: { output: { codeSplitting: false } } } : {}),
    },
  };
});
