import { posix } from "node:path";
import { parseSync } from "vite";

/**
 * The rules of the house that a compiler does not know, checked on sources as text: floors, cycles, the few places that may touch
 * `node:` and DuckDB, DOM globals, clocks and chance, file length. Takes a map of path to source, so that the test can plant
 * violations and see them found.
 */
export interface Violation {
  readonly rule: "floor" | "cycle" | "node" | "duckdb" | "dom" | "clock" | "length" | "package" | "syntax";
  readonly file: string;
  readonly what: string;
}

const FLOOR_0 = ["corpus", "math"];
const FLOORS_0_1 = [...FLOOR_0, "text"];
const FLOORS_0_2 = [...FLOORS_0_1, "store"];
const FLOORS_0_5 = [...FLOORS_0_2, "formats", "traces", "coaction", "peers", "graphs", "communities"];
const FLOORS_0_7 = [...FLOORS_0_5, "clusters", "summaries", "exports"];

/** What each folder of `src` may import besides itself (DESIGN §3). Files straight in `src` are the top floor and may import all. */
const SRC_MAY: Readonly<Record<string, readonly string[]>> = {
  corpus: [],
  math: [],
  text: FLOOR_0,
  store: FLOOR_0,
  formats: FLOORS_0_2,
  traces: FLOORS_0_2,
  coaction: FLOOR_0,
  peers: FLOORS_0_1,
  graphs: [...FLOOR_0, "text", "coaction"],
  communities: [...FLOOR_0, "graphs"],
  clusters: FLOORS_0_5,
  summaries: [...FLOORS_0_1, "clusters"],
  exports: [...FLOORS_0_1, "clusters", "summaries"],
  case: FLOORS_0_7,
  serve: [...FLOORS_0_7, "case"],
  simulate: [...FLOOR_0, "text"],
  evaluate: FLOOR_0,
};

const WEB_SEES = [...FLOOR_0, "text", "coaction", "graphs", "communities", "clusters", "summaries", "exports"];
/** Within `web/` in this order; what lies straight in `web/` is `main` and sees all. */
const WEB_ORDER = ["state", "charts", "map", "panels"];

const NODE_FOLDERS = ["src/store/", "src/case/", "src/serve/", "scripts/", "test/"];
const MAX_LINES = 400;

const DOM = new Set(
  `document window navigator location history localStorage sessionStorage indexedDB alert fetch XMLHttpRequest WebSocket
  requestAnimationFrame cancelAnimationFrame getComputedStyle matchMedia customElements DOMParser MutationObserver ResizeObserver
  IntersectionObserver Node Element HTMLElement SVGElement HTMLCanvasElement HTMLInputElement HTMLDivElement Document Window Event
  MouseEvent KeyboardEvent PointerEvent CanvasRenderingContext2D Image`.split(/\s+/),
);
const CLOCKS = new Set([
  "Math.random",
  "Date.now",
  "performance.now",
  "crypto.randomUUID",
  "crypto.getRandomValues",
  "process.hrtime",
]);

/** @param dependencies packages that the built program brings along; `src` may import no others at run time */
export function violations(sources: ReadonlyMap<string, string>, dependencies: readonly string[]): Violation[] {
  const found: Violation[] = [];
  const graph = new Map<string, string[]>();
  for (const [file, source] of sources) {
    const lines = lineCount(source);
    if (lines > MAX_LINES) found.push({ rule: "length", file, what: `${lines} lines` });
    const read = readSource(file, source);
    if (read === null) {
      found.push({ rule: "syntax", file, what: "cannot be parsed" });
      continue;
    }
    const edges: string[] = [];
    for (const { from, typeOnly } of read.imports) {
      if (from.startsWith(".")) edges.push(posix.normalize(posix.join(posix.dirname(file), from.replace(/\?.*$/, ""))));
      else found.push(...judgePackage(file, from, typeOnly, dependencies));
    }
    graph.set(file, edges);
    for (const target of edges) {
      if (!mayImport(file, target)) found.push({ rule: "floor", file, what: `imports ${target}` });
    }
    if (!file.startsWith("web/") && !file.startsWith("test/")) {
      for (const name of read.globals) if (DOM.has(name)) found.push({ rule: "dom", file, what: name });
    }
    for (const name of read.chance) {
      if (file.startsWith("src/") || (file.startsWith("web/") && name === "Math.random"))
        found.push({ rule: "clock", file, what: name });
    }
  }
  return [...found, ...cycles(graph)];
}

export function lineCount(source: string): number {
  return source.split("\n").length - (source.endsWith("\n") ? 1 : 0);
}

function mayImport(file: string, target: string): boolean {
  const [top, folder] = placeOf(file);
  const [targetTop, targetFolder] = placeOf(target);
  if (top === "test") return true;
  if (top === "scripts") return targetTop === "scripts" || targetTop === "src" || targetTop === "package.json";
  if (top === "web") {
    if (targetTop === "src") return targetFolder !== null && WEB_SEES.includes(targetFolder);
    if (targetTop !== "web") return false;
    if (folder === null || /\.css$/.test(target)) return true;
    return (
      targetFolder !== null &&
      WEB_ORDER.includes(folder) &&
      WEB_ORDER.indexOf(targetFolder) <= WEB_ORDER.indexOf(folder)
    );
  }
  if (top !== "src" || targetTop !== "src") return false;
  if (folder === null) return true;
  return targetFolder === folder || (targetFolder !== null && SRC_MAY[folder]?.includes(targetFolder) === true);
}

/** "src/store/x.ts" lies in ["src", "store"], "src/pipeline.ts" in ["src", null]. */
function placeOf(path: string): [top: string, folder: string | null] {
  const parts = path.split("/");
  return [parts[0]!, parts.length > 2 ? parts[1]! : null];
}

