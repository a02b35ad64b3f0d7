import type { CaseControl } from "../clusters/control.ts";
import type { Profile, TraceEvidence } from "../clusters/profile.ts";
import { ALWAYS_MS, OBJECT_NOUN } from "../corpus/trace.ts";
import {
  formatCount,
  formatDay,
  formatExpected,
  formatIndex,
  formatRelation,
  formatShare,
  formatWindow,
} from "../text/figures.ts";
import { formatGapAt, grainOf } from "../text/grain.ts";
import { visibleLine } from "../text/visible.ts";
import { checkLines } from "./checks.ts";
import { readingsSentence, rivalSentence } from "./claim.ts";
import { capital, inMarkdown, plural } from "./markdown.ts";

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
  /** Reruns on shuffled data and what could have been seen; null: not rerun. */
  readonly control: CaseControl | null;
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
  const found =
    facts.pairsTested === 0
      ? "**Cannot tell.** There was nothing to test. That is an answer about this export, not about the accounts."
      : profiles.length === 0
        ? "**No signal.** No group of three or more accounts acts as one beyond what the nulls allow. That is an answer about this export, not about the accounts."
        : readingsSentence(profiles.map(({ reading }) => reading));
  const tested =
    facts.pairsTested === 0
      ? `No pair of accounts could be tested: nothing in these posts is shared by two of them often enough (at least ${plural(facts.minObjects, "distinct object", "distinct objects")}).`
      : `${formatCount(facts.pairsSignificant)} of ${formatCount(facts.pairsTested)} pairs of accounts that could have qualified act together more than chance explains, at a false discovery rate of ${formatShare(facts.q)} and with at least ${plural(facts.minObjects, "distinct object", "distinct objects")}. Two accounts count as one pair for each kind of trace.`;
  return [
    `${plural(facts.posts, "post", "posts")} by ${plural(facts.accounts, "account", "accounts")}${span}. ${formatCount(facts.rowsKept)} of ${formatCount(facts.rowsRead)} rows were taken in.`,
    "",
    tested,
    "",
    found,
    "",
    `**Negative control.** ${controlSentence(facts.control, profiles.length)}`,
    ...(facts.control === null ? [] : ["", `**What could have been seen.** ${facts.control.powerSentence}`]),
  ];
}

function controlSentence(control: CaseControl | null, found: number): string {
  if (control === null || control.reruns === 0) {
    return "Not rerun: this case was made without reruns on shuffled data, so no cluster was held against what chance would find.";
  }
  const { reruns, clusters } = control;
  const total = clusters.reduce((sum, count) => sum + count, 0);
  const without = clusters.filter((count) => count === 0).length;
  const shuffled =
    total === 0
      ? "none held a cluster"
      : `${formatCount(without)} held no cluster, the others ${plural(total, "cluster", "clusters")} in all`;
  return `The whole analysis was run again ${plural(reruns, "time", "times")} with the authors of posts dealt anew among posts of the same kind, language, platform and hours, so that nobody acts with anybody: ${shuffled}. In the data as they are it found ${formatCount(found)}.`;
}

