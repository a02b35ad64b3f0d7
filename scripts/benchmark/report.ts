import { markdownTable } from "../bench/table.ts";
import { type CellResult, METHODS, type Method } from "./cell.ts";
import { meanCell, percent } from "./cells.ts";
import { benignFailures, whyMissed } from "./failures.ts";
import { rivalsTable } from "./rivals-table.ts";
import { claims, FOUND_F1, falseClaims, foundIn, type Line, linesOf, meanOf } from "./tally.ts";

/** The parts of the page that speak of the suite's worlds. */
export function suiteSections(results: readonly CellResult[]): { title: string; text: string }[] {
  const lines = linesOf(results);
  return [
    { title: "Is the operation found?", text: foundTable(lines) },
    { title: "How well are its members known?", text: membersTable(lines) },
    { title: "What is claimed besides?", text: falseTable(results) },
    { title: "Failures: operations missed", text: missedList(lines) },
    { title: "Does a benign group read its own rival?", text: rivalsTable(results) },
    { title: "Failures: innocent groups claimed", text: benignTable(results) },
    { title: "Are its sites found?", text: sitesTable(lines) },
    { title: "Do the worlds leak?", text: leakTable(lines) },
  ];
}

function foundTable(lines: readonly Line[]): string {
  const rows = lines
    .filter(({ scenario }) => scenario !== "organic")
    .map((line) => [
      line.scenario,
      line.difficulty,
      line.abstain ? "none" : "find",
      String(line.results.length),
      ...METHODS.map((method) => `${foundIn(line, method)} of ${line.results.length}`),
    ]);
  return `${markdownTable(["scenario", "difficulty", "right answer", "worlds", ...METHODS], rows)}\n\nWorlds in which the method claims a cluster (for Marionet: one that reads \`unexplained\`) whose F1 against the operation's accounts is ${FOUND_F1} or more. Where the right answer is \`none\`, next to nothing of the operation can be seen in public posts, and a low number is right; a method that finds it all the same is not wrong, but it was not asked.`;
}

function membersTable(lines: readonly Line[]): string {
  const figure = (line: Line, method: Method, which: "precision" | "recall" | "f1") =>
    meanOf(
      claims(line, method, (match) => (which !== "precision" || match.clusterId !== null ? match[which] : null)),
      `${line.scenario} ${line.difficulty} ${method} ${which}`,
    );
  const anyCluster = (line: Line) =>
    meanOf(
      line.results.map(({ cards }) => cards.Marionet?.operations[0]?.f1 ?? null),
      `${line.scenario} ${line.difficulty} any`,
    );
  const inPieces = (line: Line) =>
    meanOf(
      claims(line, "Marionet", ({ inClusters, accounts }) => inClusters / accounts),
      `${line.scenario} ${line.difficulty} pieces`,
    );
  const rows = lines
    .filter(({ scenario }) => scenario !== "organic")
    .map((line) => [
      line.scenario,
      line.difficulty,
      String(line.results[0]!.cards.Marionet!.operations[0]?.accounts ?? 0),
      meanCell(figure(line, "Marionet", "precision")),
      meanCell(figure(line, "Marionet", "recall")),
      meanCell(figure(line, "Marionet", "f1")),
      meanCell(inPieces(line)),
      meanCell(anyCluster(line)),
      ...METHODS.slice(1).map((method) => meanCell(figure(line, method, "f1"))),
    ]);
  const heads = [
    "scenario",
    "difficulty",
    "accounts",
    "precision",
    "recall",
    "F1",
    "recall, all pieces",
    "F1, any reading",
    ...METHODS.slice(1).map((method) => `F1 ${method}`),
  ];
  return `${markdownTable(heads, rows)}\n\nThe best-matching claimed cluster of each world against the accounts of the operation that posted; mean over worlds, in brackets where 95 of 100 such means lie when worlds are drawn anew. A world in which nothing is claimed counts as recall and F1 of 0, and not for precision. \`recall, all pieces\` counts members in any claimed cluster: an operation that works in shifts may be found shift by shift. \`any reading\` lets clusters count that read \`weak\`.`;
}

