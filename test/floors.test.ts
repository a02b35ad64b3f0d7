import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { lineCount, type Violation, violations } from "./support/floors.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const { dependencies } = JSON.parse(readFileSync(`${ROOT}package.json`, "utf8")) as {
  dependencies: Record<string, string>;
};
const PACKAGES = Object.keys(dependencies);

describe("the house as it stands", () => {
  const sources = new Map(
    ["src", "web", "scripts", "test"]
      .filter((top) => existsSync(ROOT + top))
      .flatMap((top) =>
        readdirSync(`${ROOT}${top}`, { recursive: true, encoding: "utf8" })
          .map((path) => `${top}/${path.replaceAll("\\", "/")}`)
          .filter((path) => /\.(?:ts|tsx|mjs|mts)$/.test(path))
          .sort()
          .map((path) => [path, readFileSync(ROOT + path, "utf8")] as const),
      ),
  );

  test("keeps its floors", () => {
    expect(violations(sources, PACKAGES)).toEqual([]);
  });

  test("keeps its files short", () => {
    const lengths = [...sources]
      .filter(([path]) => !path.startsWith("test/"))
      .map(([, source]) => lineCount(source))
      .sort((a, b) => a - b);
    const median = lengths[Math.floor(lengths.length / 2)]!;
    console.log(`${lengths.length} files in src, web and scripts: median ${median} lines, longest ${lengths.at(-1)}`);
    expect(median).toBeLessThanOrEqual(120);
  });
});

