import { readFileSync } from "node:fs";
import type { Profile } from "../src/clusters/profile.ts";
import { UserError } from "../src/corpus/issue.ts";
import { renderHtml } from "../src/summaries/html.ts";
import { type CaseFolder, openCase, readJson } from "./case.ts";
import { flagCommand, readChoice, readFlags } from "./flags.ts";

/** `marionet summarize CASE`: what an analyst reads first, whole or for one cluster. */
export async function main(argv: string[]): Promise<number> {
  const command = flagCommand("summarize", "What an analyst reads first.", "case --cluster 1 --format html > c01.html")
    .argument("<case>", "folder that analyze wrote")
    .option("--cluster <n>", "one cluster only: 1 or C01")
    .option("--format <name>", "md, html or json", (text) => readChoice("--format", text, ["md", "html", "json"]), "md")
    .option("--json", "the same as --format json");
  if (!readFlags(command, argv)) return 0;
  const given = command.opts<{ cluster?: string; format: "md" | "html" | "json"; json?: true }>();
  const format = given.json === true ? "json" : given.format;
  const folder = openCase(command.args[0]!);
  const clusterId = given.cluster === undefined ? null : findCluster(folder, given.cluster);
  process.stdout.write(`${summary(folder, clusterId, format).trimEnd()}\n`);
  return 0;
}

function summary(folder: CaseFolder, clusterId: string | null, format: "md" | "html" | "json"): string {
  if (format === "json") {
    const profiles = readJson<Profile[]>(folder.file("clusters.json"));
    return JSON.stringify(
      clusterId === null ? profiles : profiles.find((profile) => profile.clusterId === clusterId),
      null,
      2,
    );
  }
  const whole = readFileSync(folder.file("summary.md"), "utf8");
  const markdown = clusterId === null ? whole : sectionOf(whole, clusterId);
  if (markdown === null) {
    throw new UserError(
      "cluster-not-told",
      `summary.md of ${folder.path} has no section on ${clusterId}: ask for it with --format json.`,
    );
  }
  return format === "md" ? markdown : renderHtml(markdown, clusterId ?? folder.overview.caseName);
}

function findCluster({ path, overview }: CaseFolder, asked: string): string {
  const ids = overview.clusters.map(({ clusterId }) => clusterId);
  const number = /^C?0*(\d+)$/i.exec(asked.trim())?.[1];
  const found = ids.find((id) => /^C0*(\d+)$/.exec(id)?.[1] === number && number !== undefined);
  if (found !== undefined) return found;
  const range = ids.length === 0 ? "it has none" : `it has ${ids[0]} to ${ids.at(-1)}`;
  throw new UserError("cluster-unknown", `${path} has no cluster ${asked}; ${range}.`);
}

/** The part of a Markdown text under the heading that names `clusterId`, up to the next heading as high. */
export function sectionOf(markdown: string, clusterId: string): string | null {
  const lines = markdown.split("\n");
  const level = (line: string) => /^(#{1,6})\s/.exec(line)?.[1]?.length ?? 0;
  const from = lines.findIndex((line) => level(line) > 0 && new RegExp(`\\b${clusterId}\\b`).test(line));
  if (from < 0) return null;
  const depth = level(lines[from]!);
  const after = lines.findIndex((line, i) => i > from && level(line) > 0 && level(line) <= depth);
  return lines.slice(from, after < 0 ? undefined : after).join("\n");
}