function falseTable(results: readonly CellResult[]): string {
  const rows = METHODS.map((method) => {
    const cards = results.flatMap(({ cards }) => (cards[method] === undefined ? [] : [cards[method]]));
    const claimed = cards.map(falseClaims);
    const mean = (figure: (one: (typeof claimed)[number]) => number) =>
      meanCell(meanOf(claimed.map(figure), `false ${method} ${figure.toString()}`));
    const organic = claimed.reduce((sum, { organicRate }) => sum + organicRate, 0) / Math.max(1, claimed.length);
    return [
      method,
      String(cards.length),
      mean(({ benign }) => benign),
      mean(({ organic: count }) => count),
      mean(({ mixed }) => mixed),
      `${(100 * organic).toFixed(2)} %`,
      percent(claimed.filter((one) => one.benign + one.organic + one.mixed === 0).length / Math.max(1, cards.length)),
    ];
  });
  const heads = [
    "method",
    "worlds",
    "clusters of benign groups",
    "of organic accounts",
    "mixed",
    "organic accounts in a claimed cluster",
    "worlds without any",
  ];
  return `${markdownTable(heads, rows)}\n\nClaimed clusters a world that are not mostly covert, by what most of their accounts are. Benign groups do act together, so that forming a cluster of them is right; claiming it is not.`;
}

function missedList(lines: readonly Line[]): string {
  const rows = lines
    .filter(({ scenario, abstain }) => scenario !== "organic" && !abstain)
    .filter((line) => foundIn(line, "Marionet") < line.results.length)
    .map((line) => [
      line.scenario,
      line.difficulty,
      `${line.results.length - foundIn(line, "Marionet")} of ${line.results.length}`,
      whyMissed(line),
    ]);
  if (rows.length === 0) return "None.";
  return markdownTable(["scenario", "difficulty", "missed in", "what the pairs and clusters show"], rows);
}

function benignTable(results: readonly CellResult[]): string {
  const rows = benignFailures(results).map(({ label, worlds, claimed, rate, traces }) => [
    label,
    `${claimed} of ${worlds}`,
    percent(rate),
    traces === "" ? "–" : traces,
  ]);
  return `${markdownTable(["label", "worlds with a claimed cluster of it", "mean share of its accounts claimed", "by which traces (the four commonest)"], rows)}\n\nWhy, where there are any: the nulls ask whether accounts act together more than chance explains, and these do; only the rivals, innocent explanations measured on each cluster, tell them apart, and here none explained enough.`;
}

function sitesTable(lines: readonly Line[]): string {
  const rows = lines
    .filter(({ results }) => results.some(({ sites }) => (sites?.operations[0]?.accounts ?? 0) > 1))
    .map((line) => {
      const known = line.results.flatMap(({ sites }) => (sites === null ? [] : [sites]));
      const figure = (which: "precision" | "recall" | "f1") =>
        meanCell(
          meanOf(
            known.map(({ operations }) => operations[0]?.[which] ?? 0),
            `sites ${line.scenario} ${line.difficulty} ${which}`,
          ),
        );
      const groups = known.reduce((sum, one) => sum + one.groups, 0) / known.length;
      return [
        line.scenario,
        line.difficulty,
        String(known[0]!.operations[0]?.accounts ?? 0),
        figure("precision"),
        figure("recall"),
        figure("f1"),
        groups.toFixed(0),
      ];
    });
  if (rows.length === 0) return "No operation of these worlds has sites.";
  const heads = ["scenario", "difficulty", "sites", "precision", "recall", "F1", "groups of sites in all"];
  return `${markdownTable(heads, rows)}\n\nThe best-matching group of \`sites.csv\` against the operation's sites, by shared indicators, accounts and texts; operations with a single site are left out. The other groups are mostly ordinary: customers of one agency, papers of one owner, fronts of nobody; a group of sites is no claim.`;
}

function leakTable(lines: readonly Line[]): string {
  const figures = ["posts", "accountAge", "followers", "following", "language", "hour", "idOrder"] as const;
  const rows = lines
    .filter(({ scenario }) => scenario !== "organic")
    .map((line) => [
      line.scenario,
      line.difficulty,
      ...figures.map((figure) => {
        const values = line.results.flatMap(({ leaks }) => (leaks === null ? [] : [leaks[figure]]));
        return Math.max(...values).toFixed(2);
      }),
    ]);
  return `${markdownTable(["scenario", "difficulty", ...figures], rows)}\n\nAUC of trivial figures at telling the operation's accounts from organic ones, the worst of the worlds (0.5 tells nothing). On \`hard\` they are matched to stay below 0.65; \`easy\` is as reported, and may be told apart by its new accounts.`;
}
