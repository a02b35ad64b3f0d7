import { accountTable } from "../store/account-table.ts";
import { findEgo } from "../store/ego.ts";
import { found, numberOf, type Route, refused } from "./reply.ts";

/**
 * Routes of the panels.
 *
 * | route | parameters |
 * |---|---|
 * | accounts | – |
 * | ego | account, depth? |
 */
export const PANEL_ROUTES: Readonly<Record<string, Route>> = {
  accounts: async ({ store, overview }) => found(await accountTable(store, overview.q)),
  ego: async ({ store, overview }, query) => {
    const account = numberOf(query, "account");
    const depth = query.get("depth") ?? "1";
    if (account === undefined || (depth !== "1" && depth !== "2")) {
      return refused("An account needs its number, and may have a depth of 1 or 2.");
    }
    const answer = await findEgo(store, account, { q: overview.q, depth: depth === "2" ? 2 : 1 });
    return found(answer, `This case has no account ${account}.`);
  },
};
