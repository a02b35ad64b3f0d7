import { UserError } from "../corpus/issue.ts";
import type { Source } from "../store/reader.ts";
import { countOf, firstOf, flagOf, handleOf, idOf } from "./cells.ts";
import { pickColumns } from "./columns.ts";
import type { AccountMapping } from "./format.ts";
import { listColumns } from "./override.ts";
import { anyTime } from "./times.ts";

/** How a file of accounts will be read. */
export interface AccountsChoice {
  readonly format: string;
  readonly accountId: string;
  readonly mapping: AccountMapping;
  readonly wanted: readonly number[];
}

/**
 * Layouts told apart by a name that only they have: Marionet's `accounts.csv`, the IRA `authors.csv` (its categories are labels of
 * others and never read), the profiles NBC News published. Anything else with an id or a handle is read by common names.
 */
const LAYOUTS: readonly { readonly name: string; readonly needs: readonly string[] }[] = [
  { name: "marionet-accounts", needs: ["account_id"] },
  { name: "ira-authors", needs: ["author_id", "author"] },
  { name: "nbc-users", needs: ["id", "screen_name", "statuses_count"] },
];

export function chooseAccounts(source: Source): AccountsChoice {
  const names = new Set(source.names.map((name) => name.toLowerCase()));
  const layout = LAYOUTS.find(({ needs }) => needs.every((name) => names.has(name)));
  const { cell, intact, wanted } = pickColumns(source);
  const handle = handleOf(cell("handle", "screen_name", "user_screen_name", "username", "author", "account_handle"));
  // Some lists know an account by its handle alone.
  const accountId = firstOf(idOf(intact("account_id", "author_id", "userid", "user_id", "id")), handle);
  if (accountId === undefined) {
    throw new UserError(
      "accounts-column-missing",
      `${source.inspection.path} is no file of accounts: it lacks account_id; its columns are ${listColumns(source.names)}.`,
    );
  }
  const mapping: AccountMapping = {
    handle,
    name: cell("name", "display_name", "user_display_name", "account_name"),
    platform: cell("platform"),
    createdMs: anyTime(cell("created_at", "account_creation_date", "created")),
    followers: countOf(cell("followers", "followers_count", "follower_count")),
    following: countOf(cell("following", "friends_count", "following_count")),
    declaredPosts: countOf(cell("posts", "statuses_count", "tweet_count", "updates")),
    bio: cell("bio", "description", "user_profile_description"),
    location: cell("location", "user_reported_location"),
    avatarHash: cell("avatar_hash"),
    verified: flagOf(cell("verified")),
  };
  return {
    format: layout?.name ?? "generic-accounts",
    accountId,
    mapping,
    wanted: [...wanted].sort((a, b) => a - b),
  };
}
