/**
 * A summary as one HTML page that stands alone: no script, no link, no request.
 *
 * Reads the Markdown that the summaries write (headings, paragraphs, lists, tables, quotes, code, strong and emphasis) and nothing
 * else. Everything is escaped before it is marked up, so a post that holds tags shows them as text. Addresses stay text: a summary
 * of an operation must not lead its reader onto the operation's sites.
 */
export function renderHtml(markdown: string, title: string): string {
  const blocks = splitBlocks(markdown.replaceAll("\r\n", "\n").split("\n"));
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<title>${escapeHtml(title)}</title>
<style>
body { font: 16px/1.5 system-ui, sans-serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; color-scheme: light dark; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
th, td { text-align: left; padding: .2rem .8rem .2rem 0; border-bottom: 1px solid color-mix(in srgb, currentColor 25%, transparent); vertical-align: top; }
blockquote { margin-left: 0; padding-left: 1rem; border-left: 3px solid color-mix(in srgb, currentColor 25%, transparent); }
pre, code { font-family: ui-monospace, monospace; overflow-wrap: anywhere; white-space: pre-wrap; }
</style>
<body>
${blocks.join("\n")}
</body>
</html>
`;
}

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** Each kind of block: how a line of it begins, and how a run of such lines is written. */
const RUNS: readonly (readonly [begins: RegExp, render: (lines: string[]) => string])[] = [
  [/^\s*[-*+]\s+/, (lines) => list("ul", lines, /^\s*[-*+]\s+/)],
  [/^\s*\d+[.)]\s+/, (lines) => list("ol", lines, /^\s*\d+[.)]\s+/)],
  [/^\s*\|/, table],
  [
    /^\s*>/,
    (lines) => `<blockquote>${splitBlocks(lines.map((line) => line.replace(/^\s*> ?/, ""))).join("\n")}</blockquote>`,
  ],
];

function splitBlocks(lines: readonly string[]): string[] {
  const blocks: string[] = [];
  let at = 0;
  const take = (belongs: (line: string) => boolean) => {
    const from = at;
    while (at < lines.length && belongs(lines[at]!)) at++;
    return lines.slice(from, at);
  };
  while (at < lines.length) {
    const line = lines[at]!;
    const heading = /^(#{1,6})\s+(.*?)\s*#*$/.exec(line);
    const run = RUNS.find(([begins]) => begins.test(line));
    if (line.trim() === "") at++;
    else if (/^```/.test(line)) {
      at++;
      blocks.push(`<pre>${escapeHtml(take((next) => !/^```/.test(next)).join("\n"))}</pre>`);
      at++;
    } else if (heading !== null) {
      at++;
      blocks.push(`<h${heading[1]!.length}>${inline(heading[2]!)}</h${heading[1]!.length}>`);
    } else if (/^\s*(?:-\s*){3,}$/.test(line)) {
      at++;
      blocks.push("<hr>");
    } else if (run !== undefined)
      blocks.push(run[1](take((next) => run[0].test(next) || (next.trim() !== "" && /^\s{2,}/.test(next)))));
    else blocks.push(`<p>${inline(take((next) => next.trim() !== "" && !startsBlock(next)).join("\n"))}</p>`);
  }
  return blocks;
}

function startsBlock(line: string): boolean {
  return /^(?:#{1,6}\s|```)/.test(line) || RUNS.some(([begins]) => begins.test(line));
}

/** Lines indented under an item belong to it. */
function list(tag: "ul" | "ol", lines: readonly string[], mark: RegExp): string {
  const items: string[] = [];
  for (const line of lines) {
    if (mark.test(line)) items.push(line.replace(mark, ""));
    else items[items.length - 1] += `\n${line.trim()}`;
  }
  return `<${tag}>${items.map((item) => `<li>${inline(item)}</li>`).join("\n")}</${tag}>`;
}

function table(lines: readonly string[]): string {
  const rows = lines.map((line) =>
    line
      .trim()
      .replace(/^\||\|$/g, "")
      .split(/(?<!\\)\|/)
      .map((cell) => cell.trim()),
  );
  const ruled = rows[1]?.every((cell) => /^:?-+:?$/.test(cell)) === true;
  const row = (cells: readonly string[], tag: "td" | "th") =>
    `<tr>${cells.map((cell) => `<${tag}>${inline(cell)}</${tag}>`).join("")}</tr>`;
  const body = rows.slice(ruled ? 2 : 0).map((cells) => row(cells, "td"));
  return `<table>\n${[...(ruled ? [row(rows[0]!, "th")] : []), ...body].join("\n")}\n</table>`;
}

/**
 * Code, strong, emphasis and backslash escapes within a block. One pass over the raw text, each piece escaped as it is written: no
 * text can become a tag.
 */
function inline(text: string): string {
  const pieces =
    /\\([\\`*_{}[\]()#+\-.!|<>~&])|(`+)([^`]+)\2|\*\*(?=\S)([^*]+)\*\*|\*(?=\S)([^*]+)\*|&(amp|lt|gt|quot|#39|#124);/g;
  const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'", "#124": "|" };
  let html = "";
  let from = 0;
  for (const match of text.matchAll(pieces)) {
    const [whole, escaped, , code, strong, emphasis, entity] = match;
    html += escapeHtml(text.slice(from, match.index));
    if (escaped !== undefined) html += escapeHtml(escaped);
    else if (code !== undefined) html += `<code>${escapeHtml(code)}</code>`;
    else if (strong !== undefined) html += `<strong>${inline(strong)}</strong>`;
    else if (emphasis !== undefined) html += `<em>${inline(emphasis)}</em>`;
    else html += escapeHtml(entities[entity!]!);
    from = match.index + whole.length;
  }
  return html + escapeHtml(text.slice(from));
}