function judgePackage(file: string, from: string, typeOnly: boolean, dependencies: readonly string[]): Violation[] {
  if (from.startsWith("node:")) {
    return NODE_FOLDERS.some((folder) => file.startsWith(folder)) ? [] : [{ rule: "node", file, what: from }];
  }
  if (from.startsWith("@duckdb/")) {
    return file.startsWith("src/store/") || file.startsWith("test/") ? [] : [{ rule: "duckdb", file, what: from }];
  }
  const name = from
    .split("/")
    .slice(0, from.startsWith("@") ? 2 : 1)
    .join("/");
  if (file.startsWith("src/") && !typeOnly && !dependencies.includes(name))
    return [{ rule: "package", file, what: `${name} is no dependency` }];
  return [];
}

/** Each file that lies on a circle of imports, once for the circle it was found on. */
function cycles(graph: ReadonlyMap<string, readonly string[]>): Violation[] {
  const found: Violation[] = [];
  const state = new Map<string, "open" | "done">();
  const path: string[] = [];
  const visit = (file: string) => {
    state.set(file, "open");
    path.push(file);
    for (const target of graph.get(file) ?? []) {
      if (state.get(target) === "open") {
        found.push({ rule: "cycle", file, what: [...path.slice(path.indexOf(target)), target].join(" > ") });
      } else if (graph.has(target) && !state.has(target)) visit(target);
    }
    path.pop();
    state.set(file, "done");
  };
  for (const file of graph.keys()) if (!state.has(file)) visit(file);
  return found;
}

interface Source {
  readonly imports: readonly { readonly from: string; readonly typeOnly: boolean }[];
  /** Names used in the file and declared nowhere in it. */
  readonly globals: ReadonlySet<string>;
  readonly chance: ReadonlySet<string>;
}

interface SyntaxNode {
  readonly type: string;
  readonly [key: string]: unknown;
}

function readSource(file: string, source: string): Source | null {
  const { program, errors } = parseSync(file, source);
  if (errors.length > 0) return null;
  const imports: { from: string; typeOnly: boolean }[] = [];
  const used = new Set<string>();
  const declared = new Set<string>();
  const chance = new Set<string>();
  walk(program as unknown as SyntaxNode, null, null, (node, parent, key) => {
    const from = (node.source as { value?: unknown } | null | undefined)?.value;
    if (typeof from === "string") {
      imports.push({
        from,
        typeOnly: node.importKind === "type" || node.exportKind === "type" || node.type === "TSImportType",
      });
    }
    if (node.type === "Identifier" && !isPropertyName(parent, key)) {
      (isDeclaration(parent, key) ? declared : used).add(node.name as string);
    }
    if (node.type === "MemberExpression") {
      const name = `${nameOf(node.object)}.${nameOf(node.property)}`;
      const whole = name.replace(/^(?:globalThis|window)\./, "");
      if (CLOCKS.has(whole)) chance.add(whole);
      if (nameOf(node.object) === "globalThis") used.add(nameOf(node.property));
    }
    const bare = (node.arguments as unknown[] | undefined)?.length === 0 && nameOf(node.callee) === "Date";
    if (bare) chance.add(node.type === "NewExpression" ? "new Date()" : "Date()");
  });
  return { imports, globals: new Set([...used].filter((name) => !declared.has(name))), chance };
}

function walk(
  node: SyntaxNode,
  parent: SyntaxNode | null,
  key: string | null,
  visit: (node: SyntaxNode, parent: SyntaxNode | null, key: string | null) => void,
): void {
  visit(node, parent, key);
  for (const [name, value] of Object.entries(node)) {
    for (const child of Array.isArray(value) ? value : [value]) {
      if (child !== null && typeof child === "object" && typeof child.type === "string") walk(child, node, name, visit);
    }
  }
}

function nameOf(node: unknown): string {
  const { type, name } = (node ?? {}) as { type?: string; name?: string };
  return type === "Identifier"
    ? (name ?? "")
    : type === "MemberExpression"
      ? nameOf((node as { property: unknown }).property)
      : "";
}

/** `x.document`, `{ document: 1 }`, `interface { document: ... }`: a name of a property, no use of the global. */
function isPropertyName(parent: SyntaxNode | null, key: string | null): boolean {
  if (parent === null || parent.computed === true) return false;
  if (parent.type === "MemberExpression") return key === "property";
  if (parent.type === "TSQualifiedName") return key === "right";
  if (parent.type === "ImportSpecifier") return key === "imported";
  if (parent.type === "ExportSpecifier") return key === "exported";
  // `{ window }` is written as a key and a value that are the same name; the value is looked at.
  return (
    key === "key" &&
    /^(?:Property|PropertyDefinition|MethodDefinition|TSPropertySignature|TSMethodSignature)$/.test(parent.type)
  );
}

function isDeclaration(parent: SyntaxNode | null, key: string | null): boolean {
  if (parent === null) return false;
  switch (parent.type) {
    case "VariableDeclarator":
    case "FunctionDeclaration":
    case "ClassDeclaration":
    case "TSTypeAliasDeclaration":
    case "TSInterfaceDeclaration":
    case "TSEnumDeclaration":
      return key === "id";
    case "ImportSpecifier":
    case "ImportDefaultSpecifier":
    case "ImportNamespaceSpecifier":
      return key === "local";
    case "ArrayPattern":
    case "RestElement":
    case "AssignmentPattern":
      return key !== "right";
    case "TSTypeParameter":
      return key === "name";
    case "CatchClause":
      return key === "param";
    default:
      return (
        key === "params" ||
        key === "parameters" ||
        (parent.type === "Property" && key === "value" && parent.shorthand === true)
      );
  }
}
