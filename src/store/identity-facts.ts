import type { Store } from "./database.ts";

/**
 * What is known of every account as such, by its dense number. NaN and null: the export does not say. Accounts without a post have 0
 * posts and take part in no comparison.
 */
export interface IdentityFacts {
  readonly accountCount: number;
  readonly handle: readonly (string | null)[];
  readonly createdMs: Float64Array;
  readonly followers: Float64Array;
  readonly following: Float64Array;
  /** Posts in its whole life, as the list of accounts states them. */
  readonly declaredPosts: Float64Array;
  readonly posts: Uint32Array;
  readonly firstMs: Float64Array;
  readonly lastMs: Float64Array;
  /** Longest silence between two posts of the export, and whether it came back in another language; 0 with one post. */
  readonly silenceMs: Float64Array;
  readonly changedLanguage: Uint8Array;
  readonly hours: HourCounts;
}

/** Posts by hour of the week, UTC, Monday 00 first: account a owns `hour[starts[a]..starts[a + 1]]`, hours without a post left out. */
export interface HourCounts {
  readonly starts: Uint32Array;
  readonly hour: Uint8Array;
  readonly count: Uint32Array;
}

export async function identityFacts(store: Store): Promise<IdentityFacts> {
  const [size] = await store.rows<{ n: number }>("select count(*) as n from accounts");
  const n = size!.n;
  const column = () => new Float64Array(n).fill(Number.NaN);
  const facts = {
    accountCount: n,
    handle: new Array<string | null>(n).fill(null),
    createdMs: column(),
    followers: column(),
    following: column(),
    declaredPosts: column(),
    posts: new Uint32Array(n),
    firstMs: column(),
    lastMs: column(),
    silenceMs: new Float64Array(n),
    changedLanguage: new Uint8Array(n),
  };
  const numbers = ["created_ms", "followers", "following", "declared_posts", "first_ms", "last_ms"];
  const into = [
    facts.createdMs,
    facts.followers,
    facts.following,
    facts.declaredPosts,
    facts.firstMs,
    facts.lastMs,
  ] as const;
  const sql = `with own as (select account, count(*) as posts, min(time_ms) as first_ms, max(time_ms) as last_ms from posts group by account)
    select a.account, a.handle, coalesce(o.posts, 0)::integer, ${numbers
      .map((name) => `coalesce(${name.endsWith("t_ms") ? "o" : "a"}.${name}::double, 'nan'::double)`)
      .join(", ")}
    from accounts a left join own o using (account)`;
  for await (const chunk of store.chunks(sql)) {
    const values = (at: number) => chunk.getColumnVector(at);
    for (let i = 0; i < chunk.rowCount; i++) {
      const account = values(0).getItem(i) as number;
      facts.handle[account] = values(1).getItem(i) as string | null;
      facts.posts[account] = values(2).getItem(i) as number;
      for (const [k, target] of into.entries()) target[account] = values(3 + k).getItem(i) as number;
    }
  }
  await readSilences(store, facts);
  return { ...facts, hours: await hourCounts(store, n) };
}

/** The longest gap of each account, and the commonest languages before and after it. */
async function readSilences(
  store: Store,
  facts: { readonly silenceMs: Float64Array; readonly changedLanguage: Uint8Array },
): Promise<void> {
  const sql = `with stepped as (
      select account, time_ms, post, language, time_ms - lag(time_ms) over own as gap from posts window own as (partition by account order by time_ms, post)
    ), longest as (
      select account, max(gap) as silence, arg_max(time_ms, (gap, -time_ms)) as back_ms from stepped where gap is not null group by account
    )
    select account, any_value(silence)::double, coalesce(
      mode(language order by language) filter (time_ms < back_ms) <> mode(language order by language) filter (time_ms >= back_ms), false)
    from posts join longest using (account) group by account`;
  for await (const chunk of store.chunks(sql)) {
    for (let i = 0; i < chunk.rowCount; i++) {
      const account = chunk.getColumnVector(0).getItem(i) as number;
      facts.silenceMs[account] = chunk.getColumnVector(1).getItem(i) as number;
      facts.changedLanguage[account] = chunk.getColumnVector(2).getItem(i) === true ? 1 : 0;
    }
  }
}

async function hourCounts(store: Store, accountCount: number): Promise<HourCounts> {
  const starts = new Uint32Array(accountCount + 1);
  const hours: number[] = [];
  const counts: number[] = [];
  const sql = `select account,
      ((isodow(make_timestamp_ms(time_ms)) - 1) * 24 + hour(make_timestamp_ms(time_ms)))::integer as hour, count(*)::integer
    from posts group by all order by account, hour`;
  for await (const chunk of store.chunks(sql)) {
    for (let i = 0; i < chunk.rowCount; i++) {
      starts[(chunk.getColumnVector(0).getItem(i) as number) + 1]!++;
      hours.push(chunk.getColumnVector(1).getItem(i) as number);
      counts.push(chunk.getColumnVector(2).getItem(i) as number);
    }
  }
  for (let account = 0; account < accountCount; account++) starts[account + 1]! += starts[account]!;
  return { starts, hour: Uint8Array.from(hours), count: Uint32Array.from(counts) };
}
