import { type Issue, UserError } from "../corpus/issue.ts";
import type { Store } from "../store/database.ts";
import { recordFile } from "../store/files.ts";
import { inspectFile } from "../store/inspect.ts";
import { jsonPageItems } from "../store/json.ts";
import { openSource, readableJson, type Source } from "../store/reader.ts";
import { moveFactRejects, settleFacts, settleIndicators, stageFacts, stageIndicators } from "../store/side-tables.ts";
import { chooseAccounts } from "./accounts-file.ts";
import { idOf } from "./cells.ts";
import type { AccountMapping, Format } from "./format.ts";
import { chooseIndicators } from "./indicators-file.ts";
import { bytesRemark, emptinessOf } from "./remarks.ts";
import { readRows } from "./rows.ts";

/** Files beside the posts: accounts and indicators. Each fills its table, `files` and `rejects`, and returns what to tell the user. */

/** Facts of the list beat those in rows of posts; accounts without a post are added behind the others. */
export async function readAccounts(store: Store, path: string, file: number): Promise<Issue[]> {
  const source = await openSide(store, path);
  const { format, accountId, mapping, wanted } = chooseAccounts(source);
  const { added, firstRow, openQuoteRow } = await readRows(store, source, wanted, (reading) =>
    stageFacts(store, `select row, code, ${accountId} as account_id${factsOf(mapping)} from (${reading})`),
  );
  await settleFacts(store, true);
  await moveFactRejects(store, file, firstRow);
  await recordFile(store, file, source.inspection, format, "accounts", added);
  return bytesRemark(source, openQuoteRow);
}

export async function readIndicators(store: Store, path: string, file: number): Promise<Issue[]> {
  const source = await openSide(store, path);
  const choice = chooseIndicators(source);
  const { added, firstRow, openQuoteRow } = await readRows(store, source, choice.wanted, (reading) =>
    stageIndicators(
      store,
      `select row, code, ${choice.domain} as domain, ${choice.type} as type, ${choice.value} as value,
        ${choice.firstSeenMs} as first_seen_ms, ${choice.lastSeenMs} as last_seen_ms, ${choice.source} as source from (${reading})`,
    ),
  );
  await settleIndicators(store, file, firstRow);
  await recordFile(store, file, source.inspection, choice.format, "indicators", added);
  return bytesRemark(source, openQuoteRow);
}

/** Authors that a page of an API lists apart from its posts. Those without a post here (people mentioned) are left out. */
export async function readPageAccounts(store: Store, source: Source, format: Format): Promise<void> {
  const { pageAccounts } = format;
  if (pageAccounts === undefined || source.json?.page == null) return;
  const keys: string[] = [];
  const cell = (...names: readonly string[]): string => {
    keys.push(names[0] ?? "");
    return `nullif(c${keys.length - 1}, '')`;
  };
  const id = idOf(cell(pageAccounts.id));
  const facts = factsOf(pageAccounts.map(cell));
  const { file, copy } = await readableJson(store, source.inspection);
  try {
    const items = jsonPageItems(file, source.json, pageAccounts.path, keys);
    await stageFacts(store, `select null::uinteger as row, null as code, ${id} as account_id${facts} from (${items})`);
  } finally {
    await copy?.remove();
  }
  await settleFacts(store, false);
  await store.run("drop table facts");
}

async function openSide(store: Store, path: string): Promise<Source> {
  const source = await openSource(store, await inspectFile(path), []);
  const empty = emptinessOf(source);
  if (empty !== null) throw new UserError(empty.code, `${empty.message} Leave it out or give another.`);
  return source;
}

function factsOf(mapping: AccountMapping): string {
  const columns: Record<string, string | undefined> = {
    handle: mapping.handle,
    name: mapping.name,
    platform: mapping.platform,
    created_ms: mapping.createdMs,
    followers: mapping.followers,
    following: mapping.following,
    declared_posts: mapping.declaredPosts,
    bio: mapping.bio,
    location: mapping.location,
    avatar_hash: mapping.avatarHash,
    verified: mapping.verified,
  };
  return Object.entries(columns)
    .flatMap(([name, sql]) => (sql === undefined ? [] : [`, ${sql} as ${name}`]))
    .join("");
}
