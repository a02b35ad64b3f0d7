import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { join } from "node:path";

/** What a part measured last, so that one part can be measured anew without the others. */
export function keepSection(folder: string, name: string, text: string): void {
  mkdirSync(join(folder, "sections"), { recursive: true });
  writeFileSync(sectionPath(folder, name), `${text}\n`);
}

/** `performance.md` of the parts measured so far; those never measured are named. */
export function writePage(
  folder: string,
  docs: string,
  parts: Readonly<Record<string, { readonly title: string }>>,
): void {
  const sections = Object.entries(parts).map(([name, { title }]) => {
    const path = sectionPath(folder, name);
    const text = existsSync(path) ? readFileSync(path, "utf8").trimEnd() : "Not measured.";
    return `## ${title}\n\n${text}`;
  });
  const head = `# Performance

Printed by \`npm run bench\`, on ${cpus().length} processors with ${Math.round(totalmem() / 2 ** 30)} GB of memory and Node ${process.versions.node}. Seconds are
this machine's and mean little elsewhere: every claim is a ratio of two things measured in turns, in one run, on the same file. Each work runs in a process
of its own, start-up included. Medians of three runs, in brackets from least to most; memory is the highest peak of any run. What a machine lacks is skipped
by name.`;
  writeFileSync(join(docs, "performance.md"), `${[head, ...sections].join("\n\n")}\n`);
}

function sectionPath(folder: string, name: string): string {
  return join(folder, "sections", `${name}.md`);
}
