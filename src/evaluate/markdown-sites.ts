import { figure, table } from "./markdown-table.ts";
import type { SiteScore } from "./sites.ts";

/** Groups of sites as Markdown tables. */
export function siteScoreMarkdown(score: SiteScore, heading = "##"): string {
  const { pairs, flags, operations } = score;
  const whole = table(
    ["sites", "in groups", "groups", "pairs in one group", "pair precision", "by chance", "pair recall", "F1", "ARI"],
    [
      [
        String(score.sites),
        String(score.inGroups),
        String(score.groups),
        String(pairs.grouped),
        figure(pairs.precision),
        figure(pairs.chance, null, 4),
        figure(pairs.recall),
        figure(pairs.f1),
        figure(score.ari),
      ],
    ],
  );
  const flagged =
    flags === null
      ? ""
      : `\n\nOf ${flags.flagged} sites in groups ${flags.truePositive} are of an operation (precision ${figure(flags.precision)}, recall ${figure(flags.recall)}).`;
  const matches =
    operations.length === 0
      ? "No site is labelled as part of an operation."
      : table(
          [
            "operation",
            "sites",
            "in groups",
            "over",
            "best group",
            "its sites",
            "members",
            "precision",
            "recall",
            "F1",
          ],
          operations.map((match) => [
            match.operation,
            String(match.accounts),
            String(match.inClusters),
            String(match.pieces),
            match.clusterId ?? "none",
            String(match.clusterAccounts),
            String(match.members),
            figure(match.precision),
            figure(match.recall),
            figure(match.f1),
          ]),
        );
  return `${heading} Groups of sites against labels\n\n${whole}${flagged}\n\n${matches}\n`;
}
