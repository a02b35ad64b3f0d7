import type { Store } from "./database.ts";

/**
 * Replaces names by keyed hashes in every table, before anything is derived from them: account ids, handles, display names, post ids,
 * mentions in texts and lists, and handles in links to profiles. Bios and places of accounts go. Two cases made with the same key agree
 * on their pseudonyms; without the key they cannot be undone. Words that name a person without the sign @ stay: nothing can find them.
 */
export async function pseudonymise(store: Store, key: string): Promise<void> {
  await store
    .run("set variable pseudonym_key = $key", { key })
    .catch(() => store.run(`set variable pseudonym_key = '${key.replaceAll("'", "''")}'`));
  await store.run(`
    create or replace temp macro hidden(id) as case when id is null then null else
      'p_' || left(sha256(getvariable('pseudonym_key') || sha256(getvariable('pseudonym_key') || id)), 16) end;
    create or replace temp macro hidden_handle(handle) as hidden(lower(ltrim(handle, '@')));
    create or replace temp macro handles_in(t) as list_reverse_sort(list_transform(
      list_distinct(regexp_extract_all(t, '[@＠]([\\p{L}\\p{N}_.-]+)', 1)), lambda h: lpad(length(h)::varchar, 5, '0') || h));
    create or replace temp macro hide_mentions(t) as case when t is null or not contains(t, '@') then t else
      list_reduce(list_concat([t], handles_in(t)),
        lambda so_far, h: replace(so_far, '@' || substr(h, 6), '@' || hidden_handle(substr(h, 6)))) end;
    create or replace temp macro hide_profile(u) as
      regexp_replace(u, '((?:twitter|x|facebook|instagram|t)\\.(?:com|me)/)@?([\\w.-]+)', '\\1p_profile', 'gi');
    update accounts set account_id = hidden(account_id), handle = hidden_handle(handle), name = null, bio = null, location = null;
    update posts set post_id = hidden(post_id), target_post_id = hidden(target_post_id),
      target_account_id = hidden(target_account_id), text = hide_profile(hide_mentions(text)),
      urls = list_transform(urls, lambda u: hide_profile(u)),
      mentions = list_transform(mentions, lambda h: hidden_handle(h));`);
}
