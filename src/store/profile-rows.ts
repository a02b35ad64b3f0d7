import type { Store } from "./database.ts";

/** How an account presents itself, and the first post it has here: the row by which its profile can be shown. */
export interface ProfileRow {
  readonly account: number;
  readonly handle: string | null;
  readonly name: string | null;
  readonly bio: string | null;
  readonly location: string | null;
  readonly avatarHash: string | null;
  readonly post: number;
  readonly timeMs: number;
}

/** Accounts that posted and show anything of themselves, by number. */
export async function profileRows(store: Store): Promise<ProfileRow[]> {
  const [present] = await store.rows<{ shown: number }>(
    "select count(*) as shown from accounts where coalesce(bio, avatar_hash, name) is not null",
  );
  if (present!.shown === 0) return [];
  return store.rows<ProfileRow>(`
    with firsts as (select account, min((time_ms, post)) as first from posts group by account)
    select a.account, a.handle, a.name, nullif(trim(a.bio), '') as bio, a.location, nullif(trim(a.avatar_hash), '') as "avatarHash",
      f.first[2] as post, f.first[1] as "timeMs"
    from accounts a join firsts f using (account)
    where coalesce(a.bio, a.avatar_hash, a.name) is not null order by a.account`);
}
