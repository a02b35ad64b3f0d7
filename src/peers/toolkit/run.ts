import type { MessageMarks } from "../../corpus/message-marks.ts";
import type { ToolkitOptions } from "../options.ts";
import type { Table } from "../table.ts";
import type { ToolkitNetwork } from "./networks.ts";
import { sameKeyPairs } from "./same-key.ts";
import { similarPairs } from "./similar-text.ts";
import type { UserPairs } from "./user-pairs.ts";

/** @param tokens of each mark, for co_similar_tweet */
export function runToolkit(
  network: ToolkitNetwork,
  marks: MessageMarks,
  tokens: readonly (readonly string[])[],
  options: ToolkitOptions,
): UserPairs {
  return network === "co_similar_tweet"
    ? similarPairs(marks, tokens, { ...options, threshold: options.similarity })
    : sameKeyPairs(marks, options);
}

/** The columns of the toolkit's own CSV. */
export function userPairsTable(network: ToolkitNetwork, userIds: readonly string[], pairs: UserPairs): Table {
  return {
    path: "pairs.csv",
    columns: ["source", "target", "weight", "edge_type"],
    *rows() {
      for (let i = 0; i < pairs.count; i++) {
        yield [userIds[pairs.source[i]!]!, userIds[pairs.target[i]!]!, pairs.weight[i]!, network];
      }
    },
  };
}

export function usersTable(users: readonly { readonly id: string; readonly username: string }[]): Table {
  return {
    path: "peer/nodes.csv",
    columns: ["Id", "username"],
    *rows() {
      for (const { id, username } of users) yield [id, username];
    },
  };
}
