import { renameSync, rmSync } from "node:fs";
import { PROFILE_LINK } from "../corpus/profile-links.ts";
import { openStore, type Store } from "./database.ts";
import { quote } from "./sql.ts";

/**
 * Replaces names by keyed hashes in every table, before anything is derived from them: account ids, handles, display names, post ids,
 * mentions in texts and lists, and handles and post ids in links to profiles. Bios and places of accounts go. Two cases made with the
 * same key agree on their pseudonyms; without the key they cannot be undone. Words that name a person without the sign @ stay: nothing
 * can find them. The file still holds the old rows on pages it has given up: see `rewriteStore`.
 */
export async function pseudonymise(store: Store, key: string): Promise<void> {
  await store.run("set variable pseudonym_key = $key", { key });
  // A mention once replaced is marked (U+E000), or "@p" would be found again in "@p_1f…". Longest first, or "@bob" would cut "@bobby".
  await store.run(`
    create or replace temp macro hidden(id) as case when id is null then null else
      'p_' || left(sha256(getvariable('pseudonym_key') || sha256(getvariable('pseudonym_key') || id)), 16) end;
    create or replace temp macro hidden_handle(handle) as hidden(lower(ltrim(handle, '@＠')));
    create or replace temp macro longest_first(list) as list_reverse_sort(
      list_transform(list_distinct(list), lambda h: lpad(length(h)::varchar, 5, '0') || h));
    create or replace temp macro handles_in(t) as
      longest_first(regexp_extract_all(t, '[@＠]([\\p{L}\\p{M}\\p{N}_]+(?:[.-][\\p{L}\\p{M}\\p{N}_]+)*)', 1));
    create or replace temp macro hide_mentions(t) as case when t is null or not (contains(t, '@') or contains(t, '＠')) then t else
      replace(list_reduce(list_concat([replace(t, '＠', '@')], handles_in(t)),
        lambda so_far, h: replace(so_far, '@' || substr(h, 6), '@' || chr(57344) || hidden_handle(substr(h, 6)))),
        '@' || chr(57344), '@') end;
    create or replace temp macro hide_status(u) as list_reduce(
      list_concat([u], longest_first(regexp_extract_all(u, '/status(?:es)?/([0-9]{5,})', 1))),
      lambda so_far, id: replace(so_far, '/' || substr(id, 6), '/' || hidden(substr(id, 6))));
    create or replace temp macro hide_profile(u) as case when u is null then null else hide_status(
      regexp_replace(u, ${quote(PROFILE_LINK)}, '\\1p_profile', 'gi')) end;
    update accounts set account_id = hidden(account_id), handle = hidden_handle(handle), name = null, bio = null, location = null;
    update posts set post_id = hidden(post_id), target_post_id = hidden(target_post_id),
      target_account_id = hidden(target_account_id), text = hide_profile(hide_mentions(text)),
      urls = list_transform(urls, lambda u: hide_profile(u)),
      mentions = list_transform(mentions, lambda h: hidden_handle(h));`);
}

/**
 * Copies a closed store row by row into a new file and puts that in its place, so that no page holds what rows said before they were
 * changed: a database marks old pages as free, it does not wipe them.
 *
 * @param path of a store that nobody has open
 */
export async function rewriteStore(path: string): Promise<void> {
  const fresh = `${path}.fresh`;
  rmSync(fresh, { force: true });
  const store = await openStore(":memory:", { tempDirectory: `${path}.spill` });
  try {
    await store.run(`attach ${quote(path)} as before (read_only); attach ${quote(fresh)} as after;
      copy from database before to after; detach before; checkpoint after; detach after;`);
  } finally {
    store.close();
  }
  renameSync(fresh, path);
}
