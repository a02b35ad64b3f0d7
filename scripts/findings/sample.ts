import { join } from "node:path";
import { markdownTable } from "../bench/table.ts";
import { HOME } from "../home.ts";
import { findSample } from "../sample.ts";
import { outcomesOf, type Runs } from "./runs.ts";

/** Where did the groups of the bundled world end? */
export async function sampleFindings(runs: Runs): Promise<string> {
  const { posts, accounts } = findSample();
  const found = await runs.analysed({ files: posts, ...(accounts === null ? {} : { accounts }) });
  const labels = join(HOME, "data", "sample", "labels.csv");
  const operations = await outcomesOf(found, labels, "operation");
  const roles = new Map((await outcomesOf(found, labels, "role")).map(({ accountId, label }) => [accountId, label]));
  const groups = new Map<string, Map<string | null, number>>();
  for (const { accountId, label, clusterId } of operations) {
    const group = `${label}, ${roles.get(accountId) ?? ""}`;
    const counts = groups.get(group) ?? new Map<string | null, number>();
    counts.set(clusterId, (counts.get(clusterId) ?? 0) + 1);
    groups.set(group, counts);
  }
  const columns = [...found.clusters.map(({ clusterId }) => clusterId), null];
  return markdownTable(
    ["group", "accounts", ...found.clusters.map(({ clusterId, reading }) => `${clusterId} (${reading})`), "no cluster"],
    [...groups]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([group, counts]) => [
        group,
        String([...counts.values()].reduce((sum, count) => sum + count, 0)),
        ...columns.map((column) => String(counts.get(column) ?? 0)),
      ]),
  );
}
