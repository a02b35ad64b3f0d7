import type { Profile, TraceEvidence } from "../clusters/profile.ts";
import { OBJECT_NOUN } from "../corpus/trace.ts";
import {
  formatCount,
  formatDay,
  formatExpected,
  formatIndex,
  formatRelation,
  formatShare,
  formatWindow,
} from "../text/figures.ts";
import { visibleLine } from "../text/visible.ts";

/** What the summary says about the case as a whole. */
export interface CaseFacts {
  readonly caseName: string;
  readonly version: string;
  readonly posts: number;
  readonly accounts: number;
  readonly rowsRead: number;
  readonly rowsKept: number;
  readonly rejected: readonly { readonly reason: string; readonly rows: number }[];
  readonly firstMs: number | null;
  readonly lastMs: number | null;
  readonly pairsTested: number;
  readonly pairsSignificant: number;
  readonly q: number;
  readonly minObjects: number;
  readonly caveats: readonly string[];
}

/**
 * `summary.md`: what an analyst reads first. Plain sentences; each that claims something carries the id of its evidence in brackets
 * (cluster and line, "C01-E2"), which the explorer and clusters.json resolve down to posts. No adjectives, no names of actors.
 */
export function summaryMarkdown(facts: CaseFacts, profiles: readonly Profile[]): string {
  const lines = [`# ${inMarkdown(visibleLine(facts.caseName))}`, "", ...opening(facts, profiles), ""];
  for (const profile of profiles) lines.push(...clusterSection(profile), "");
  lines.push("## Limits", "", ...limits(facts), "", `Written by Marionet ${facts.version}.`, "");
  return lines.join("\n");
}

function opening(facts: CaseFacts, profiles: readonly Profile[]): string[] {
  const span =
    facts.firstMs === null || facts.lastMs === null
      ? ""
      : `, from ${formatDay(facts.firstMs)} to ${formatDay(facts.lastMs)} UTC`;
  const unexplained = profiles.filter((profile) => profile.reading === "unexplained").length;
  const weak = profiles.filter((profile) => profile.reading === "weak").length;
  const found =
    profiles.length === 0
      ? "**No signal.** No group of three or more accounts acts as one beyond what the nulls allow. That is an answer about this export, not about the accounts."
      : `**${plural(profiles.length, "cluster", "clusters")}**: ${formatCount(unexplained)} read \`unexplained\` (coordinated beyond the nulls; innocent explanations are not yet weighed by this version), ${formatCount(weak)} \`weak\`.`;
  return [
    `${plural(facts.posts, "post", "posts")} by ${plural(facts.accounts, "account", "accounts")}${span}. ${formatCount(facts.rowsKept)} of ${formatCount(facts.rowsRead)} rows were taken in.`,
    "",
    `${formatCount(facts.pairsSignificant)} of ${formatCount(facts.pairsTested)} pairs of accounts that could have qualified act together more than chance explains, at a false discovery rate of ${formatShare(facts.q)} and with at least ${facts.minObjects} distinct objects.`,
    "",
    found,
  ];
}

function clusterSection(profile: Profile): string[] {
  const id = profile.clusterId;
  const lines = [
    `## ${id} · ${inMarkdown(visibleLine(profile.name))}`,
    "",
    `Reading: **${profile.reading}**. ${plural(profile.members.length, "account", "accounts")}, ${plural(profile.posts, "post", "posts")}, seen ${formatDay(profile.firstMs)} to ${formatDay(profile.lastMs)}. [${id}]`,
    "",
  ];
  if (profile.weakBecause !== null) lines.push(`Weak, because ${profile.weakBecause}. [${id}]`, "");
  for (const evidence of profile.evidence) lines.push(`- ${evidenceSentence(evidence)} [${id}-${evidence.id}]`);
  lines.push(
    "",
    `The links that hold the group together have a median *q* ${formatRelation(profile.q)} by the stricter of two counts; with a fifth of the pairs left out, the group comes back with an overlap of ${formatIndex(profile.stability)}. [${id}]`,
  );
  const languages = profile.languages
    .slice(0, 3)
    .map(({ language, guessed }) => (guessed ? `${language} (guessed)` : language));
  if (languages.length > 0) lines.push("", `Languages: ${inMarkdown(visibleLine(languages.join(", ")))}. [${id}]`);
  const [target] = profile.targets;
  if (target !== undefined) {
    lines.push(
      "",
      `Most answered author: ${inMarkdown(visibleLine(target.accountId))}, ${plural(target.posts, "post", "posts")} answered by ${formatCount(target.members)} of the accounts. Being answered says nothing about that author. [${id}]`,
    );
  }
  const [example] = profile.surprising;
  if (example !== undefined) {
    lines.push(
      "",
      `Look first at ${place(example.left.file, example.left.row)} and ${place(example.right.file, example.right.row)}. [${id}-${lineOf(profile, example.tie.trace)}]`,
    );
  }
  return lines;
}

function evidenceSentence(evidence: TraceEvidence): string {
  const [one, many] = OBJECT_NOUN[evidence.trace];
  return (
    `${plural(evidence.accounts, "account", "accounts")} in ${plural(evidence.pairs, "significant pair", "significant pairs")}: ` +
    `${plural(evidence.objects, one, many)}, acted on within ${formatWindow(evidence.windowMs)} of each other; over these pairs ` +
    `${formatCount(evidence.observed)} observed, ${formatExpected(evidence.expected)} expected, median *q* ${formatRelation(evidence.qMedian)}, ` +
    `usually ${formatWindow(evidence.medianGapMs)} apart. ${capital(evidence.family)} evidence, ${FORGERY[evidence.forgery]}.`
  );
}

const FORGERY: Readonly<Record<TraceEvidence["forgery"], string>> = {
  free: "free to forge",
  cheap: "cheap to forge",
  effort: "takes effort to forge",
  costly: "costly to forge",
};

function limits(facts: CaseFacts): string[] {
  const lines = [
    "- Acting together is not deceiving: fans, newsrooms, petitions and schedulers coordinate, too. Nothing here says who is behind a cluster, and no single account is judged.",
    "- The nulls hold activity, popularity and each object's tempo; they do not know shared taste. Accounts that care for the same small subject meet more often than the nulls expect.",
    ...facts.rejected.map(
      ({ reason, rows }) =>
        `- ${plural(rows, "row was", "rows were")} set aside: ${inMarkdown(visibleLine(reason))} (rejects.csv).`,
    ),
    ...facts.caveats.map((caveat) => `- ${inMarkdown(visibleLine(caveat))}`),
  ];
  return lines;
}

function lineOf(profile: Profile, trace: string): string {
  return profile.evidence.find((evidence) => evidence.trace === trace)?.id ?? "E1";
}

function place(file: string, row: number): string {
  return `${inMarkdown(visibleLine(file))}, row ${formatCount(row)}`;
}

function plural(count: number, one: string, many: string): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`;
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** Markdown's own signs, and tags, from texts of others. */
function inMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>#|~]/g, (sign) => `\\${sign}`).replace(/^([-+=]|\d+[.)])/, "\\$1");
}
