import type { Table } from "../table.ts";
import type { SimilarAccounts } from "./co-sharing.ts";

export function similarAccountsTable(accountIds: readonly string[], pairs: SimilarAccounts): Table {
  return {
    path: "pairs.csv",
    columns: ["source", "target", "weight"],
    *rows() {
      for (let i = 0; i < pairs.count; i++) {
        yield [accountIds[pairs.source[i]!]!, accountIds[pairs.target[i]!]!, pairs.weight[i]!];
      }
    },
  };
}
