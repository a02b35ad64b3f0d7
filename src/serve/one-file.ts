import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { UserError } from "../corpus/issue.ts";
import type { SharedBounds } from "../corpus/shared-rows.ts";
import { type SharedCase, type SharedParts, sharedScope, writeShared } from "../exports/shared-case.ts";
import type { CaseSource } from "./case-source.ts";
import { type ShareOptions, shareCase } from "./shared-case.ts";

/** From a copy with everything that the page shows down to the few posts that prove each pair; the first that is small enough is taken. */
export const BOUNDS: readonly SharedBounds[] = [
  { touchesPerObject: 200, objectsPerPair: null },
  { touchesPerObject: 20, objectsPerPair: null },
  { touchesPerObject: 0, objectsPerPair: null },
  { touchesPerObject: 0, objectsPerPair: 20 },
  { touchesPerObject: 0, objectsPerPair: 5 },
  { touchesPerObject: 0, objectsPerPair: 1 },
];

/** What most mail takes. */
export const LIMIT_BYTES = 25_000_000;

export interface OneFile {
  readonly html: string;
  readonly bytes: number;
  readonly about: SharedCase["about"];
  /** What it holds and what it leaves out. */
  readonly scope: readonly string[];
}

/**
 * A case as one page that carries its data and asks nobody for anything.
 *
 * @param pageRoot folder of the page built in mode "one-file"
 * @throws UserError when even the least copy is larger than `limitBytes`
 */
export async function oneFile(
  source: CaseSource,
  pageRoot: string,
  options: ShareOptions & { readonly limitBytes: number },
): Promise<OneFile> {
  const page = readPage(pageRoot);
  let bytes = 0;
  for (const bounds of BOUNDS) {
    const shared = await shareCase(source, bounds, options);
    const html = pageOf(page, writeShared(shared));
    bytes = Buffer.byteLength(html);
    if (bytes <= options.limitBytes) return { html, bytes, about: shared.about, scope: sharedScope(shared) };
  }
  throw new UserError(
    "share-too-large",
    `Even with one object a pair the file would have ${inMegabytes(bytes)}; allow more with --max-mb, or leave out texts with --no-text.`,
  );
}

export function inMegabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}

interface Page {
  readonly script: string;
  readonly style: string;
}

/** @throws UserError when the page has not been built */
function readPage(pageRoot: string): Page {
  if (!existsSync(join(pageRoot, "index.html"))) {
    throw new UserError("page-missing", "The page of one file is not built; run: npm run build:one-file");
  }
  const assets = readdirSync(join(pageRoot, "assets"));
  const only = (extension: string): string => {
    const [name, ...others] = assets.filter((asset) => extname(asset) === extension);
    if (name === undefined || others.length > 0)
      throw new Error(`one file: the page has not one ${extension} but ${assets}`);
    return readFileSync(join(pageRoot, "assets", name), "utf8");
  };
  const foreign = assets.filter((asset) => ![".js", ".css"].includes(extname(asset)));
  if (foreign.length > 0) throw new Error(`one file: the page needs ${foreign}, which cannot be inlined`);
  return { script: inlineScript(only(".js")), style: inlineStyle(only(".css")) };
}

/**
 * The hashes allow this script and this style and nothing else: what adversaries wrote stands, packed, in a block of data that no
 * browser runs, and would not be allowed to run if it came out.
 */
function pageOf({ script, style }: Page, data: SharedParts): string {
  const policy = [
    "default-src 'none'",
    `script-src '${hashOf(script)}'`,
    `style-src '${hashOf(style)}'`,
    "img-src data:",
    // Of the page's own program, from memory.
    ...(script.includes("new Worker(") ? ["worker-src blob:"] : []),
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="content-security-policy" content="${policy}">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Marionet</title>
<link rel="icon" href="data:,">
<style>${style}</style>
</head>
<body>
<div id="app"></div>
<noscript>This copy of a case is a program that runs in this page and asks nobody for anything; please allow its scripts.</noscript>
${block("case", data.front)}
${block("case-clusters", data.clusters)}
${block("case-rows", data.rows)}
<script type="module">${script}</script>
</body>
</html>
`;
}

/**
 * A script's text ends where its end tag stands, wherever that is: inside strings and patterns, the one place where it can stand, the
 * sign is written by its code. So is that of a comment, within which a start tag would count, too; without one it does not, and stays:
 * `i<scripts` is a comparison.
 */
function inlineScript(script: string): string {
  return plainLines(script).replace(/<(?=\/script|!--)/gi, "\\x3c");
}

function inlineStyle(style: string): string {
  if (/<\/style/i.test(style)) throw new Error("one file: the style sheet holds an end tag");
  if (/url\((?!["']?(?:data:|#))|@import/i.test(style))
    throw new Error("one file: the style sheet asks for another file");
  return plainLines(style);
}

/** Browsers change line ends and null characters while reading, and the hash is taken of what they have read. */
function plainLines(text: string): string {
  if (text.includes("\0")) throw new Error("one file: a null character in the page's program");
  return text.replace(/\r\n?/g, "\n");
}

function block(id: string, json: string): string {
  const packed = gzipSync(json, { level: 9 }).toString("base64");
  return `<script type="application/octet-stream" id="${id}">${packed}</script>`;
}

function hashOf(text: string): string {
  return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}
