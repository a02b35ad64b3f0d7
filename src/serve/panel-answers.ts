import { accountTable } from "../store/account-table.ts";
import { found, type Route } from "./reply.ts";

/**
 * Routes of the panels.
 *
 * | route | parameters |
 * |---|---|
 * | accounts | – |
 */
export const PANEL_ROUTES: Readonly<Record<string, Route>> = {
  accounts: async ({ store, overview }) => found(await accountTable(store, overview.q)),
};