function clusterSection(profile: Profile): string[] {
  const id = profile.clusterId;
  const lines = [
    `## ${id} · ${inMarkdown(visibleLine(profile.name))}`,
    "",
    `Reading: **${profile.reading}**. ${plural(profile.members.length, "account", "accounts")}, ${plural(profile.posts, "post", "posts")}, seen ${formatDay(profile.firstMs)} to ${formatDay(profile.lastMs)}. [${id}]`,
    "",
    `${inMarkdown(visibleLine(rivalSentence(profile)))} [${id}]`,
    "",
  ];
  if (profile.weakBecause !== null)
    lines.push(`${profile.reading === "weak" ? "Weak" : "Weak besides"}, because ${profile.weakBecause}. [${id}]`, "");
  const grainMs = grainOf(profile.members.flatMap((member) => [member.firstMs, member.lastMs]));
  for (const evidence of profile.evidence) {
    lines.push(`- ${evidenceSentence(evidence, profile.members.length, grainMs)} [${id}-${evidence.id}]`);
  }
  lines.push(
    "",
    `Half of the accounts are joined to the group by a pair with *q* ${atMost(profile.q)}, the larger of its rate over all pairs and among its accounts' own pairs. With a fifth of the pairs left out, the group comes back with an overlap of ${formatIndex(profile.stability)} (1 is whole, 0 is gone).${againstShuffled(profile)} [${id}]`,
  );
  for (const line of checkLines(profile)) lines.push("", `${line} [${id}]`);
  const told = profile.languages.reduce((sum, { posts }) => sum + posts, 0);
  const languages = profile.languages
    .slice(0, 3)
    .map(({ language, posts, guessed }) =>
      guessed ? `${language} (guessed from a sample of texts)` : `${language} ${formatShare(posts / told)}`,
    );
  if (languages.length > 0) lines.push("", `Languages: ${inMarkdown(visibleLine(languages.join(", ")))}. [${id}]`);
  const [target] = profile.targets;
  if (target !== undefined) {
    lines.push(
      "",
      `Most answered author: the account with the id ${inMarkdown(visibleLine(target.accountId))}, ${plural(target.posts, "post", "posts")} answered by ${formatCount(target.members)} of the accounts. Being answered says nothing about that author. [${id}]`,
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

function againstShuffled({ control: { p } }: Profile): string {
  return p === null ? "" : ` Among shuffled data a group as strong is found with *p* ${formatRelation(p)}.`;
}

/** All counts are over the same significant pairs; an object that three of them met on counts once in `objects`, thrice in `observed`. */
function evidenceSentence(evidence: TraceEvidence, members: number, grainMs: number): string {
  const many = OBJECT_NOUN[evidence.trace][1];
  const accounts = evidence.accounts < members ? `${formatCount(evidence.accounts)} of the accounts` : "all accounts";
  const isTimeless = evidence.windowMs >= ALWAYS_MS;
  const gap = formatGapAt(evidence.medianGapMs, grainMs);
  return (
    `**${capital(many)}**${isTimeless ? "" : ` within ${formatWindow(evidence.windowMs)}`}: ${plural(evidence.pairs, "significant pair joins", "significant pairs join")} ${accounts}. ` +
    `They met on ${plural(evidence.objects, "object", "different objects")}; added up over these pairs ${formatCount(evidence.observed)} observed, ${formatExpected(evidence.expected)} expected by chance, median *q* ${formatRelation(evidence.qMedian)}; ` +
    `${isTimeless ? "nothing is known of when" : `typically ${gap === "same minute" ? "in the same minute" : `${gap} apart`}`}. ` +
    `${capital(evidence.family)} evidence, ${FORGERY[evidence.forgery]}.`
  );
}

function atMost(q: number): string {
  const relation = formatRelation(q);
  return relation.startsWith("=") ? `at most ${relation.slice(2)}` : relation;
}

const FORGERY: Readonly<Record<TraceEvidence["forgery"], string>> = {
  free: "free to forge",
  cheap: "cheap to forge",
  effort: "takes effort to forge",
  costly: "costly to forge",
};

function limits(facts: CaseFacts): string[] {
  const lines = [
    "- Acting together is not deceiving: fans, newsrooms, petitions and schedulers coordinate, too. Their explanations are weighed by what this export holds: one that fits is no proof of innocence, and where none fits, what would have shown it may be missing. Nothing here says who is behind a cluster, and no single account is judged.",
    "- The nulls hold activity, popularity and each object's tempo; they do not know shared taste. Accounts that care for the same small subject meet more often than the nulls expect; only the explanations weighed beside a cluster speak to that.",
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

/** By the file's own name, as on the page: where its reader keeps it is nobody's business. */
function place(file: string, row: number): string {
  const name = file.split(/[\\/]/).at(-1) ?? file;
  // With its row: a name alone would be taken for that of a host, and defanged.
  return inMarkdown(visibleLine(`${name}, row ${formatCount(row)}`));
}
