import type { CellResult } from "./cell.ts";
import { percent } from "./cells.ts";
import { claimOf, FOUND_F1, type Line } from "./tally.ts";

/** Why an operation was missed, from what the pairs and clusters of the worlds show. One sentence, the commonest reason first. */
export function whyMissed(line: Line): string {
  const missed = line.results.filter(({ cards }) => (claimOf(cards.Marionet!)?.f1 ?? 0) < FOUND_F1);
  const reasons = new Map<string, number>();
  for (const result of missed) {
    const reason = reasonOf(result);
    reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  }
  return [...reasons]
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .map(([reason, worlds]) => `${reason} (${worlds} of ${missed.length})`)
    .join("; ");
}

function reasonOf({ cards, ties }: CellResult): string {
  const card = cards.Marionet!;
  const any = card.operations[0];
  const claim = claimOf(card);
  if (ties === null || any === undefined || claim === null) return "no operation in the world";
  if (ties.pairsInside === 0) return "no two of its accounts act together more than chance explains";
  if (ties.tied < ties.accounts / 2) return `too few of its accounts share enough to be told from chance`;
  if (any.f1 >= FOUND_F1) {
    const reading = card.clusters.find(({ clusterId }) => clusterId === any.clusterId)?.reading ?? "weak";
    return `its cluster is there, and reads ${reading === "weak" ? "weak" : `\`${reading}\``}`;
  }
  if (any.pieces > 1 && any.inClusters >= ties.accounts / 2) return "found in pieces, none of them half of it";
  if (any.clusterId !== null && any.precision < FOUND_F1) return "merged with others in one cluster";
  if (any.inClusters < ties.tied / 2) return "its pairs are significant, and too few or too loose for a lasting group";
  return "only a part of it is found";
}

/** For each benign label: in how many worlds a cluster of it reads `unexplained`, and by which traces. */
export interface BenignFailure {
  readonly label: string;
  readonly worlds: number;
  readonly claimed: number;
  /** Mean share of its accounts in such a cluster. */
  readonly rate: number;
  readonly traces: string;
}

export function benignFailures(results: readonly CellResult[]): BenignFailure[] {
  const labels = new Set(results.flatMap(({ cards }) => cards.Marionet!.innocents.map(({ label }) => label)));
  return [...labels].sort().map((label) => {
    const traces = new Map<string, number>();
    let claimed = 0;
    let worlds = 0;
    let rate = 0;
    for (const { cards, traces: tracesOf } of results) {
      const card = cards.Marionet!;
      const own = card.innocents.find((innocent) => innocent.label === label);
      if (own === undefined) continue;
      worlds++;
      rate += own.unexplainedRate;
      const clusters = card.clusters.filter(
        ({ reading, topLabel, mostly }) => reading === "unexplained" && topLabel === label && mostly !== "covert",
      );
      if (clusters.length > 0) claimed++;
      for (const trace of new Set(clusters.flatMap(({ clusterId }) => tracesOf[clusterId] ?? [])))
        traces.set(trace, (traces.get(trace) ?? 0) + 1);
    }
    const often = [...traces].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).slice(0, 4);
    return {
      label,
      worlds,
      claimed,
      rate: rate / Math.max(1, worlds),
      traces: often.map(([trace, count]) => `${trace} ${percent(count / Math.max(1, claimed))}`).join(", "),
    };
  });
}
