import type { PostHit } from "../corpus/evidence.ts";
import { POST_PAGE } from "../corpus/evidence-limits.ts";
import type { TextFamily } from "../corpus/narratives.ts";
import type { Store } from "./database.ts";
import { countOf, LABEL_LIMIT, TEXT_LIMIT } from "./evidence.ts";
import { hitsByNumber } from "./evidence-posts.ts";
import { numberList } from "./sql.ts";

/** Families that travel at most. */
const FAMILY_LIMIT = 60;

export interface StoredText {
  readonly post: number;
  readonly account: number;
  readonly text: string;
}

/** The language of at least three in five of a cluster's texts, as exported; null: not told, or mixed. */
export async function mainLanguage(store: Store, cluster: string): Promise<string | null> {
  const [first] = await store.rows<{ language: string | null; share: number }>(
    `select language, count(*) / sum(count(*)) over () as share from posts
     where text is not null and text <> '' and account in (select account from members where cluster_id = $cluster)
     group by language order by count(*) desc, language limit 1`,
    { cluster },
  );
  return first === undefined || first.share < 0.6 ? null : first.language;
}

/** Texts of a cluster, or of everybody outside it, of one language or all; spread evenly when there are more than `limit`. */
export async function evenTexts(
  store: Store,
  scope: { readonly cluster: string; readonly side: "inside" | "outside"; readonly language: string | null },
  limit: number,
): Promise<{ texts: StoredText[]; all: number }> {
  const { cluster, language } = scope;
  const within = `text is not null and text <> '' and ($language is null or language = $language)
    and account ${scope.side === "inside" ? "in" : "not in"} (select account from members where cluster_id = $cluster)`;
  const all = await countOf(store, `select count(*) as n from posts where ${within}`, { cluster, language });
  const every = Math.max(1, Math.ceil(all / limit));
  const texts = await store.rows<StoredText>(
    `with own as (select post, account, text, row_number() over (order by post) - 1 as i from posts where ${within})
     select post, account, left(text, ${TEXT_LIMIT}) as text from own where i % ${every} = 0 order by post`,
    { cluster, language },
  );
  return { texts, all };
}

/**
 * Families of nearly the same text that at least two members published: who was first, and how long the others took. Families are the
 * objects of the trace same-text that the case keeps: those on which a significant pair met or that a cluster shows.
 */
export async function textFamilies(store: Store, cluster: string): Promise<{ total: number; families: TextFamily[] }> {
  const rows = await store.rows<TextFamily & { total: number }>(
    `with mine as (select account from members where cluster_id = $cluster),
       touched as (select x.object, x.account, x.time_ms, x.post, x.account in (select account from mine) as own
         from actions x where x.trace = 'same-text'),
       counted as (select object, count(*) as posts, count(distinct account) as accounts, count(*) filter (own) as "memberPosts",
           count(distinct account) filter (own) as members, min(time_ms) as "firstMs", max(time_ms) as "lastMs",
           arg_min(account, struct_pack(t := time_ms, p := post)) as "firstAccount"
         from touched group by object having count(distinct account) filter (own) >= 2),
       shown as (select *, count(*) over () as total from counted
         order by members desc, "memberPosts" desc, object limit ${FAMILY_LIMIT}),
       begun as (select t.object, t.account, min(t.time_ms) as at from touched t join shown using (object) group by all),
       lags as (select b.object, median(b.at - s."firstMs") as lag from begun b join shown s using (object)
         where b.account <> s."firstAccount" group by b.object),
       spoken as (select t.object, p.language, count(*) as n from touched t join shown using (object) join posts p on p.post = t.post
         where p.language is not null group by all),
       tongues as (select object, list(language order by n desc, language)[1:3] as languages from spoken group by object)
     select s.object, left(o.label, ${LABEL_LIMIT}) as label, s.posts, s.accounts, s."memberPosts", s.members, s."firstMs", s."lastMs",
       s."firstAccount", a.account_id as "firstAccountId", a.handle as "firstHandle", m.cluster_id as "firstCluster",
       coalesce(lags.lag, 0)::double as "medianLagMs", coalesce(tongues.languages, []) as languages, s.total
     from shown s join objects o on o.trace = 'same-text' and o.object = s.object join accounts a on a.account = s."firstAccount"
       left join lags on lags.object = s.object left join tongues on tongues.object = s.object left join members m on m.account = s."firstAccount"
     order by s.members desc, s."memberPosts" desc, s.object`,
    { cluster },
  );
  return { total: rows[0]?.total ?? 0, families: rows.map(({ total: _total, ...row }) => row) };
}

/** A page of the posts with these numbers, in time order. */
export async function pageOfPosts(store: Store, posts: readonly number[], offset: number): Promise<PostHit[]> {
  const page = await store.rows<{ post: number }>(
    `select post from posts where post in (${numberList(posts)}) order by time_ms, post limit ${POST_PAGE} offset $offset`,
    { offset },
  );
  return hitsByNumber(
    store,
    page.map(({ post }) => post),
  );
}
