/**
 * Every account of a case, column by column: a hundred thousand rows travel in a few megabytes and are sorted and filtered in the page.
 * Columns run parallel; what repeats (clusters, platforms, roles) is named once and pointed at, -1 for none.
 */
export interface AccountTable {
  /** Accounts of the case; more than `account.length` where the table was bounded, those in clusters and with most posts first. */
  readonly total: number;
  readonly clusters: readonly { readonly clusterId: string; readonly name: string; readonly reading: string }[];
  readonly platforms: readonly string[];
  readonly roles: readonly string[];
  /** `first` and `last` are whole seconds after this. */
  readonly startMs: number;
  readonly account: readonly number[];
  readonly id: readonly string[];
  /** Null: the export names none, or it is the id. */
  readonly handle: readonly (string | null)[];
  readonly platform: readonly number[];
  readonly cluster: readonly number[];
  readonly role: readonly number[];
  readonly posts: readonly number[];
  readonly first: readonly (number | null)[];
  readonly last: readonly (number | null)[];
  /** Significant pairs with other accounts, each trace counted by itself. */
  readonly pairs: readonly number[];
}
