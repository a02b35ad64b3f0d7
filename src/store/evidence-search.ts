import type { DomainHit, PostsAnswer, SearchAnswer } from "../corpus/evidence.ts";
import { HIT_LIMIT, POST_PAGE } from "../corpus/evidence-limits.ts";
import { ALL_TIME, type Stretch } from "../corpus/stretch.ts";
import type { Store } from "./database.ts";
import { accountsWhere, countOf } from "./evidence.ts";
import { hitsByNumber } from "./evidence-posts.ts";

const IN_STRETCH = "p.time_ms >= $fromMs and p.time_ms < $toMs";

/**
 * Accounts by id, handle or name, domains and posts by text, each containing the question, whatever its case. `contains` knows no
 * wildcards, so nothing in the question steers the search. Accounts and domains are looked for in all of the time.
 */
export async function search(store: Store, question: string, stretch: Stretch = ALL_TIME): Promise<SearchAnswer> {
  const values = { question: question.toLowerCase() };
  const account = `(contains(lower(a.account_id), $question) or contains(lower(coalesce(a.handle, '')), $question)
    or contains(lower(coalesce(a.name, '')), $question))`;
  const domains = await store.rows<DomainHit & { total: number }>(
    `select domain, count(distinct d.post) as posts, count(distinct d.account) as accounts,
            count(distinct m.account) as members, count(*) over () as total
     from domains d left join members m on m.account = d.account where contains(lower(domain), $question)
     group by domain order by members desc, posts desc, domain limit ${HIT_LIMIT}`,
    values,
  );
  // Materialised, or the one look through all texts would not be shared out among the threads.
  const posts = await store.rows<{ post: number; total: number }>(
    `with hits as materialized (
       select p.post, p.account, p.time_ms from posts p where contains(lower(p.text), $question) and ${IN_STRETCH})
     select h.post, count(*) over () as total from hits h left join members m on m.account = h.account
     order by (m.cluster_id is null), h.time_ms, h.post limit ${HIT_LIMIT}`,
    { ...values, ...stretch },
  );
  return {
    question,
    accounts: {
      count: await countOf(store, `select count(*) as n from accounts a where ${account}`, values),
      rows: await accountsWhere(store, account, values, HIT_LIMIT),
    },
    domains: { count: domains[0]?.total ?? 0, rows: domains.map(({ total: _total, ...row }) => row) },
    posts: {
      count: posts[0]?.total ?? 0,
      rows: await hitsByNumber(
        store,
        posts.map(({ post }) => post),
      ),
    },
  };
}

/** Posts of one account (by its number). Undefined when there is no such account. */
export async function postsOfAccount(
  store: Store,
  account: number,
  offset: number,
  stretch: Stretch = ALL_TIME,
): Promise<PostsAnswer | undefined> {
  const [found] = await accountsWhere(store, "a.account = $account", { account }, 1);
  if (found === undefined) return undefined;
  const page = await postPage(store, "p.account = $account", { account, skip: offset, ...stretch });
  return { account: found, domain: null, offset, ...page };
}

/** Posts of one account that link to one domain. Undefined when there is no such account. */
export async function postsOfAccountOnSite(
  store: Store,
  account: number,
  domain: string,
  offset: number,
  stretch: Stretch = ALL_TIME,
): Promise<PostsAnswer | undefined> {
  const [found] = await accountsWhere(store, "a.account = $account", { account }, 1);
  if (found === undefined) return undefined;
  const condition = "p.account = $account and p.post in (select post from domains where domain = $domain)";
  const page = await postPage(store, condition, { account, domain, skip: offset, ...stretch });
  return { account: found, domain, offset, ...page };
}

/** Posts that link to one domain, exactly as the case spells it. */
export async function postsOfDomain(
  store: Store,
  domain: string,
  offset: number,
  stretch: Stretch = ALL_TIME,
): Promise<PostsAnswer> {
  const page = await postPage(store, "p.post in (select post from domains where domain = $domain)", {
    domain,
    skip: offset,
    ...stretch,
  });
  return { account: null, domain, offset, ...page };
}

async function postPage(store: Store, condition: string, values: Record<string, string | number>) {
  const { skip: _skip, ...rest } = values;
  const page = await store.rows<{ post: number }>(
    `select p.post from posts p where ${condition} and ${IN_STRETCH} order by p.time_ms, p.post limit ${POST_PAGE} offset $skip`,
    values,
  );
  return {
    count: await countOf(store, `select count(*) as n from posts p where ${condition} and ${IN_STRETCH}`, rest),
    rows: await hitsByNumber(
      store,
      page.map(({ post }) => post),
    ),
  };
}