describe("the watchman sees", () => {
  const judge = (files: Record<string, string>): string[] =>
    violations(new Map(Object.entries(files)), PACKAGES).map(
      ({ rule, file, what }: Violation) => `${rule} ${file}: ${what}`,
    );

  test.each([
    [
      "a lower floor reaching up",
      { "src/corpus/a.ts": 'import { b } from "../text/b.ts";' },
      "floor src/corpus/a.ts: imports src/text/b.ts",
    ],
    [
      "a type reaching up",
      { "src/math/a.ts": 'import type { B } from "../store/b.ts";' },
      "floor src/math/a.ts: imports src/store/b.ts",
    ],
    [
      "an import within a type",
      { "src/math/a.ts": 'export type B = import("../store/b.ts").B;' },
      "floor src/math/a.ts: imports src/store/b.ts",
    ],
    [
      "a re-export reaching up",
      { "src/text/a.ts": 'export * from "../store/b.ts";' },
      "floor src/text/a.ts: imports src/store/b.ts",
    ],
    [
      "a lazy import reaching up",
      { "src/text/a.ts": 'export const b = import("../store/b.ts");' },
      "floor src/text/a.ts: imports src/store/b.ts",
    ],
    [
      "neighbours on one floor",
      { "src/formats/a.ts": 'import "../traces/b.ts";' },
      "floor src/formats/a.ts: imports src/traces/b.ts",
    ],
    [
      "simulate knowing the detectors",
      { "src/simulate/a.ts": 'import "../coaction/b.ts";' },
      "floor src/simulate/a.ts: imports src/coaction/b.ts",
    ],
    [
      "a folder that has no floor",
      { "src/helpers/a.ts": 'import "../corpus/b.ts";' },
      "floor src/helpers/a.ts: imports src/corpus/b.ts",
    ],
    [
      "src reaching for scripts",
      { "src/pipeline.ts": 'import "../scripts/b.ts";' },
      "floor src/pipeline.ts: imports scripts/b.ts",
    ],
    [
      "the page reaching for the store",
      { "web/state/a.ts": 'import "../../src/store/b.ts";' },
      "floor web/state/a.ts: imports src/store/b.ts",
    ],
    [
      "the page reaching for the pipeline",
      { "web/a.ts": 'import "../src/pipeline.ts";' },
      "floor web/a.ts: imports src/pipeline.ts",
    ],
    [
      "state knowing panels",
      { "web/state/a.ts": 'import "../panels/b.tsx";' },
      "floor web/state/a.ts: imports web/panels/b.tsx",
    ],
    [
      "node in a kernel",
      { "src/coaction/a.ts": 'import { readFileSync } from "node:fs";' },
      "node src/coaction/a.ts: node:fs",
    ],
    ["node in the page", { "web/a.ts": 'import "node:fs";' }, "node web/a.ts: node:fs"],
    [
      "DuckDB outside the store",
      { "src/case/a.ts": 'import type { X } from "@duckdb/node-api";' },
      "duckdb src/case/a.ts: @duckdb/node-api",
    ],
    ["DuckDB in a script", { "scripts/a.ts": 'import "@duckdb/node-api";' }, "duckdb scripts/a.ts: @duckdb/node-api"],
    [
      "a package that is not shipped",
      { "src/graphs/a.ts": 'import { sum } from "d3";' },
      "package src/graphs/a.ts: d3 is no dependency",
    ],
    [
      "the document in src",
      { "src/text/a.ts": "export const a = () => document.title;" },
      "dom src/text/a.ts: document",
    ],
    [
      "a DOM type in src",
      { "src/text/a.ts": "export function a(b: HTMLElement) { return b; }" },
      "dom src/text/a.ts: HTMLElement",
    ],
    [
      "fetch by another name",
      { "src/text/a.ts": 'export const a = () => globalThis.fetch("x");' },
      "dom src/text/a.ts: fetch",
    ],
    ["a call of fetch", { "scripts/a.ts": 'export const a = await fetch("x");' }, "dom scripts/a.ts: fetch"],
    ["chance", { "src/math/a.ts": "export const a = Math.random();" }, "clock src/math/a.ts: Math.random"],
    ["chance in the page", { "web/a.ts": "export const a = Math.random();" }, "clock web/a.ts: Math.random"],
    ["a clock", { "src/pipeline.ts": "export const a = Date.now();" }, "clock src/pipeline.ts: Date.now"],
    [
      "a clock handed on",
      { "src/pipeline.ts": "export const a = [1].map(performance.now);" },
      "clock src/pipeline.ts: performance.now",
    ],
    ["the moment of now", { "src/case/a.ts": "export const a = new Date();" }, "clock src/case/a.ts: new Date()"],
    ["a long file", { "src/math/a.ts": "export {};\n".repeat(401) }, "length src/math/a.ts: 401 lines"],
    ["a file it cannot read", { "src/math/a.ts": "export const = 1;" }, "syntax src/math/a.ts: cannot be parsed"],
  ])("%s", (_, files, complaint) => {
    expect(judge(files)).toEqual([complaint]);
  });

  test("a circle of imports", () => {
    const circle = judge({
      "src/math/a.ts": 'import "./b.ts";',
      "src/math/b.ts": 'import type { C } from "./c.ts";',
      "src/math/c.ts": 'import { a } from "./a.ts";',
      "src/math/d.ts": 'import "./a.ts";',
    });
    expect(circle).toEqual(["cycle src/math/c.ts: src/math/a.ts > src/math/b.ts > src/math/c.ts > src/math/a.ts"]);
  });

  test("nothing where nothing is", () => {
    const innocent = {
      "src/corpus/a.ts": "export interface A { readonly document: string; location?: string }",
      "src/coaction/b.ts": `import type { A } from "../corpus/a.ts"; // document, Math.random() and node:fs in a comment
        export const b = (window: number, { document }: A) => [window, document, "fetch('x')", /Date.now/];
        export const at = (ms: number) => new Date(ms); export const o = { Node: 1, fetch() {} }; export const f = o.fetch;`,
      "src/graphs/c.ts":
        'import Graph from "graphology"; import type { Selection } from "d3"; export const c = (s: Selection) => new Graph(s);',
      "src/communities/d.ts": 'import "../graphs/c.ts";',
      "src/store/e.ts": 'import "node:fs"; import "@duckdb/node-api"; import "../corpus/a.ts";',
      "src/pipeline.ts": 'import "./serve/f.ts"; import "./corpus/a.ts";',
      "src/serve/f.ts": 'import "node:http"; import "../store/e.ts";',
      "scripts/g.ts": 'import "../src/pipeline.ts"; export const now = () => Date.now() + Math.random();',
      "web/panels/h.tsx":
        'import "../state/i.ts"; import "../../src/corpus/a.ts"; export const h = () => <p>{document.title}</p>;',
      "web/state/i.ts": "export const i = performance.now();",
      "web/main.ts": 'import "./panels/h.tsx"; import "./styles/a.css";',
      "src/math/j.ts": "export {};\n".repeat(400),
    };
    expect(judge(innocent)).toEqual([]);
  });
});
